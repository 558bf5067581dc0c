/** Changes: `/{lang}/endringer`, the same as Atom, the history of one thing, one change, and that as an RDF Patch (site.md 10.3). */
import { Router, type Request, type Response } from 'express';
import { changeIri, type Change } from '../../src/model/change.js';
import { isLang, LANGUAGES, type Lang } from '../../src/model/lang-text.js';
import { atomFeed, changesList } from '../changes/atom.js';
import { ATOM } from '../changes/atom-link.js';
import { changeLog } from '../changes/change-log.js';
import { filterOf, filterQuery, matching, pageOf } from '../changes/change-filter.js';
import { changePage } from '../changes/change-page.js';
import { changesPage, historyPage, type ChangesPage } from '../changes/pages.js';
import { hasPatch, PATCH_TYPE, rdfPatch } from '../changes/rdf-patch.js';
import { allowOtherOrigins, seeOther, send, type Link } from '../headers.js';
import { setLastModified } from '../last-modified.js';
import { irisOf } from '../local-paths.js';
import { Problem } from '../problem.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { contextOf, drawPage, visitOf } from '../visit.js';

const HTML = 'text/html; charset=utf-8';
const PATH = '/endringer';

export function changeRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(PATH, (request, response) =>
    seeOther(response, `/${visitOf(response).lang}${request.originalUrl}`),
  );
  router.get(`${PATH}.atom`, sendAtom);
  router.get('/endring/:key.rdfp', sendPatch);
  // A language is no type of thing: `/nb/datasett/x/endringer` is the page, `/datasett/x/endringer` no address at all.
  for (const lang of LANGUAGES) {
    router.get(`/${lang}${PATH}.atom`, sendAtom);
    router.get(`/${lang}${PATH}`, sendChanges);
    router.get(`/${lang}/endring/:key`, sendChange);
    for (const thing of ['/:type/:key', '/:type/:key/versjon/:version'])
      router.get(`/${lang}${thing}${PATH}`, sendHistory);
  }
  return router;
}

function sendChanges(request: Request, response: Response): void {
  const filter = filterOf(request.query);
  const number = pageOf(request.query);
  const page = changesPage(contextOf(visitOf(response)), filter, number);
  sendPage(response, request, { page, path: PATH, query: filterQuery(filter, number) });
}

function sendHistory(request: Request, response: Response): void {
  const visit = visitOf(response);
  const path = decodeURIComponent(request.path).slice(visit.lang.length + 1, -PATH.length);
  const number = pageOf(request.query);
  const page = historyPage(contextOf(visit), followed(visit.catalogue, path), number);
  sendPage(response, request, { page, path: path + PATH, query: filterQuery({}, number) });
}

/** What the log tells of, else what there is now: a revision of an older version has no log. */
function followed(catalogue: PublicCatalogue, path: string): string {
  const log = changeLog(catalogue.zone.changes);
  const logged = irisOf(catalogue.settings.base, path).find((iri) => log.ofThing(iri).length > 0);
  const thing = logged ?? catalogue.resolve(path)?.iri;
  if (thing === undefined) throw new Problem('notFound');
  return thing;
}

interface Shown {
  readonly page: ChangesPage | undefined;
  readonly path: string;
  readonly query: string;
}

function sendPage(response: Response, request: Request, { page, path, query }: Shown): void {
  if (!page) throw new Problem('notFound');
  const visit = visitOf(response);
  const title = page.thing ? `${page.heading}: ${page.thing.text}` : page.heading;
  const body = drawPage(visit, 'changes', page, {
    title: page.position ? `${title} – ${page.position}` : title,
    description: page.lead,
    path: path + query,
    breadcrumbs: [...(page.thing ? [page.thing] : []), { text: page.heading }],
    alternates: page.atom ? [{ href: page.atom, type: ATOM, title: page.heading }] : [],
    section: 'endringer',
  });
  const absolute = (href: string): string => visit.catalogue.settings.base + href.slice(1);
  const links: Link[] = [
    { href: absolute(`/${visit.lang}${path}${query}`), rel: 'canonical' },
    ...(page.previous ? [{ href: absolute(page.previous), rel: 'prev' }] : []),
    ...(page.next ? [{ href: absolute(page.next), rel: 'next' }] : []),
    ...(page.atom ? [{ href: absolute(page.atom), rel: 'alternate', type: ATOM }] : []),
  ];
  send(request, response, { body, type: HTML, language: visit.lang, links });
}

function sendChange(request: Request, response: Response): void {
  const visit = visitOf(response);
  const change = changeOf(request, response);
  const { base } = visit.catalogue.settings;
  const page = changePage(contextOf(visit), change, changeIri(base, change));
  const title = page.heading;
  const body = drawPage(visit, 'change', page, {
    title,
    path: `/endring/${change.key}`,
    breadcrumbs: [
      { href: `/${visit.lang}${PATH}`, text: contextOf(visit).text.t('changes.title') },
      { text: title },
    ],
    alternates: page.formats,
    section: 'endringer',
  });
  const address = (lang: Lang): string => `${base}${lang}/endring/${change.key}`;
  const links: Link[] = [
    { href: address(visit.lang), rel: 'canonical' },
    ...LANGUAGES.map((one) => ({ href: address(one), rel: 'alternate', hreflang: one })),
    ...page.formats.map(({ href, type }) => ({
      href: base + href.slice(1),
      rel: 'alternate',
      type,
    })),
    { href: page.iri, rel: 'cite-as' },
  ];
  send(request, response, { body, type: HTML, language: visit.lang, links });
}

function sendPatch(request: Request, response: Response): void {
  const { catalogue } = visitOf(response);
  const change = changeOf(request, response);
  if (!hasPatch(change)) throw new Problem('notFound');
  allowOtherOrigins(response);
  setLastModified(response, change.at);
  const { base } = catalogue.settings;
  const body = rdfPatch(base, changeLog(catalogue.zone.changes), change);
  const links = [{ href: changeIri(base, change), rel: 'describes' }];
  send(request, response, { body, type: `${PATCH_TYPE}; charset=utf-8`, links });
}

function changeOf(request: Request, response: Response): Change {
  const { changes } = visitOf(response).catalogue.zone;
  const change = changeLog(changes).byKey(request.params['key'] as string);
  if (!change) throw new Problem('notFound');
  return change;
}

/** Without a language in the path: in bokmål, the language of first resort. */
function sendAtom(request: Request, response: Response): void {
  const visit = visitOf(response);
  const [, prefix = ''] = request.path.split('/');
  const lang = isLang(prefix) ? prefix : 'nb';
  const filter = filterOf(request.query);
  const page = pageOf(request.query);
  const changes = matching(visit.catalogue, filter);
  const context = contextOf({ ...visit, lang });
  const body = atomFeed(context, changes, { list: changesList(context, filter), page });
  if (body === undefined) throw new Problem('notFound');
  allowOtherOrigins(response);
  setLastModified(response, changes[0]?.at);
  send(request, response, { body, type: `${ATOM}; charset=utf-8`, language: lang });
}
