/** High-value datasets: a page for people, and the same as CSV and JSON. */
import type { Request, Router } from 'express';
import { HVD_REQUIREMENTS } from '../../src/model/hvd-report.js';
import { Problem } from '../problem.js';
import { hvdHref, hvdPage, type HvdRequest } from '../view-models/hvd.js';
import { cataloguePage } from './catalogue-page.js';

export function hvdRoutes(): Router {
  return cataloguePage({
    path: '/hvd',
    template: 'hvd',
    files: [
      { name: 'hvd.csv', type: 'text/csv; charset=utf-8' },
      { name: 'hvd.json', type: 'application/json' },
    ],
    read: parameters,
    page: hvdPage,
    layout: (context, { lead }, asked) => ({
      description: lead,
      path: hvdHref(context, asked).slice(context.text.lang.length + 1),
    }),
  });
}

function parameters({ query }: Request): HvdRequest {
  const { krav, kategori } = query;
  const requirement = HVD_REQUIREMENTS.find((one) => one === krav);
  if (krav !== undefined && requirement === undefined) throw new Problem('badRequest');
  const isCategory = typeof kategori === 'string' && /^(c_[0-9a-f]{8}|ingen)$/.test(kategori);
  if (kategori !== undefined && !isCategory) throw new Problem('badRequest');
  return {
    ...(requirement ? { requirement } : {}),
    ...(isCategory ? { category: kategori } : {}),
  };
}
