/** What every query of a visitor passes through, sent by a program or by the page: budget, cache, limits, engine. */
import type { Request, Response } from 'express';
import {
  PUBLIC_LIMITS,
  type QueryEngine,
  type QueryOptions,
  type ResultFormat,
} from '../../src/query/query-engine.js';
import { parseQuery } from '../../src/query/sparql-text.js';
import { isVolatile } from '../../src/query/text-scan.js';
import type { RdfSyntax } from '../../src/rdf/serialize.js';
import { asProblem } from '../problem.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { startOf, type Answer } from './answer.js';
import { Answers, NOBODY_WAITS } from './answers.js';
import { ClientBudgets, type Work } from './client-budgets.js';
import { clientNetwork } from './client-network.js';
import type { ProtocolRequest } from './protocol.js';
import { keyTag, requestKey } from './request-key.js';
import { ResultCache } from './result-cache.js';

export interface EndpointPorts {
  readonly engine: QueryEngine;
  readonly zones: { current(): PublicCatalogue };
  /** Milliseconds, of a clock that never goes back. */
  readonly now: () => number;
}

/** A query to a catalogue, and how its answer is to be written. */
export interface Question {
  readonly catalogue: PublicCatalogue;
  readonly protocol: ProtocolRequest & { readonly query: string };
  readonly format: ResultFormat;
  readonly syntax: RdfSyntax;
  /** Tighter limits than the settings and PUBLIC_LIMITS give. */
  readonly limits?: { readonly maxRows: number; readonly maxBytes: number };
}

/** Who asks, and until when: the signal is aborted when the client has left (D4), or when nothing more is wanted. */
export interface Caller {
  readonly client: string;
  readonly work: Work;
  readonly signal: AbortSignal;
}

export class Endpoint {
  readonly #ports: EndpointPorts;
  readonly #budgets: ClientBudgets;
  readonly #cache: ResultCache;
  readonly #answers: Answers;

  constructor(ports: EndpointPorts) {
    this.#ports = ports;
    this.#budgets = new ClientBudgets(ports.now);
    this.#cache = new ResultCache(ports.now);
    this.#answers = new Answers(this.#cache);
  }

  /** C8: nothing of an earlier content is kept in memory. */
  follow({ zone }: PublicCatalogue): void {
    this.#cache.keepOnly(zone.hash);
  }

  /** Calls `serve` within the client's budget. Throws Problem 429, and whatever `serve` rejects with while the client is there. */
  async admit(
    request: Request,
    response: Response,
    serve: (caller: Caller) => Promise<void>,
  ): Promise<void> {
    const client = clientNetwork(request.ip);
    const work = this.#budgets.begin(client);
    const controller = new AbortController();
    const leave = (): void => controller.abort(NOBODY_WAITS);
    response.once('close', leave);
    try {
      await serve({ client, work, signal: controller.signal });
      work.end();
    } catch (error) {
      const isGone = controller.signal.aborted;
      work.end(!isGone && isFaultOfQuery(error) ? 'failed' : 'answered');
      if (!isGone) throw error;
    } finally {
      response.removeListener('close', leave);
      leave();
    }
  }

  /** Strong, and known before anything is run. Undefined for a query that is answered anew each time. */
  tagOf(question: Question): string | undefined {
    return isVolatile(question.protocol.query) ? undefined : keyTag(this.#keyOf(question));
  }

  /** False once another content is served than the one the question was put to. */
  isCurrent({ catalogue }: Question): boolean {
    return this.#ports.zones.current().zone.hash === catalogue.zone.hash;
  }

  /** Rejects with the errors of the QueryEngine port. */
  async ask(question: Question, { client, signal }: Omit<Caller, 'work'>): Promise<Answer> {
    const query = parseQuery(question.protocol.query);
    const options = { ...this.#optionsOf(question), client };
    const run = (until: AbortSignal) =>
      this.#ports.engine.query(query, { ...options, signal: until });
    if (isVolatile(query)) return startOf(await run(signal));
    const asked = {
      key: this.#keyOf(question),
      content: question.catalogue.zone.hash,
      isCurrent: () => this.isCurrent(question),
      run,
    };
    return this.#answers.get(asked, signal);
  }

  #keyOf(question: Question): string {
    const { format, syntax, maxRows, maxBytes } = this.#optionsOf(question);
    const written = `${format} ${syntax} ${maxRows} ${maxBytes}`;
    return requestKey(question.catalogue.zone.hash, question.protocol, written);
  }

  #optionsOf({ catalogue, protocol, format, syntax, limits }: Question): Written {
    const { timeoutSeconds, maxRows } = catalogue.settings.sparql;
    const { defaultGraphs, namedGraphs } = protocol;
    return {
      format,
      syntax,
      timeoutMs: timeoutSeconds * 1000,
      maxRows: Math.min(maxRows, limits?.maxRows ?? Infinity),
      maxBytes: limits?.maxBytes ?? PUBLIC_LIMITS.maxBytes,
      ...(defaultGraphs.length > 0 || namedGraphs.length > 0 ? { defaultGraphs, namedGraphs } : {}),
    };
  }
}

type Written = QueryOptions & { readonly syntax: RdfSyntax };

/** D5 counts what the client could have avoided, not that we are busy. */
export function isFaultOfQuery(error: unknown): boolean {
  const { status, options } = asProblem(error);
  const code = options.failure?.code;
  return status < 500 || code === 'QUERY_TIMEOUT' || code === 'QUERY_MEMORY';
}
