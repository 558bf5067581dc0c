/** Quality of the catalogue: a page for people, the whole report as JSON, the measurements as Turtle. */
import type { Request, Router } from 'express';
import { Problem } from '../problem.js';
import { qualityHref, SORTINGS, type QualityRequest } from '../view-models/quality-request.js';
import { qualityPage } from '../view-models/quality.js';
import { cataloguePage } from './catalogue-page.js';

export function qualityRoutes(): Router {
  return cataloguePage({
    path: '/kvalitet',
    template: 'quality',
    files: [
      { name: 'kvalitet.json', type: 'application/json' },
      { name: 'kvalitet.ttl', type: 'text/turtle; charset=utf-8' },
      { name: 'kvalitet-utvikling.json', type: 'application/json' },
      { name: 'kvalitet-utvikling.csv', type: 'text/csv; charset=utf-8' },
    ],
    read: parameters,
    page: qualityPage,
    layout: (context, { heading, position, lead }, asked) => ({
      title: position ? `${heading} – ${position}` : heading,
      description: lead,
      path: qualityHref(context, asked).slice(context.text.lang.length + 1),
      section: 'kvalitet',
    }),
  });
}

function parameters({ query }: Request): QualityRequest {
  const { side = '1', sorter = 'gevinst', utgiver } = query;
  const sorting = SORTINGS.find((one) => one === sorter);
  if (sorting === undefined || typeof side !== 'string' || !/^[1-9]\d{0,5}$/.test(side))
    throw new Problem('badRequest');
  if (utgiver === undefined) return { sorting, page: Number(side) };
  if (typeof utgiver !== 'string' || !/^[a-z0-9][a-z0-9._-]{0,79}$/.test(utgiver))
    throw new Problem('badRequest');
  return { sorting, page: Number(side), publisher: utgiver };
}
