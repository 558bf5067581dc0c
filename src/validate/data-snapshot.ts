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

/** Canonical again, which is quicker to read than what is not: the few lines of the lists are put in where they belong. */
function merged(data: Uint8Array, beside: string): Uint8Array {
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const line of beside.split('\n').slice(0, -1)) {
    const at = placeOf(line, text, from);
    pieces.push(text.subarray(from, at));
    if (lineAt(text, at) !== line) pieces.push(Buffer.from(`${line}\n`));
    from = at;
  }
  return Buffer.concat([...pieces, text.subarray(from)]);
}

const LF = 0x0a;

/** Where the first line begins that does not come before this one; looked for from the beginning of a line. */
function placeOf(line: string, text: Buffer, from: number): number {
  let [low, high] = [from, text.length];
  while (low < high) {
    const middle = Math.max(low, text.lastIndexOf(LF, Math.floor((low + high) / 2) - 1) + 1);
    if (lineAt(text, middle) < line) low = text.indexOf(LF, middle) + 1;
    else high = middle;
  }
  return low;
}

function lineAt(text: Buffer, at: number): string {
  return text.toString('utf8', at, text.indexOf(LF, at));
}
