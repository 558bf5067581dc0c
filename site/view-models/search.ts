/** The page of results: hits, what they can be narrowed by, and how to go on when there are none (site.md 3.2). */
import { FACETS, type Facet, type SearchEntry } from '../../src/model/search-file.js';
import type { SearchAnswer } from '../../src/search/search-index.js';
import { byLabel } from '../public-catalogue.js';
import {
  facetCode,
  searchHref,
  SORTS,
  toggled,
  type SearchQuery,
  type Sort,
} from '../search-request.js';
import { listItem, type ListItem } from './lists.js';
import type { Link } from './page-model.js';
import type { ViewContext } from './values.js';

export const HITS_PER_PAGE = 20;
/** Values of a facet that are shown at once; the rest are behind "show all". */
const SHOWN_VALUES = 8;

interface Choice extends Link {
  readonly count: string;
  readonly isChosen: boolean;
}
export interface SearchPage {
  readonly heading: string;
  readonly text: string;
  readonly countText: string;
  readonly note?: string | undefined;
  readonly types: readonly Choice[];
  readonly facets: readonly {
    readonly heading: string;
    readonly isOpen: boolean;
    readonly values: readonly Choice[];
    readonly more: readonly Choice[];
  }[];
  readonly chips: readonly Link[];
  readonly clear?: Link | undefined;
  readonly sorts: readonly (Link & { readonly isCurrent: boolean })[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly items: readonly ListItem[];
  readonly isEmpty: boolean;
  readonly suggestion?: Link | undefined;
  readonly exports: readonly Link[];
  readonly position?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
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
  const entries = new Map(hits.map((one) => [one.iri, one]));
  const order = byLabel(entries.keys(), (iri) => catalogue.label(iri, text.lang).text);
  return order.flatMap((iri) => entries.get(iri) ?? []);
}

/** Undefined for a page beyond the last. */
export function searchPage(
  context: ViewContext,
  query: SearchQuery,
  answer: SearchAnswer,
): SearchPage | undefined {
  const { text } = context;
  const { lang } = text;
  const hits = sortedHits(context, answer.hits, query.sort);
  const pages = Math.max(1, Math.ceil(hits.length / HITS_PER_PAGE));
  if (query.page > pages) return undefined;
  const at = (page: number): string => searchHref(lang, { ...query, page });
  const chips = chosenValues(context, query);
  const shown = hits.slice((query.page - 1) * HITS_PER_PAGE, query.page * HITS_PER_PAGE);
  return {
    heading: text.t('search.title'),
    text: query.text,
    countText:
      query.text === ''
        ? text.count('search.all', hits.length)
        : text.count('search.count', hits.length),
    ...(answer.isLoose && hits.length > 0 ? { note: text.t('search.loose') } : {}),
    types: choices(context, query, { facet: 'type', counts: answer.counts.type }),
    facets: FACETS.map((facet) => facetModel(context, query, facet, answer)).filter(
      ({ values }) => values.length > 0,
    ),
    chips,
    ...(chips.length > 0
      ? {
          clear: {
            href: searchHref(lang, { ...query, types: [], choice: {}, page: 1 }),
            text: text.t('search.clear'),
          },
        }
      : {}),
    sorts: SORTS.map((sort) => ({
      href: searchHref(lang, { ...query, sort, page: 1 }),
      text: text.t(`search.sort.${sort}`),
      isCurrent: sort === query.sort,
    })),
    hidden: hiddenFields(query),
    items: shown.map(({ iri, type }) => {
      const item = listItem(context, type, iri);
      return { ...item, meta: [text.t(`search.type.${type}`), ...item.meta] };
    }),
    isEmpty: hits.length === 0,
    exports: ['csv', 'json', 'ttl'].map((extension) => ({
      href: searchHref(lang, { ...query, page: 1 }).replace('/sok', `/sok.${extension}`),
      text: extension === 'ttl' ? 'RDF' : extension.toUpperCase(),
    })),
    ...(pages > 1 ? { position: text.t('list.position', { page: query.page, pages }) } : {}),
    ...(query.page > 1 ? { previous: at(query.page - 1) } : {}),
    ...(query.page < pages ? { next: at(query.page + 1) } : {}),
  };
}

function facetModel(
  context: ViewContext,
  query: SearchQuery,
  facet: Facet,
  answer: SearchAnswer,
): SearchPage['facets'][number] {
  const all = choices(context, query, { facet, counts: answer.counts[facet] });
  const isShown = (one: Choice, index: number): boolean => one.isChosen || index < SHOWN_VALUES;
  return {
    heading: context.text.t(`search.facet.${facet}`),
    isOpen: all.some(({ isChosen }) => isChosen),
    values: all.filter(isShown),
    more: all.filter((one, index) => !isShown(one, index)),
  };
}

/** Most hits first, then by label. What is chosen stays, even when it gives nothing. */
function choices(
  context: ViewContext,
  query: SearchQuery,
  { facet, counts }: { facet: Facet | 'type'; counts: ReadonlyMap<string, number> },
): Choice[] {
  const { catalogue, text } = context;
  const label = (value: string): string =>
    facet === 'type' ? text.t(`search.type.${value}`) : catalogue.label(value, text.lang).text;
  const chosen: readonly string[] = facet === 'type' ? query.types : (query.choice[facet] ?? []);
  return byLabel(counts.keys(), label)
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    .map((value) => {
      const code = facet === 'type' ? value : facetCode(value);
      return {
        href: searchHref(text.lang, toggled(query, facet, code)),
        text: label(value),
        count: text.number(counts.get(value) ?? 0),
        isChosen: chosen.includes(code),
      };
    });
}

/** Chosen values, each with the address without it. */
function chosenValues(context: ViewContext, query: SearchQuery): Link[] {
  const { catalogue, text } = context;
  const label = (facet: Facet, code: string): string => {
    const iri = catalogue.search?.values[facet].find((one) => facetCode(one) === code);
    return iri === undefined ? code : catalogue.label(iri, text.lang).text;
  };
  return [
    ...query.types.map((type) => ({
      href: searchHref(text.lang, toggled(query, 'type', type)),
      text: text.t(`search.type.${type}`),
    })),
    ...FACETS.flatMap((facet) =>
      (query.choice[facet] ?? []).map((code) => ({
        href: searchHref(text.lang, toggled(query, facet, code)),
        text: `${text.t(`search.facet.${facet}`)}: ${label(facet, code)}`,
      })),
    ),
  ];
}

/** A new text keeps what was chosen. */
function hiddenFields(query: SearchQuery): SearchPage['hidden'] {
  return [
    ...query.types.map((value) => ({ name: 'type', value })),
    ...FACETS.flatMap((facet) =>
      (query.choice[facet] ?? []).map((value) => ({ name: facet, value })),
    ),
    ...(query.sort === 'relevans' ? [] : [{ name: 'sorter', value: query.sort }]),
  ];
}
