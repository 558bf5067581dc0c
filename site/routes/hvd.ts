/** High-value datasets: a page for people, and the same as CSV and JSON. */
import { Router, type Request } from 'express';
import { HVD_REQUIREMENTS } from '../../src/model/hvd-report.js';
import { isLang } from '../../src/model/lang-text.js';
import { pageLinks, seeOther, send } from '../headers.js';
import { Problem } from '../problem.js';
import { hvdHref, hvdPage, type HvdRequest } from '../view-models/hvd.js';
import { contextOf, drawPage, visitOf } from '../visit.js';
import { sendZoneFile } from './files.js';

const PATH = '/hvd';
const FILES = [
  { name: 'hvd.csv', type: 'text/csv; charset=utf-8' },
  { name: 'hvd.json', type: 'application/json' },
] as const;

export function hvdRoutes(): Router {
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
    const page = hvdPage(context, wanted);
    const path = hvdHref(context, wanted).slice(visit.lang.length + 1);
    const body = drawPage(visit, 'hvd', page, {
      title: page.heading,
      description: page.lead,
      path,
      breadcrumbs: [{ text: page.heading }],
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
function parameters({ query }: Request): HvdRequest {
  const { krav, kategori } = query;
  const requirement = HVD_REQUIREMENTS.find((one) => one === krav);
  if (krav !== undefined && requirement === undefined) throw new Problem('badRequest');
  const isCategory = typeof kategori === 'string' && /^(c_[0-9a-f]{8}|ingen)$/.test(kategori);
  if (kategori !== undefined && !isCategory) throw new Problem('badRequest');
  return {
    ...(requirement ? { requirement } : {}),
    ...(isCategory ? { category: kategori } : {}),
  };
}
