/** The page of results: hits, what they can be narrowed by, and how to go on when there are none (site.md 3.2). */
import type { SearchEntry } from '../../src/model/search-file.js';
import type { SearchAnswer } from '../../src/search/search-index.js';
import { namePlaces, sortedByName } from '../search-order.js';
import { changed, searchHref, SORTS, type SearchQuery, type Sort } from '../search-request.js';
import type { Link } from './page-model.js';
import {
  chosenValues,
  facetModels,
  fieldsOf,
  kindTabs,
  unknownCodes,
  type Choice,
  type FacetModel,
  type Field,
} from './search-facets.js';
import { searchHit, type SearchHit } from './search-hit.js';
import type { ViewContext } from './values.js';

export const HITS_PER_PAGE = 20;
/** Formats of a result list, besides the page. */
export const EXPORTS = ['atom', 'csv', 'json', 'ttl'] as const;

export interface SearchFound {
  readonly answer: SearchAnswer;
  /** What may have been meant. */
  readonly proposal?: string | undefined;
}
export interface SearchPage {
  readonly heading: string;
  readonly text: string;
  readonly countText: string;
  readonly note?: string | undefined;
  readonly proposal?: Link | undefined;
  readonly tabs: readonly Choice[];
  readonly facets: readonly FacetModel[];
  readonly chips: readonly Link[];
  readonly clear?: Link | undefined;
  readonly sorts: readonly (Link & { readonly isCurrent: boolean })[];
  readonly hidden: readonly Field[];
  readonly hits: readonly SearchHit[];
  readonly empty?: EmptyResult | undefined;
  readonly exports: readonly Link[];
  readonly position?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}
export interface EmptyResult {
  /** The same words without what was chosen. */
  readonly wider?: Link | undefined;
  /** A letter to the catalogue, with what was looked for. */
  readonly ask?: Link | undefined;
}

/** All hits of a search in the order that was asked for. */
export function sortedHits(
  { catalogue, text }: ViewContext,
  hits: readonly SearchEntry[],
  sort: Sort,
): readonly SearchEntry[] {
  if (sort === 'relevans') return hits;
  if (sort === 'nyeste')
    return [...hits].sort(
      (a, b) => Number(a.modified < b.modified) - Number(a.modified > b.modified),
    );
  return sortedByName(hits, ({ iri }) => iri, namePlaces(catalogue, text.lang));
}

/** Undefined for a page beyond the last. */
export function searchPage(
  context: ViewContext,
  query: SearchQuery,
  { answer, proposal }: SearchFound,
): SearchPage | undefined {
  const { text } = context;
  const { lang } = text;
  const hits = sortedHits(context, answer.hits, query.sort);
  const pages = Math.max(1, Math.ceil(hits.length / HITS_PER_PAGE));
  if (query.page > pages) return undefined;
  const at = (page: number): string => searchHref(lang, { ...query, page });
  const shown = hits.slice((query.page - 1) * HITS_PER_PAGE, query.page * HITS_PER_PAGE);
  const chips = chosenValues(context, query);
  return {
    heading: text.t('search.title'),
    text: query.text,
    countText: countText(context, query, hits.length),
    note: noteOf(context, query, answer),
    ...(proposal === undefined
      ? {}
      : {
          proposal: { href: searchHref(lang, changed(query, { text: proposal })), text: proposal },
        }),
    tabs: kindTabs(context, query, answer),
    facets: facetModels(context, query, answer),
    chips,
    ...(chips.length > 0 ? { clear: withoutChoices(context, query, 'search.clear') } : {}),
    sorts: SORTS.map((sort) => ({
      href: searchHref(lang, changed(query, { sort })),
      text: text.t(`search.sort.${sort}`),
      isCurrent: sort === query.sort,
    })),
    // A new text keeps what was chosen.
    hidden: fieldsOf(changed(query, {}), 'q'),
    hits: shown.map((hit) => searchHit(context, answer, hit)),
    ...(hits.length === 0 ? { empty: emptyResult(context, query) } : {}),
    exports: (hits.length === 0 ? [] : EXPORTS).map((extension) => ({
      href: searchHref(lang, changed(query, {}), `.${extension}`),
      text: text.t(`search.export.${extension}`),
    })),
    ...(pages > 1 ? { position: text.t('list.position', { page: query.page, pages }) } : {}),
    ...(query.page > 1 ? { previous: at(query.page - 1) } : {}),
    ...(query.page < pages ? { next: at(query.page + 1) } : {}),
  };
}

function countText({ text }: ViewContext, query: SearchQuery, count: number): string {
  return query.text === ''
    ? text.count('search.all', count)
    : text.t('search.for', { hits: text.count('search.count', count), text: query.text });
}

function noteOf(
  context: ViewContext,
  query: SearchQuery,
  answer: SearchAnswer,
): string | undefined {
  const { text } = context;
  const [unknown] = unknownCodes(context, query);
  if (unknown !== undefined) return text.t('search.unknown', { code: unknown });
  return answer.isLoose && answer.hits.length > 0 ? text.t('search.loose') : undefined;
}

function withoutChoices({ text }: ViewContext, query: SearchQuery, key: string): Link {
  const wider = changed(query, { types: [], choice: {} });
  return { href: searchHref(text.lang, wider), text: text.t(key) };
}

function emptyResult(context: ViewContext, query: SearchQuery): EmptyResult {
  const { catalogue, text } = context;
  const { contact, base } = catalogue.settings;
  const isNarrowed = query.types.length > 0 || Object.keys(query.choice).length > 0;
  const address = base + searchHref(text.lang, query).slice(1);
  const subject = text.t('search.ask.subject', { text: query.text });
  const body = text.t('search.ask.body', { text: query.text, address });
  const letter = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return {
    ...(isNarrowed ? { wider: withoutChoices(context, query, 'search.none.wider') } : {}),
    ...(contact !== undefined && query.text !== ''
      ? { ask: { href: `mailto:${contact}?${letter}`, text: text.t('search.ask') } }
      : {}),
  };
}
