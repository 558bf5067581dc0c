/** Files of the zone as they are: the catalogue in every syntax, and the municipality's own data under `/fil/`. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import { DOCUMENT_SYNTAXES, syntaxOfType } from '../document-syntaxes.js';
import { codedName } from '../../src/store/revisions.js';
import { chooseCoding, CODINGS, type Coding } from '../finished/coding.js';
import { addVary } from '../finished/finished.js';
import {
  allowOtherOrigins,
  formatLinks,
  seeOther,
  sendFinished,
  VARY,
  type Link,
} from '../headers.js';
import { DEFINITIONS } from '../local-paths.js';
import { negotiateType } from '../negotiation.js';
import { Problem } from '../problem.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { visitOf } from '../visit.js';

/** Turtle first: it is the answer to any Accept. A page only for those who prefer one. */
const OFFERS = [...DOCUMENT_SYNTAXES.map(({ mediaType }) => mediaType), 'text/html'];
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
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
  router.get('/catalog', (_request, response) => seeOther(response, '/katalog', 301));
  for (const { extension } of DOCUMENT_SYNTAXES) {
    router.get(`/catalog.${extension}`, (_request, response) =>
      seeOther(response, `/katalog.${extension}`, 301),
    );
  }
  router.get('/katalog', async (request, response) => {
    const { catalogue, lang } = visitOf(response);
    const wanted = negotiateType(request.headers.accept, OFFERS);
    const syntax = wanted === undefined ? undefined : syntaxOfType(wanted);
    response.set('Vary', VARY);
    if (wanted === undefined)
      throw new Problem('notAcceptable', { alternates: catalogueLinks(catalogue) });
    const path = catalogue.pathOf(catalogue.settings.catalog);
    if (syntax) await sendCatalogue(request, response, syntax.extension);
    else if (path === undefined) throw new Problem('notFound');
    else seeOther(response, `/${lang}${path}`);
  });
  for (const { extension } of DOCUMENT_SYNTAXES) {
    router.get(`/katalog.${extension}`, (request, response) =>
      sendCatalogue(request, response, extension),
    );
  }
  router.get(`${DEFINITIONS}/context.jsonld`, (request, response) =>
    sendZoneFile(request, response, { name: 'context.jsonld', type: 'application/ld+json' }),
  );
  router.get('/fil/*path', async (request, response) => {
    const path = (request.params['path'] as unknown as readonly string[]).join('/');
    const name = path.split('/').at(-1) ?? '';
    const type = TYPES[name.replace(/^.*\./, '').toLowerCase()] ?? 'application/octet-stream';
    response.set('Content-Disposition', attachment(name));
    await sendZoneFile(request, response, { name: `fil/${path}`, type });
  });
  return router;
}

async function sendCatalogue(
  request: Request,
  response: Response,
  extension: string,
): Promise<void> {
  const { catalogue } = visitOf(response);
  const syntax = DOCUMENT_SYNTAXES.find((one) => one.extension === extension);
  response.set('Link', formatLinks(catalogueLinks(catalogue)));
  const type = syntax?.contentType ?? 'application/octet-stream';
  await sendZoneFile(request, response, { name: `katalog.${extension}`, type });
}

function catalogueLinks({ settings }: PublicCatalogue): Link[] {
  return DOCUMENT_SYNTAXES.map(({ extension, mediaType }) => ({
    href: `${settings.base}katalog.${extension}`,
    rel: 'alternate',
    type: mediaType,
  }));
}

/** What is kept in memory; larger files are read from disk each time. */
const MAX_KEPT = 16 * 1024 * 1024;

/** Only names that the zone's manifest lists are opened: no path of a request ever reaches the file system (X4). */
export async function sendZoneFile(
  request: Request,
  response: Response,
  { name, type }: { name: string; type: string },
): Promise<void> {
  const { zone } = visitOf(response).catalogue;
  const hash = Object.hasOwn(zone.files, name) ? zone.files[name] : undefined;
  if (hash === undefined) {
    response.removeHeader('Content-Disposition');
    response.removeHeader('Link');
    throw new Problem('notFound');
  }
  const codings = CODINGS.filter((one) => Object.hasOwn(zone.files, codedName(name, one)));
  const pathOf = (coding?: Coding): string =>
    join(zone.folder, coding ? codedName(name, coding) : name);
  allowOtherOrigins(response);
  response.status(200).set('Content-Type', type);
  const tag = hash.slice(0, 32);
  const { size } = await stat(pathOf());
  if (size > MAX_KEPT) {
    const chosen =
      codings.length > 0 ? chooseCoding(request.headers['accept-encoding']) : undefined;
    const coding = chosen && codings.includes(chosen) ? chosen : undefined;
    if (codings.length > 0) addVary(response, 'Accept-Encoding');
    await sendStream(request, response, { path: pathOf(coding), tag, coding });
    return;
  }
  const coded = new Map<Coding, Buffer>();
  for (const one of codings) coded.set(one, await readFile(pathOf(one)));
  sendFinished(request, response, { body: await readFile(pathOf()), tag, coded });
}

async function sendStream(
  request: Request,
  response: Response,
  { path, tag, coding }: { path: string; tag: string; coding: Coding | undefined },
): Promise<void> {
  response.set('ETag', coding ? `"${tag}-${coding}"` : `"${tag}"`);
  if (request.fresh) {
    response.status(304).removeHeader('Content-Type');
    response.end();
    return;
  }
  if (coding) response.set('Content-Encoding', coding);
  response.set('Content-Length', String((await stat(path)).size));
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response);
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
