/** Addresses for machines: health, robots, VoID, style sheets. */
import { Router } from 'express';
import { RDF_SYNTAXES, serialize } from '../../src/rdf/serialize.js';
import { allowOtherOrigins, seeOther, send } from '../headers.js';
import { negotiateType } from '../negotiation.js';
import { Problem } from '../problem.js';
import type { StaticFiles } from '../static-files.js';
import { visitOf } from '../visit.js';
import { voidQuads } from '../void.js';

const IMMUTABLE = 'public, max-age=31536000, immutable';

export function machineRoutes(files: StaticFiles): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/static/:hash/*path', (request, response) => {
    const { hash, path } = request.params as unknown as { hash: string; path: readonly string[] };
    const file = `/static/${hash}` === files.root ? files.get(path.join('/')) : undefined;
    if (!file) throw new Problem('notFound');
    response.set('Cache-Control', IMMUTABLE);
    send(request, response, { body: file.body, type: file.type });
  });
  router.get('/healthz', (request, response) => {
    response.set('Cache-Control', 'no-store');
    send(request, response, { body: 'ok\n', type: 'text/plain; charset=utf-8' });
  });
  router.get('/robots.txt', (request, response) => {
    const languages = ['nb', 'nn', 'en'].map((lang) => `Disallow: /${lang}/sparql?\n`).join('');
    const body = `User-agent: *\nDisallow: /sparql?\n${languages}`;
    send(request, response, { body, type: 'text/plain; charset=utf-8' });
  });
  router.get('/.well-known/void', (request, response) => {
    const types = RDF_SYNTAXES.map(({ mediaType }) => mediaType);
    const wanted = negotiateType(request.headers.accept, types);
    // Those who ask for a page get Turtle: it is text, and there is nothing else.
    const syntax = RDF_SYNTAXES.find(({ mediaType }) => mediaType === wanted);
    seeOther(response, `/void.${syntax?.extension ?? 'ttl'}`);
  });
  router.get('/void.:extension', (request, response) => {
    const { extension } = request.params;
    const syntax = RDF_SYNTAXES.find((one) => one.extension === extension);
    if (!syntax) throw new Problem('notFound');
    allowOtherOrigins(response);
    const body = serialize(voidQuads(visitOf(response).catalogue), syntax.syntax);
    send(request, response, { body, type: syntax.contentType });
  });
  return router;
}
