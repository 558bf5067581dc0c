/** Google Dataset Search: the sitemap and each page's schema.org block (issue 5, done-when 8). */
import { expect, test } from 'vitest';
import { judgeGoogle } from '../../src/portal/google/judge.js';
import { answer, portalServer, type Answers } from './portal-server.js';

const LONG =
  'Målinger av badevann gjennom sommeren, tatt hver uke på alle badeplassene i kommunen.';
const SITEMAP = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>ORIGIN/nb/datasett/bad</loc><lastmod>2026-03-01</lastmod></url><url><loc>ORIGIN/nb/om</loc></url></urlset>`;

interface Parts {
  readonly block?: object | string;
  readonly canonical?: string;
}

function html({
  block = {},
  canonical = '<link rel="canonical" href="ORIGIN/nb/datasett/bad">',
}: Parts = {}) {
  const whole = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: 'Badevann',
    description: LONG,
  };
  const json = typeof block === 'string' ? block : JSON.stringify({ ...whole, ...block });
  return `<!doctype html><html><head>${canonical}<script type="application/ld+json">${json}</script></head></html>`;
}

async function traps(parts: Parts, answers: Answers = {}): Promise<string[]> {
  const server = await portalServer();
  const text = (one: string): string => one.replaceAll('ORIGIN', server.origin);
  server.answers = {
    '/sitemap.xml': SITEMAP,
    '/nb/datasett/bad': answer(
      200,
      { 'content-type': 'text/html; charset=utf-8' },
      text(html(parts)),
    ),
    ...answers,
  };
  const isDatasetPage = (url: string): boolean => url.includes('/datasett/');
  const verdict = await judgeGoogle(server.source, {
    url: `${server.origin}/sitemap.xml`,
    isDatasetPage,
  });
  await server.close();
  return verdict.traps.map(({ id }) => id);
}

test('a page in order gives no trap', async () => {
  expect(await traps({})).toEqual([]);
});

test('a dataset inside @graph, with an offer, is found', async () => {
  const dataset = { '@type': ['Dataset'], name: 'Badevann', description: { '@value': LONG } };
  expect(
    await traps({ block: JSON.stringify({ '@graph': [{ '@type': 'WebPage' }, dataset] }) }),
  ).toEqual([]);
});

test.each<[string, string, Parts, Answers?]>([
  ['GG-01', 'no sitemap', {}, { '/sitemap.xml': answer(404) }],
  [
    'GG-02',
    'a sitemap without dates',
    {},
    { '/sitemap.xml': SITEMAP.replace('<lastmod>2026-03-01</lastmod>', '') },
  ],
  ['GG-03', 'a page that is gone', {}, { '/nb/datasett/bad': answer(410) }],
  ['GG-04', 'no Dataset in the block', { block: { '@type': 'WebPage' } }],
  ['GG-05', 'a block that is no JSON', { block: '{"@type": "Dataset",}' }],
  ['GG-06', 'no name', { block: { name: '' } }],
  [
    'GG-07',
    'a description of five words',
    { block: { description: 'Målinger av badevann i kommunen' } },
  ],
  ['GG-08', 'no canonical address', { canonical: '' }],
  [
    'GG-08',
    'another canonical address',
    { canonical: '<link rel="canonical" href="https://annen.example/bad">' },
  ],
  [
    'GG-09',
    'a download without an address',
    { block: { distribution: [{ '@type': 'DataDownload' }] } },
  ],
  [
    'GG-10',
    'closed data that are offered',
    {
      block: {
        isAccessibleForFree: false,
        distribution: { '@type': 'DataDownload', contentUrl: 'https://x.example/a.csv' },
      },
    },
  ],
])('%s: %s', async (id, _what, parts, answers) => {
  expect(await traps(parts, answers)).toEqual([id]);
});

test('an index of sitemaps is followed', async () => {
  const index = '<sitemapindex><sitemap><loc>ORIGIN/en.xml</loc></sitemap></sitemapindex>';
  expect(await traps({}, { '/sitemap.xml': index, '/en.xml': SITEMAP })).toEqual([]);
});
