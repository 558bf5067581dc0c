/** Our own API: `/openapi.json` (OpenAPI 3.1, in English) for programs, `/{lang}/api` for people. */
import { Router } from 'express';
import { openApiDocument } from '../api/openapi-document.js';
import { serviceLinks } from '../api/service-links.js';
import { readServiceRequest } from '../api/service-request.js';
import { allowOtherOrigins, send } from '../headers.js';
import { Problem } from '../problem.js';
import { apiPage } from '../view-models/api.js';
import { visitOf } from '../visit.js';
import { cataloguePage } from './catalogue-page.js';

/** The OpenAPI media types were never registered (RFC 9512 §2 tells of YAML alone). */
const JSON_TYPE = 'application/json';

export function apiRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/openapi.json', (request, response) => {
    const { catalogue, ui } = visitOf(response);
    allowOtherOrigins(response);
    const document = openApiDocument(catalogue, ui.texts.en);
    const { base } = catalogue.settings;
    send(request, response, {
      body: `${JSON.stringify(document, null, 1)}\n`,
      type: JSON_TYPE,
      links: [{ href: `${base}nb/api`, rel: 'service-doc', type: 'text/html' }],
    });
  });
  router.use(
    cataloguePage({
      path: '/api',
      template: 'api',
      read: ({ originalUrl }) =>
        readServiceRequest(new URL(originalUrl, 'http://localhost').searchParams),
      page: (context, asked) => {
        const page = apiPage(context, asked);
        if (!page) throw new Problem('badRequest');
        return page;
      },
      links: serviceLinks,
      layout: (_context, { lead }) => ({ description: lead }),
    }),
  );
  return router;
}
