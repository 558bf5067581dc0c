/** Headers of everything that is served (site.md 9; safety X2, X5, X6). Absolute addresses come from the base alone. */
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import { LANGUAGES, type Lang } from '../src/model/lang-text.js';
import { deliver, finish, type Finished, type Parts } from './finished/finished.js';
import type { PublicCatalogue } from './public-catalogue.js';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export const VARY = 'Accept, Accept-Language';
/** C8: a demoted record must have left every cache within five minutes. */
const METADATA_CACHE = 'public, max-age=300';

/** R2: Node counts the request line in its own limit, so headers are measured by us. */
const MAX_HEADERS = 16_384;

export function hasLargeHeaders({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean {
  let size = 0;
  for (const one of rawHeaders) size += one.length + 2;
  return size > MAX_HEADERS;
}

export function setSecurityHeaders(response: Response): void {
  response.set({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cache-Control': METADATA_CACHE,
  });
}

/** X7: public reads are open to scripts of other sites, without credentials. */
export function allowOtherOrigins(response: Response): void {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Link, ETag, Retry-After',
  });
}

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
  readonly hreflang?: string;
}

/** Header values hold ASCII only: addresses are percent-encoded. */
export function formatLinks(links: readonly Link[]): string {
  return links
    .map(({ href, rel, type, hreflang }) =>
      [
        `<${new URL(href).href.replace(/[<>"]/g, encodeURIComponent)}>`,
        `rel="${rel}"`,
        ...(type ? [`type="${type}"`] : []),
        ...(hreflang ? [`hreflang="${hreflang}"`] : []),
      ].join('; '),
    )
    .join(', ');
}

export interface Representation {
  readonly body: string | Uint8Array;
  readonly type: string;
  readonly links?: readonly Link[];
  readonly language?: Lang;
  readonly status?: number;
}

/** Links of a page about the catalogue as a whole: where it belongs, its languages, and the files that say the same. */
export function pageLinks(
  { settings }: PublicCatalogue,
  lang: Lang,
  path: string,
  files: readonly { readonly name: string; readonly type: string }[],
): Link[] {
  const address = (one: Lang): string => `${settings.base}${one}${path}`;
  return [
    { href: address(lang), rel: 'canonical' },
    ...LANGUAGES.map((one) => ({ href: address(one), rel: 'alternate', hreflang: one })),
    ...files.map(({ name, type }) => ({
      href: settings.base + name,
      rel: 'alternate',
      type: type.replace(/;.*/, ''),
    })),
  ];
}

/** Sends with a tag made from the bytes themselves; a request that has them gets 304 without body. */
export function send(request: Request, response: Response, what: Representation): void {
  const body = Buffer.from(what.body as string);
  const status = what.status ?? 200;
  response.status(status).set('Content-Type', what.type);
  if (what.language) response.set('Content-Language', what.language);
  if (what.links && what.links.length > 0) response.set('Link', formatLinks(what.links));
  if (status === 200) {
    sendFinished(request, response, { body });
    return;
  }
  response.set('Content-Length', String(body.byteLength));
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** 200, or 304 to those who have it. What hangs on the URL alone is kept for the fast path. */
export function sendFinished(request: Request, response: Response, parts: Parts): void {
  const keep = isByUrlAlone(response) ? (response.locals['keep'] as Keep | undefined) : undefined;
  const made = finish(response, parts);
  deliver(keep?.(made) ?? made, request, response);
}

/** Not on what the client accepts, but for codings. */
export function isByUrlAlone(response: Response): boolean {
  const isNegotiated = /\baccept(-language)?\b(?!-)/i.test(response.get('Vary') ?? '');
  return !isNegotiated && !/no-store/.test(response.get('Cache-Control') ?? '');
}

export type Keep = (made: Finished) => Finished;

/** 303 to a local path. */
export function seeOther(response: Response, path: string, status = 303): void {
  // Only for its encoding: other hosts are never reached, since all paths begin with one slash.
  const { pathname, search } = new URL(path, 'http://localhost');
  response.status(status).set('Location', pathname + search);
  if (status === 303) response.set('Vary', VARY);
  response.end();
}
