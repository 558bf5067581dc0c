/** Lists with 50 things a page. Counts come from the zone alone (C6). */
import { SEARCH_TYPES } from '../../src/model/search-file.js';
import { dct, dpv, kdm, skos } from '../../src/rdf/vocabularies.js';
import type { NamedNode } from '../../src/rdf/terms.js';
import { textOf } from '../labels.js';
import type { ListName } from '../page-kinds.js';
import type { Translator } from '../translator.js';
import type { Link, Tag, Value } from './page-model.js';
import { accessTag, processingTags, statusTags } from './tags.js';
import { nodeValue, pageHref, valuesOf, type ViewContext } from './values.js';

export const PAGE_SIZE = 50;
const SUMMARY_LENGTH = 180;

export interface ListItem {
  readonly title: Value;
  readonly meta: readonly string[];
  readonly summary?: Value | undefined;
  readonly tags: readonly Tag[];
}
export interface ListPage {
  readonly heading: string;
  readonly lead: string;
  readonly countText: string;
  readonly filter?: { readonly text: string; readonly clear: Link } | undefined;
  /** The same things where they can be narrowed and sorted. */
  readonly search?: Link | undefined;
  readonly items: readonly ListItem[];
  readonly empty?: string | undefined;
  readonly position?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}
export interface ListRequest {
  readonly name: ListName;
  /** From 1. */
  readonly page: number;
  /** Key of an organisation; an unknown one filters everything away, like one that owns nothing. */
  readonly publisher?: string | undefined;
}

/** Undefined for a page beyond the last. */
export function listPage(context: ViewContext, request: ListRequest): ListPage | undefined {
  const { text } = context;
  const { name, page, publisher } = request;
  const all = filtered(context, request);
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  if (page > pages) return undefined;
  const href = (number: number): string => listHref(context, request, number);
  const shown = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    heading: text.t(`list.${name}.title`),
    lead: text.t(`list.${name}.lead`),
    countText: text.count('list.count', all.length),
    items: shown.map((iri) => listItem(context, name, iri)),
    ...(publisher === undefined ? {} : { filter: publisherFilter(context, name, publisher) }),
    ...(all.length > 1 && isSearched(name) ? { search: searchLink(text, name) } : {}),
    ...(all.length === 0 ? { empty: text.t('list.empty') } : {}),
    ...(pages > 1 ? { position: text.t('list.position', { page, pages }) } : {}),
    ...(page > 1 ? { previous: href(page - 1) } : {}),
    ...(page < pages ? { next: href(page + 1) } : {}),
  };
}

function isSearched(name: ListName): boolean {
  return SEARCH_TYPES.some((type) => type === name);
}

function searchLink(text: Translator, name: ListName): Link {
  return { href: `/${text.lang}/sok?type=${name}`, text: text.t('list.search') };
}

/** The list's own address, without what we do not know. */
export function listHref(
  { text }: ViewContext,
  { name, publisher }: Pick<ListRequest, 'name' | 'publisher'>,
  page: number,
): string {
  const parameters = new URLSearchParams();
  if (publisher !== undefined) parameters.set('utgiver', publisher);
  if (page > 1) parameters.set('side', String(page));
  const query = parameters.toString();
  return `/${text.lang}/${name}${query === '' ? '' : `?${query}`}`;
}

const OWNERS: readonly NamedNode[] = [
  dct.publisher,
  kdm.systemOwner,
  kdm.systemManager,
  dpv.hasDataController,
];

/** Kinds of which an organisation's number is told. */
const OWNED = ['datasett', 'datatjeneste', 'system', 'behandling'] as const;

function filtered({ catalogue, text }: ViewContext, request: ListRequest): readonly string[] {
  const all = catalogue.list(request.name, text.lang);
  if (request.publisher === undefined) return all;
  const suffix = `/${request.publisher}`;
  return all.filter((iri) =>
    OWNERS.some((owner) =>
      catalogue.graph.nodes(iri, owner).some((one) => one.value.endsWith(suffix)),
    ),
  );
}

function publisherFilter(
  context: ViewContext,
  name: ListName,
  publisher: string,
): NonNullable<ListPage['filter']> {
  const { catalogue, text } = context;
  const found = ['virksomhet', 'enhet']
    .map((type) => catalogue.resolve(`/${type}/${publisher}`))
    .find((one) => one?.state === 'public');
  const who = found ? catalogue.label(found.iri, text.lang).text : text.t('list.unknownPublisher');
  return {
    text: text.t('list.filter', { who }),
    clear: { href: `/${text.lang}/${name}`, text: text.t('list.clear') },
  };
}

export function listItem(context: ViewContext, name: ListName, iri: string): ListItem {
  const { catalogue, text } = context;
  return {
    title: { ...catalogue.label(iri, text.lang), href: pageHref(context, iri) },
    meta: metaOf(context, name, iri),
    tags: tagsOf(context, name, iri),
    summary: summaryOf(context, iri),
  };
}

function metaOf(context: ViewContext, name: ListName, iri: string): string[] {
  const { catalogue, text } = context;
  const owner = name === 'system' ? kdm.systemOwner : dct.publisher;
  const [who] = valuesOf(context, iri, owner);
  const [modified] = valuesOf(context, iri, dct.modified);
  if (name === 'politikkomrade') {
    const uses = catalogue.graph.pointingTo(iri).length;
    return [text.count('list.uses', uses)];
  }
  if (name === 'virksomhet')
    return [
      ...valuesOf(context, iri, dct.identifier).map((one) =>
        text.t('list.orgnr', { number: one.text }),
      ),
      ...ownedCounts(context, iri),
    ];
  return [
    ...(who ? [who.text] : []),
    ...(modified ? [text.t('list.modified', { date: modified.text })] : []),
  ];
}

/** How much an organisation answers for, of each kind that it has any of. */
function ownedCounts({ catalogue, text }: ViewContext, iri: string): string[] {
  const names = new Set(OWNERS.map(({ value }) => value));
  const owned = catalogue.graph
    .pointingTo(iri)
    .flatMap(({ subject, predicate }) => (names.has(predicate.value) ? [subject.value] : []));
  const kinds = [...new Set(owned)].map((one) => catalogue.kindOf(one));
  return OWNED.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count === 0 ? [] : [text.count(`list.owned.${kind}`, count)];
  });
}

function tagsOf(context: ViewContext, name: ListName, iri: string): Tag[] {
  if (name === 'datasett' || name === 'datatjeneste') return [accessTag(context, iri)];
  if (name === 'system') return statusTags(context, iri);
  return name === 'behandling' ? processingTags(context, iri) : [];
}

function summaryOf(context: ViewContext, iri: string): Value | undefined {
  const { catalogue, text } = context;
  const found = textOf(catalogue.graph, iri, [dct.description, skos.definition], text.lang);
  const purpose = found ? undefined : catalogue.graph.node(iri, dpv.hasPurpose);
  if (purpose) return shortened(nodeValue(context, purpose.value));
  return found && shortened(found);
}

function shortened(value: Value): Value {
  const { text, lang } = value;
  if (text.length <= SUMMARY_LENGTH) return { text, lang };
  const cut = text.slice(0, SUMMARY_LENGTH).replace(/\s+\S*$/, '');
  return { text: `${cut} …`, lang };
}
