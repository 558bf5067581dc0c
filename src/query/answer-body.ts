/** The reader's end of an answer: chunks that have come from a child wait here, so that the child is free before a slow client. */
import { queryError } from './query-error.js';

/** Bytes that have come and are not read, over all answers of a pool: slow readers together hold no more than `limit`. */
export class UnreadBytes {
  readonly #limit: number;
  readonly #bodies = new Set<AnswerBody>();
  #total = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Beyond the limit, whoever leaves the most unread loses it. */
  count(body: AnswerBody, bytes: number): void {
    this.#total += bytes;
    if (body.unread > 0) this.#bodies.add(body);
    else this.#bodies.delete(body);
    if (this.#total > this.#limit) this.#greediest(body).fail(queryError('QUERY_BUSY'));
  }

  #greediest(one: AnswerBody): AnswerBody {
    let most = one;
    for (const body of this.#bodies) if (body.unread > most.unread) most = body;
    return most;
  }
}

/** Read once, by one reader. */
export class AnswerBody implements AsyncIterable<Uint8Array> {
  readonly #all: UnreadBytes;
  readonly #onDone: () => void;
  #chunks: Uint8Array[] = [];
  #unread = 0;
  #state: 'open' | 'whole' | 'done' = 'open';
  #error: Error | undefined;
  #wake: () => void = () => undefined;

  /** `onDone` is called once: the reader has read all or has left, or the answer has failed. */
  constructor(all: UnreadBytes, onDone: () => void) {
    this.#all = all;
    this.#onDone = onDone;
  }

  get unread(): number {
    return this.#unread;
  }

  push(chunk: Uint8Array): void {
    if (this.#state !== 'open' || chunk.byteLength === 0) return;
    this.#chunks.push(chunk);
    this.#count(chunk.byteLength);
    this.#wake();
  }

  end(): void {
    if (this.#state === 'open') this.#state = 'whole';
    this.#wake();
  }

  /** Reading is rejected from now on; what has not been read is dropped. Does nothing when all has been read. */
  fail(error: Error): void {
    if (this.#state === 'done') return;
    this.#error = error;
    this.#finish();
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    return {
      next: () => this.#next(),
      return: () => {
        if (this.#state !== 'done') this.#finish();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }

  async #next(): Promise<IteratorResult<Uint8Array, undefined>> {
    for (;;) {
      if (this.#error !== undefined) throw this.#error;
      const value = this.#chunks.shift();
      if (value !== undefined) {
        this.#count(-value.byteLength);
        return { done: false, value };
      }
      if (this.#state === 'whole') this.#finish();
      if (this.#state === 'done') return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #finish(): void {
    this.#state = 'done';
    this.#chunks = [];
    this.#count(-this.#unread);
    this.#onDone();
    this.#wake();
  }

  #count(bytes: number): void {
    this.#unread += bytes;
    this.#all.count(this, bytes);
  }
}
