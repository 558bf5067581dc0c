/** Text on its way out: gathered, encoded in chunks, counted against the limits (safety D3). */
import { tooLarge } from '../query-error.js';

/** Takes each chunk as it is full; the chunk is the sink's own from then on. */
export type Sink = (chunk: Uint8Array) => void;

export interface OutputLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** In UTF-16 units: some 64 kB of UTF-8 in the texts that catalogues hold. */
const CHUNK_LENGTH = 60_000;

export class Output {
  rows = 0;
  bytes = 0;
  readonly #limits: OutputLimits;
  readonly #sink: Sink;
  #text = '';

  constructor(limits: OutputLimits, sink: Sink) {
    this.#limits = limits;
    this.#sink = sink;
  }

  /** Throws QUERY_TOO_LARGE when this is one row too many. Before the row is written. */
  countRow(): void {
    if (this.rows >= this.#limits.maxRows) throw tooLarge('maxRows', this.#limits.maxRows);
    this.rows += 1;
  }

  /** Throws QUERY_TOO_LARGE when the limit of bytes is passed: the chunk that would pass it is not sent. */
  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= CHUNK_LENGTH) this.flush();
  }

  flush(): void {
    if (this.#text === '') return;
    const chunk = Buffer.from(this.#text);
    this.#text = '';
    this.bytes += chunk.byteLength;
    if (this.bytes > this.#limits.maxBytes) throw tooLarge('maxBytes', this.#limits.maxBytes);
    this.#sink(chunk);
  }
}
