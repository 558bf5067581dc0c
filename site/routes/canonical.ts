/** Guards before all routes: methods, sizes, and one address for each thing (site.md 7: trailing slash 308, wrong case 301). */
import type { NextFunction, Request, Response } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { allowOtherOrigins, hasLargeHeaders, seeOther } from '../headers.js';
import { Problem } from '../problem.js';
import { syntaxOfExtension } from '../document-syntaxes.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { visitOf } from '../visit.js';

const MAX_URL = 16_384;
/** Addresses of the catalogue's documents: all in small letters. */
const FEED = /^\/(katalog|catalog|void)(\.[a-z0-9]+)?$|^\/katalog\/side-|^\/feed\//;
const READS = 'GET, HEAD, OPTIONS';
/** Questions too long for an address. */
const POSTED: ReadonlySet<string> = new Set(['/sparql', '/oai']);

export function checkSizes(request: Request, _response: Response, next: NextFunction): void {
  if (Buffer.byteLength(request.originalUrl) > MAX_URL) throw new Problem('uriTooLong');
  if (hasLargeHeaders(request)) throw new Problem('headersTooLarge');
  next();
}

/** The public process reads: no other verb does anything, whatever the path. */
export function checkMethod(request: Request, response: Response, next: NextFunction): void {
  const { method, path } = request;
  const allowed = POSTED.has(path) ? `${READS}, POST` : READS;
  if (method === 'OPTIONS') {
    allowOtherOrigins(response);
    response.set({ Allow: allowed, 'Access-Control-Allow-Methods': allowed });
    response.set({
      'Access-Control-Allow-Headers': 'Accept, Accept-Language, Content-Type, If-None-Match',
      'Access-Control-Max-Age': '86400',
    });
    response.status(204).end();
  } else if (allowed.split(', ').includes(method)) next();
  else throw new Problem('methodNotAllowed', { headers: { Allow: allowed } });
}

export function onePath(request: Request, response: Response, next: NextFunction): void {
  const path = decoded(request.path);
  // A path that begins with two slashes would be another host in a Location.
  if (path.includes('//') || path.includes('\\')) throw new Problem('notFound');
  const query = request.originalUrl.slice(request.path.length);
  const { catalogue } = visitOf(response);
  const [, prefix = ''] = path.split('/');
  if (path === `/${prefix}` && isLang(prefix)) seeOther(response, `/${prefix}/${query}`, 308);
  else if (isKnownWithoutSlash(path)) seeOther(response, request.path.slice(0, -1) + query, 308);
  else if (isWrongCase(catalogue, path)) seeOther(response, path.toLowerCase() + query, 301);
  else next();
}

function isKnownWithoutSlash(path: string): boolean {
  return path.length > 1 && path.endsWith('/') && !isLang(path.slice(1, -1));
}

function isWrongCase(catalogue: PublicCatalogue, path: string): boolean {
  const lower = path.toLowerCase();
  if (lower === path || catalogue.resolve(thingPath(path))) return false;
  if (FEED.test(lower)) return true;
  return catalogue.resolve(thingPath(lower)) !== undefined;
}

/** `/id/datasett/x`, `/nb/datasett/x` and `/datasett/x.ttl` are about the same thing. */
function thingPath(path: string): string {
  const bare = path.replace(/^\/(id|nb|nn|en)(?=\/)/i, '');
  const [, stem = '', extension = ''] = /^(.*)\.([A-Za-z0-9]+)$/.exec(bare) ?? [];
  return syntaxOfExtension(extension) ? stem : bare;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Problem('badRequest');
  }
}
