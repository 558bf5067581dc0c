/** One query on one child under the limits of time and memory (safety D1) and the client's patience (D4). */
import { AnswerBody, type UnreadBytes } from './answer-body.js';
import type { PartMessage } from './child-protocol.js';
import type { BackendRequest } from './query-backend.js';
import type { QueryChild } from './query-child.js';
import type { QueryOptions, QueryResult, SparqlQuery } from './query-engine.js';
import { queryError } from './query-error.js';

const MEMORY_POLL_MS = 250;
const MEGABYTE = 1024 * 1024;

export interface Supervision {
  readonly child: QueryChild;
  /** Not watched where there is no /proc. */
  readonly memoryBytes: number;
  readonly unread: UnreadBytes;
}

export interface RunningQuery {
  /** Resolves with the first piece of the answer. Rejects as the body's reading does. */
  readonly result: Promise<QueryResult>;
  /** Resolves when the child has answered or was killed, however much has been read by then. Never rejects. */
  readonly ended: Promise<void>;
}

/**
 * Fails with QUERY_TIMEOUT, QUERY_MEMORY or the signal's reason after killing the child, else with what the child says.
 * A reader that leaves early ends the query too.
 */
export function superviseQuery(
  query: SparqlQuery,
  options: QueryOptions,
  supervision: Supervision,
): RunningQuery {
  return new SupervisedQuery(query, options, supervision);
}

class SupervisedQuery implements RunningQuery {
  readonly result: Promise<QueryResult>;
  readonly ended: Promise<void>;
  readonly #child: QueryChild;
  readonly #body: AnswerBody;
  readonly #unwatch: () => void;
  #isRunning = true;
  #resolve!: (result: QueryResult) => void;
  #reject!: (error: Error) => void;
  #end!: () => void;

  constructor(
    text: SparqlQuery,
    options: QueryOptions,
    { child, memoryBytes, unread }: Supervision,
  ) {
    const { signal, timeoutMs } = options;
    this.#child = child;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    const onAbort = (): void => this.#stop(asError(signal?.reason));
    this.#body = new AnswerBody(unread, () => {
      signal?.removeEventListener('abort', onAbort);
      if (this.#isRunning) this.#child.kill();
      this.#settle();
    });
    const clock = setTimeout(() => {
      this.#stop(queryError('QUERY_TIMEOUT', { seconds: timeoutMs / 1000 }));
    }, timeoutMs);
    const watch = setInterval(() => {
      if ((child.residentBytes() ?? 0) <= memoryBytes) return;
      this.#stop(queryError('QUERY_MEMORY', { megabytes: Math.round(memoryBytes / MEGABYTE) }));
    }, MEMORY_POLL_MS);
    this.#unwatch = () => {
      clearTimeout(clock);
      clearInterval(watch);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    child
      .ask(requestOf(text, options), (part) => this.#take(part))
      .catch((error: unknown) => {
        this.#settle(); // a verdict: the child lives on
        this.#stop(asError(error));
      });
  }

  #take({ head, bytes, isLast }: PartMessage): void {
    if (head !== undefined) this.#resolve({ ...head, body: this.#body });
    this.#body.push(bytes);
    if (!isLast) return;
    this.#settle();
    this.#body.end();
  }

  /** The first reason counts: a child that is killed fails as well. */
  #stop(reason: Error): void {
    this.#reject(reason);
    this.#body.fail(reason);
  }

  /** The child is free, or doomed. */
  #settle(): void {
    this.#isRunning = false;
    this.#unwatch();
    this.#end();
  }
}

/** What the child has to know; signal and client are this side's. */
function requestOf(text: SparqlQuery, options: QueryOptions): BackendRequest {
  const { format, syntax, timeoutMs, maxRows, maxBytes, defaultGraphs, namedGraphs } = options;
  return {
    text,
    format,
    timeoutMs,
    maxRows,
    maxBytes,
    ...(syntax && { syntax }),
    ...(defaultGraphs && { defaultGraphs }),
    ...(namedGraphs && { namedGraphs }),
  };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
