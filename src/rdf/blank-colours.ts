/**
 * A hash of what hangs below each blank node, whatever its label and whatever order the quads came in: colour refinement
 * over outgoing statements. Two nodes of one colour are alike as far as this can see.
 */
import { CatalogError } from '../model/errors.js';
import { contentHash } from './canonical.js';
import { termText } from './nquads.js';
import type { Quad } from './terms.js';

export type Outgoing = ReadonlyMap<string, readonly Quad[]>;

/** H10: lines hashed before a graph counts as poisoned. A record of 1 000 blank nodes needs some 20 000. */
const MAX_LINES = 500_000;

/** Throws CatalogError RECORD_MALFORMED when the work exceeds the cap. */
export function blankColours(outgoing: Outgoing): ReadonlyMap<string, string> {
  let colours = new Map<string, string>();
  let distinct = -1;
  let work = 0;
  for (;;) {
    const next = new Map<string, string>();
    for (const [label, quads] of outgoing) {
      work += quads.length;
      if (work > MAX_LINES) throw tooEntangled();
      next.set(label, contentHash(linesOf(quads, colours).sort().join('\n')));
    }
    const found = new Set(next.values()).size;
    if (found === distinct) return next;
    distinct = found;
    colours = next;
  }
}

function linesOf(quads: readonly Quad[], colours: ReadonlyMap<string, string>): string[] {
  return quads.map(({ predicate, object }) => {
    const isBlank = object.termType === 'BlankNode';
    const target = isBlank ? `_:${colours.get(object.value) ?? ''}` : termText(object);
    return `${termText(predicate)} ${target}`;
  });
}

export function tooEntangled(cause?: unknown): CatalogError {
  const text = 'de navnløse nodene er for innfløkte til å få faste navn';
  return new CatalogError('RECORD_MALFORMED', { cause: text }, cause);
}
