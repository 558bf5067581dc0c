/** Coverage of the information model: a page for people, and the same as CSV and JSON. */
import { Router } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { pageLinks, seeOther, send } from '../headers.js';
import { coveragePage } from '../view-models/coverage.js';
import { contextOf, drawPage, visitOf } from '../visit.js';
import { sendZoneFile } from './files.js';

const PATH = '/dekning';
const FILES = [
  { name: 'dekning.csv', type: 'text/csv; charset=utf-8' },
  { name: 'dekning.json', type: 'application/json' },
] as const;

export function coverageRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const file of FILES)
    router.get(`/${file.name}`, (request, response) => sendZoneFile(request, response, file));
  router.get(PATH, (_request, response) => seeOther(response, `/${visitOf(response).lang}${PATH}`));
  router.get(`/:lang${PATH}`, (request, response, next) => {
    if (!isLang(request.params.lang)) {
      next();
      return;
    }
    const visit = visitOf(response);
    const page = coveragePage(contextOf(visit));
    const body = drawPage(visit, 'coverage', page, {
      title: page.heading,
      description: page.lead,
      path: PATH,
      breadcrumbs: [{ text: page.heading }],
    });
    const links = pageLinks(visit.catalogue, visit.lang, PATH, FILES);
    send(request, response, {
      body,
      type: 'text/html; charset=utf-8',
      language: visit.lang,
      links,
    });
  });
  return router;
}
