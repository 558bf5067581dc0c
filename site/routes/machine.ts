/** Addresses for machines: health, robots, VoID, style sheets. */
import { Router } from 'express';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { serialize } from '../../src/rdf/serialize.js';
import { DOCUMENT_TYPES, syntaxOfExtension, syntaxOfType } from '../document-syntaxes.js';
import { allowOtherOrigins, seeOther, send } from '../headers.js';
import { newestChange, setLastModified } from '../last-modified.js';
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
    const languages = LANGUAGES.map(
      (lang) =>
        `Disallow: /${lang}/sparql?\nDisallow: /${lang}/endringer?\nDisallow: /${lang}/sok?\n`,
    ).join('');
    const { base } = visitOf(response).catalogue.settings;
    const body = `User-agent: *\nDisallow: /sparql?\n${languages}\nSitemap: ${base}sitemap.xml\n`;
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
