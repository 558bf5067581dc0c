/** The quality of the descriptions: a page for people, and the same as JSON and as measurements in Turtle. */
import { Router, type Request } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { pageLinks, seeOther, send } from '../headers.js';
import { Problem } from '../problem.js';
import { qualityHref, SORTINGS, type QualityRequest } from '../view-models/quality-request.js';
import { qualityPage } from '../view-models/quality.js';
import { contextOf, drawPage, visitOf } from '../visit.js';
import { sendZoneFile } from './files.js';

const PATH = '/kvalitet';
const FILES = [
  { name: 'kvalitet.json', type: 'application/json' },
  { name: 'kvalitet.ttl', type: 'text/turtle; charset=utf-8' },
] as const;

export function qualityRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const file of FILES)
    router.get(`/${file.name}`, (request, response) => sendZoneFile(request, response, file));
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
    const context = contextOf(visit);
    const wanted = parameters(request);
    const page = qualityPage(context, wanted);
    if (!page) throw new Problem('notFound');
    const href = qualityHref(context, wanted);
    const path = href.slice(visit.lang.length + 1);
    const body = drawPage(visit, 'quality', page, {
      title: page.position ? `${page.heading} – ${page.position}` : page.heading,
      description: page.lead,
      path,
      breadcrumbs: [{ text: page.heading }],
      section: 'kvalitet',
    });
    const links = pageLinks(visit.catalogue, visit.lang, path, FILES);
    send(request, response, {
      body,
      type: 'text/html; charset=utf-8',
      language: visit.lang,
      links,
    });
  });
  return router;
}

/** Unknown parameters are left alone; known ones that make no sense are told (400). */
function parameters({ query }: Request): QualityRequest {
  const { side = '1', sorter = 'gevinst', utgiver } = query;
  const sorting = SORTINGS.find((one) => one === sorter);
  if (sorting === undefined || typeof side !== 'string' || !/^[1-9]\d{0,5}$/.test(side))
    throw new Problem('badRequest');
  if (utgiver === undefined) return { sorting, page: Number(side) };
  if (typeof utgiver !== 'string' || !/^[a-z0-9][a-z0-9._-]{0,79}$/.test(utgiver))
    throw new Problem('badRequest');
  return { sorting, page: Number(side), publisher: utgiver };
}
