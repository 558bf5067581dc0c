/**
 * Things: `/id/{type}/{key}` and `/{type}/{key}` negotiate once, `/{lang}/{type}/{key}` is the page, `/{type}/{key}.ttl` a
 * document (site.md 7, 8). Codes under `/kode/…` and terms under `/def/kdm/…` are served the same way.
 */
import { Router, type NextFunction, type Request, type Response } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { serialize } from '../../src/rdf/serialize.js';
import { citationOf } from '../citations/citation.js';
import { CITATION_FORMATS } from '../citations/formats.js';
import {
  DOCUMENT_TYPES,
  syntaxOfExtension,
  syntaxOfType,
  type DocumentSyntax,
} from '../document-syntaxes.js';
import { allowOtherOrigins, seeOther, send, VARY } from '../headers.js';
import { newestChange, setLastModified } from '../last-modified.js';
import { DEFINITIONS } from '../local-paths.js';
import { negotiateType } from '../negotiation.js';
import { Problem } from '../problem.js';
import type { Found, PublicCatalogue } from '../public-catalogue.js';
import { sendTombstone } from '../send-tombstone.js';
import {
  alternates,
  documentLinks,
  linkset,
  LINKSET_TYPE,
  thingPageLinks,
} from '../signposting.js';
import { contextOf, drawPage, visitOf } from '../visit.js';
import { isCitable } from '../view-models/citation.js';
import { thingLayout } from '../view-models/thing-layout.js';
import { thingPage } from '../view-models/thing-page.js';

const OFFERS = ['text/html', ...DOCUMENT_TYPES];

const PATHS = [
  '/kode/:scheme',
  '/kode/:scheme/:code',
  `${DEFINITIONS}/:term`,
  '/:type/:key',
  '/:type/:key/versjon/:version',
] as const;

export function thingRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const path of PATHS) router.get(`${path}/linkset.json`, links);
  for (const { extension } of CITATION_FORMATS)
    router.get(`/:lang/:type/:key/sitering.${extension}`, cite);
  for (const path of ['/id/:type/:key', '/id/:type/:key/versjon/:version', ...PATHS]) {
    router.get(path, (request, response, next) => {
      if (isLang(request.path.split('/')[1] ?? '')) next();
      else answer(request, response);
    });
  }
  for (const path of PATHS) {
    router.get(`/:lang${path}`, (request, response, next) => {
      if (isLang(request.params['lang'])) page(request, response);
      else next();
    });
  }
  return router;
}

/** What was renamed has the same kind of address under its new name, for ever (301); what else is gone has a tombstone. */
function sendGone(
  request: Request,
  response: Response,
  thing: Extract<Found, { state: 'gone' }>,
  syntax?: DocumentSyntax,
): void {
  if (thing.movedTo === undefined) {
    sendTombstone(request, response, thing.iri, syntax);
    return;
  }
  const moved = thing.movedTo;
  const [, query = ''] = /(\?.*)?$/.exec(request.originalUrl) ?? [];
  const path = decodeURIComponent(request.path).replace(thing.path, () => moved);
  seeOther(response, path + query, 301);
}

/** A document where the path ends in a known extension, else a redirect to what Accept prefers. */
function answer(request: Request, response: Response): void {
  const { catalogue, lang } = visitOf(response);
  const path = decodeURIComponent(request.path).replace(/^\/id(?=\/)/, '');
  const [, stem = '', extension = ''] = /^(.*)\.([a-z0-9]+)$/.exec(path) ?? [];
  const syntax = syntaxOfExtension(extension);
  if (syntax && !request.path.startsWith('/id/')) {
    document(request, response, found(response, stem), syntax);
    return;
  }
  const thing = found(response, path);
  if (thing.state === 'gone') {
    sendGone(request, response, thing);
    return;
  }
  const wanted = chosenType(request);
  if (wanted === undefined) throw notAcceptable(catalogue, thing.iri);
  const chosen = syntaxOfType(wanted);
  seeOther(response, chosen ? `${path}.${chosen.extension}` : `/${lang}${path}`);
}

/** `?format=ttl` before Accept: a convenience that leads to the document (site.md 8). */
function chosenType(request: Request): string | undefined {
  const format = request.query['format'];
  if (format === undefined) return negotiateType(request.headers.accept, OFFERS);
  if (format === 'html') return 'text/html';
  const syntax = typeof format === 'string' ? syntaxOfExtension(format) : undefined;
  if (!syntax) throw new Problem('badRequest');
  return syntax.mediaType;
}

function found(response: Response, path: string): Found {
  const { catalogue } = visitOf(response);
  const thing = catalogue.resolve(path);
  if (!thing) throw new Problem('notFound');
  return thing;
}

function document(
  request: Request,
  response: Response,
  thing: Found,
  syntax: DocumentSyntax,
): void {
  const { catalogue } = visitOf(response);
  if (thing.state === 'gone') {
    sendGone(request, response, thing, syntax);
    return;
  }
  allowOtherOrigins(response);
  // What other documents say is made of more than the log tells of: the titles of what they link to.
  if (catalogue.feed.isMember(thing.iri))
    setLastModified(response, newestChange(catalogue, thing.iri));
  send(request, response, {
    body: serialize(catalogue.description(thing.iri), syntax.writtenAs),
    type: syntax.contentType,
    links: documentLinks(catalogue, thing.iri),
  });
}

/** All relations of the thing's page, documents and files (FAIR Signposting level 2). */
function links(request: Request, response: Response): void {
  const thing = found(response, decodeURIComponent(request.path).replace(/\/linkset\.json$/, ''));
  if (thing.state === 'gone') {
    sendGone(request, response, thing);
    return;
  }
  allowOtherOrigins(response);
  const { catalogue } = visitOf(response);
  const body = `${JSON.stringify(linkset(catalogue, thing.iri), null, 1)}\n`;
  send(request, response, { body, type: LINKSET_TYPE });
}

/** How to cite a dataset, for a reference manager. */
function cite(request: Request, response: Response, next: NextFunction): void {
  if (!isLang(request.path.split('/', 2)[1] ?? '')) {
    next();
    return;
  }
  const visit = visitOf(response);
  const path = decodeURIComponent(request.path.slice(visit.lang.length + 1));
  const [, stem = '', extension = ''] = /^(.*)\/sitering\.(\w+)$/.exec(path) ?? [];
  const format = CITATION_FORMATS.find((one) => one.extension === extension);
  const thing = found(response, stem);
  if (thing.state === 'gone') {
    sendGone(request, response, thing);
    return;
  }
  if (!format || !isCitable(thing.kind)) throw new Problem('notFound');
  const { catalogue, ui, lang } = visit;
  allowOtherOrigins(response);
  send(request, response, {
    body: format.write(citationOf(catalogue, thing.iri, lang), ui.texts[lang]),
    type: format.type,
    language: lang,
    links: [{ href: thing.iri, rel: 'cite-as' }],
  });
}

function page(request: Request, response: Response): void {
  const visit = visitOf(response);
  const path = decodeURIComponent(request.path.slice(visit.lang.length + 1));
  const thing = found(response, path);
  if (thing.state === 'gone') {
    sendGone(request, response, thing);
    return;
  }
  const context = contextOf(visit);
  const model = thingPage(context, thing.iri);
  const layout = thingLayout(context, thing, model);
  send(request, response, {
    body: drawPage(visit, 'thing', model, layout),
    type: 'text/html; charset=utf-8',
    language: visit.lang,
    links: thingPageLinks(visit.catalogue, thing.iri, visit.lang),
  });
}

function notAcceptable(catalogue: PublicCatalogue, iri: string): Problem {
  return new Problem('notAcceptable', {
    alternates: alternates(catalogue, iri),
    headers: { Vary: VARY },
  });
}
