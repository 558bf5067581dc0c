/**
 * Typed links of a thing for machines (FAIR Signposting, https://signposting.org/FAIR/; RFC 8288, RFC 9264): level 1 in headers, where
 * the first things are; level 2 as a link set, where everything is. Absolute addresses come from the base alone (X6).
 */
import { LANGUAGES, type Lang } from '../src/model/lang-text.js';
import { modelOf } from '../src/rdf/model-of.js';
import type { NamedNode } from '../src/rdf/terms.js';
import { dcat, dct, schema, specification } from '../src/rdf/vocabularies.js';
import { DOCUMENT_SYNTAXES } from './document-syntaxes.js';
import { formatLinks, type Link } from './headers.js';
import { isSafeHref } from './local-paths.js';
import type { PageKind } from './page-kinds.js';
import type { PublicCatalogue } from './public-catalogue.js';

export const LINKSET_TYPE = 'application/linkset+json';
/** More files than this are told by the link set alone (site.md 9). */
const MAX_ITEMS = 20;
/** Characters of a Link header: with all others it stays below 8 kB. */
const MAX_LENGTH = 6_500;

/** What the page of a kind is about, in the words of search engines. */
const TYPES: Readonly<Partial<Record<PageKind, NamedNode>>> = {
  datasett: schema.Dataset,
  serie: schema.Dataset,
  katalog: schema.DataCatalog,
  distribusjon: schema.DataDownload,
  datatjeneste: schema.WebAPI,
  virksomhet: schema.Organization,
  begrep: schema.DefinedTerm,
};

/** Of a thing's page in a language. */
export function thingPageLinks(catalogue: PublicCatalogue, iri: string, lang: Lang): Link[] {
  const own = [
    { href: pageAddress(catalogue, iri, lang), rel: 'canonical' },
    ...alternates(catalogue, iri),
  ];
  const [described, items] = [landingLinks(catalogue, iri), itemLinks(catalogue, iri)];
  const links = [...own, ...described, linksetLink(catalogue, iri)];
  const all = [...links, ...items];
  return items.length > MAX_ITEMS || formatLinks(all).length > MAX_LENGTH ? links : all;
}

/** Of a document about a thing, in whatever syntax. */
export function documentLinks(catalogue: PublicCatalogue, iri: string): Link[] {
  return [
    { href: absolute(catalogue, catalogue.pathOf(iri) ?? ''), rel: 'canonical' },
    ...alternates(catalogue, iri),
    { href: pageAddress(catalogue, iri, 'nb'), rel: 'describes', type: 'text/html' },
    ...aboutDocument(catalogue, iri),
    { href: iri, rel: 'cite-as' },
    ...collectionLinks(catalogue, iri),
    linksetLink(catalogue, iri),
  ];
}

/** The page in each language, and the documents. */
export function alternates(catalogue: PublicCatalogue, iri: string): Link[] {
  const pages = LANGUAGES.map((one) => ({
    href: pageAddress(catalogue, iri, one),
    rel: 'alternate',
    type: 'text/html',
    hreflang: one,
  }));
  return [...pages, ...documents(catalogue, iri).map((one) => ({ ...one, rel: 'alternate' }))];
}

/** Of a data file of ours: the dataset that it is of. None for a file that no public description knows. */
export function contentLinks(catalogue: PublicCatalogue, file: string): Link[] {
  const datasets = pointingBy(catalogue, file, dcat.downloadURL).flatMap((distribution) =>
    pointingBy(catalogue, distribution, dcat.distribution),
  );
  return [...new Set(datasets)].flatMap((one) => [
    { href: pageAddress(catalogue, one, 'nb'), rel: 'collection', type: 'text/html' },
    linksetLink(catalogue, one),
  ]);
}

/** Everything above by whose link it is (RFC 9264 §4.2): pages, documents, files. */
export function linkset(catalogue: PublicCatalogue, iri: string): object {
  const pages = LANGUAGES.map((lang) => pageAddress(catalogue, iri, lang));
  const page = [
    ...alternates(catalogue, iri),
    ...landingLinks(catalogue, iri),
    ...itemLinks(catalogue, iri),
  ];
  const document = [
    ...pages.map((href) => ({ href, rel: 'describes', type: 'text/html' })),
    ...aboutDocument(catalogue, iri),
  ];
  const file = pages.map((href) => ({ href, rel: 'collection', type: 'text/html' }));
  return {
    linkset: [
      ...pages.map((anchor) => context(anchor, page)),
      ...documents(catalogue, iri).map(({ href }) => context(href, document)),
      ...itemLinks(catalogue, iri).map(({ href }) => context(href, file)),
    ],
  };
}

function context(anchor: string, links: readonly Link[]): object {
  const relations = new Map<string, object[]>();
  for (const { rel, href, type, hreflang } of links) {
    const target = {
      href,
      ...(type ? { type } : {}),
      ...(hreflang ? { hreflang: [hreflang] } : {}),
    };
    relations.set(rel, [...(relations.get(rel) ?? []), target]);
  }
  return { anchor, ...Object.fromEntries(relations) };
}

/** What a landing page says of the thing it tells about, but for its files. */
function landingLinks(catalogue: PublicCatalogue, iri: string): Link[] {
  const { graph } = catalogue;
  const authors = [dct.creator, dct.publisher].map((one) => graph.node(iri, one));
  const author = authors.find((one) => one !== undefined);
  const about = TYPES[catalogue.kindOf(iri)];
  return [
    { href: iri, rel: 'cite-as' },
    ...documents(catalogue, iri)
      .slice(0, 2)
      .map((one) => ({ ...one, rel: 'describedby' })),
    ...(author ? [{ href: author.value, rel: 'author' }] : []),
    ...licences(catalogue, iri).map((href) => ({ href, rel: 'license' })),
    ...collectionLinks(catalogue, iri),
    { href: schema.AboutPage.value, rel: 'type' },
    ...(about ? [{ href: about.value, rel: 'type' }] : []),
  ];
}

/** Documents bear the licence of the metadata: the catalogue's, or that of the model they tell of. */
function aboutDocument(catalogue: PublicCatalogue, iri: string): Link[] {
  const { graph, settings, feed } = catalogue;
  return [
    { href: iri, rel: 'describes' },
    ...(feed.isMember(iri) ? [{ href: specification['dcat-ap-no'].value, rel: 'profile' }] : []),
    ...graph
      .nodes(modelOf(graph, iri) ?? settings.catalog, dct.license)
      .map(({ value }) => ({ href: value, rel: 'license' })),
  ];
}

/** What the thing is one of: a file of its dataset, a dataset of its series, else of the catalogue. */
function collectionLinks(catalogue: PublicCatalogue, iri: string): Link[] {
  const { graph, settings } = catalogue;
  const series = graph.nodes(iri, dcat.inSeries).map(({ value }) => value);
  const datasets = pointingBy(catalogue, iri, dcat.distribution);
  const catalogues = [dcat.dataset, dcat.service].flatMap((one) => pointingBy(catalogue, iri, one));
  const found = [series, datasets, catalogues].find((one) => one.length > 0) ?? [];
  return found
    .filter((one) => catalogue.pathOf(one) !== undefined || one === settings.catalog)
    .map((href) => ({ href, rel: 'collection' }));
}

/** Each file that can be downloaded, with its type where it is stated. */
function itemLinks(catalogue: PublicCatalogue, iri: string): Link[] {
  const { graph } = catalogue;
  const holders = [iri, ...graph.nodes(iri, dcat.distribution).map(({ value }) => value)];
  return holders.flatMap((holder) => {
    const type = /\/media-types\/([\w.+-]+\/[\w.+-]+)$/.exec(
      graph.node(holder, dcat.mediaType)?.value ?? '',
    );
    return graph
      .nodes(holder, dcat.downloadURL)
      .filter(({ value }) => isSafeHref(value))
      .map(({ value }) => ({ href: value, rel: 'item', ...(type?.[1] ? { type: type[1] } : {}) }));
  });
}

function licences({ graph }: PublicCatalogue, iri: string): string[] {
  const holders = [iri, ...graph.nodes(iri, dcat.distribution).map(({ value }) => value)];
  const found = holders.flatMap((one) => graph.nodes(one, dct.license).map(({ value }) => value));
  return [...new Set(found)].filter((one) => isSafeHref(one));
}

function documents(catalogue: PublicCatalogue, iri: string): { href: string; type: string }[] {
  const path = catalogue.pathOf(iri) ?? '';
  return DOCUMENT_SYNTAXES.map(({ extension, mediaType }) => ({
    href: absolute(catalogue, `${path}.${extension}`),
    type: mediaType,
  }));
}

function linksetLink(catalogue: PublicCatalogue, iri: string): Link {
  const href = absolute(catalogue, `${catalogue.pathOf(iri) ?? ''}/linkset.json`);
  return { href, rel: 'linkset', type: LINKSET_TYPE };
}

function pointingBy({ graph }: PublicCatalogue, object: string, predicate: NamedNode): string[] {
  return graph
    .pointingTo(object)
    .filter((one) => one.predicate.equals(predicate))
    .map(({ subject }) => subject.value);
}

function pageAddress(catalogue: PublicCatalogue, iri: string, lang: Lang): string {
  return absolute(catalogue, `/${lang}${catalogue.pathOf(iri) ?? ''}`);
}

function absolute({ settings }: PublicCatalogue, local: string): string {
  return settings.base + local.slice(1);
}
