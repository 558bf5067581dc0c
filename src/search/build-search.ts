/** Makes the index that `search-index.ts` reads: when a catalogue is published. */
import MiniSearch, { type Options } from 'minisearch';
import type { LexiconData, SearchFile } from '../model/search-file.js';
import { Lexicon } from './lexicon.js';
import { buildNames } from './names-index.js';
import { FIELDS, WORDED_FIELDS, type SearchDocument } from './search-document.js';
import { countedWords } from './spelling.js';
import { Terms } from './terms.js';

/** The parts of compounds are a field of their own: «barnehagedekning» is about «barnehage», but less than «barnehager» is. */
export const PARTS = 'parts';

/** Words joined by blanks are what the library reads: each is a term already. */
export const INDEX_OPTIONS: Options<Record<string, unknown>> = {
  idField: 'number',
  fields: [...FIELDS, PARTS],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
};

export interface SearchMatter {
  readonly documents: readonly SearchDocument[];
  readonly lexicon: LexiconData;
  readonly synonyms: readonly (readonly string[])[];
  readonly places: readonly string[];
}

export function buildSearch({ documents, lexicon, synonyms, places }: SearchMatter): SearchFile {
  const terms = new Terms(new Lexicon(lexicon));
  const index = new MiniSearch(INDEX_OPTIONS);
  index.addAll(
    documents.map(({ texts }, number) => {
      const made = WORDED_FIELDS.map((field) => [field, terms.ofTexts(texts[field])] as const);
      const columns = terms.ofTexts(texts.column);
      return {
        number,
        ...Object.fromEntries(made.map(([field, { own }]) => [field, own.join(' ')])),
        [PARTS]: made.flatMap(([, { parts }]) => parts).join(' '),
        // «antallPlasser» is how columns write two words: no more than each by itself.
        column: [...columns.own, ...columns.parts].join(' '),
      };
    }),
  );
  return {
    lexicon,
    entries: documents.map(({ iri, type, facets, modified }) => ({ iri, type, facets, modified })),
    index: index.toJSON(),
    names: buildNames(documents),
    words: countedWords(documents.map(wordsToSpell)),
    synonyms,
    places,
  };
}

/** Not other names: those of themes are searched and shown nowhere. */
function wordsToSpell({ texts }: SearchDocument): string {
  return WORDED_FIELDS.filter((field) => field !== 'alternative')
    .flatMap((field) => texts[field])
    .join(' \n');
}
