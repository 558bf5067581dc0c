/** Stable sorts of rows by a key below a limit: linear, and what makes the indexes of a snapshot. */

/** Where the rows of each key begin when they are sorted: `keyCount + 1` numbers, the last one is `length`. */
export function offsetsOf(keys: Uint32Array, length: number, keyCount: number): Uint32Array {
  const offsets = new Uint32Array(keyCount + 1);
  countInto(offsets, keys, length);
  return offsets;
}

/** The same into an array of `keyCount + 1` numbers, all of them 0. */
export function countInto(offsets: Uint32Array, keys: Uint32Array, length: number): void {
  for (let row = 0; row < length; row++) {
    const at = (keys[row] as number) + 1;
    offsets[at] = (offsets[at] as number) + 1;
  }
  for (let key = 1; key < offsets.length; key++)
    offsets[key] = (offsets[key] as number) + (offsets[key - 1] as number);
}

/** The rows of `order` sorted by their keys; rows of equal keys keep their order. */
export function sortedBy(keys: Uint32Array, keyCount: number, order: Uint32Array): Uint32Array {
  const next = offsetsOf(keys, order.length, keyCount);
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const key = keys[row] as number;
    const at = next[key] as number;
    next[key] = at + 1;
    sorted[at] = row;
  }
  return sorted;
}
