/** Triple patterns on the integers of a snapshot: a range of rows of the one index that fits, and a walk over it (PF1.6, PF1.8). */
import { NONE, lowerBound } from './snapshot.js';
import type { GraphMask, Snapshot, TermId, TripleIndex } from './snapshot.js';

/** Order of the columns of an index. */
export type Layout = 'spo' | 'pos' | 'osp';

/** Rows `from` ≤ row < `to` of an index. */
export interface Rows {
  readonly layout: Layout;
  readonly index: TripleIndex;
  /** The first column of these rows; NONE when they are the whole index. */
  readonly first: TermId;
  readonly from: number;
  readonly to: number;
}

/** Triples of a pattern; NONE stands for any. Two or four binary searches, no scan. */
export function rowsOf(
  snapshot: Snapshot,
  subject: TermId,
  predicate: TermId,
  object: TermId,
): Rows {
  if (subject !== NONE && (predicate !== NONE || object === NONE))
    return narrowed(snapshot, 'spo', [subject, predicate, object]);
  if (predicate !== NONE) return narrowed(snapshot, 'pos', [predicate, object, NONE]);
  if (object !== NONE) return narrowed(snapshot, 'osp', [object, subject, NONE]);
  return { layout: 'spo', index: snapshot.spo, first: NONE, from: 0, to: snapshot.tripleCount };
}

function narrowed(
  snapshot: Snapshot,
  layout: Layout,
  key: readonly [TermId, TermId, TermId],
): Rows {
  const [first, second, third] = key;
  const index = snapshot[layout];
  let from = index.offsets[first] as number;
  let to = index.offsets[first + 1] as number;
  if (second !== NONE) {
    from = lowerBound(index.second, from, to, second);
    to = lowerBound(index.second, from, to, second + 1);
  }
  if (third !== NONE) {
    from = lowerBound(index.third, from, to, third);
    to = lowerBound(index.third, from, to, third + 1);
  }
  return { layout, index, first, from, to };
}

/** Exactly how many triples there are; without a mask no row is looked at. */
export function countRows({ index, from, to }: Rows, mask?: GraphMask): number {
  if (!mask) return to - from;
  let count = 0;
  for (let row = from; row < to; row++) count += mask[index.graphSet[row] as number] as number;
  return count;
}

/** Walks over rows in the order of their index; the fields are of the triple that `next` came to. */
export class TripleCursor {
  subject: TermId = NONE;
  predicate: TermId = NONE;
  object: TermId = NONE;
  graphSet = NONE;
  readonly #rows: Rows;
  readonly #mask: GraphMask | undefined;
  #row: number;
  #first: TermId;

  constructor(rows: Rows, mask?: GraphMask) {
    this.#rows = rows;
    this.#mask = mask;
    this.#row = rows.from - 1;
    this.#first = rows.first === NONE ? 0 : rows.first;
  }

  /** False when there are no more. */
  next(): boolean {
    const { index, to } = this.#rows;
    const mask = this.#mask;
    do {
      if (++this.#row >= to) return false;
      this.graphSet = index.graphSet[this.#row] as number;
    } while (mask && mask[this.graphSet] !== 1);
    // Only a walk over the whole index comes to another first column.
    while (this.#row >= (index.offsets[this.#first + 1] as number)) this.#first++;
    this.#place(index.second[this.#row] as number, index.third[this.#row] as number);
    return true;
  }

  #place(second: TermId, third: TermId): void {
    const { layout } = this.#rows;
    if (layout === 'spo') {
      this.subject = this.#first;
      this.predicate = second;
      this.object = third;
    } else if (layout === 'pos') {
      this.predicate = this.#first;
      this.object = second;
      this.subject = third;
    } else {
      this.object = this.#first;
      this.subject = second;
      this.predicate = third;
    }
  }
}
