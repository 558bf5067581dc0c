/** `/{lang}/datatjeneste/{key}/utforsk`: what a data service can be asked, tried with the visitor's own values. */
import { Router, type Request, type Response } from 'express';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { readServiceRequest } from '../api/service-request.js';
import { pageLinks, seeOther, send } from '../headers.js';
import { Problem } from '../problem.js';
import { explorerPage } from '../view-models/service-explorer.js';
import { contextOf, drawPage, visitOf } from '../visit.js';

const PATH = '/datatjeneste/:key/utforsk';

export function serviceExplorerRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(PATH, (request, response) => {
    serviceOf(request, response);
    seeOther(response, `/${visitOf(response).lang}${request.originalUrl}`);
  });
  for (const lang of LANGUAGES) router.get(`/${lang}${PATH}`, sendExplorer);
  return router;
}

function sendExplorer(request: Request, response: Response): void {
  const visit = visitOf(response);
  const context = contextOf(visit);
  const { iri, path } = serviceOf(request, response);
  const parameters = new URL(request.originalUrl, 'http://localhost').searchParams;
  const page = explorerPage(context, iri, readServiceRequest(parameters));
  if (!page) throw new Problem('badRequest');
  const explorer = `${path}/utforsk`;
  const body = drawPage(visit, 'service-explorer', page, {
    title: page.heading,
    description: page.lead[0],
    path: explorer,
    breadcrumbs: [
      { href: `/${visit.lang}/datatjeneste`, text: context.text.t('list.datatjeneste.title') },
      { href: page.service.href, text: page.service.text },
      { text: context.text.t('explorer.short') },
    ],
    section: 'datatjeneste',
  });
  const links = pageLinks(visit.catalogue, visit.lang, explorer, []);
  send(request, response, { body, type: 'text/html; charset=utf-8', language: visit.lang, links });
}

/** Throws Problem 404 for what is no data service that is public now. */
function serviceOf(
  request: Request,
  response: Response,
): { readonly iri: string; readonly path: string } {
  const path = `/datatjeneste/${request.params['key'] as string}`;
  const thing = visitOf(response).catalogue.resolve(path);
  if (thing?.state !== 'public' || thing.kind !== 'datatjeneste') throw new Problem('notFound');
  return { iri: thing.iri, path };
}
