/**
 * A legal provision as a node of its own (eli:LegalResource, DCAT-AP-NO 3 Regulativ ressurs).
 * Records share the node; those that are not open get one per class, so that the node has exactly one class and a text
 * of a closed record never becomes public because an open record cites the same provision.
 */
import { hashedKey, slug } from '../model/key.js';
import { tryIri, type Iri } from '../model/iri.js';
import { resource } from '../rdf/resource.js';
import type { Quad } from '../rdf/terms.js';
import { dct, eli, kdm, rdfs } from '../rdf/vocabularies.js';
import { definitionOf } from './stated-class.js';
import type { MapContext } from './harvester.js';

export interface Law {
  readonly title: string;
  readonly url: string | undefined;
}

/** `forvaltningsloven, § 13 <https://lovdata.no/…>`: title, and the address when one follows. */
export function parseLaw(text: string): Law {
  const found = /^(.*?)\s*<([^<>]*)>\s*$/s.exec(text.trim());
  return { title: lawTitle(found?.[1] ?? text), url: found?.[2]?.trim() };
}

/** One spelling, so that "forvaltningsloven, § 13" and "Forvaltningsloven § 13" are one node with one title. */
function lawTitle(text: string): string {
  const title = text.replace(/,\s*§/g, ' §').replace(/\s+/g, ' ').trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}

export function lawIri(context: MapContext, law: Law, recordClass: Iri | undefined): Iri {
  const readable = slug(law.title);
  const key =
    readable.length > 55
      ? `${readable.slice(0, 44).replace(/-+$/, '')}-${hashedKey('lov', law.title)}`
      : readable || hashedKey('lov', law.title);
  const definition = definitionOf(context, recordClass);
  const isOpen = definition === context.scheme.open;
  return context.mint('lov', isOpen ? key : `${key}-${definition?.code ?? 'uten-klasse'}`);
}

export function describeLaw(subject: Iri, law: Law, recordClass: Iri | undefined): Iterable<Quad> {
  return resource(subject)
    .a(eli.LegalResource)
    .text(dct.title, law.title, 'nb')
    .link(rdfs.seeAlso, law.url ? tryIri(law.url) : undefined)
    .link(kdm.recordClass, recordClass);
}
