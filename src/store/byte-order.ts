/**
 * Texts as slices of UTF-8 bytes, compared and sorted by UTF-16 code unit, as JavaScript compares strings, without making
 * strings. The two orders differ in one place: characters beyond the BMP (lead bytes F0 to F4) are surrogates in UTF-16 and
 * come before U+E000 to U+FFFF (lead bytes EE and EF).
 */

/** Byte → its rank among the bytes of UTF-8, from 1: 0 stands for the end of a text, which comes before everything. */
const RANK = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < 0xee) return byte + 1;
  return byte < 0xf0 ? byte + 8 : byte - 1;
});

/** Slices of one array of bytes: number `i` is `starts[i]` ≤ at < `ends[i]`. */
export interface Slices {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Negative when slice `a` comes first, 0 when they are equal; their first `from` bytes are known to be equal. */
export function compareSlices(slices: Slices, a: number, b: number, from = 0): number {
  const { bytes, starts, ends } = slices;
  let left = (starts[a] as number) + from;
  let right = (starts[b] as number) + from;
  const leftEnd = ends[a] as number;
  const rightEnd = ends[b] as number;
  while (left < leftEnd && right < rightEnd) {
    const difference =
      (RANK[bytes[left++] as number] as number) - (RANK[bytes[right++] as number] as number);
    if (difference !== 0) return difference;
  }
  return leftEnd - left - (rightEnd - right);
}

/** The difference of the first bytes that are not the same. */
export function compareBytes(left: number, right: number): number {
  return (RANK[left] as number) - (RANK[right] as number);
}

const KEY_BYTES = 4;
const SMALL = 12;

/**
 * Sorts the numbers of slices in `order`. Multikey quicksort (Bentley and Sedgewick 1997) with four bytes of each text cached
 * as its key: what slices have in common is read once, not at every comparison. Equal slices stay in any order.
 */
export function sortSlices(slices: Slices, order: Uint32Array): void {
  const keys = new Uint32Array(order.length);
  // Parts to sort: from, to, bytes known to be equal, and whether the keys at that depth are there. Texts may share any
  // number of bytes, so the depth is not left to the call stack.
  const parts: number[] = [0, order.length, 0, 0];
  while (parts.length > 0) {
    const keyed = parts.pop() === 1;
    const depth = parts.pop() ?? 0;
    const to = parts.pop() ?? 0;
    const from = parts.pop() ?? 0;
    if (to - from <= SMALL) {
      insertionSort(slices, order.subarray(from, to), depth);
      continue;
    }
    if (!keyed) for (let i = from; i < to; i++) keys[i] = keyAt(slices, order[i] as number, depth);
    const pivot = median(
      keys[from] as number,
      keys[(from + to) >>> 1] as number,
      keys[to - 1] as number,
    );
    const { less, more } = partition({ keys, order, from, to }, pivot);
    parts.push(from, less, depth, 1, more, to, depth, 1);
    // A key whose last byte is 0 is the end of its text: all of these are equal.
    if ((pivot & 0xff) !== 0) parts.push(less, more, depth + KEY_BYTES, 0);
  }
}

function keyAt({ bytes, starts, ends }: Slices, slice: number, depth: number): number {
  const at = (starts[slice] as number) + depth;
  const end = ends[slice] as number;
  let key = 0;
  for (let i = at; i < at + KEY_BYTES; i++)
    key = (key << 8) | (i < end ? (RANK[bytes[i] as number] as number) : 0);
  return key >>> 0;
}

function median(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : Math.max(a, c);
  return a < c ? a : Math.max(b, c);
}

interface Part {
  readonly keys: Uint32Array;
  readonly order: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** Smaller keys to the front, larger ones to the end; equal ones are `less` ≤ i < `more`. */
function partition({ keys, order, from, to }: Part, pivot: number): { less: number; more: number } {
  let less = from;
  let more = to;
  for (let i = from; i < more;) {
    const key = keys[i] as number;
    const other = key < pivot ? less++ : key > pivot ? --more : i;
    if (other !== i) {
      keys[i] = keys[other] as number;
      keys[other] = key;
      const moved = order[i] as number;
      order[i] = order[other] as number;
      order[other] = moved;
    }
    if (key <= pivot) i++;
  }
  return { less, more };
}

function insertionSort(slices: Slices, order: Uint32Array, depth: number): void {
  for (let i = 1; i < order.length; i++) {
    const one = order[i] as number;
    let at = i;
    while (at > 0 && compareSlices(slices, order[at - 1] as number, one, depth) > 0) {
      order[at] = order[at - 1] as number;
      at--;
    }
    order[at] = one;
  }
}
