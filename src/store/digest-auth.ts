/**
 * HTTP digest access authentication, the client's side (RFC 7616): MD5 and SHA-256, `qop=auth`. Digest is what Virtuoso asks
 * for where it may be written to. Not here: `-sess` algorithms, `auth-int` and user name hashing, which no engine is known to
 * demand.
 */
import { createHash, randomBytes } from 'node:crypto';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** What a server told of itself, to be answered in every request until it tells anew. */
export interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly algorithm: 'MD5' | 'SHA-256';
  /** The nonce was right once and is too old: the password need not be doubted (3.3). */
  readonly isStale: boolean;
}

/** The strongest challenge of a `WWW-Authenticate` header that can be answered; undefined when there is none. */
export function parseChallenge(header: string): Challenge | undefined {
  const found = header.split(/(?:^|,)\s*(?=Digest\s)/i).flatMap((part) => challengeOf(part) ?? []);
  return found.find(({ algorithm }) => algorithm === 'SHA-256') ?? found[0];
}

function challengeOf(text: string): Challenge | undefined {
  if (!/^Digest\s/i.test(text)) return undefined;
  const parts = parametersOf(text);
  const algorithm = (parts.get('algorithm') ?? 'MD5').toUpperCase();
  const nonce = parts.get('nonce');
  const offersAuth = parts
    .get('qop')
    ?.split(/\s*,\s*/)
    .includes('auth');
  if (nonce === undefined || !offersAuth) return undefined;
  if (algorithm !== 'MD5' && algorithm !== 'SHA-256') return undefined;
  return {
    realm: parts.get('realm') ?? '',
    nonce,
    opaque: parts.get('opaque'),
    algorithm,
    isStale: parts.get('stale')?.toLowerCase() === 'true',
  };
}

/** Values are tokens or quoted strings (RFC 9110 11.2). */
function parametersOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi);
  return new Map(
    [...found].map(([, name = '', quoted, token = '']) => [
      name.toLowerCase(),
      quoted?.replace(/\\(.)/g, '$1') ?? token,
    ]),
  );
}

export interface DigestRequest {
  readonly method: string;
  /** The request's target: path and query. */
  readonly uri: string;
  /** How many requests were sent with the nonce, this one included (3.4, `nc`). */
  readonly count: number;
  /** Fixed by tests; unguessable otherwise (5.12). */
  readonly clientNonce?: string;
}

/** The value of `Authorization` (3.4). */
export function digestHeader(
  challenge: Challenge,
  { user, password }: Credentials,
  request: DigestRequest,
): string {
  const { realm, nonce, opaque, algorithm } = challenge;
  const hash = (text: string): string =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const count = request.count.toString(16).padStart(8, '0');
  const clientNonce = request.clientNonce ?? randomBytes(16).toString('hex');
  const secret = hash(`${user}:${realm}:${password}`);
  const target = hash(`${request.method}:${request.uri}`);
  const response = hash([secret, nonce, count, clientNonce, 'auth', target].join(':'));
  return `Digest ${[
    `username="${quoted(user)}"`,
    `realm="${quoted(realm)}"`,
    `nonce="${quoted(nonce)}"`,
    `uri="${request.uri}"`,
    `algorithm=${algorithm}`,
    'qop=auth',
    `nc=${count}`,
    `cnonce="${clientNonce}"`,
    `response="${response}"`,
    ...(opaque === undefined ? [] : [`opaque="${quoted(opaque)}"`]),
  ].join(', ')}`;
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}
