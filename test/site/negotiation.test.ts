import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { negotiateLanguage, negotiateType } from '../../site/negotiation.js';
import { startSite, type TestSite } from './site-server.js';

const OFFERS = [
  'text/html',
  'text/turtle',
  'application/ld+json',
  'application/rdf+xml',
  'application/n-triples',
];
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';

describe('X5 a header of the kind', () => {
  test.each([
    [undefined, 'text/html'],
    ['', 'text/html'],
    ['*/*', 'text/html'],
    [BROWSER, 'text/html'],
    ['text/turtle', 'text/turtle'],
    ['TEXT/Turtle', 'text/turtle'],
    ['text/turtle;q=0.9,application/ld+json', 'application/ld+json'],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', 'application/ld+json'],
    ['application/ld+json;profile="a,b;q=0";q=0.5, text/turtle;q=0.4', 'application/ld+json'],
    ['application/xml', 'application/rdf+xml'],
    ['application/xml, text/html', 'text/html'],
    ['text/xml;q=0.9, text/html;q=0.1', 'application/rdf+xml'],
    ['application/rdf+xml;q=0, application/xml, text/turtle;q=0.1', 'text/turtle'],
    ['text/*', 'text/html'],
    ['application/*', 'application/ld+json'],
    ['text/html;q=0, */*', 'text/turtle'],
    ['*/*;q=0', undefined],
    ['text/csv', undefined],
    ['image/png', undefined],
    ['application/json', undefined],
    ['application/xhtml+xml', 'text/html'],
    ['text/plain', 'application/n-triples'],
    ['text/turtle;q=2', 'text/html'], // malformed: as if absent
    ['tullball', 'text/html'],
    ['text/turtle;q=abc, application/n-triples', 'application/n-triples'],
    [`text/turtle, ${'x/y,'.repeat(500)}`, 'text/turtle'],
    ['"', 'text/html'],
  ])('Accept %s chooses %s', (accept, expected) => {
    expect(negotiateType(accept, OFFERS)).toBe(expected);
  });

  test.each([
    [undefined, 'nb'],
    ['*', 'nb'],
    ['no', 'nb'],
    ['no-NO', 'nb'],
    ['nb-NO', 'nb'],
    ['nn', 'nn'],
    ['nn-NO,en', 'nn'],
    ['se', 'nb'],
    ['de,fr', 'nb'],
    ['en-GB', 'en'],
    ['en;q=0.5, nn;q=0.9', 'nn'],
    ['nb;q=0, en', 'en'],
    ['se, nn;q=0.5', 'nn'],
    ['%%%', 'nb'],
  ])('Accept-Language %s chooses %s', (header, expected) => {
    expect(negotiateLanguage(header)).toBe(expected);
  });
});

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Accept → what a thing, a code and the catalogue answer; `html`: the page. */
const ACCEPTS: readonly (readonly [string, string, string])[] = [
  ['*/*', 'html', 'ttl'],
  [BROWSER, 'html', 'html'],
  ['text/html', 'html', 'html'],
  ['text/turtle', 'ttl', 'ttl'],
  ['application/ld+json', 'jsonld', 'jsonld'],
  ['application/rdf+xml', 'rdf', 'rdf'],
  ['application/n-triples', 'nt', 'nt'],
  ['application/xml', 'rdf', 'rdf'],
  ['application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"', 'jsonld', 'jsonld'],
  ['text/turtle;q=0.3, application/n-triples;q=0.7', 'nt', 'nt'],
  ['text/html;q=0.2, text/turtle;q=0.9', 'ttl', 'ttl'],
  ['text/csv', '406', '406'],
  ['tullball', 'html', 'ttl'],
];
const THINGS = [
  'datasett/apent',
  'distribusjon/apent-csv',
  'system/fag',
  'behandling/opptak',
  'begrep/skole',
  'virksomhet/1',
  'serie/arlig',
  'datatjeneste/api',
];

describe('X5 each cell of the matrix', () => {
  const paths = [
    ...THINGS.map((thing) => [`/id/${thing}`, `/${thing}`] as const),
    ...THINGS.slice(0, 2).map((thing) => [`/${thing}`, `/${thing}`] as const),
    ['/kode/kostra/202', '/kode/kostra/202'] as const,
    ['/kode/kostra', '/kode/kostra'] as const,
  ];
  test.each(
    paths.flatMap(([from, to]) =>
      ACCEPTS.map(([accept, outcome]) => [from, to, accept, outcome] as const),
    ),
  )('%s (%s) with %s gives %s', async (from, to, accept, outcome) => {
    const response = await site.get(from, { Accept: accept, 'Accept-Language': 'nn' });
    expect(response.headers.get('vary')).toBe('Accept, Accept-Language');
    expect(response.status).toBe(outcome === '406' ? 406 : 303);
    if (outcome === '406') return;
    const location = response.headers.get('location') ?? '';
    expect(location).toBe(outcome === 'html' ? `/nn${to}` : `${to}.${outcome}`);
    const target = await site.get(location, { Accept: 'image/png' });
    expect(target.status).toBe(200); // negotiates no further
    await target.text();
  });

  test.each(ACCEPTS)('/katalog with %s', async (accept, _thing, outcome) => {
    const response = await site.get('/katalog', { Accept: accept });
    const isDocument = outcome !== 'html' && outcome !== '406';
    expect(response.headers.get('vary')).toBe(
      isDocument ? 'Accept, Accept-Language, Accept-Encoding' : 'Accept, Accept-Language',
    );
    if (outcome === 'html') expect(response.headers.get('location')).toBe('/nb/katalog/prove');
    else if (outcome === '406') expect(response.status).toBe(406);
    else {
      const file = await site.get(`/katalog.${outcome}`);
      expect(response.headers.get('content-type')).toBe(file.headers.get('content-type'));
      expect(await response.text()).toBe(await file.text());
    }
  });

  test('a redirect never leads to another redirect, whatever the language', async () => {
    for (const language of ['nb', 'nn', 'en', 'no', 'se', '*']) {
      for (const path of ['/', '/datasett', '/id/system/fag', '/catalog', '/sparql']) {
        const headers = { Accept: 'text/html', 'Accept-Language': language };
        const first = await site.get(path, headers);
        const second = await site.get(first.headers.get('location') ?? '', headers);
        if (path !== '/catalog') expect([path, second.status]).toEqual([path, 200]);
      }
    }
  });

  test('?format= leads to the document, before Accept', async () => {
    const response = await site.get('/id/system/fag?format=ttl', { Accept: 'text/html' });
    expect(response.headers.get('location')).toBe('/system/fag.ttl');
    expect((await site.get('/id/system/fag?format=docx')).status).toBe(400);
  });
});
