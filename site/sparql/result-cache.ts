/** Answers kept in memory (safety D8): whole bodies of one public content, least recently used first out; errors for seconds. */
import { CatalogError } from '../../src/model/errors.js';
import type { Answer } from './answer.js';

export const RESULT_CACHE_LIMITS = {
  /** Of all entries together. */
  bytes: 256 * 1024 * 1024,
  entryBytes: 8 * 1024 * 1024,
  errorMs: 10_000,
} as const;
export type ResultCacheLimits = Readonly<Record<keyof typeof RESULT_CACHE_LIMITS, number>>;

/** Key, map entry and object around a body, roughly. */
const ENTRY_OVERHEAD = 500;

export type WholeAnswer = Omit<Answer, 'rest'>;
type Outcome = WholeAnswer | CatalogError;
interface Entry {
  readonly outcome: Outcome;
  readonly bytes: number;
  readonly until: number;
}

export class ResultCache {
  readonly #entries = new Map<string, Entry>(); // in the order of last use
  readonly #now: () => number;
  readonly #limits: ResultCacheLimits;
  #bytes = 0;
  #content: string | undefined;

  constructor(now: () => number, limits: ResultCacheLimits = RESULT_CACHE_LIMITS) {
    this.#now = now;
    this.#limits = limits;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get entryBytes(): number {
    return this.#limits.entryBytes;
  }

  /** Forgets everything when the content is another than before: what was withdrawn is not kept anywhere (C8). */
  keepOnly(content: string): void {
    if (content === this.#content) return;
    this.#content = content;
    this.#entries.clear();
    this.#bytes = 0;
  }

  get(key: string): Outcome | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#drop(key, entry);
    if (this.#now() >= entry.until) return undefined;
    this.#add(key, entry);
    return entry.outcome;
  }

  /** Left out: an answer of other content than the present, and one that is larger than an entry may be. */
  put(key: string, content: string, outcome: Outcome): void {
    const isError = outcome instanceof CatalogError;
    const size = isError ? 0 : outcome.start.byteLength;
    if (content !== this.#content || size > this.#limits.entryBytes) return;
    const known = this.#entries.get(key);
    if (known) this.#drop(key, known);
    const until = isError ? this.#now() + this.#limits.errorMs : Infinity;
    this.#add(key, { outcome, until, bytes: size + key.length + ENTRY_OVERHEAD });
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#limits.bytes) return;
      this.#drop(oldest, entry);
    }
  }

  #add(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    this.#bytes += entry.bytes;
  }

  #drop(key: string, { bytes }: Entry): void {
    this.#entries.delete(key);
    this.#bytes -= bytes;
  }
}
