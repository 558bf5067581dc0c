/**
 * The egress port over node:http and node:https (safety S1–S3): one GET at a time, to listed hosts, at checked addresses,
 * within limits of time and size. Every hop of a redirect is checked like the first.
 */
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { CatalogError } from '../model/errors.js';
import type { Egress, EgressRequest, EgressResponse } from './egress.js';
import {
  addressRefusal,
  allowedOrigin,
  bareHost,
  refusal,
  type AllowedOrigin,
} from './address-guard.js';
import { deadline, type Deadline } from './egress-deadline.js';
import { networkFailure, shownUrl } from './egress-failure.js';
import { readBody } from './egress-body.js';

export interface Address {
  readonly address: string;
  readonly family: number;
}

export interface EgressLimits {
  readonly connectMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
  readonly redirects: number;
}

export interface EgressPolicy {
  /** `https://host` for public addresses, `https://host:443` (port written out) also for an internal one. */
  readonly origins: readonly string[];
  /** Any other host may be asked too, at its public addresses: for links that others chose, never for sources. */
  readonly anyPublic?: boolean;
  /** Names us and how to reach us (H20). */
  readonly userAgent: string;
  readonly limits?: Partial<EgressLimits>;
  /** Tests put a resolver of their own here. */
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
}

const LIMITS: EgressLimits = {
  connectMs: 10_000,
  idleMs: 30_000,
  totalMs: 15 * 60_000,
  redirects: 5,
};
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What may follow to another host; everything else may be a credential. */
const HARMLESS = new Set(['accept', 'accept-language']);

/** Throws RangeError for an origin that is none. Nothing is connected before `get`. */
export function nodeEgress(policy: EgressPolicy): Egress {
  const allowed = policy.origins.map(allowedOrigin);
  const limits = { ...LIMITS, ...policy.limits };
  const resolve =
    policy.resolve ?? ((host: string) => systemLookup(host, { all: true, verbatim: true }));

  return {
    async get(url, request) {
      const total = deadline(limits.totalMs, request.signal);
      try {
        return await follow({ allowed, limits, resolve, policy, request, total }, url);
      } finally {
        total.clear();
      }
    },
  };
}

interface Job {
  readonly allowed: readonly AllowedOrigin[];
  readonly limits: EgressLimits;
  readonly resolve: (host: string) => Promise<readonly Address[]>;
  readonly policy: EgressPolicy;
  readonly request: EgressRequest;
  readonly total: Deadline;
}

async function follow(job: Job, first: string): Promise<EgressResponse> {
  let { url, text } = parse(first, first);
  let headers = lowerCased(job.request.headers ?? {});
  for (let hop = 0; hop <= job.limits.redirects; hop++) {
    const answer = await oneHop(job, { url, text, headers });
    if (!('location' in answer)) return answer;
    const next = parse(answer.location, first, url);
    if (next.url.origin !== url.origin)
      headers = new Map([...headers].filter(([name]) => HARMLESS.has(name)));
    ({ url, text } = next);
  }
  const cause = `flere enn ${job.limits.redirects} omdirigeringer`;
  throw new CatalogError('SOURCE_UNREACHABLE', { url: shownUrl(first), cause });
}

interface Hop {
  readonly url: URL;
  readonly text: string;
  readonly headers: ReadonlyMap<string, string>;
}

async function oneHop(job: Job, hop: Hop): Promise<EgressResponse | { readonly location: string }> {
  const { url, text } = hop;
  const refused = refusal(url, text, job.policy.anyPublic ? undefined : job.allowed);
  if (refused !== undefined) throw refusedError(url, refused);
  const connecting = deadline(job.limits.connectMs, job.total.signal);
  try {
    const addresses = await checkedAddresses(job, url, connecting);
    return await exchange(job, hop, addresses, connecting);
  } catch (error) {
    throw networkFailure(error, url.href);
  } finally {
    connecting.clear();
  }
}

/** Resolved once, here; the connection gets this answer and asks nobody again, so a name cannot rebind (S1). */
async function checkedAddresses(
  job: Job,
  url: URL,
  connecting: Deadline,
): Promise<readonly Address[]> {
  const host = bareHost(url);
  const family = isIP(host);
  const addresses = family
    ? [{ address: host, family }]
    : await connecting.guard(job.resolve(host));
  if (addresses.length === 0) throw refusedError(url, 'navnet har ingen adresse');
  for (const { address } of addresses) {
    const refused = addressRefusal(url, address, job.allowed);
    if (refused !== undefined) throw refusedError(url, refused);
  }
  return addresses;
}

async function exchange(
  job: Job,
  hop: Hop,
  addresses: readonly Address[],
  connecting: Deadline,
): Promise<EgressResponse | { readonly location: string }> {
  const { url, headers } = hop;
  // Until the connection stands, `connecting` is the limit; from then on the first byte is awaited.
  const waiting = deadline(job.request.firstByteMs + job.limits.connectMs, job.total.signal, {
    reports: job.request.firstByteMs,
  });
  try {
    const message = await send(url, headers, {
      method: job.request.method ?? 'GET',
      userAgent: job.policy.userAgent,
      coding: job.request.plain ? {} : { 'accept-encoding': 'gzip, br' },
      addresses,
      signal: AbortSignal.any([connecting.signal, waiting.signal]),
      connected: () => {
        connecting.clear();
        waiting.restart(job.request.firstByteMs);
      },
    });
    waiting.clear();
    return await receive(job, url, message);
  } finally {
    waiting.clear();
  }
}

interface Sending {
  readonly method: string;
  readonly userAgent: string;
  readonly coding: Readonly<Record<string, string>>;
  readonly addresses: readonly Address[];
  readonly signal: AbortSignal;
  readonly connected: () => void;
}

function send(
  url: URL,
  headers: ReadonlyMap<string, string>,
  sending: Sending,
): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const begin = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = begin(url, {
      method: sending.method,
      agent: false,
      lookup: fixedLookup(sending.addresses),
      signal: sending.signal,
      headers: {
        ...Object.fromEntries(headers),
        'user-agent': sending.userAgent,
        ...sending.coding,
      },
    });
    const ready = url.protocol === 'https:' ? 'secureConnect' : 'connect';
    outgoing.once('socket', (socket) => socket.once(ready, sending.connected));
    outgoing.once('response', done);
    // An abort comes as a nameless AbortError: its reason says which limit it was.
    outgoing.on('error', (error) => {
      fail(sending.signal.aborted ? (sending.signal.reason as Error) : error);
    });
    outgoing.end();
  });
}

async function receive(
  job: Job,
  url: URL,
  message: IncomingMessage,
): Promise<EgressResponse | { readonly location: string }> {
  const status = message.statusCode ?? 0;
  const location = message.headers.location;
  if (REDIRECTS.has(status) && location !== undefined && !job.request.plain) {
    message.destroy();
    return { location };
  }
  const body = await bodyOf(job, url, message);
  const retryAfter = message.headers['retry-after'];
  return {
    url: url.href,
    status,
    contentType: message.headers['content-type'] ?? '',
    body,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(job.request.plain ? { headers: singleHeaders(message) } : {}),
  };
}

function singleHeaders({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

async function bodyOf(job: Job, url: URL, message: IncomingMessage): Promise<Uint8Array> {
  if (job.request.method === 'HEAD') {
    message.destroy();
    return new Uint8Array();
  }
  return readBody(message, {
    url: url.href,
    maxBytes: job.request.maxBytes,
    idleMs: job.limits.idleMs,
    signal: job.total.signal,
    ...(job.request.plain ? { asSent: true } : {}),
  });
}

function fixedLookup(addresses: readonly Address[]): LookupFunction {
  const [first] = addresses;
  return (_host, options, callback) => {
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };
}

function parse(text: string, first: string, base?: URL): { url: URL; text: string } {
  if (!URL.canParse(text, base?.href))
    throw new CatalogError('SOURCE_REFUSED', { url: shownUrl(first), cause: 'ugyldig adresse' });
  return { url: new URL(text, base), text };
}

function refusedError(url: URL, cause: string): CatalogError {
  return new CatalogError('SOURCE_REFUSED', { url: shownUrl(url.href), cause });
}

function lowerCased(headers: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
