/** The texts of the terms that were written last: results say the same publisher and theme again and again. */
import { UNBOUND, type Id } from '../evaluate/registers.js';

/** A power of two. Ids that share a place push each other out, so that texts of few rows are soon forgotten. */
const PLACES = 4_096;

export class TextCache {
  readonly #make: (id: Id) => string;
  readonly #ids = new Int32Array(PLACES).fill(UNBOUND);
  readonly #texts = new Array<string>(PLACES).fill('');

  constructor(make: (id: Id) => string) {
    this.#make = make;
  }

  text(id: Id): string {
    const place = id & (PLACES - 1);
    if (this.#ids[place] !== id) {
      this.#texts[place] = this.#make(id);
      this.#ids[place] = id;
    }
    return this.#texts[place] as string;
  }
}
