/** Errors as a page or as RFC 9457 problem+json, by Accept, in the reader's language (site.md 3.7). */
import type { Request, Response } from 'express';
import { formatLinks, send, VARY } from './headers.js';
import { negotiateType } from './negotiation.js';
import type { Problem } from './problem.js';
import { contextOf, drawPage, type Visit } from './visit.js';

const OFFERS = ['text/html', 'application/problem+json', 'application/json'] as const;
/** Of an address that programs ask: one that takes anything gets JSON. */
const PROGRAM_OFFERS = OFFERS.toReversed();

/** The same bytes for a thing that never was and one that is not public: nothing of the request is repeated (C5). */
export function sendProblem(
  request: Request,
  response: Response,
  problem: Problem,
  visit: Visit,
): void {
  const { alternates = [], headers = {} } = problem.options;
  response.set({ Vary: VARY, ...headers });
  if (alternates.length > 0) response.set('Link', formatLinks(alternates));
  const isForPrograms = request.path === '/sparql' || request.path.startsWith('/api/');
  const offers = isForPrograms ? PROGRAM_OFFERS : OFFERS;
  const isPage = negotiateType(request.headers.accept, offers) === 'text/html';
  const body = isPage ? problemPage(visit, problem) : problemJson(visit, problem);
  const type = isPage ? 'text/html; charset=utf-8' : 'application/problem+json';
  send(request, response, { body, type, status: problem.status, language: visit.lang });
}

interface ProblemText {
  readonly title: string;
  readonly detail: string;
  readonly hint?: string | undefined;
}

export function problemText(visit: Visit, problem: Problem): ProblemText {
  const { text } = contextOf(visit);
  const { failure, text: key = `error.${problem.key}.text` } = problem.options;
  return {
    title: text.t(`error.${problem.key}.title`),
    detail: failure?.text[visit.lang] ?? text.t(key),
    hint: failure?.hint?.[visit.lang],
  };
}

function problemPage(visit: Visit, problem: Problem): string {
  const { text } = contextOf(visit);
  const words = problemText(visit, problem);
  const { base } = visit.catalogue.settings;
  const { alternates = [], wayBack } = problem.options;
  const page = {
    status: problem.status,
    ...words,
    alternates: alternates.map(({ href, type }) => ({
      href: href.startsWith(base) ? `/${href.slice(base.length)}` : href,
      text: type ?? href,
    })),
    links: [
      ...(wayBack ? [wayBack] : []),
      { href: `/${visit.lang}/`, text: text.t('nav.home') },
      { href: `/${visit.lang}/datasett`, text: text.t('list.datasett.title') },
    ],
  };
  return drawPage(visit, 'error', page, { title: words.title });
}

function problemJson(visit: Visit, problem: Problem): string {
  const { title, detail, hint } = problemText(visit, problem);
  const { params = {}, alternates = [] } = problem.options;
  const { line, column, limit, value } = params;
  return `${JSON.stringify({
    type: 'about:blank',
    title,
    status: problem.status,
    detail,
    hint,
    line,
    column,
    limit,
    value,
    ...(alternates.length > 0
      ? { alternates: alternates.map(({ href, type }) => ({ href, type })) }
      : {}),
  })}\n`;
}
