/** 410: what was published once, when it went and whether it has a successor; as a page, as RDF or as problem+json (site.md 3.7). */
import type { Request, Response } from 'express';
import { serialize, type RdfSyntaxEntry } from '../src/rdf/serialize.js';
import { DOCUMENT_SYNTAXES, syntaxOfType } from './document-syntaxes.js';
import { allowOtherOrigins, send, VARY } from './headers.js';
import { negotiateType } from './negotiation.js';
import { Problem } from './problem.js';
import { sendProblem } from './send-problem.js';
import { gonePage } from './view-models/gone.js';
import { contextOf, drawPage, visitOf, type Visit } from './visit.js';

const OFFERS = [
  'text/html',
  ...DOCUMENT_SYNTAXES.map(({ mediaType }) => mediaType),
  'application/problem+json',
  'application/json',
];

/** With a syntax the path has chosen; else Accept does. */
export function sendTombstone(
  request: Request,
  response: Response,
  iri: string,
  syntax?: RdfSyntaxEntry,
): void {
  const visit = visitOf(response);
  const wanted = syntax?.mediaType ?? negotiateType(request.headers.accept, OFFERS);
  const chosen = wanted === undefined ? undefined : syntaxOfType(wanted);
  response.set('Vary', VARY);
  if (chosen) {
    allowOtherOrigins(response);
    const body = serialize(visit.catalogue.tombstones.about(iri), chosen.syntax);
    send(request, response, { body, type: chosen.contentType, status: 410 });
  } else if (wanted === 'text/html') {
    send(request, response, {
      body: tombstonePage(visit, iri),
      type: 'text/html; charset=utf-8',
      status: 410,
      language: visit.lang,
    });
  } else sendProblem(request, response, new Problem('gone'), visit);
}

function tombstonePage(visit: Visit, iri: string): string {
  const page = gonePage(contextOf(visit), iri);
  return drawPage(visit, 'gone', page, { title: page.title, alternates: page.formats });
}
