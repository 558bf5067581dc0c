/** IRIs ↔ local paths. Links on pages are local, so that the site works on any host; absolute ones come from the base alone (X6). */
import type { Iri } from '../src/model/iri.js';
import { kdm, KDM_ONTOLOGY, VOCAB_BASE } from '../src/rdf/vocabularies.js';

/** `/datasett/x`, `/kode/kostra/202`, `/def/kdm` or `/def/kdm/System`: the same for the thing's IRI, page and documents. */
export type LocalPath = `/${string}`;

const CODES = 'kode/';
/** Terms are fragments of one document (`kdm#System`); each has a page of its own all the same. */
export const DEFINITIONS: LocalPath = '/def/kdm';
const THINGS = 'id/';

/** The path of an IRI under the base, of the project's code lists or of its ontology; undefined for all others. */
export function localPath(base: Iri, iri: string): LocalPath | undefined {
  if (iri === KDM_ONTOLOGY) return DEFINITIONS;
  if (iri.startsWith(kdm.$.base)) return termPath(iri.slice(kdm.$.base.length));
  if (iri.startsWith(base + THINGS)) return twoParts(iri.slice((base + THINGS).length), '');
  for (const root of [base, VOCAB_BASE]) {
    if (!iri.startsWith(root + CODES)) continue;
    const rest = iri.slice((root + CODES).length);
    return /^[^/?#]+$/.test(rest) ? `/${CODES}${rest}` : twoParts(rest, CODES);
  }
  return undefined;
}

function termPath(name: string): LocalPath | undefined {
  return /^\w+$/.test(name) ? `${DEFINITIONS}/${name}` : undefined;
}

/** A version of a model has its number after the model's key: `modell/ggm/versjon/2.5.1`. */
function twoParts(rest: string, prefix: string): LocalPath | undefined {
  const isPath = /^[^/?#]+\/[^/?#]+(?:\/versjon\/[^/?#]+)?$/.test(rest);
  return isPath ? `/${prefix}${rest}` : undefined;
}

/** IRIs that a local path may stand for: the municipality's own before the project's. */
export function irisOf(base: Iri, path: string): readonly string[] {
  const rest = path.slice(1);
  // `kode/x` is a list of ours, and `id/kode/x` a code of a model.
  if (rest.startsWith(CODES)) return [base + rest, VOCAB_BASE + rest, base + THINGS + rest];
  if (path === DEFINITIONS) return [KDM_ONTOLOGY];
  if (path.startsWith(`${DEFINITIONS}/`)) return [kdm.$.base + path.slice(DEFINITIONS.length + 1)];
  return [base + THINGS + rest];
}

/** X1: only these schemes become links; all others are shown as text. */
export function isSafeHref(value: string): boolean {
  return /^(https?:\/\/|mailto:[^\s]+@)/i.test(value) && URL.canParse(value);
}
