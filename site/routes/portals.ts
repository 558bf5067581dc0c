/** What the portals make of the feeds: a page for people, and the same as JSON. */
import { Router } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { PORTALS_FILE } from '../../src/store/public-zone.js';
import { pageLinks, seeOther, send } from '../headers.js';
import { portalsPage } from '../view-models/portals.js';
import { contextOf, drawPage, visitOf } from '../visit.js';
import { sendZoneFile } from './files.js';

const PATH = '/kvalitet/portaler';
const FILE = { name: PORTALS_FILE, type: 'application/json' } as const;

export function portalRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(`/${FILE.name}`, (request, response) => sendZoneFile(request, response, FILE));
  router.get(PATH, (_request, response) => seeOther(response, `/${visitOf(response).lang}${PATH}`));
  router.get(`/:lang${PATH}`, (request, response, next) => {
    if (!isLang(request.params.lang)) {
      next();
      return;
    }
    const visit = visitOf(response);
    const context = contextOf(visit);
    const page = portalsPage(context);
    const body = drawPage(visit, 'portals', page, {
      title: page.heading,
      description: page.lead,
      path: PATH,
      breadcrumbs: [
        { text: context.text.t('quality.title'), href: `/${visit.lang}/kvalitet` },
        { text: page.heading },
      ],
      section: 'kvalitet',
    });
    const hasFile = Object.hasOwn(visit.catalogue.zone.files, FILE.name);
    const links = pageLinks(visit.catalogue, visit.lang, PATH, hasFile ? [FILE] : []);
    send(request, response, {
      body,
      type: 'text/html; charset=utf-8',
      language: visit.lang,
      links,
    });
  });
  return router;
}
