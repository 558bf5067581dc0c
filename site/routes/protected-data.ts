/** Protected data that one may apply for: a page with a search of its own. */
import { Router, type Request } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { pageLinks, seeOther, send } from '../headers.js';
import { Problem } from '../problem.js';
import { protectedDataPage } from '../view-models/protected-data.js';
import { contextOf, drawPage, visitOf } from '../visit.js';

const PATH = '/vernede-data';
const MAX_WORDS = 200;

export function protectedDataRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(PATH, (request, response) =>
    seeOther(
      response,
      `/${visitOf(response).lang}${PATH}${request.originalUrl.slice(PATH.length)}`,
    ),
  );
  router.get(`/:lang${PATH}`, (request, response, next) => {
    if (!isLang(request.params.lang)) {
      next();
      return;
    }
    const visit = visitOf(response);
    const words = wordsOf(request);
    const page = protectedDataPage(contextOf(visit), words);
    const path = words === '' ? PATH : `${PATH}?${new URLSearchParams({ q: words }).toString()}`;
    const body = drawPage(visit, 'protected-data', page, {
      title: page.heading,
      description: page.lead,
      path,
      breadcrumbs: [{ text: page.heading }],
    });
    send(request, response, {
      body,
      type: 'text/html; charset=utf-8',
      language: visit.lang,
      links: pageLinks(visit.catalogue, visit.lang, path, []),
    });
  });
  return router;
}

function wordsOf({ query }: Request): string {
  const { q = '' } = query;
  if (typeof q !== 'string' || q.length > MAX_WORDS) throw new Problem('badRequest');
  return q.trim();
}
