/** Coverage of the information model: a page for people, and the same as CSV and JSON. */
import type { Router } from 'express';
import { coveragePage } from '../view-models/coverage.js';
import { cataloguePage } from './catalogue-page.js';

export function coverageRoutes(): Router {
  return cataloguePage({
    path: '/dekning',
    template: 'coverage',
    files: [
      { name: 'dekning.csv', type: 'text/csv; charset=utf-8' },
      { name: 'dekning.json', type: 'application/json' },
    ],
    read: () => undefined,
    page: coveragePage,
    layout: (_context, { lead }) => ({ description: lead }),
  });
}
