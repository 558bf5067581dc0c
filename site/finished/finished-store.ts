/**
 * Finished answers of the public content that is served now, by URL. Emptied when the content changes; an answer whose bytes
 * come out the same again keeps its compressed forms (performance.md PF5.2). Bounded; the least recently used goes first.
 */
import { improve, type Finished } from './finished.js';

const DEFAULT_BYTES = 256 * 1024 * 1024;
/** Anybody may think up questions: what is kept of those that are asked again is little, and pushes out nothing else. */
const QUESTION_BYTES = 32 * 1024 * 1024;
/** Plain, brotli and gzip: no coding is larger than what it codes by more than a few bytes. */
const FORMS = 3;

export interface FinishedAnswers {
  get(content: string, url: string): Finished | undefined;
  keep(content: string, url: string, made: Finished): Finished;
}

/** All that a site keeps: the answers to addresses with a query apart from those of pages and documents. */
export function finishedAnswers(): FinishedAnswers {
  const pages = new FinishedStore();
  const questions = new FinishedStore(QUESTION_BYTES);
  const storeOf = (url: string): FinishedStore => (url.includes('?') ? questions : pages);
  return {
    get: (content, url) => storeOf(url).get(content, url),
    keep: (content, url, made) => storeOf(url).keep(content, url, made),
  };
}

export class FinishedStore implements FinishedAnswers {
  readonly #limit: number;
  #content = '';
  #answers = new Map<string, Finished>();
  #earlier: ReadonlyMap<string, Finished> = new Map();
  readonly #improved = new WeakSet<Finished>();
  #improving: Promise<void> = Promise.resolve();
  #bytes = 0;

  constructor(limitBytes = DEFAULT_BYTES) {
    this.#limit = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** `content`: hash of the public content that is served now. */
  get(content: string, url: string): Finished | undefined {
    this.#turnTo(content);
    const found = this.#answers.get(url);
    if (!found) return undefined;
    this.#answers.delete(url);
    this.#answers.set(url, found);
    this.#improve(found);
    return found;
  }

  /** `content` is what the answer was made from: one of an older revision, still under way at the swap, is not kept. */
  keep(content: string, url: string, made: Finished): Finished {
    if (content !== this.#content) return made;
    const earlier = this.#earlier.get(url);
    const kept = earlier && isSame(earlier, made) ? earlier : made;
    this.#drop(url);
    const size = kept.body.byteLength * FORMS;
    if (size > this.#limit) return kept;
    this.#answers.set(url, kept);
    this.#bytes += size;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
    return kept;
  }

  /** Resolves when what was to be compressed better has been. */
  async settled(): Promise<void> {
    await this.#improving;
  }

  #turnTo(content: string): void {
    if (content === this.#content) return;
    this.#content = content;
    this.#earlier = this.#answers;
    this.#answers = new Map();
    this.#bytes = 0;
  }

  #drop(url: string): void {
    const found = this.#answers.get(url);
    if (!found) return;
    this.#answers.delete(url);
    this.#bytes -= found.body.byteLength * FORMS;
  }

  /** One after the other: the rest of the machine belongs to the visitors. */
  #improve(found: Finished): void {
    if (this.#improved.has(found)) return;
    this.#improved.add(found);
    this.#improving = this.#improving.then(() => improve(found));
  }
}

function isSame(a: Finished, b: Finished): boolean {
  return a.tag === b.tag && a.headers.join('\n') === b.headers.join('\n');
}
