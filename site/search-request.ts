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
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

const MAX_TEXT = 200;
const MAX_CHOSEN = 50;

/** What is not known is left out; a page that is no number is the first. */
export function readSearch(parameters: URLSearchParams): SearchQuery {
  const values = (name: string): string[] =>
    [...new Set(parameters.getAll(name))].filter((one) => one !== '').slice(0, MAX_CHOSEN);
  const page = Number(parameters.get('side') ?? 1);
  return {
    text: (parameters.get('q') ?? '')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_TEXT),
    types: SEARCH_TYPES.filter((type) => values('type').includes(type)),
    choice: Object.fromEntries(
      FACETS.map((facet) => [facet, values(facet).sort()] as const).filter(
        ([, chosen]) => chosen.length > 0,
      ),
    ),
    sort: SORTS.find((one) => one === parameters.get('sorter')) ?? 'relevans',
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  };
}

/** The same search always has the same address: parameters in one order, without what is as usual. */
export function searchParameters({
  text,
  types,
  choice,
  sort,
  page,
}: SearchQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  if (text !== '') parameters.set('q', text);
  for (const type of types) parameters.append('type', type);
  for (const facet of FACETS) for (const one of choice[facet] ?? []) parameters.append(facet, one);
  if (sort !== 'relevans') parameters.set('sorter', sort);
  if (page > 1) parameters.set('side', String(page));
  return parameters;
}

export function searchHref(lang: string, query: SearchQuery): string {
  const parameters = searchParameters(query).toString();
  return `/${lang}/sok${parameters === '' ? '' : `?${parameters}`}`;
}

/** With one value of a facet put in or taken out, from the first page. */
export function toggled(query: SearchQuery, facet: Facet | 'type', code: string): SearchQuery {
  const flip = (chosen: readonly string[]): string[] =>
    chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code].sort();
  if (facet === 'type') {
    const types = flip(query.types);
    return { ...query, types: SEARCH_TYPES.filter((type) => types.includes(type)), page: 1 };
  }
  const { [facet]: chosen = [], ...others } = query.choice;
  const next = flip(chosen);
  return { ...query, choice: next.length === 0 ? others : { ...others, [facet]: next }, page: 1 };
}

/** A facet's value as it stands in an address. */
export function facetCode(iri: string): string {
  return localName(iri);
}
