/** Distinct rows of integers in the order of their coming: DISTINCT, the keys of groups, indexes of joins. */
import type { Budget } from './budget.js';

const EMPTY = -1;

/** An open-addressing hash table over one growing column: no object a row. */
export class RowTable {
  /** Number of rows. */
  size = 0;
  readonly width: number;
  /** Row `i` lies from `i * width`. */
  cells: Int32Array;
  readonly #budget: Budget;
  #slots = new Int32Array(64).fill(EMPTY);

  constructor(width: number, budget: Budget) {
    this.width = width;
    this.#budget = budget;
    this.cells = new Int32Array(16 * Math.max(1, width));
  }

  /** The number of the row whose cells are the registers' values, or `~number` when it was not there and now is. */
  put(row: Int32Array, registers: Int32Array): number {
    const { width } = this;
    const mask = this.#slots.length - 1;
    let slot = hashOf(row, registers, width) & mask;
    for (;;) {
      const found = this.#slots[slot] as number;
      if (found === EMPTY) return ~this.#append(row, registers, slot);
      if (this.#equals(found, row, registers)) return found;
      slot = (slot + 1) & mask;
    }
  }

  /** As `put`, without putting: EMPTY (-1) for a row that is not there. */
  find(row: Int32Array, registers: Int32Array): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(row, registers, this.width) & mask;
    for (;;) {
      const found = this.#slots[slot] as number;
      if (found === EMPTY || this.#equals(found, row, registers)) return found;
      slot = (slot + 1) & mask;
    }
  }

  #equals(index: number, row: Int32Array, registers: Int32Array): boolean {
    const from = index * this.width;
    for (let at = 0; at < this.width; at += 1) {
      if (this.cells[from + at] !== row[registers[at] as number]) return false;
    }
    return true;
  }

  #append(row: Int32Array, registers: Int32Array, slot: number): number {
    const { width, size } = this;
    if ((size + 1) * width > this.cells.length) {
      this.#budget.take(this.cells.length);
      const wider = new Int32Array(this.cells.length * 2);
      wider.set(this.cells);
      this.cells = wider;
    }
    for (let at = 0; at < width; at += 1) {
      this.cells[size * width + at] = row[registers[at] as number] as number;
    }
    this.#slots[slot] = size;
    this.size = size + 1;
    if (this.size * 2 > this.#slots.length) this.#grow();
    return size;
  }

  #grow(): void {
    this.#budget.take(this.#slots.length);
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    const own = Int32Array.from({ length: this.width }, (_, at) => at);
    for (let index = 0; index < this.size; index += 1) {
      const row = this.cells.subarray(index * this.width, (index + 1) * this.width);
      let slot = hashOf(row, own, this.width) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
    this.#slots = slots;
  }
}

/** Multiplicative hashing with a last mixing: consecutive ids must not share their low bits' pattern. */
function hashOf(row: Int32Array, registers: Int32Array, width: number): number {
  let hash = 0;
  for (let at = 0; at < width; at += 1) {
    hash = Math.imul(hash ^ (row[registers[at] as number] as number), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
