/**
 * The search index (site.md 6): MiniSearch over terms of our own making. `publish` builds and writes it, the public process
 * loads it; it is made from public things alone, so a count tells nothing else (C6).
 */
import MiniSearch, { type Options, type QueryCombination, type SearchResult } from 'minisearch';
import {
  FACETS,
  type Facet,
  type LexiconData,
  type SearchEntry,
  type SearchFile,
  type SearchType,
} from '../model/search-file.js';
import { Lexicon } from './lexicon.js';
import type { SearchDocument, SearchTexts } from './search-document.js';
import { folded, isStopWord, wordsOf } from './words.js';

type Field = keyof SearchTexts;
const FIELDS: readonly Field[] = [
  'title',
  'alternative',
  'keyword',
  'concept',
  'publisher',
  'description',
];
/** A word in the title tells most (site.md 6). */
const BOOST: Readonly<Record<Field, number>> = {
  title: 5,
  alternative: 2,
  keyword: 3,
  concept: 2,
  publisher: 2,
  description: 1,
};
/** A word that is begun counts less than one that is there, and one with a typing error less again. */
const WEIGHTS = { prefix: 0.4, fuzzy: 0.25 };
const MIN_FUZZY = 5;
const MIN_PREFIX = 3;
const MAX_WORDS = 20;

/** Words joined by blanks are what the library reads: each is a term already. */
const OPTIONS: Options<Record<string, unknown>> = {
  idField: 'number',
  fields: [...FIELDS],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
};

export function buildSearch(
  documents: readonly SearchDocument[],
  lexicon: LexiconData,
): SearchFile {
  const termsOf = termMaker(new Lexicon(lexicon));
  const index = new MiniSearch(OPTIONS);
  index.addAll(
    documents.map(({ texts }, number) => ({
      number,
      ...Object.fromEntries(FIELDS.map((field) => [field, termsOf(texts[field]).join(' ')])),
    })),
  );
  const entries = documents.map(({ iri, type, facets, modified }) => ({
    iri,
    type,
    facets,
    modified,
  }));
  return { lexicon, entries, index: index.toJSON() };
}

/** Words come again and again in a catalogue: the terms of each are made once. */
function termMaker(lexicon: Lexicon): (text: string) => string[] {
  const made = new Map<string, readonly string[]>();
  const termsOf = (word: string): readonly string[] => {
    const { whole, parts } = lexicon.termsOf(word);
    const plain = folded(word);
    return [whole, ...(plain === whole ? [] : [plain]), ...parts];
  };
  return (text) =>
    wordsOf(text)
      .filter((word) => !isStopWord(word))
      .flatMap((word) => {
        const terms = made.get(word) ?? termsOf(word);
        made.set(word, terms);
        return terms;
      });
}

export type Choice = Readonly<Partial<Record<Facet, readonly string[]>>>;

export interface SearchRequest {
  readonly text: string;
  /** Of each facet that is chosen from: any of these. */
  readonly choice?: Choice;
  readonly types?: readonly SearchType[];
}
export interface SearchAnswer {
  /** Best first; without a text, in order of their IRIs. */
  readonly hits: readonly SearchEntry[];
  /** How many there would be of each value if nothing were chosen from its own facet. */
  readonly counts: Readonly<Record<Facet | 'type', ReadonlyMap<string, number>>>;
  /** Nothing held all the words, so these hold some. */
  readonly isLoose: boolean;
}

export class SearchIndex {
  readonly entries: readonly SearchEntry[];
  /** Values that occur of each facet. */
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  readonly #index: MiniSearch;
  readonly #lexicon: Lexicon;

  constructor({ entries, lexicon, index }: SearchFile) {
    this.entries = entries;
    this.values = Object.fromEntries(
      FACETS.map((facet) => [facet, [...new Set(entries.flatMap(({ facets }) => facets[facet]))]]),
    ) as unknown as Record<Facet, readonly string[]>;
    this.#lexicon = new Lexicon(lexicon);
    this.#index = MiniSearch.loadJS(index as Parameters<typeof MiniSearch.loadJS>[0], OPTIONS);
  }

  search({ text, choice = {}, types = [] }: SearchRequest): SearchAnswer {
    const { found, isLoose } = this.#find(text);
    const fits = (entry: SearchEntry, except?: Facet | 'type'): boolean =>
      (except === 'type' || types.length === 0 || types.includes(entry.type)) &&
      FACETS.every((facet) => facet === except || isChosen(entry.facets[facet], choice[facet]));
    return {
      hits: found.filter((entry) => fits(entry)),
      counts: {
        type: counted(
          found.filter((entry) => fits(entry, 'type')),
          ({ type }) => [type],
        ),
        ...(Object.fromEntries(
          FACETS.map((facet) => [
            facet,
            counted(
              found.filter((entry) => fits(entry, facet)),
              ({ facets }) => facets[facet],
            ),
          ]),
        ) as Record<Facet, ReadonlyMap<string, number>>),
      },
      isLoose,
    };
  }

  #find(text: string): { found: readonly SearchEntry[]; isLoose: boolean } {
    const all = wordsOf(text);
    const telling = all.filter((word) => !isStopWord(word));
    const words = (telling.length > 0 ? telling : all).slice(0, MAX_WORDS);
    if (words.length === 0) return { found: this.entries, isLoose: false };
    const queries = words.map((word, at) => this.#query(word, at === words.length - 1));
    // «luft kvalitet» is how many write «luftkvalitet».
    const joined = words.length > 1 ? [this.#query(words.join(''), false)] : [];
    const strict = this.#run({
      combineWith: 'OR',
      queries: [{ combineWith: 'AND', queries }, ...joined],
    });
    if (strict.length > 0) return { found: strict, isLoose: false };
    return { found: this.#run({ combineWith: 'OR', queries }), isLoose: words.length > 1 };
  }

  #query(word: string, isLast: boolean): QueryCombination {
    const { whole, parts } = this.#lexicon.termsOf(word);
    const plain = folded(word);
    const one = (term: string): QueryCombination => ({
      queries: [term],
      fuzzy: term.length >= MIN_FUZZY ? 0.2 : false,
      prefix: isLast && term.length >= MIN_PREFIX,
      weights: { ...WEIGHTS },
    });
    return {
      combineWith: 'OR',
      queries: [
        one(whole),
        ...(plain === whole ? [] : [one(plain)]),
        ...(parts.length > 1 ? [{ combineWith: 'AND' as const, queries: [...parts] }] : []),
      ],
    };
  }

  #run(query: QueryCombination): SearchEntry[] {
    const ranked = this.#index.search(query, { boost: { ...BOOST } });
    const entry = ({ id }: SearchResult): SearchEntry => this.entries[id as number] as SearchEntry;
    return ranked
      .map((result) => ({ score: result.score, entry: entry(result) }))
      .sort(
        (a, b) =>
          b.score - a.score ||
          compare(b.entry.modified, a.entry.modified) ||
          compare(a.entry.iri, b.entry.iri),
      )
      .map(({ entry: one }) => one);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function isChosen(values: readonly string[], chosen: readonly string[] | undefined): boolean {
  return chosen === undefined || chosen.length === 0 || chosen.some((one) => values.includes(one));
}

function counted(
  entries: readonly SearchEntry[],
  valuesOf: (entry: SearchEntry) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const value of valuesOf(entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
