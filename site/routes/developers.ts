/** `/utviklere`: for those who write programs against this catalogue. */
import type { Router } from 'express';
import { developersPage } from '../view-models/developers.js';
import { cataloguePage } from './catalogue-page.js';

export function developerRoutes(): Router {
  return cataloguePage({
    path: '/utviklere',
    template: 'developers',
    read: () => undefined,
    page: developersPage,
    layout: (_context, { lead }) => ({ description: lead }),
  });
}
