/**
 * Things: `/id/{type}/{key}` and `/{type}/{key}` negotiate once, `/{lang}/{type}/{key}` is the page, `/{type}/{key}.ttl` a
 * document (site.md 7, 8). Codes under `/kode/…` and terms under `/def/kdm/…` are served the same way.
 */
import { Router, type Request, type Response } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { modelOf } from '../../src/rdf/model-of.js';
import { serialize } from '../../src/rdf/serialize.js';
import {
  DOCUMENT_TYPES,
  syntaxOfExtension,
  syntaxOfType,
  type DocumentSyntax,
} from '../document-syntaxes.js';
import { allowOtherOrigins, seeOther, send, thingLinks, VARY, type Link } from '../headers.js';
import { newestChange, setLastModified } from '../last-modified.js';
import { DEFINITIONS } from '../local-paths.js';
import { negotiateType } from '../negotiation.js';
import { Problem } from '../problem.js';
import type { Found, PublicCatalogue } from '../public-catalogue.js';
import { sendTombstone } from '../send-tombstone.js';
import { contextOf, drawPage, visitOf } from '../visit.js';
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
    links: [
      ...thingLinks(catalogue, thing.iri),
      { href: thing.iri, rel: 'describes' },
      ...licenceLinks(catalogue, thing.iri),
    ],
  });
}

/** Documents bear the licence of the metadata: the catalogue's, or that of the model they tell of. */
function licenceLinks({ graph, settings }: PublicCatalogue, iri: string): Link[] {
  return graph
    .about(modelOf(graph, iri) ?? settings.catalog)
    .filter(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/license')
    .map(({ object }) => ({ href: object.value, rel: 'license' }));
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
  const types = thing.kind === 'datasett' ? ['AboutPage', 'Dataset'] : ['AboutPage'];
  send(request, response, {
    body: drawPage(visit, 'thing', model, layout),
    type: 'text/html; charset=utf-8',
    language: visit.lang,
    links: [
      ...thingLinks(visit.catalogue, thing.iri, visit.lang),
      ...types.map((type) => ({ href: `https://schema.org/${type}`, rel: 'type' })),
    ],
  });
}

function notAcceptable(catalogue: PublicCatalogue, iri: string): Problem {
  const alternates = thingLinks(catalogue, iri).filter(({ rel }) => rel === 'alternate');
  return new Problem('notAcceptable', { alternates, headers: { Vary: VARY } });
}
