/** Answers from the cache or from a run that everybody shares who asks the same at the same time (safety D8). */
import { CatalogError, isCatalogError } from '../../src/model/errors.js';
import type { QueryResult } from '../../src/query/query-engine.js';
import { startOf, type Answer } from './answer.js';
import type { ResultCache, WholeAnswer } from './result-cache.js';

export interface Asked {
  /** See `requestKey`. */
  readonly key: string;
  /** Hash of the content that the key was made for. */
  readonly content: string;
  /** False once another content is served: then it cannot be told which of them was asked. */
  readonly isCurrent: () => boolean;
  readonly run: (signal: AbortSignal) => Promise<QueryResult>;
}

/** A run under way, ended when nobody waits for it any more. */
interface Flight {
  readonly started: Promise<Answer>;
  readonly controller: AbortController;
  waiting: number;
  /** The stream behind a large answer can be read by one alone. */
  isTaken: boolean;
}

/** Of the query and not of the moment: they would come again. */
const LASTING = new Set([
  'QUERY_SYNTAX',
  'QUERY_REFUSED',
  'QUERY_TOO_LARGE',
  'QUERY_NOT_XML',
  'QUERY_TIMEOUT',
  'QUERY_MEMORY',
]);

/** Made once: a reason with a stack for each answered query would cost more than small queries do. */
export const NOBODY_WAITS = new Error('nobody waits for the answer');

export class Answers {
  readonly #cache: ResultCache;
  readonly #flights = new Map<string, Flight>();

  constructor(cache: ResultCache) {
    this.#cache = cache;
  }

  /** Rejects with the errors of the QueryEngine port, or with the reason of the signal. */
  async get(asked: Asked, signal: AbortSignal): Promise<Answer> {
    const known = this.#cache.get(asked.key);
    if (known instanceof CatalogError) throw known;
    return known ?? this.#share(asked, signal);
  }

  async #share(asked: Asked, signal: AbortSignal): Promise<Answer> {
    const flight = this.#flights.get(asked.key) ?? this.#launch(asked);
    flight.waiting += 1;
    try {
      const answer = await orAborted(flight.started, signal);
      if (!answer.rest) return answer;
      if (flight.isTaken) return await this.#start(asked, signal);
      flight.isTaken = true;
      const end = (): void => flight.controller.abort(signal.reason);
      signal.addEventListener('abort', end, { once: true });
      return answer;
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) this.#land(asked.key, flight);
    }
  }

  #launch(asked: Asked): Flight {
    const controller = new AbortController();
    const started = this.#start(asked, controller.signal);
    const flight: Flight = { started, controller, waiting: 0, isTaken: false };
    this.#flights.set(asked.key, flight);
    return flight;
  }

  /** Everybody has an answer, or has left. */
  #land(key: string, flight: Flight): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
    if (!flight.isTaken) flight.controller.abort(NOBODY_WAITS);
  }

  async #start({ key, content, isCurrent, run }: Asked, signal: AbortSignal): Promise<Answer> {
    const keep = (outcome: WholeAnswer | CatalogError): void => {
      if (isCurrent()) this.#cache.put(key, content, outcome);
    };
    try {
      const answer = await startOf(await run(signal));
      const { rest } = answer;
      if (rest)
        return { ...answer, rest: keeping({ ...answer, rest }, this.#cache.entryBytes, keep) };
      keep(answer);
      return answer;
    } catch (error) {
      if (isCatalogError(error) && LASTING.has(error.code)) keep(error);
      throw error;
    }
  }
}

/** The rest of an answer, gathered while it passes; kept when it is whole and no larger than `limit`. */
async function* keeping(
  { kind, mediaType, start, rest }: Required<Answer>,
  limit: number,
  keep: (answer: WholeAnswer) => void,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] | undefined = [start];
  let size = start.byteLength;
  for await (const chunk of rest) {
    size += chunk.byteLength;
    if (size <= limit) parts?.push(chunk);
    else parts = undefined;
    yield chunk;
  }
  if (parts) keep({ kind, mediaType, start: Buffer.concat(parts) });
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    const settle = (): void => signal.removeEventListener('abort', leave);
    signal.addEventListener('abort', leave, { once: true });
    void promise.then(resolve, reject).finally(settle);
  });
}
