/** Search: `/{lang}/sok` for people, `/{lang}/sok.atom`, `.csv`, `.json` and `.ttl` for what they found (site.md 3.2). */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { FACETS, type Facet, type SearchEntry } from '../../src/model/search-file.js';
import type { SearchIndex, SearchRequest } from '../../src/search/search-index.js';
import { ATOM } from '../changes/atom-link.js';
import { allowOtherOrigins, pageLinks, seeOther, send, type Representation } from '../headers.js';
import { setLastModified } from '../last-modified.js';
import { Problem } from '../problem.js';
import { changed, facetCode, readSearch, searchHref, type SearchQuery } from '../search-request.js';
import { hitsAsCsv, hitsAsJson, hitsAsTurtle } from '../search-files.js';
import { searchFeed } from '../changes/search-feed.js';
import { searchPage, sortedHits, type SearchFound } from '../view-models/search.js';
import { contextOf, drawPage, visitOf, type Visit } from '../visit.js';

const PATH = '/sok';
/** What a program may take at once; the catalogue whole is at /katalog. */
const MAX_EXPORTED = 10_000;

export function searchRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(PATH, (request, response) =>
    seeOther(response, searchHref(visitOf(response).lang, query(request))),
  );
  router.get(`/:lang${PATH}`, inLanguage(sendPage));
  router.get(`/:lang${PATH}.atom`, inLanguage(sendAtom));
  const files = { csv: hitsAsCsv, json: hitsAsJson, ttl: hitsAsTurtle };
  for (const [extension, write] of Object.entries(files)) {
    router.get(
      `/:lang${PATH}.${extension}`,
      inLanguage((request, response) => {
        allowOtherOrigins(response);
        send(request, response, write(contextOf(visitOf(response)), hits(request, response)));
      }),
    );
  }
  return router;
}

function inLanguage(handle: (request: Request, response: Response) => void): RequestHandler {
  return (request, response, next) => {
    if (isLang(String(request.params['lang']))) handle(request, response);
    else next();
  };
}

function sendPage(request: Request, response: Response): void {
  const visit = visitOf(response);
  const context = contextOf(visit);
  const asked = query(request);
  const page = searchPage(context, asked, found(visit, asked));
  if (!page) throw beyondLast(visit, asked);
  const title = asked.text === '' ? page.heading : `${asked.text} – ${page.heading}`;
  const path = searchHref(visit.lang, asked).slice(visit.lang.length + 1);
  const feed = searchHref(visit.lang, changed(asked, {}), '.atom');
  const body = drawPage(visit, 'search', page, {
    title: page.position ? `${title} – ${page.position}` : title,
    path,
    breadcrumbs: [{ text: page.heading }],
    alternates: [{ href: feed, type: ATOM, title }],
    scripts: ['facets.js'],
  });
  const { base } = visit.catalogue.settings;
  const links: Representation['links'] = [
    ...pageLinks(visit.catalogue, visit.lang, path, [{ name: feed.slice(1), type: ATOM }]),
    ...(page.previous ? [{ href: base + page.previous.slice(1), rel: 'prev' }] : []),
    ...(page.next ? [{ href: base + page.next.slice(1), rel: 'next' }] : []),
  ];
  send(request, response, {
    body,
    type: 'text/html; charset=utf-8',
    language: visit.lang,
    links,
  });
}

function beyondLast(visit: Visit, asked: SearchQuery): Problem {
  const { text } = contextOf(visit);
  const href = searchHref(visit.lang, { ...asked, page: 1 });
  return new Problem('notFound', { wayBack: { href, text: text.t('search.page.back') } });
}

function sendAtom(request: Request, response: Response): void {
  const visit = visitOf(response);
  const asked = query(request);
  const { body, newest } = searchFeed(contextOf(visit), asked, found(visit, asked).answer.hits);
  if (body === undefined) throw beyondLast(visit, asked);
  allowOtherOrigins(response);
  setLastModified(response, newest);
  send(request, response, { body, type: `${ATOM}; charset=utf-8`, language: visit.lang });
}

function query(request: Request): SearchQuery {
  return readSearch(new URL(request.originalUrl, 'http://localhost').searchParams);
}

function found({ catalogue: { search } }: Visit, asked: SearchQuery): SearchFound {
  if (!search) throw new Problem('notFound');
  const request = requestOf(search, asked);
  const answer = search.search(request);
  return { answer, proposal: search.proposal(request, answer) };
}

/** Codes of the address are turned into the values that bear them; what bears an unknown one is nothing. */
function requestOf(search: SearchIndex, { text, types, choice }: SearchQuery): SearchRequest {
  const values = (facet: Facet): readonly string[] => {
    const codes = choice[facet] ?? [];
    const chosen = search.values[facet].filter((iri) => codes.includes(facetCode(iri)));
    return chosen.length > 0 ? chosen : codes;
  };
  return { text, types, choice: Object.fromEntries(FACETS.map((one) => [one, values(one)])) };
}

function hits(request: Request, response: Response): readonly SearchEntry[] {
  const visit = visitOf(response);
  const asked = query(request);
  const { answer } = found(visit, asked);
  return sortedHits(contextOf(visit), answer.hits, asked.sort).slice(0, MAX_EXPORTED);
}
