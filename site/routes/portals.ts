/** What the portals make of the feeds: a page for people, and the same as JSON. */
import type { Router } from 'express';
import { PORTALS_FILE } from '../../src/store/public-zone.js';
import { portalsPage } from '../view-models/portals.js';
import { cataloguePage } from './catalogue-page.js';

export function portalRoutes(): Router {
  return cataloguePage({
    path: '/kvalitet/portaler',
    template: 'portals',
    files: [{ name: PORTALS_FILE, type: 'application/json' }],
    read: () => undefined,
    page: portalsPage,
    layout: ({ text }, { heading, lead }) => ({
      description: lead,
      breadcrumbs: [
        { text: text.t('quality.title'), href: `/${text.lang}/kvalitet` },
        { text: heading },
      ],
      section: 'kvalitet',
    }),
  });
}
