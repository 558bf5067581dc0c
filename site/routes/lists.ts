/** Lists: `/{lang}/datasett?side=2`. */
import { Router, type Request } from 'express';
import { isLang, type Lang } from '../../src/model/lang-text.js';
import { atomLink } from '../changes/atom-link.js';
import { seeOther, send, type Link } from '../headers.js';
import { isListName } from '../page-kinds.js';
import { Problem } from '../problem.js';
import { listHref, listPage, type ListRequest } from '../view-models/lists.js';
import type { ViewContext } from '../view-models/values.js';
import { contextOf, drawPage, visitOf } from '../visit.js';

const HTML = 'text/html; charset=utf-8';

export function listRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/:list', (request, response, next) => {
    if (isListName(request.params.list))
      seeOther(response, `/${visitOf(response).lang}/${request.params.list}`);
    else next();
  });
  router.get('/:lang/:list', (request, response, next) => {
    const { lang, list } = request.params;
    if (!isLang(lang) || !isListName(list)) {
      next();
      return;
    }
    const visit = visitOf(response);
    const context = contextOf(visit);
    const wanted = { name: list, ...parameters(request) };
    const page = listPage(context, wanted);
    if (!page) throw new Problem('notFound');
    const address = (one: Lang, number: number): string =>
      visit.catalogue.settings.base + localHref(context, one, wanted, number).slice(1);
    const links: Link[] = [
      { href: address(lang, wanted.page), rel: 'canonical' },
      ...(page.previous ? [{ href: address(lang, wanted.page - 1), rel: 'prev' }] : []),
      ...(page.next ? [{ href: address(lang, wanted.page + 1), rel: 'next' }] : []),
    ];
    const body = drawPage(visit, 'list', page, {
      title: page.position ? `${page.heading} – ${page.position}` : page.heading,
      description: page.lead,
      path: localHref(context, lang, wanted, wanted.page).slice(lang.length + 1),
      breadcrumbs: [{ text: page.heading }],
      section: list,
      alternates: atomLinks(context, wanted),
    });
    send(request, response, { body, type: HTML, language: visit.lang, links });
  });
  return router;
}

/** Policy areas are codes: they do not change as things do. */
function atomLinks(
  context: ViewContext,
  { name: type, publisher }: ListRequest,
): ReturnType<typeof atomLink>[] {
  return type === 'politikkomrade' ? [] : [atomLink(context, { type, publisher })];
}

function localHref(
  context: ReturnType<typeof contextOf>,
  lang: Lang,
  request: ListRequest,
  page: number,
): string {
  return listHref(context, request, page).replace(/^\/[a-z]+/, `/${lang}`);
}

/** Unknown parameters are left alone; known ones that make no sense are told (400). */
function parameters({ query }: Request): Omit<ListRequest, 'name'> {
  const { side = '1', utgiver } = query;
  if (typeof side !== 'string' || !/^[1-9]\d{0,5}$/.test(side)) throw new Problem('badRequest');
  if (utgiver === undefined) return { page: Number(side) };
  if (typeof utgiver !== 'string' || !/^[a-z0-9][a-z0-9._-]{0,79}$/.test(utgiver))
    throw new Problem('badRequest');
  return { page: Number(side), publisher: utgiver };
}
