/**
 * A finished answer: the bytes of a 200 with its headers, and the same compressed. Express makes it, the fast path sends it
 * again (performance.md 1.5); both send it here, so they cannot differ.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';
import {
  chooseCoding,
  codeAtOnce,
  codeBest,
  isCompressible,
  MAX_CODED_AT_ONCE,
  type Coding,
} from './coding.js';

/** What goes over the wire for one coding, ready. */
interface Variant {
  readonly body: Buffer;
  readonly etag: string;
  /** Name and value in turn; handed to Node as they are, and not changed by it. */
  readonly ok: string[];
  readonly notModified: string[];
}

export interface Finished {
  readonly body: Buffer;
  /** Hash of type and body: what the tags of all codings are made of. */
  readonly tag: string;
  /** Name and value in turn; without ETag, Content-Length and Content-Encoding. */
  readonly headers: readonly string[];
  readonly isCompressible: boolean;
  /** Date for those who ask by If-Modified-Since. */
  readonly lastModified: string | undefined;
  readonly variants: Map<Coding | 'identity', Variant>;
}

export interface Parts {
  readonly body: Buffer;
  readonly tag?: string;
  /** Bodies that were compressed when the revision was published. */
  readonly coded?: ReadonlyMap<Coding, Buffer>;
}

/** Takes over the headers that were set on the response so far. */
export function finish(response: ServerResponse, { body, tag: given, coded }: Parts): Finished {
  const type = String(response.getHeader('Content-Type'));
  const tag = given ?? tagOf(type, body);
  const compressible = (coded?.size ?? 0) > 0 || isCompressible(type, body.byteLength);
  if (compressible) addVary(response, 'Accept-Encoding');
  const headers = response
    .getHeaderNames()
    .flatMap((name) => [name, String(response.getHeader(name))]);
  const made: Finished = {
    body,
    tag,
    headers,
    isCompressible: compressible,
    lastModified: response.getHeader('Last-Modified') as string | undefined,
    variants: new Map([['identity', variant(headers, body, `"${tag}"`)]]),
  };
  for (const [coding, bytes] of coded ?? [])
    made.variants.set(coding, variant(headers, bytes, `"${tag}-${coding}"`, coding));
  return made;
}

/** 200 or 304, with or without body. */
export function deliver(
  finished: Finished,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const sent = variantFor(finished, request.headers['accept-encoding']);
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  if (isFresh(request, { etag: sent.etag, 'last-modified': finished.lastModified })) {
    response.writeHead(304, sent.notModified).end();
    return;
  }
  response.writeHead(200, sent.ok);
  response.end(request.method === 'HEAD' ? undefined : sent.body);
}

/**
 * If-None-Match decides alone where it is sent, else If-Modified-Since (RFC 9110 §13.2.2). What the request tells caches is not
 * heard: every client built on fetch sends `no-cache` along with a tag of its own.
 */
export function isFresh({ headers }: IncomingMessage, validators: Validators): boolean {
  const { 'if-none-match': tags, 'if-modified-since': date } = headers;
  return fresh({ 'if-none-match': tags, 'if-modified-since': date }, validators);
}

type Validators = Parameters<typeof fresh>[1];

/** The page is compressed well once it has been asked for again; until then quickly. The tag is weak: the bytes change. */
export async function improve({ body, tag, headers, variants }: Finished): Promise<void> {
  if (!variants.get('br')?.etag.startsWith('W/')) return;
  variants.set('br', variant(headers, await codeBest(body), `W/"${tag}-br"`, 'br'));
}

/** One address may have several types with the same bytes: each has a tag of its own (RFC 9110 §8.8.3). */
function tagOf(type: string, body: Uint8Array): string {
  return createHash('sha256').update(`${type}\n`).update(body).digest('base64url').slice(0, 27);
}

export function addVary(response: ServerResponse, field: string): void {
  const known = response.getHeader('Vary');
  response.setHeader('Vary', known === undefined ? field : `${String(known)}, ${field}`);
}

function variantFor(finished: Finished, accepted: string | string[] | undefined): Variant {
  const { body, tag, headers, variants } = finished;
  const coding = (finished.isCompressible ? chooseCoding(accepted) : undefined) ?? 'identity';
  const known = variants.get(coding);
  if (known) return known;
  if (coding === 'identity' || body.byteLength > MAX_CODED_AT_ONCE) return identityOf(finished);
  const made = variant(headers, codeAtOnce(coding, body), `W/"${tag}-${coding}"`, coding);
  variants.set(coding, made);
  return made;
}

function identityOf({ variants }: Finished): Variant {
  const found = variants.get('identity');
  if (!found) throw new Error('a finished answer has its plain bytes');
  return found;
}

const NOT_IN_304 = new Set(['content-type', 'content-language']);

function variant(headers: readonly string[], body: Buffer, etag: string, coding?: Coding): Variant {
  const kept = headers.filter(
    (_, at) => !NOT_IN_304.has((headers[at - (at % 2)] ?? '').toLowerCase()),
  );
  return {
    body,
    etag,
    notModified: [...kept, 'ETag', etag],
    ok: [
      ...headers,
      'ETag',
      etag,
      ...(coding ? ['Content-Encoding', coding] : []),
      'Content-Length',
      String(body.byteLength),
    ],
  };
}
