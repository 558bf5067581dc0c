/** What results can be narrowed by: kinds as tabs, facets with counts, and what is chosen as chips that can be taken away. */
import { FACETS, SEARCH_TYPES, type Facet } from '../../src/model/search-file.js';
import type { SearchAnswer } from '../../src/search/search-index.js';
import { folded } from '../../src/search/words.js';
import { namePlaces } from '../search-order.js';
import {
  changed,
  facetCode,
  findName,
  searchHref,
  searchParameters,
  toggled,
  type SearchQuery,
} from '../search-request.js';
import type { Link } from './page-model.js';
import type { ViewContext } from './values.js';

/** Values of a facet that are shown at once; the rest are behind "show more". */
const SHOWN_VALUES = 8;
/** So long a list is easier to look in than to read. */
const LONG = 12;
/** No page shows more values of a facet than these: the rest are found by name. */
const MAX_VALUES = 200;

export interface Choice extends Link {
  readonly count: string;
  readonly isChosen: boolean;
}
export interface FacetModel {
  readonly id: string;
  readonly heading: string;
  readonly isOpen: boolean;
  readonly values: readonly Choice[];
  readonly more: readonly Choice[];
  /** For a long list: a field that looks in it. */
  readonly find?:
    | {
        readonly name: string;
        readonly label: string;
        readonly text: string;
        readonly hidden: readonly Field[];
        /** All values are on the page, so that they can be looked in without asking anew. */
        readonly isWhole: boolean;
        readonly nothing?: string | undefined;
      }
    | undefined;
}
/** Of a form, beside what is written. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** All kinds first, then those that occur, in one order; none where there is nothing of any kind. */
export function kindTabs(
  { text }: ViewContext,
  query: SearchQuery,
  { counts }: SearchAnswer,
): Choice[] {
  const total = [...counts.type.values()].reduce((sum, one) => sum + one, 0);
  const tab = (types: SearchQuery['types'], label: string, count: number): Choice => ({
    href: searchHref(text.lang, changed(query, { types })),
    text: label,
    count: text.number(count),
    isChosen:
      types.length === 0 ? query.types.length === 0 : query.types.includes(types[0] ?? 'datasett'),
  });
  if (total === 0) return [];
  const kinds = SEARCH_TYPES.filter((type) => counts.type.has(type) || query.types.includes(type));
  return [
    tab([], text.t('search.kinds.all'), total),
    ...kinds.map((type) => tab([type], text.t(`search.type.${type}`), counts.type.get(type) ?? 0)),
  ];
}

export function facetModels(
  context: ViewContext,
  query: SearchQuery,
  answer: SearchAnswer,
): FacetModel[] {
  return FACETS.map((facet) => facetModel(context, query, facet, answer)).filter(
    ({ values, find }) => values.length > 0 || find !== undefined,
  );
}

function facetModel(
  context: ViewContext,
  query: SearchQuery,
  facet: Facet,
  answer: SearchAnswer,
): FacetModel {
  const { text } = context;
  const heading = text.t(`search.facet.${facet}`);
  const all = choices(context, query, facet, answer);
  const wanted = query.find[facet];
  const part = wanted === undefined ? '' : plainOf(wanted);
  const found = all.filter((one) => plainOf(one.text).includes(part)).slice(0, MAX_VALUES);
  const isShown = (one: Choice, index: number): boolean =>
    wanted !== undefined || one.isChosen || index < SHOWN_VALUES;
  return {
    id: `fasett-${facet}`,
    heading,
    isOpen: wanted !== undefined || all.some(({ isChosen }) => isChosen),
    values: found.filter(isShown),
    more: found.filter((one, index) => !isShown(one, index)),
    ...(all.length > LONG || wanted !== undefined
      ? {
          find: {
            name: findName(facet),
            label: text.t('search.find', { facet: heading.toLowerCase() }),
            text: wanted ?? '',
            hidden: fieldsOf(changed(query, {})),
            isWhole: wanted === undefined && found.length === all.length,
            ...(found.length === 0 ? { nothing: text.t('search.find.none') } : {}),
          },
        }
      : {}),
  };
}

function plainOf(text: string): string {
  return folded(text.toLowerCase());
}

/** Most hits first, then by name. */
function choices(
  { catalogue, text }: ViewContext,
  query: SearchQuery,
  facet: Facet,
  { counts }: SearchAnswer,
): Choice[] {
  const places = namePlaces(catalogue, text.lang);
  const chosen = query.choice[facet] ?? [];
  return [...counts[facet]]
    .sort(([a, one], [b, other]) => other - one || (places.get(a) ?? 0) - (places.get(b) ?? 0))
    .map(([value, count]) => {
      const code = facetCode(value);
      return {
        href: searchHref(text.lang, toggled(query, facet, code)),
        text: catalogue.label(value, text.lang).text,
        count: text.number(count),
        isChosen: chosen.includes(code),
      };
    });
}

/** Chosen values, each with the address without it. A single kind is told by its tab. */
export function chosenValues(context: ViewContext, query: SearchQuery): Link[] {
  const { text } = context;
  const types = query.types.length > 1 ? query.types : [];
  return [
    ...types.map((type) => ({
      href: searchHref(
        text.lang,
        changed(query, { types: types.filter((other) => other !== type) }),
      ),
      text: text.t(`search.type.${type}`),
    })),
    ...FACETS.flatMap((facet) =>
      (query.choice[facet] ?? []).map((code) => ({
        href: searchHref(text.lang, toggled(query, facet, code)),
        text: `${text.t(`search.facet.${facet}`)}: ${nameOfCode(context, facet, code) ?? code}`,
      })),
    ),
  ];
}

/** Codes that are chosen and that nothing in the catalogue has. */
export function unknownCodes(context: ViewContext, { choice }: SearchQuery): string[] {
  return FACETS.flatMap((facet) =>
    (choice[facet] ?? []).filter((code) => nameOfCode(context, facet, code) === undefined),
  );
}

function nameOfCode(
  { catalogue, text }: ViewContext,
  facet: Facet,
  code: string,
): string | undefined {
  const iri = catalogue.search?.values[facet].find((one) => facetCode(one) === code);
  return iri === undefined ? undefined : catalogue.label(iri, text.lang).text;
}

/** A search as the hidden fields of a form, but for those that the form itself has. */
export function fieldsOf(query: SearchQuery, ...own: readonly string[]): Field[] {
  return [...searchParameters(query)]
    .filter(([name]) => !own.includes(name))
    .map(([name, value]) => ({ name, value }));
}
