/**
 * The snapshot of a set of quads and the lists beside it. Several profiles are asked about the same array: it is built once
 * for all that have the same lists.
 */
import type { Quad } from '../rdf/terms.js';
import { buildSnapshot } from '../store/snapshot-build.js';
import { openSnapshot } from '../store/snapshot-open.js';
import type { Snapshot } from '../store/snapshot.js';
import { quadText } from './quad-text.js';

const snapshots = new WeakMap<object, Map<string, Snapshot>>();

/** The array is not to be changed afterwards; `beside` is canonical N-Quads. */
export function dataSnapshot(quads: readonly Quad[], beside: string): Snapshot {
  const built = snapshots.get(quads) ?? new Map<string, Snapshot>();
  snapshots.set(quads, built);
  let snapshot = built.get(beside);
  if (!snapshot) {
    snapshot = openSnapshot(buildSnapshot(merged(quadText(quads).text, beside)).buffer);
    built.set(beside, snapshot);
  }
  return snapshot;
}

/** Canonical again, which is quicker to read than what is not: a sort takes two sorted halves for what they are. */
function merged(a: string, b: string): string {
  if (b === '') return a;
  return [...new Set(`${a}${b}`.trimEnd().split('\n'))].sort().join('\n').concat('\n');
}
