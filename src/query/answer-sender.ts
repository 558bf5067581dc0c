/** The child's end of an answer: gathers chunks, counts them, sends them to the parent. */
import type { AnswerMessage } from './child-protocol.js';
import type { AnswerHead, AnswerSink } from './query-backend.js';
import { tooLarge } from './query-error.js';

/** Two messages cost more than copying this much into one. */
const PART_BYTES = 65_536;

/** Resolves when the message is on its way, so that whoever waits sends no faster than the pipe takes it. */
export type Send = (message: AnswerMessage) => Promise<void>;

export class AnswerSender implements AnswerSink {
  readonly #id: number;
  readonly #maxBytes: number;
  readonly #send: Send;
  #head: AnswerHead | undefined;
  #chunks: Uint8Array[] = [];
  #held = 0;
  #bytes = 0;
  #sent: Promise<void> = Promise.resolve();

  constructor(id: number, maxBytes: number, send: Send) {
    this.#id = id;
    this.#maxBytes = maxBytes;
    this.#send = send;
  }

  start(head: AnswerHead): void {
    this.#head = head;
  }

  write(chunk: Uint8Array): void {
    this.#bytes += chunk.byteLength;
    if (this.#bytes > this.#maxBytes) throw tooLarge('maxBytes', this.#maxBytes);
    this.#chunks.push(chunk);
    this.#held += chunk.byteLength;
    if (this.#held >= PART_BYTES) this.#flush(false);
  }

  async drained(): Promise<void> {
    await this.#sent;
  }

  /** The answer is whole. */
  async end(): Promise<void> {
    this.#flush(true);
    await this.#sent;
  }

  #flush(isLast: boolean): void {
    const bytes = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    const head = this.#head;
    this.#chunks = [];
    this.#held = 0;
    this.#head = undefined; // said once
    this.#sent = this.#send({
      type: 'part',
      id: this.#id,
      ...(head && { head }),
      bytes: bytes ?? new Uint8Array(),
      isLast,
    });
  }
}
