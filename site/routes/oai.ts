/** `/oai`: the catalogue by OAI-PMH 2.0, for portals that harvest what has changed (portals.md 1.2). GET and POST alike. */
import express, { Router, type Request, type Response } from 'express';
import type { Clock } from '../../src/model/instant.js';
import { allowOtherOrigins, send } from '../headers.js';
import { newestChange, setLastModified } from '../last-modified.js';
import { answerOai } from '../oai/answer.js';
import { Problem } from '../problem.js';
import { visitOf } from '../visit.js';

const FORM = 'application/x-www-form-urlencoded';
const MAX_BODY = 16_384;

export function oaiRoutes(clock: Clock): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const readBody = express.text({ type: FORM, limit: MAX_BODY, inflate: false });
  const queryOf = ({ originalUrl }: Request): string => originalUrl.split('?').slice(1).join('?');
  const answer = (request: Request, response: Response, query: string): void => {
    const { catalogue, lang, ui } = visitOf(response);
    const { document, isError } = answerOai({ catalogue, texts: ui.texts, lang }, query, clock());
    allowOtherOrigins(response);
    response.set('Vary', 'Accept-Language');
    if (isError) response.set('Cache-Control', 'no-store');
    else setLastModified(response, newestChange(catalogue));
    send(request, response, { body: document, type: 'text/xml; charset=utf-8', language: lang });
  };
  router.get('/oai', (request, response) => answer(request, response, queryOf(request)));
  router.post('/oai', readBody, (request, response) => {
    if (!request.is(FORM)) throw new Problem('unsupportedType');
    answer(request, response, [queryOf(request), String(request.body)].filter(Boolean).join('&'));
  });
  return router;
}
