/**
 * Ids of GGM elements. They are opaque (model.md 8.2, rule 9): cases mix, some carry braces, some end in 11 hexadecimal digits,
 * but no two differ by case or braces alone.
 */
import { tryIri, type Iri } from '../../src/model/iri.js';
import { slug } from '../../src/model/key.js';

const PREFIX = 'ggm-';

/** `EAID_F1E5…` → `ggm-eaid_f1e5…`: the key of the element's IRI. It holds no version, so the IRI outlives a release. */
export function elementKey(id: string): string {
  return PREFIX + id.toLowerCase().replace(/[{}]/g, '');
}

/** For an attribute without an id (rule 3): there is nothing else to know it by. */
export function nameKey(classId: string, name: string): string {
  return `${elementKey(classId)}-${slug(name)}`;
}

/**
 * The same element in every municipality and release: `urn:uuid:` and the GUID in the id (RFC 9562). `ontology/` uses it to speak
 * of GGM elements. Undefined for ids that are no GUID.
 */
export function globalIri(id: string): Iri | undefined {
  const guid = id
    .toLowerCase()
    .replace(/^\{?(?:eaid|eapk)_/, '')
    .replace(/[{}]/g, '')
    .replaceAll('_', '-');
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid)
    ? tryIri(`urn:uuid:${guid}`)
    : undefined;
}

/** The key by which GEMMA's list knows an element: letters and digits of the id, without what EA puts before it. */
export function foldId(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?:eaid|eapk)/, '');
}
