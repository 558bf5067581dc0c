/** Protected data that one may apply for: a page with a search of its own. */
import type { Request, Router } from 'express';
import { Problem } from '../problem.js';
import { protectedDataPage } from '../view-models/protected-data.js';
import { cataloguePage } from './catalogue-page.js';

const PATH = '/vernede-data';
const MAX_WORDS = 200;

export function protectedDataRoutes(): Router {
  return cataloguePage({
    path: PATH,
    template: 'protected-data',
    read: wordsOf,
    page: protectedDataPage,
    layout: (_context, { lead }, words) => ({
      description: lead,
      path: words === '' ? PATH : `${PATH}?${new URLSearchParams({ q: words }).toString()}`,
    }),
  });
}

function wordsOf({ query }: Request): string {
  const { q = '' } = query;
  if (typeof q !== 'string' || q.length > MAX_WORDS) throw new Problem('badRequest');
  return q.trim();
}
