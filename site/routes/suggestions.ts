/**
 * `/api/forslag?q=&lang=`: names of things that begin as somebody writes, for the search box and for anybody else (X7). What is
 * suggested comes from the public index alone (C6).
 */
import { Router, type Request } from 'express';
import { isLang, type Lang } from '../../src/model/lang-text.js';
import { allowOtherOrigins, send } from '../headers.js';
import { Problem } from '../problem.js';
import { suggestions } from '../view-models/suggestions.js';
import { contextOf, visitOf } from '../visit.js';

const MAX_TEXT = 200;

export function suggestionRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/api/forslag', (request, response) => {
    allowOtherOrigins(response);
    const visit = visitOf(response);
    const { text, lang } = asked(request);
    const body = suggestions(contextOf({ ...visit, lang }), text);
    send(request, response, {
      body: `${JSON.stringify({ q: text, lang, suggestions: body })}\n`,
      type: 'application/json',
      language: lang,
    });
  });
  return router;
}

/** Throws a Problem (400) that says what is wrong. Without a language: in bokmål. */
function asked({ query }: Request): { readonly text: string; readonly lang: Lang } {
  const { q, lang = 'nb' } = query;
  const text = typeof q === 'string' ? q.normalize('NFC').trim() : '';
  if (text === '' || text.length > MAX_TEXT)
    throw new Problem('badRequest', { text: 'search.suggest.badText' });
  if (typeof lang !== 'string' || !isLang(lang))
    throw new Problem('badRequest', { text: 'search.suggest.badLang' });
  return { text, lang };
}
