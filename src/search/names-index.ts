/**
 * Suggestions while somebody writes (site.md 6): the names of things as they are written, since stems are no beginnings of words
 * («sykefravæ» is none of «sykefravær»'s). Any word may be begun, and from four letters on mistyped.
 */
import MiniSearch, { type Options } from 'minisearch';
import type { SearchEntry, SearchType } from '../model/search-file.js';
import type { SearchDocument } from './search-document.js';
import { folded, wordsOf } from './words.js';

const MIN_FUZZY = 4;
const FUZZINESS = 0.25;
const MAX_WORDS = 10;
/** What is looked for most, in a catalogue of data. */
const TYPE_WEIGHTS: Readonly<Partial<Record<SearchType, number>>> = {
  datasett: 1.5,
  serie: 1.5,
  objekttype: 0.5,
};

const OPTIONS: Options<Record<string, unknown>> = {
  idField: 'number',
  fields: ['title', 'alternative'],
  tokenize: (text) => wordsOf(text).map(folded),
  processTerm: (term) => term,
};

/** As it lies in the zone. */
export function buildNames(documents: readonly SearchDocument[]): object {
  const index = new MiniSearch(OPTIONS);
  index.addAll(
    documents.map(({ texts: { title, alternative } }, number) => ({
      number,
      title: title.join(' \n'),
      alternative: alternative.join(' \n'),
    })),
  );
  return index.toJSON();
}

export class NamesIndex {
  readonly #index: MiniSearch;
  readonly #entries: readonly SearchEntry[];

  constructor(names: object, entries: readonly SearchEntry[]) {
    this.#index = MiniSearch.loadJS(names as Parameters<typeof MiniSearch.loadJS>[0], OPTIONS);
    this.#entries = entries;
  }

  /** Best first. */
  suggest(text: string, most: number): readonly SearchEntry[] {
    const words = wordsOf(text).slice(0, MAX_WORDS);
    const found = this.#index.search(words.join(' '), {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length >= MIN_FUZZY ? FUZZINESS : false),
      boost: { title: 2 },
      weights: { prefix: 0.8, fuzzy: 0.2 },
      boostDocument: (number) => TYPE_WEIGHTS[this.#entry(number).type] ?? 1,
    });
    return found.slice(0, most).map(({ id }) => this.#entry(id));
  }

  #entry(number: unknown): SearchEntry {
    return this.#entries[number as number] as SearchEntry;
  }
}
