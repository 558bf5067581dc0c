/** The search index as it lies in the public zone (`sok.json`). */
export const SEARCH_TYPES = [
  'datasett',
  'serie',
  'datatjeneste',
  'begrep',
  'system',
  'behandling',
  'virksomhet',
  'objekttype',
] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** What results can be narrowed by, besides the type. */
export const FACETS = [
  'tema',
  'utgiver',
  'tilgang',
  'klasse',
  'format',
  'hvd',
  'frekvens',
] as const;
export type Facet = (typeof FACETS)[number];

export interface SearchEntry {
  readonly iri: string;
  readonly type: SearchType;
  /** IRIs of what it is about, whose it is, and so on. */
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  /** `dct:modified`, else `dct:issued`; empty when neither is stated. */
  readonly modified: string;
}

export interface LexiconData {
  /** Forms that stand as words of their own. */
  readonly known: readonly string[];
  /** Form in nynorsk → form in bokmål. */
  readonly pairs: readonly (readonly [nn: string, nb: string])[];
}

/** What a revision of an older version does not have is optional: its search does without. */
export interface SearchFile {
  readonly lexicon: LexiconData;
  readonly entries: readonly SearchEntry[];
  /** As the search library writes it. */
  readonly index: object;
  /** Titles and other names as they are written, for suggestions; as the library writes it. */
  readonly names?: object;
  /** Words as they are written, with how many descriptions have them: what a mistyped word may have been meant as. */
  readonly words?: readonly (readonly [word: string, count: number])[];
  /** Groups of words and phrases that mean about the same. */
  readonly synonyms?: readonly (readonly string[])[];
  /** Words of the name of whose catalogue it is. */
  readonly places?: readonly string[];
}
