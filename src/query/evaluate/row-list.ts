/** Rows of integers in one growing column. */
import type { Budget } from './budget.js';

export class RowList {
  size = 0;
  cells: Int32Array;
  readonly #width: number;
  readonly #budget: Budget;

  constructor(width: number, budget: Budget) {
    this.#width = width;
    this.#budget = budget;
    this.cells = new Int32Array(16 * Math.max(1, width));
  }

  /** The values of the registers, as one more row. */
  add(row: Int32Array, registers: Int32Array): void {
    const from = this.size * this.#width;
    if (from + this.#width > this.cells.length) this.#grow();
    for (let at = 0; at < this.#width; at += 1) {
      this.cells[from + at] = row[registers[at] as number] as number;
    }
    this.size += 1;
    // Rows without columns are counted too.
    if (this.#width === 0) this.#budget.take(1);
  }

  clear(): void {
    this.size = 0;
  }

  #grow(): void {
    this.#budget.take(this.cells.length);
    const wider = new Int32Array(this.cells.length * 2);
    wider.set(this.cells);
    this.cells = wider;
  }
}
