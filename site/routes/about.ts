/** Pages about the site itself: what the catalogue is, accessibility, privacy, words, licences (site.md 3.6). */
import { Router } from 'express';
import { softwareLicences } from '../licences.js';
import {
  aboutPage,
  accessibilityPage,
  licencesPage,
  privacyPage,
  type AboutPage,
} from '../view-models/about.js';
import { glossaryPage } from '../view-models/glossary.js';
import type { ViewContext } from '../view-models/values.js';
import { cataloguePage } from './catalogue-page.js';

export function aboutRoutes(): Router {
  const software = softwareLicences();
  const page = (path: string, make: (context: ViewContext) => AboutPage): Router =>
    cataloguePage({
      path,
      template: 'about',
      read: () => undefined,
      page: make,
      layout: (_context, { lead }) => ({ description: lead }),
    });
  const router = Router({ strict: true, caseSensitive: true });
  router.use(
    page('/om', aboutPage),
    page('/tilgjengelighet', accessibilityPage),
    page('/personvern', privacyPage),
    page('/lisenser', (context) => licencesPage(context, software)),
    cataloguePage({
      path: '/ord',
      template: 'glossary',
      read: () => undefined,
      page: glossaryPage,
      layout: (_context, { lead }) => ({ description: lead }),
    }),
  );
  return router;
}
