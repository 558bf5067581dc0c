/** How much a query may keep in memory at once; time is bounded from outside (safety D1, D3). */
import { tooLarge } from '../query-error.js';

/** Integers, 4 bytes each. A child is killed at 384 MB above its size after loading. */
export const MAX_KEPT_VALUES = 50_000_000;

export class Budget {
  #left = MAX_KEPT_VALUES;

  /** Throws QUERY_TOO_LARGE. */
  take(values: number): void {
    this.#left -= values;
    if (this.#left < 0) throw tooLarge('keptValues', MAX_KEPT_VALUES);
  }

  release(values: number): void {
    this.#left += values;
  }
}
