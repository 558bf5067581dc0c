/** A set of quads as text with its hash. Several profiles are asked about the same array: it is written out once. */
import { canonicalBytes, contentHash } from '../rdf/canonical.js';
import type { Quad } from '../rdf/terms.js';

export interface QuadText {
  /** SHA-256 of the text. */
  readonly key: string;
  /** Canonical N-Quads. */
  readonly text: Uint8Array;
}

const texts = new WeakMap<object, QuadText>();

/** The array is not to be changed afterwards. */
export function quadText(quads: readonly Quad[]): QuadText {
  const known = texts.get(quads);
  if (known) return known;
  const text = canonicalBytes(quads);
  const made = { key: contentHash(text), text };
  texts.set(quads, made);
  return made;
}
