/**
 * `/api/forslag?q=&lang=`: names of things that begin as somebody writes, for the search box and for anybody else (X7). What is
 * suggested comes from the public index alone (C6).
 */
import { Router, type Request } from 'express';
import { suggestionParameters, type SuggestionParameters } from '../api/parameters.js';
import { allowOtherOrigins, send } from '../headers.js';
import { Problem } from '../problem.js';
import { suggestions } from '../view-models/suggestions.js';
import { contextOf, visitOf } from '../visit.js';

export function suggestionRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/api/forslag', (request, response) => {
    allowOtherOrigins(response);
    const visit = visitOf(response);
    const { q, lang } = asked(request);
    const body = suggestions(contextOf({ ...visit, lang }), q);
    send(request, response, {
      body: `${JSON.stringify({ q, lang, suggestions: body })}\n`,
      type: 'application/json',
      language: lang,
    });
  });
  return router;
}

/** Throws a Problem (400) that says what is wrong. */
function asked({ query }: Request): SuggestionParameters {
  const { data, error } = suggestionParameters.safeParse(query);
  if (data) return data;
  const isText = error.issues.some(({ path }) => path[0] === 'q');
  throw new Problem('badRequest', {
    text: isText ? 'search.suggest.badText' : 'search.suggest.badLang',
  });
}
