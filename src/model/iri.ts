/**
 * Iri: the only kind of string that may become an RDF node. Made by `iri()` alone (RFC 3987; safety P7):
 * NFC, no blanks or characters that break N-Triples; what can be percent-encoded is, the rest is refused.
 */
export type Iri = string & { readonly __brand: 'Iri' };

const UNSAFE = /[\u0000-\u0020<>"{}|\\^`\u007f-\u009f]/g;
/** Half a character: written as UTF-8 it becomes another IRI. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const SCHEME = /^(https?|mailto|urn|tel):/i;

/** Returns the IRI, or undefined when the text cannot be made one. */
export function tryIri(text: string): Iri | undefined {
  const trimmed = text.normalize('NFC').trim();
  if (!SCHEME.test(trimmed) || LONE_SURROGATE.test(trimmed)) return undefined;
  const safe = trimmed.replace(UNSAFE, (char) => encodeURIComponent(char));
  return URL.canParse(safe) ? (safe as Iri) : undefined;
}

/** Throws RangeError for text that is no absolute http, https, mailto, tel or urn IRI. */
export function iri(text: string): Iri {
  const made = tryIri(text);
  if (made === undefined) throw new RangeError(`not an absolute IRI: ${JSON.stringify(text)}`);
  return made;
}

/** True for IRIs that may be written as an `href` (X1): a script scheme never becomes a link. */
export function isLinkable(value: string): boolean {
  return /^(https?|mailto|tel):/i.test(value);
}
