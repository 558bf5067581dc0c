/** How portals ask for the feeds: weights, pages, registered addresses (portals.md 1.1, 1.2, 3.4). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bare, BROWSER, NEWEST, PAGES, startFeedSite, TYPES } from './feed-site.js';
import { rawRequest, withoutDate, type Raw } from './raw-request.js';
import { BASE, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startFeedSite();
});
afterAll(() => site.close());

type Headers = Record<string, string>;
const ask = (path: string, headers: Headers = {}, method = 'GET'): Promise<Raw> =>
  rawRequest(site.root, { path, headers, method });

/** `rel` → addresses of the Link header. */
function linksOf({ headers }: Raw): Record<string, string[]> {
  const links: Record<string, string[]> = {};
  for (const [, href = '', rel = ''] of String(headers['link']).matchAll(/<([^>]*)>; rel="(\w+)"/g))
    (links[rel] ??= []).push(href);
  return links;
}

const EXTENSIONS = Object.fromEntries(
  Object.entries(TYPES).map(([extension, type]) => [bare(type), extension]),
);

/** Accept → the extension whose type is answered; `html`: the page, `406`: none. */
const WEIGHTS: readonly (readonly [string | undefined, string])[] = [
  [undefined, 'ttl'],
  ['', 'ttl'],
  ['*/*', 'ttl'],
  ['text/*', 'ttl'],
  ['application/*', 'jsonld'],
  ['tullball', 'ttl'],
  ['text/turtle;q=2', 'ttl'],
  [BROWSER, 'html'],
  ['text/html, text/turtle;q=0.9', 'html'],
  ['text/html;q=0.9, text/turtle', 'ttl'],
  ['text/turtle;q=0.3, application/n-quads;q=0.7', 'nq'],
  ['application/trig;q=0.001, */*;q=0', 'trig'],
  ['text/turtle;q=0, */*', 'jsonld'],
  ['application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"', 'jsonld'],
  ['application/xml', 'rdf'],
  ['text/xml', 'rdf'],
  ['text/plain', 'nt'],
  ['text/rdf+n3', 'n3'],
  ['application/trix+xml', 'trix'],
  ['APPLICATION/RDF+XML', 'rdf'],
  ['text/turtle, application/rdf+xml', 'ttl'],
  ['text/csv', '406'],
  ['image/png, application/json', '406'],
  ['*/*;q=0', '406'],
];

describe.each(['/katalog', '/katalog?side=1'])('%s', (path) => {
  test.each(WEIGHTS)('Accept: %s gives %s', async (accept, outcome) => {
    const answer = await ask(path, accept === undefined ? {} : { Accept: accept });
    expect(String(answer.headers['vary'])).toMatch(/^Accept, Accept-Language/);
    if (outcome === '406' || outcome === 'html') {
      expect(answer.status).toBe(outcome === '406' ? 406 : 303);
      return;
    }
    const type = String(answer.headers['content-type']).replace(/;.*/, '');
    expect([answer.status, EXTENSIONS[type]]).toEqual([200, outcome]);
  });

  test('says which address has just this', async () => {
    const { headers, bytes } = await ask(path, { Accept: 'application/rdf+json' });
    expect(headers['content-location']).toBe(
      path === '/katalog' ? '/katalog.rj' : '/katalog/side-1.rj',
    );
    expect((await ask(String(headers['content-location']))).bytes.equals(bytes)).toBe(true);
  });

  test('406 lists what there is, as JSON, as links and on a page', async () => {
    const stem = path === '/katalog' ? 'katalog' : 'katalog/side-1';
    const alternates = Object.entries(EXTENSIONS).map(([type, extension]) => ({
      href: `${BASE}${stem}.${extension}`,
      type,
    }));
    const refused = await ask(path, { Accept: 'text/csv' });
    expect(refused.headers['content-type']).toBe('application/problem+json');
    const { alternates: listed } = JSON.parse(refused.body) as { alternates: typeof alternates };
    expect(new Set(listed.map((one) => JSON.stringify(one)))).toEqual(
      new Set(alternates.map((one) => JSON.stringify(one))),
    );
    expect(new Set(linksOf(refused)['alternate'])).toEqual(
      new Set(alternates.map(({ href }) => href)),
    );
    expect(refused.headers['etag']).toBeUndefined();
    expect(refused.headers['last-modified']).toBeUndefined();
  });
});

describe('the pages', () => {
  const page = (number: number): string => `${BASE}katalog?side=${number}`;

  test('lead to each other', async () => {
    const seen: unknown[] = [];
    for (let number = 1; number <= PAGES; number += 1) {
      const links = linksOf(await ask(`/katalog?side=${number}`));
      const { canonical, collection, first, prev, next, last } = links;
      seen.push({ canonical, collection, first, prev, next, last });
    }
    const common = { collection: [`${BASE}katalog`], first: [page(1)], last: [page(PAGES)] };
    expect(seen).toEqual([
      { ...common, canonical: [page(1)], prev: undefined, next: [page(2)] },
      { ...common, canonical: [page(2)], prev: [page(1)], next: [page(3)] },
      { ...common, canonical: [page(3)], prev: [page(2)], next: undefined },
    ]);
  });

  test('and the whole bear licence, type and what they describe', async () => {
    for (const path of ['/katalog', '/katalog?side=2', '/katalog/side-2.trix', '/katalog.nt']) {
      const { license, type, describes } = linksOf(await ask(path));
      expect({ license, type, describes }).toEqual({
        license: ['http://publications.europa.eu/resource/authority/licence/CC0'],
        type: ['http://www.w3.org/ns/dcat#Catalog'],
        describes: [`${BASE}id/katalog/prove`],
      });
    }
  });

  test.each(['0', '4', '-1', '1.5', '01', 'x', '', '1e1', '999999999999', '%31%20'])(
    'side=%s is none, and the answer leads to those that are',
    async (side) => {
      const answer = await ask(`/katalog?side=${side}`, { Accept: 'text/turtle' });
      expect(answer.status).toBe(404);
      const { first, last, alternate } = linksOf(answer);
      expect({ first, last, alternate }).toEqual({ first: [page(1)], last: [page(PAGES)] });
      expect(answer.headers['last-modified']).toBeUndefined();
    },
  );

  test('side twice is none; other parameters change nothing', async () => {
    expect((await ask('/katalog?side=1&side=2')).status).toBe(404);
    const [plain, more] = [await ask('/katalog'), await ask('/katalog?page=2&x=y')];
    expect(withoutDate(more)).toEqual(withoutDate(plain));
  });

  test('a fixed address has one syntax, whatever Accept says', async () => {
    for (const accept of ['text/html', 'application/ld+json', 'image/png', '*/*;q=0']) {
      const { status, headers } = await ask('/katalog/side-1.ttl', { Accept: accept });
      expect([status, headers['content-type']]).toEqual([200, 'text/turtle; charset=utf-8']);
    }
    expect((await ask('/katalog/side-4.ttl')).status).toBe(404);
    expect((await ask('/katalog/side-1.docx')).status).toBe(404);
  });
});

describe('the registered feeds', () => {
  test.each(['/feed/fdk.ttl', '/feed/fdk-tjenester.ttl'])(
    '%s is Turtle for everybody, and never a page',
    async (path) => {
      const plain = await ask(path);
      for (const accept of [BROWSER, 'text/html', 'text/turtle', 'image/png', '*/*;q=0', 'x']) {
        const answer = await ask(path, { Accept: accept });
        expect(answer.status).toBe(200);
        expect(answer.headers['content-type']).toBe('text/turtle; charset=utf-8');
        expect(answer.headers['last-modified']).toBe(NEWEST);
        expect(answer.headers['content-encoding']).toBeUndefined();
        expect(answer.bytes.equals(plain.bytes)).toBe(true);
      }
    },
  );

  test('F1 part of a feed is never sent: portals stop at 206', async () => {
    for (const path of ['/feed/fdk.ttl', '/katalog', '/katalog.trix', '/katalog?side=2']) {
      const plain = await ask(path);
      for (const range of ['bytes=0-9', 'bytes=5-', 'bytes=-5', 'bytes=0-0,2-3']) {
        const answer = await ask(path, { Range: range, 'If-Range': String(plain.headers['etag']) });
        expect(answer.status).toBe(200);
        expect(answer.headers['content-range']).toBeUndefined();
        expect(answer.bytes.equals(plain.bytes)).toBe(true);
      }
    }
  });
});
