/**
 * HTTP to the engine that the operator configured: basic or digest authentication, limits of time and size, no redirects, no
 * other host. The egress port of the harvesters is not used: an engine stands in the operator's own network and is written to.
 */
import {
  Agent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { Agent as SecureAgent, request as httpsRequest } from 'node:https';
import { CatalogError } from '../model/errors.js';
import { digestHeader, parseChallenge, type Challenge, type Credentials } from './digest-auth.js';

export interface EngineAuth extends Credentials {
  readonly kind: 'basic' | 'digest';
}

export interface EngineRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Until the whole answer is there. Default 60 s. */
  readonly timeoutMs?: number;
  /** Bytes of the answer. Default 64 MB. */
  readonly maxBytes?: number;
  /** Sending it twice does what sending it once does, so a broken connection is tried once more. Default: all but POST. */
  readonly isRepeatable?: boolean;
  readonly signal?: AbortSignal;
}

export interface EngineResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 64_000_000;
/** Of an engine's own words in a message of ours. */
const SHOWN_CAUSE = 300;

export class RemoteHttp {
  readonly #auth: EngineAuth | undefined;
  readonly #agents = {
    'http:': new Agent({ keepAlive: true }),
    'https:': new SecureAgent({ keepAlive: true }),
  };
  /** By address without query: an engine may guard each of its paths with nonces of its own. */
  readonly #sessions = new Map<string, { readonly challenge: Challenge; count: number }>();

  constructor(auth?: EngineAuth) {
    this.#auth = auth;
  }

  /**
   * Any status but 401 and 403 is an answer. Rejects with STORE_UNREACHABLE, STORE_TIMEOUT, STORE_DENIED, STORE_REFUSED (an
   * answer that is too large) or the signal's reason.
   */
  async send(request: EngineRequest): Promise<EngineResponse> {
    let response = await this.#sendOnce(request);
    let challenge = this.#takeChallenge(request.url, response);
    if (challenge) {
      response = await this.#sendOnce(request);
      // The nonce ran out between the two: once more, and no more.
      challenge = this.#takeChallenge(request.url, response);
      if (challenge?.isStale) response = await this.#sendOnce(request);
    }
    if (response.status === 401 || response.status === 403)
      throw new CatalogError('STORE_DENIED', { url: shown(request.url), status: response.status });
    return response;
  }

  /** As `send`; rejects with STORE_REFUSED for anything but 2xx and the statuses that the caller expects. */
  async demand(request: EngineRequest, expected: readonly number[] = []): Promise<EngineResponse> {
    const response = await this.send(request);
    const { status } = response;
    if ((status >= 200 && status < 300) || expected.includes(status)) return response;
    throw refused(request.url, status, response.body.toString('utf8').trim().slice(0, SHOWN_CAUSE));
  }

  close(): void {
    this.#agents['http:'].destroy();
    this.#agents['https:'].destroy();
  }

  async #sendOnce(request: EngineRequest): Promise<EngineResponse> {
    try {
      return await this.#exchange(request);
    } catch (error) {
      const isRepeatable = request.isRepeatable ?? request.method !== 'POST';
      if (!isRepeatable || !isBroken(error) || request.signal?.aborted)
        throw failure(error, request);
    }
    return this.#exchange(request).catch((error: unknown) => {
      throw failure(error, request);
    });
  }

  async #exchange(request: EngineRequest): Promise<EngineResponse> {
    const url = new URL(request.url);
    const clock = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
    const signal = request.signal ? AbortSignal.any([clock, request.signal]) : clock;
    try {
      const message = await this.#open(url, request, signal);
      return {
        status: message.statusCode ?? 0,
        headers: message.headers,
        body: await whole(message, request),
      };
    } catch (error) {
      // An abort comes as a nameless AbortError: its reason tells who aborted.
      throw signal.aborted ? (signal.reason as Error) : error;
    }
  }

  #open(url: URL, request: EngineRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const secure = url.protocol === 'https:';
    const authorization = this.#authorization(request.method, url);
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    return new Promise((resolve, reject) => {
      const outgoing = (secure ? httpsRequest : httpRequest)(url, {
        method: request.method,
        agent: this.#agents[secure ? 'https:' : 'http:'],
        signal,
        headers: {
          ...request.headers,
          ...(authorization === undefined ? {} : { authorization }),
          ...(body === undefined ? {} : { 'content-length': body.byteLength }),
        },
      });
      outgoing.once('response', resolve);
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  #authorization(method: string, url: URL): string | undefined {
    if (this.#auth === undefined) return undefined;
    if (this.#auth.kind === 'basic') {
      // RFC 7617 2.1: UTF-8, which every engine that says its charset means.
      return `Basic ${Buffer.from(`${this.#auth.user}:${this.#auth.password}`).toString('base64')}`;
    }
    const session = this.#sessions.get(shown(url.href));
    if (session === undefined) return undefined;
    session.count += 1;
    const uri = url.pathname + url.search;
    return digestHeader(session.challenge, this.#auth, { method, uri, count: session.count });
  }

  /** The challenge of a 401 that has not been answered yet. */
  #takeChallenge(url: string, { status, headers }: EngineResponse): Challenge | undefined {
    if (status !== 401 || this.#auth?.kind !== 'digest') return undefined;
    const challenge = parseChallenge(headers['www-authenticate'] ?? '');
    const known = this.#sessions.get(shown(url))?.challenge;
    if (challenge === undefined || challenge.nonce === known?.nonce) return undefined;
    this.#sessions.set(shown(url), { challenge, count: 0 });
    return challenge;
  }
}

async function whole(message: IncomingMessage, request: EngineRequest): Promise<Buffer> {
  const maxBytes = request.maxBytes ?? MAX_BYTES;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      message.destroy();
      throw refused(request.url, message.statusCode ?? 0, `> ${maxBytes} byte`);
    }
    chunks.push(chunk);
  }
  if (!message.complete) throw Object.assign(new Error('cut off'), { code: 'ECONNRESET' });
  return Buffer.concat(chunks, size);
}

function refused(url: string, status: number, cause: string): CatalogError {
  return new CatalogError('STORE_REFUSED', { url: shown(url), status, cause });
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** The connection ended before an answer came: a kept one that the engine had closed, or a restart. */
function isBroken(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE'].includes(codeOf(error) ?? '');
}

function failure(error: unknown, request: EngineRequest): unknown {
  if (error instanceof CatalogError) return error;
  const url = shown(request.url);
  if (error instanceof Error && error.name === 'TimeoutError') {
    const seconds = (request.timeoutMs ?? TIMEOUT_MS) / 1000;
    return new CatalogError('STORE_TIMEOUT', { url, seconds }, error);
  }
  const cause = codeOf(error);
  return cause === undefined ? error : new CatalogError('STORE_UNREACHABLE', { url, cause }, error);
}

/** As it may stand in a message: no query, no credentials. */
function shown(text: string): string {
  const { origin, pathname } = new URL(text);
  return origin + pathname;
}
