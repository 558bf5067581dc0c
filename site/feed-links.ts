/** Link headers of the catalogue's documents: what else says the same, where the pages go on, whose it is (RFC 8288). */
import { dcat, dct } from '../src/rdf/vocabularies.js';
import { DOCUMENT_SYNTAXES } from './document-syntaxes.js';
import type { Link } from './headers.js';
import type { PublicCatalogue } from './public-catalogue.js';

/** The same document in each syntax; `stem`: its address without extension. */
export function alternatesOf(base: string, stem: string): Link[] {
  return DOCUMENT_SYNTAXES.map(({ extension, mediaType }) => ({
    href: `${base}${stem}.${extension}`,
    rel: 'alternate',
    type: mediaType,
  }));
}

/** What every document of the catalogue is: a description of it, under its licence. */
export function catalogueLinks({ graph, settings }: PublicCatalogue): Link[] {
  const { catalog } = settings;
  const licence = graph.node(catalog, dct.license);
  return [
    { href: catalog, rel: 'describes' },
    { href: dcat.Catalog.value, rel: 'type' },
    ...(licence ? [{ href: licence.value, rel: 'license' }] : []),
  ];
}

export function pageAddress(base: string, number: number): string {
  return `${base}katalog?side=${number}`;
}

/** Of one page among others; `last` is the number of the last one. */
export function pagingLinks(base: string, number: number, last: number): Link[] {
  const to = (rel: string, page: number): Link => ({ href: pageAddress(base, page), rel });
  return [
    to('first', 1),
    ...(number > 1 ? [to('prev', number - 1)] : []),
    ...(number < last ? [to('next', number + 1)] : []),
    to('last', last),
  ];
}
