/** What the municipality knows about people: situations in life, and the processing that belongs to each. */
import { Router, type Request } from 'express';
import { CITIZENS, citizensPage, situationPage } from '../view-models/life-situations.js';
import { cataloguePage } from './catalogue-page.js';

const MAX_TEXT = 200;

export function citizenRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.use(
    cataloguePage({
      path: CITIZENS,
      template: 'life-situations',
      read: askedText,
      page: citizensPage,
      layout: (_context, { lead }, asked) => ({
        description: lead,
        path:
          asked === '' ? CITIZENS : `${CITIZENS}?${new URLSearchParams({ q: asked }).toString()}`,
      }),
    }),
    cataloguePage({
      path: `${CITIZENS}/:situation`,
      template: 'life-situation',
      read: ({ params }) => String(params['situation']),
      page: situationPage,
      layout: ({ text }, { heading, lead }, code) => ({
        description: lead?.text,
        path: `${CITIZENS}/${code}`,
        breadcrumbs: [
          { href: `/${text.lang}${CITIZENS}`, text: text.t('citizens.title') },
          { text: heading },
        ],
      }),
    }),
  );
  return router;
}

function askedText({ query }: Request): string {
  const { q } = query;
  return typeof q === 'string'
    ? q.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT)
    : '';
}
