/** Texts of nodes as UTF-8, outside the heap and up to a limit: what finds no room is made again each time it is asked for. */

/** Enough for some 30 000 datasets in four syntaxes. */
const MAX_BYTES = 640 * 1024 * 1024;
const CHUNK_BYTES = 8 * 1024 * 1024;
/** Of a UTF-16 code unit in UTF-8. */
const MAX_BYTES_A_UNIT = 3;

export class TextStore {
  /** Texts of one node. */
  readonly #width: number;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  /** Free from here in the last chunk. */
  #at = 0;
  readonly #numbers = new Map<string, number>();
  /** Of each text: its chunk, where it begins and where it ends. */
  readonly #places: number[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  has(node: string): boolean {
    return this.#numbers.has(node);
  }

  /** `make` gives the node's texts; it is not called when there is no room. */
  put(node: string, make: () => readonly string[]): void {
    if (this.#bytes >= MAX_BYTES) return;
    this.#numbers.set(node, this.#numbers.size);
    for (const text of make()) this.#add(text);
  }

  get(node: string, at: number): Uint8Array | undefined {
    const number = this.#numbers.get(node);
    if (number === undefined) return undefined;
    const place = (number * this.#width + at) * 3;
    const [chunk = 0, from, to] = this.#places.slice(place, place + 3);
    return this.#chunks[chunk]?.subarray(from, to);
  }

  #add(text: string): void {
    const room = text.length * MAX_BYTES_A_UNIT;
    let chunk = this.#chunks.at(-1);
    if (!chunk || chunk.length - this.#at < room) {
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, room));
      this.#chunks.push(chunk);
      this.#bytes += chunk.length;
      this.#at = 0;
    }
    const from = this.#at;
    this.#at += chunk.write(text, from);
    this.#places.push(this.#chunks.length - 1, from, this.#at);
  }
}
