/** Files of the zone as they are, and the municipality's own data under `/fil/`. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import type { WrittenSyntax } from '../../src/rdf/serialize.js';
import { codedName } from '../../src/store/coded-files.js';
import type { PublicZone } from '../../src/store/public-zone.js';
import { derivedDocument, inTurn, isDerived, type DerivedSyntax } from '../derived-document.js';
import { chooseCoding, CODINGS, type Coding } from '../finished/coding.js';
import { addVary, isFresh } from '../finished/finished.js';
import { allowOtherOrigins, formatLinks, isByUrlAlone, sendFinished } from '../headers.js';
import { DEFINITIONS } from '../local-paths.js';
import { Problem } from '../problem.js';
import { contentLinks } from '../signposting.js';
import { visitOf } from '../visit.js';
import { wholeFile } from '../whole-file.js';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  yaml: 'application/yaml',
  geojson: 'application/geo+json',
  xml: 'application/xml',
  gml: 'application/gml+xml',
  pdf: 'application/pdf',
  zip: 'application/zip',
  gpkg: 'application/geopackage+sqlite3',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  ttl: 'text/turtle; charset=utf-8',
  jsonld: 'application/ld+json',
};

export function fileRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(`${DEFINITIONS}/context.jsonld`, (request, response) =>
    sendZoneFile(request, response, { name: 'context.jsonld', type: 'application/ld+json' }),
  );
  router.get('/fil/*path', async (request, response) => {
    const path = (request.params['path'] as unknown as readonly string[]).join('/');
    const name = path.split('/').at(-1) ?? '';
    const type = TYPES[name.replace(/^.*\./, '').toLowerCase()] ?? 'application/octet-stream';
    response.set('Content-Disposition', attachment(name));
    const { catalogue } = visitOf(response);
    const links = contentLinks(catalogue, catalogue.settings.base + request.path.slice(1));
    if (links.length > 0) response.set('Link', formatLinks(links));
    await sendZoneFile(request, response, { name: `fil/${path}`, type });
  });
  return router;
}

/** What is kept in memory; larger files are read from disk each time. */
const MAX_KEPT = 16 * 1024 * 1024;

export interface ZoneFile {
  readonly name: string;
  readonly type: string;
  /** Sent as this syntax, which has the same bytes, or is written anew from the file, which is then N-Triples. */
  readonly as?: WrittenSyntax;
}

/** Only names that the zone's manifest lists are opened: no path of a request ever reaches the file system (X4). */
export async function sendZoneFile(
  request: Request,
  response: Response,
  file: ZoneFile,
): Promise<void> {
  const { zone } = visitOf(response).catalogue;
  const hash = Object.hasOwn(zone.files, file.name) ? zone.files[file.name] : undefined;
  if (hash === undefined) {
    response.removeHeader('Content-Disposition');
    response.removeHeader('Link');
    throw new Problem('notFound');
  }
  allowOtherOrigins(response);
  response.status(200).set('Content-Type', file.type);
  const { name, as } = file;
  // One address may have several types with the same bytes: each has a tag of its own (RFC 9110 §8.8.3).
  const tag = hash.slice(0, 32) + (as === undefined ? '' : `-${as}`);
  if (as !== undefined && isDerived(as))
    await sendDerived(request, response, { zone, name, tag, as });
  else await sendStored(request, response, { zone, name, tag });
}

interface Stored {
  readonly zone: Pick<PublicZone, 'folder' | 'files'>;
  readonly name: string;
  readonly tag: string;
}

/** Small files that hang on the URL alone are kept with their compressed forms; of all others just what is sent is read. */
async function sendStored(
  request: Request,
  response: Response,
  { zone, name, tag }: Stored,
): Promise<void> {
  const codings = CODINGS.filter((one) => Object.hasOwn(zone.files, codedName(name, one)));
  const plain = await wholeFile(zone, name);
  if (isByUrlAlone(response) && plain.size <= MAX_KEPT) {
    const coded = new Map<Coding, Buffer>();
    for (const one of codings)
      coded.set(one, await (await wholeFile(zone, codedName(name, one))).read());
    sendFinished(request, response, { body: await plain.read(), tag, coded });
    return;
  }
  const chosen = chooseCoding(request.headers['accept-encoding']);
  const coding = chosen && codings.includes(chosen) ? chosen : undefined;
  if (codings.length > 0) addVary(response, 'Accept-Encoding');
  if (isNotModified(request, response, coding ? `"${tag}-${coding}"` : `"${tag}"`)) return;
  if (coding) response.set('Content-Encoding', coding);
  const sent = coding ? await wholeFile(zone, codedName(name, coding)) : plain;
  response.set('Content-Length', String(sent.size));
  if (request.method === 'HEAD') response.end();
  else await stream(Readable.from(sent.pieces()), response);
}

interface Derived extends Stored {
  readonly as: DerivedSyntax;
}

/** Small ones are made whole; how long a large one gets is known when it has been sent. */
async function sendDerived(
  request: Request,
  response: Response,
  { zone, name, tag, as }: Derived,
): Promise<void> {
  const file = await wholeFile(zone, name);
  const document = (): Readable => Readable.from(derivedDocument(file.pieces(), as));
  if (file.size <= MAX_KEPT) {
    sendFinished(request, response, { body: await buffer(document()), tag });
    return;
  }
  if (isNotModified(request, response, `"${tag}"`)) return;
  if (request.method === 'HEAD') response.end();
  else await inTurn(() => stream(document(), response));
}

function isNotModified(request: Request, response: Response, etag: string): boolean {
  response.set('ETag', etag);
  if (!isFresh(request, { etag, 'last-modified': response.get('Last-Modified') })) return false;
  response.status(304).removeHeader('Content-Type');
  response.end();
  return true;
}

/** A client that leaves is no fault. */
async function stream(source: Readable, response: Response): Promise<void> {
  try {
    await pipeline(source, response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** RFC 6266: an ASCII name for old clients, the real one for the rest. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
