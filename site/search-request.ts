/** What is searched for, as it stands in an address: `?q=&type=&tema=&utgiver=…&sorter=&side=` (site.md 2). */
import { FACETS, SEARCH_TYPES, type Facet, type SearchType } from '../src/model/search-file.js';
import { localName } from './labels.js';

export const SORTS = ['relevans', 'nyeste', 'tittel'] as const;
export type Sort = (typeof SORTS)[number];

export interface SearchQuery {
  readonly text: string;
  readonly types: readonly SearchType[];
  /** Codes, the last parts of the values' IRIs. */
  readonly choice: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Part of the names of the values that are looked for in a long facet. */
  readonly find: Readonly<Partial<Record<Facet, string>>>;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

const MAX_TEXT = 200;
const MAX_CHOSEN = 50;
const FIND = 'finn-';

/** Of the field that looks for a value in a facet. */
export function findName(facet: Facet): string {
  return FIND + facet;
}

/** What is not known is left out; a page that is no number is the first. */
export function readSearch(parameters: URLSearchParams): SearchQuery {
  const values = (name: string): string[] =>
    [...new Set(parameters.getAll(name))].filter((one) => one !== '').slice(0, MAX_CHOSEN);
  const page = Number(parameters.get('side') ?? 1);
  return {
    text: tidied(parameters.get('q')),
    types: SEARCH_TYPES.filter((type) => values('type').includes(type)),
    choice: Object.fromEntries(
      FACETS.map((facet) => [facet, values(facet).sort()] as const).filter(
        ([, chosen]) => chosen.length > 0,
      ),
    ),
    find: Object.fromEntries(
      FACETS.map((facet) => [facet, tidied(parameters.get(findName(facet)))] as const).filter(
        ([, part]) => part !== '',
      ),
    ),
    sort: SORTS.find((one) => one === parameters.get('sorter')) ?? 'relevans',
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  };
}

function tidied(text: string | null): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
}

/** The same search always has the same address: parameters in one order, without what is as usual. */
export function searchParameters(query: SearchQuery): URLSearchParams {
  const { text, types, choice, find, sort, page } = query;
  const parameters = new URLSearchParams();
  if (text !== '') parameters.set('q', text);
  for (const type of types) parameters.append('type', type);
  for (const facet of FACETS) for (const one of choice[facet] ?? []) parameters.append(facet, one);
  for (const facet of FACETS) {
    const part = find[facet];
    if (part !== undefined) parameters.set(findName(facet), part);
  }
  if (sort !== 'relevans') parameters.set('sorter', sort);
  if (page > 1) parameters.set('side', String(page));
  return parameters;
}

/** `extension` of the same result list as a file. */
export function searchHref(lang: string, query: SearchQuery, extension = ''): string {
  const parameters = searchParameters(query).toString();
  return `/${lang}/sok${extension}${parameters === '' ? '' : `?${parameters}`}`;
}

/** What follows from changing a search: its first page, with all values of its facets to choose from. */
export function changed(query: SearchQuery, change: Partial<SearchQuery>): SearchQuery {
  return { ...query, find: {}, page: 1, ...change };
}

/** With one value of a facet put in or taken out. */
export function toggled(query: SearchQuery, facet: Facet, code: string): SearchQuery {
  const { [facet]: chosen = [], ...others } = query.choice;
  const next = chosen.includes(code)
    ? chosen.filter((one) => one !== code)
    : [...chosen, code].sort();
  return changed(query, { choice: next.length === 0 ? others : { ...others, [facet]: next } });
}

/** A facet's value as it stands in an address. */
export function facetCode(iri: string): string {
  return localName(iri);
}
