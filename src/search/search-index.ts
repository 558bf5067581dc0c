/**
 * The search index (site.md 6): MiniSearch over terms of our own making. `publish` builds and writes it, the public process
 * loads it; it is made from public things alone, so a count tells nothing else (C6).
 */
import MiniSearch, { type QueryCombination, type SearchResult } from 'minisearch';
import {
  FACETS,
  type Facet,
  type SearchEntry,
  type SearchFile,
  type SearchType,
} from '../model/search-file.js';
import { INDEX_OPTIONS, PARTS } from './build-search.js';
import { FacetCounts, type Choice, type Counts } from './facet-counts.js';
import { Lexicon } from './lexicon.js';
import { NamesIndex } from './names-index.js';
import { QueryMaker } from './query.js';
import type { Field } from './search-document.js';
import { Speller } from './spelling.js';
import { Synonyms } from './synonyms.js';
import { Terms } from './terms.js';
import { isStopWord, wordsOf } from './words.js';

/** A word in the title tells most (site.md 6). */
const BOOST: Readonly<Record<Field | typeof PARTS, number>> = {
  title: 5,
  alternative: 2,
  keyword: 3,
  concept: 2,
  publisher: 2,
  description: 1,
  // Few columns have a word, so the library takes it for a telling one.
  column: 0.3,
  [PARTS]: 2,
};
/** People come for data; an element of an information model is what few look for. */
const TYPE_WEIGHTS: Readonly<Partial<Record<SearchType, number>>> = {
  datasett: 1.3,
  serie: 1.3,
  objekttype: 0.6,
};
/** How people ask for data, whatever the data are about. */
const ASKING: ReadonlySet<string> = new Set(
  'data datasett datasettet dataset datasets finn finne find mange many'.split(' '),
);
const MAX_WORDS = 20;
/** With fewer hits than this, a word that may be mistyped is looked at. */
const FEW_HITS = 10;

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
  readonly counts: Counts;
  /** Nothing held all the words, so these hold some. */
  readonly isLoose: boolean;
  /** Tells of a word in small letters whether it is one that a hit was found by. */
  matcher(hit: SearchEntry): (word: string) => boolean;
}

interface Found {
  readonly numbers: ArrayLike<number> & Iterable<number>;
  readonly results: readonly SearchResult[];
  readonly isLoose: boolean;
}

export class SearchIndex {
  readonly entries: readonly SearchEntry[];
  /** Values that occur of each facet. */
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  readonly #all: Uint32Array;
  /** How much each entry's kind is looked for. */
  readonly #weights: Float64Array;
  readonly #index: MiniSearch;
  readonly #names: NamesIndex | undefined;
  readonly #terms: Terms;
  readonly #lexicon: Lexicon;
  readonly #queries: QueryMaker;
  readonly #speller: Speller;
  readonly #facets: FacetCounts;
  /** Place of each entry among all, newest first: for those that fit equally well. */
  readonly #places: Uint32Array;

  constructor({
    entries,
    lexicon,
    index,
    names,
    words = [],
    synonyms = [],
    places = [],
  }: SearchFile) {
    this.entries = entries;
    this.#all = Uint32Array.from(entries, (_, number) => number);
    this.#weights = Float64Array.from(entries, ({ type }) => TYPE_WEIGHTS[type] ?? 1);
    this.#lexicon = new Lexicon(lexicon);
    this.#terms = new Terms(this.#lexicon);
    this.#queries = new QueryMaker(this.#lexicon, new Synonyms(synonyms, this.#lexicon), places);
    this.#speller = new Speller(words);
    this.#facets = new FacetCounts(entries);
    this.#places = newestFirst(entries);
    this.#names = names && new NamesIndex(names, entries);
    this.#index = MiniSearch.loadJS(
      index as Parameters<typeof MiniSearch.loadJS>[0],
      INDEX_OPTIONS,
    );
    this.values = Object.fromEntries(
      FACETS.map((facet) => [facet, this.#facets.valuesOf(facet)]),
    ) as Record<Facet, readonly string[]>;
  }

  search({ text, choice = {}, types = [] }: SearchRequest): SearchAnswer {
    const { numbers: found, results, isLoose } = this.#find(text);
    const { numbers, counts } = this.#facets.narrow(found, types, choice);
    return {
      hits: Array.from(numbers, (number) => this.entries[number] as SearchEntry),
      counts,
      isLoose,
      matcher: (hit) => {
        const result = results.find(({ id }) => this.entries[id as number] === hit);
        return this.#matcher(text, result?.terms ?? []);
      },
    };
  }

  /** The same text with words that are not known written as the nearest known ones; undefined where that finds no more. */
  proposal(request: SearchRequest, answer: SearchAnswer): string | undefined {
    const { text } = request;
    if (answer.hits.length >= FEW_HITS && !answer.isLoose) return undefined;
    const corrected = new Map(
      wordsOf(text)
        .slice(0, MAX_WORDS)
        .filter((word) => !isStopWord(word) && !this.#lexicon.knows(word))
        .flatMap((word) => {
          const better = this.#speller.correct(word);
          return better === undefined ? [] : [[word, better] as const];
        }),
    );
    if (corrected.size === 0) return undefined;
    const proposed = wordsOf(text)
      .map((word) => corrected.get(word) ?? word)
      .join(' ');
    const { hits, isLoose } = this.search({ ...request, text: proposed });
    const isBetter = answer.isLoose ? !isLoose : hits.length > answer.hits.length;
    return hits.length > 0 && isBetter ? proposed : undefined;
  }

  /** Things whose names have words that begin as these; none in a revision that an older version wrote. */
  suggest(text: string, most: number): readonly SearchEntry[] {
    return this.#names?.suggest(text, most) ?? [];
  }

  #matcher(text: string, terms: readonly string[]): (word: string) => boolean {
    const matched = new Set(terms);
    const asked = wordsOf(text).map((word) => this.#lexicon.termsOf(word));
    // Who asked for «barnehage» and found it did not ask for «barn».
    for (const { whole, parts } of asked)
      if (matched.has(whole))
        for (const part of parts)
          if (!asked.some((other) => other.whole === part)) matched.delete(part);
    return (word) => {
      const { own, parts } = this.#terms.ofWord(word);
      return [...own, ...parts].some((term) => matched.has(term));
    };
  }

  #find(text: string): Found {
    const all = wordsOf(text);
    const telling = all.filter((word) => !isStopWord(word) && !ASKING.has(word));
    const words = (telling.length > 0 ? telling : all).slice(0, MAX_WORDS);
    if (words.length === 0) return { numbers: this.#all, results: [], isLoose: false };
    for (const isPatient of [false, true]) {
      const found = this.#run(this.#queries.all(words, isPatient), false);
      if (found.numbers.length > 0) return found;
    }
    return this.#run(this.#queries.some(words), words.length > 1);
  }

  #run(query: QueryCombination, isLoose: boolean): Found {
    const results = this.#index.search(query, { boost: { ...BOOST } });
    const scores = new Float64Array(this.entries.length);
    const numbers = Uint32Array.from(results, ({ id }) => id as number);
    results.forEach(({ score, queryTerms }, at) => {
      const number = numbers[at] ?? 0;
      // The library multiplies by the terms that were found. Where all words are there, those are our synonyms and spellings.
      const own = isLoose ? score : score / Math.max(1, queryTerms.length);
      scores[number] = own * (this.#weights[number] ?? 1);
    });
    const places = this.#places;
    numbers.sort(
      (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (places[a] ?? 0) - (places[b] ?? 0),
    );
    return { numbers, results, isLoose };
  }
}

function newestFirst(entries: readonly SearchEntry[]): Uint32Array {
  const order = entries
    .map(({ modified, iri }, number) => ({ modified, iri, number }))
    .sort((a, b) => compare(b.modified, a.modified) || compare(a.iri, b.iri));
  const places = new Uint32Array(entries.length);
  order.forEach(({ number }, place) => (places[number] = place));
  return places;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
