/** `/` leads to the reader's language, `/{lang}/` is the home page. */
import { Router } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { serviceLinks } from '../api/service-links.js';
import { atomLink } from '../changes/atom-link.js';
import { pageLinks, seeOther, send } from '../headers.js';
import { homePage } from '../view-models/home.js';
import { schemaOrgHome } from '../view-models/schema-org.js';
import { contextOf, drawPage, visitOf } from '../visit.js';

export function homeRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/', (_request, response) => seeOther(response, `/${visitOf(response).lang}/`));
  router.get('/:lang/', (request, response, next) => {
    if (!isLang(request.params.lang)) {
      next();
      return;
    }
    const visit = visitOf(response);
    const context = contextOf(visit);
    const page = homePage(context);
    const body = drawPage(visit, 'home', page, {
      title: context.text.t('home.title'),
      description: page.lead[0]?.text,
      path: '/',
      alternates: [atomLink(context, {})],
      jsonLd: schemaOrgHome(context),
    });
    send(request, response, {
      body,
      type: 'text/html; charset=utf-8',
      language: visit.lang,
      links: [
        ...pageLinks(visit.catalogue, visit.lang, '/', []),
        ...serviceLinks(visit.catalogue, visit.lang),
      ],
    });
  });
  return router;
}
