/** What programs look for without being told (site.md 10.1): api-catalog, security.txt, OpenSearch, llms.txt. */
import { Router, type Request, type Response } from 'express';
import { LANGUAGES, type Lang } from '../../src/model/lang-text.js';
import { API_CATALOG_TYPE, apiCatalog } from '../api/api-catalog.js';
import { llmsText, openSearch, securityText } from '../api/machine-files.js';
import { allowOtherOrigins, send } from '../headers.js';
import { Problem } from '../problem.js';
import { visitOf } from '../visit.js';

const TEXT = 'text/plain; charset=utf-8';

export function wellKnownRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/.well-known/api-catalog', (request, response) => {
    const { catalogue } = visitOf(response);
    const href = `${catalogue.settings.base}.well-known/api-catalog`;
    allowOtherOrigins(response);
    send(request, response, {
      body: `${JSON.stringify(apiCatalog(catalogue), null, 1)}\n`,
      type: API_CATALOG_TYPE,
      // RFC 9727 §2: HEAD tells where the catalogue is.
      links: [{ href, rel: 'api-catalog' }],
    });
  });
  router.get('/.well-known/security.txt', (request, response) => {
    const body = securityText(visitOf(response).catalogue.settings);
    if (body === undefined) throw new Problem('notFound');
    send(request, response, { body, type: TEXT });
  });
  router.get('/llms.txt', (request, response) => {
    const { catalogue, ui } = visitOf(response);
    send(request, response, { body: llmsText(catalogue.settings, ui.texts.en), type: TEXT });
  });
  router.get('/opensearch.xml', (request, response) => sendOpenSearch(request, response, 'nb'));
  for (const lang of LANGUAGES)
    router.get(`/${lang}/opensearch.xml`, (request, response) =>
      sendOpenSearch(request, response, lang),
    );
  return router;
}

function sendOpenSearch(request: Request, response: Response, lang: Lang): void {
  const { catalogue, ui } = visitOf(response);
  const body = openSearch(catalogue.settings, ui.texts[lang]);
  const type = 'application/opensearchdescription+xml';
  send(request, response, { body, type, language: lang });
}
