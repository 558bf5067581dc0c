/** Addresses for machines: health, robots, VoID, style sheets. */
import { Router } from 'express';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { serialize } from '../../src/rdf/serialize.js';
import { DOCUMENT_TYPES, syntaxOfExtension, syntaxOfType } from '../document-syntaxes.js';
import { codeAll, isCompressible, MAX_CODED_AT_ONCE, type Coding } from '../finished/coding.js';
import { allowOtherOrigins, seeOther, send, sendFinished } from '../headers.js';
import { newestChange, setLastModified } from '../last-modified.js';
import { negotiateType } from '../negotiation.js';
import { Problem } from '../problem.js';
import type { StaticFile, StaticFiles } from '../static-files.js';
import { visitOf } from '../visit.js';
import { voidQuads } from '../void.js';

/** Questions, of which there is no end. */
const ROBOTS_STAY_OUT = [
  ...['sparql?', 'endringer?', 'sok?', 'graf?', 'api?'],
  'datatjeneste/*/utforsk?',
];

const IMMUTABLE = 'public, max-age=31536000, immutable';

export function machineRoutes(files: StaticFiles): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/static/:hash/*path', async (request, response) => {
    const { hash, path } = request.params as unknown as { hash: string; path: readonly string[] };
    const file = `/static/${hash}` === files.root ? files.get(path.join('/')) : undefined;
    if (!file) throw new Problem('notFound');
    response.set('Cache-Control', IMMUTABLE);
    response.set('Content-Type', file.type);
    sendFinished(request, response, { body: file.body, coded: await codedOnce(file) });
  });
  router.get('/healthz', (request, response) => {
    response.set('Cache-Control', 'no-store');
    send(request, response, { body: 'ok\n', type: 'text/plain; charset=utf-8' });
  });
  router.get('/robots.txt', (request, response) => {
    const languages = LANGUAGES.flatMap((lang) =>
      ROBOTS_STAY_OUT.map((path) => `Disallow: /${lang}/${path}\n`),
    ).join('');
    const { base } = visitOf(response).catalogue.settings;
    const body = `User-agent: *\nDisallow: /sparql?\n${languages}Disallow: /*/forhandsvisning\n\nSitemap: ${base}sitemap.xml\n`;
    send(request, response, { body, type: 'text/plain; charset=utf-8' });
  });
  router.get('/.well-known/void', (request, response) => {
    const wanted = negotiateType(request.headers.accept, DOCUMENT_TYPES);
    // Those who ask for a page get Turtle: it is text, and there is nothing else.
    const syntax = wanted === undefined ? undefined : syntaxOfType(wanted);
    seeOther(response, `/void.${syntax?.extension ?? 'ttl'}`);
  });
  router.get('/void.:extension', (request, response) => {
    const syntax = syntaxOfExtension(request.params.extension);
    if (!syntax) throw new Problem('notFound');
    allowOtherOrigins(response);
    const { catalogue } = visitOf(response);
    setLastModified(response, newestChange(catalogue));
    const body = serialize(voidQuads(catalogue), syntax.writtenAs);
    send(request, response, { body, type: syntax.contentType });
  });
  return router;
}

const coded = new WeakMap<StaticFile, Promise<ReadonlyMap<Coding, Buffer>>>();
const NONE: ReadonlyMap<Coding, Buffer> = new Map();

/** A large script is compressed well when it is first asked for, and never again; small files are as they are asked for. */
function codedOnce(file: StaticFile): Promise<ReadonlyMap<Coding, Buffer>> {
  if (file.body.byteLength <= MAX_CODED_AT_ONCE || !isCompressible(file.type, file.body.byteLength))
    return Promise.resolve(NONE);
  const found = coded.get(file) ?? codeAll(file.body);
  coded.set(file, found);
  return found;
}
