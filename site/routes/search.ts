/** Search: `/{lang}/sok` for people, `/{lang}/sok.csv`, `.json` and `.ttl` for what they found (site.md 3.2). */
import { Router, type Request, type Response } from 'express';
import { csvLine } from '../../src/model/csv.js';
import { isLang } from '../../src/model/lang-text.js';
import { FACETS, type Facet, type SearchEntry } from '../../src/model/search-file.js';
import { rdf } from '../../src/rdf/vocabularies.js';
import { LABEL_PREDICATES } from '../../src/rdf/label.js';
import { serialize } from '../../src/rdf/serialize.js';
import type { SearchAnswer } from '../../src/search/search-index.js';
import { allowOtherOrigins, seeOther, send } from '../headers.js';
import { Problem } from '../problem.js';
import { facetCode, readSearch, searchHref, type SearchQuery } from '../search-request.js';
import { searchPage, sortedHits } from '../view-models/search.js';
import { contextOf, drawPage, visitOf, type Visit } from '../visit.js';

const PATH = '/sok';
/** What a program may take at once; the catalogue whole is at /katalog. */
const MAX_EXPORTED = 10_000;

export function searchRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(PATH, (request, response) =>
    seeOther(response, searchHref(visitOf(response).lang, query(request))),
  );
  router.get(`/:lang${PATH}`, (request, response, next) => {
    if (!isLang(request.params.lang)) {
      next();
      return;
    }
    const visit = visitOf(response);
    const asked = query(request);
    const page = searchPage(contextOf(visit), asked, answer(visit, asked));
    if (!page) throw new Problem('notFound');
    const title = asked.text === '' ? page.heading : `${asked.text} – ${page.heading}`;
    const body = drawPage(visit, 'search', page, {
      title,
      path: searchHref(visit.lang, asked).slice(visit.lang.length + 1),
      breadcrumbs: [{ text: page.heading }],
    });
    send(request, response, { body, type: 'text/html; charset=utf-8', language: visit.lang });
  });
  const exports = { csv: asCsv, json: asJson, ttl: asTurtle };
  for (const [extension, write] of Object.entries(exports)) {
    router.get(`/:lang${PATH}.${extension}`, (request, response, next) => {
      if (isLang(request.params.lang)) write(request, response, hits(request, response));
      else next();
    });
  }
  return router;
}

function query(request: Request): SearchQuery {
  return readSearch(new URL(request.originalUrl, 'http://localhost').searchParams);
}

/** Codes of the address are turned into the values that bear them. */
function answer({ catalogue }: Visit, { text, types, choice }: SearchQuery): SearchAnswer {
  const { search } = catalogue;
  if (!search) throw new Problem('notFound');
  const values = (facet: Facet): readonly string[] => {
    const codes = choice[facet];
    if (!codes) return [];
    const chosen = search.values[facet].filter((iri) => codes.includes(facetCode(iri)));
    return chosen.length > 0 ? chosen : codes;
  };
  return search.search({
    text,
    types,
    choice: Object.fromEntries(FACETS.map((one) => [one, values(one)])),
  });
}

function hits(request: Request, response: Response): readonly SearchEntry[] {
  const visit = visitOf(response);
  const asked = query(request);
  allowOtherOrigins(response);
  return sortedHits(contextOf(visit), answer(visit, asked).hits, asked.sort).slice(0, MAX_EXPORTED);
}

function asCsv(request: Request, response: Response, found: readonly SearchEntry[]): void {
  const { catalogue, lang } = visitOf(response);
  const rows = found.map(({ iri, type, facets, modified }) => [
    catalogue.label(iri, lang).text,
    type,
    facets.utgiver.map((one) => catalogue.label(one, lang).text).join('; '),
    facets.tilgang.map((one) => catalogue.label(one, lang).text).join('; '),
    modified,
    iri,
  ]);
  const head = ['tittel', 'type', 'utgiver', 'tilgang', 'oppdatert', 'iri'];
  const body = `\ufeff${[head, ...rows].map((row) => csvLine(row)).join('')}`;
  send(request, response, { body, type: 'text/csv; charset=utf-8; header=present' });
}

function asJson(request: Request, response: Response, found: readonly SearchEntry[]): void {
  const { catalogue, lang } = visitOf(response);
  const body = found.map(({ iri, type, facets, modified }) => ({
    iri,
    type,
    title: catalogue.label(iri, lang).text,
    ...(modified === '' ? {} : { modified }),
    ...facets,
  }));
  send(request, response, { body: `${JSON.stringify(body, null, 1)}\n`, type: 'application/json' });
}

/** Type and names of each; their own documents tell the rest. */
function asTurtle(request: Request, response: Response, found: readonly SearchEntry[]): void {
  const { catalogue } = visitOf(response);
  const told = new Set([rdf.type, ...LABEL_PREDICATES].map(({ value }) => value));
  const quads = found.flatMap(({ iri }) =>
    catalogue.graph.about(iri).filter(({ predicate }) => told.has(predicate.value)),
  );
  send(request, response, { body: serialize(quads, 'ttl'), type: 'text/turtle; charset=utf-8' });
}
