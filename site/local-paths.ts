/** IRIs ↔ local paths. Links on pages are local, so that the site works on any host; absolute ones come from the base alone (X6). */
import type { Iri } from '../src/model/iri.js';
import { VOCAB_BASE } from '../src/rdf/vocabularies.js';

/** `/datasett/x`, `/kode/kostra/202` or `/kode/kostra`: the same for the thing's IRI, page and documents. */
export type LocalPath = `/${string}`;

const CODES = 'kode/';
const THINGS = 'id/';

/** The path of an IRI under the base or of the project's code lists; undefined for all others. */
export function localPath(base: Iri, iri: string): LocalPath | undefined {
  if (iri.startsWith(base + THINGS)) return twoParts(iri.slice((base + THINGS).length), '');
  for (const root of [base, VOCAB_BASE]) {
    if (!iri.startsWith(root + CODES)) continue;
    const rest = iri.slice((root + CODES).length);
    return /^[^/?#]+$/.test(rest) ? `/${CODES}${rest}` : twoParts(rest, CODES);
  }
  return undefined;
}

function twoParts(rest: string, prefix: string): LocalPath | undefined {
  return /^[^/?#]+\/[^/?#]+$/.test(rest) ? `/${prefix}${rest}` : undefined;
}

/** IRIs that a local path may stand for: the municipality's own before the project's. */
export function irisOf(base: Iri, path: string): readonly string[] {
  const rest = path.slice(1);
  if (rest.startsWith(CODES)) return [base + rest, VOCAB_BASE + rest];
  return [base + THINGS + rest];
}

/** X1: only these schemes become links; all others are shown as text. */
export function isSafeHref(value: string): boolean {
  return /^(https?:\/\/|mailto:[^\s]+@)/i.test(value) && URL.canParse(value);
}
