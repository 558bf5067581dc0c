import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest, withoutDate, type Raw } from './raw-request.js';
import { BASE, startSite, type TestSite } from './site-server.js';
import { missing } from './missing.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const raw = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> =>
  rawRequest(site.root, { path, headers, method });

const PATHS = [
  '/nb/',
  '/nb/datasett',
  '/nb/datasett/apent',
  '/datasett/apent.ttl',
  '/datasett/apent.jsonld',
  '/katalog.nt',
  '/katalog',
  '/void.ttl',
  '/fil/%C3%A5pent/tall.csv',
  '/robots.txt',
];

test.each(PATHS)(
  'X5 %s has a strong tag of its own, 304 without body, and the same headers for HEAD',
  async (path) => {
    const first = await raw(path);
    expect(first.status).toBe(200);
    const tag = first.headers['etag'] as string;
    expect(tag).toMatch(/^"[\w-]+"$/);
    const again = await raw(path, { 'If-None-Match': tag });
    expect([again.status, again.body]).toEqual([304, '']);
    expect(again.headers['etag']).toBe(tag);
    expect((await raw(path, { 'If-None-Match': '"annet"' })).status).toBe(200);
    const head = await raw(path, {}, 'HEAD');
    expect(withoutDate(head)).toEqual({ ...withoutDate(first), body: '' });
  },
);

test('X5 tags differ between representations of the same thing', async () => {
  const tags = await Promise.all(
    [
      '/nb/system/fag',
      '/nn/system/fag',
      '/en/system/fag',
      '/system/fag.ttl',
      '/system/fag.nt',
      '/system/fag.rdf',
      '/system/fag.jsonld',
    ].map(async (path) => (await raw(path)).headers['etag']),
  );
  expect(new Set(tags).size).toBe(tags.length);
});

test.each([
  ...PATHS,
  '/nb/datasett/finnes-ikke',
  '/id/datasett/apent',
  '/id/datasett/trukket',
  '/sparql',
])('X2, C8 %s bears the policy and is kept five minutes at most', async (path) => {
  const { headers } = await raw(path);
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBeDefined();
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['set-cookie']).toBeUndefined();
  expect(Number(/max-age=(\d+)/.exec(headers['cache-control'] as string)?.[1])).toBeLessThanOrEqual(
    300,
  );
});

test('a page names its language, its other forms and the thing it is about', async () => {
  const { headers } = await raw('/nn/datasett/apent');
  expect(headers['content-language']).toBe('nn');
  const link = headers['link'] as string;
  expect(
    missing(link, [
      `<${BASE}nn/datasett/apent>; rel="canonical"`,
      'hreflang="en"',
      'rel="describedby"; type="text/turtle"',
      `<${BASE}id/datasett/apent>; rel="cite-as"`,
      '<https://schema.org/Dataset>; rel="type"',
    ]),
  ).toEqual([]);
});

test('style sheets are kept for ever under their hash, and draw no image from a data: address', async () => {
  const page = (await raw('/nb/')).body;
  const sheets = [...page.matchAll(/href="(\/static\/[^"]+\.(?:css|svg))"/g)].map(
    ([, href]) => href ?? '',
  );
  expect(sheets).toHaveLength(6);
  for (const sheet of sheets) {
    const { status, headers, body } = await raw(sheet);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(body).not.toMatch(/url\(["']?(data:|https?:)/);
    const icon = /url\("(\/static\/[^"]+)"\)/.exec(body)?.[1];
    if (icon) expect((await raw(icon)).headers['content-type']).toContain('image/svg+xml');
  }
  expect((await raw('/static/0000/app.css')).status).toBe(404);
});

test('N6 the font comes from here, in one file an alphabet', async () => {
  const page = (await raw('/nb/')).body;
  const sheet = /href="(\/static\/[^"]+\/inter\.css)"/.exec(page)?.[1] ?? '';
  const urls = [...(await raw(sheet)).body.matchAll(/url\(([^)]*)\)/g)].map(([, url = '']) => url);
  expect(urls).toContain('"font/inter-latin-ext-wght-normal.woff2"');
  for (const url of urls) {
    const file = await raw(`${sheet.replace('inter.css', '')}${url.replaceAll('"', '')}`);
    expect([url, file.status, file.headers['content-type']]).toEqual([url, 200, 'font/woff2']);
  }
});

describe('C5 what is not there', () => {
  const MISSING = ['/id/datasett/aldri', '/id/datasett/hemmelig-datasett', '/id/system/hemmelig'];
  test.each([
    ['GET', 'text/html'],
    ['HEAD', 'text/html'],
    ['GET', 'text/turtle'],
    ['GET', 'application/json'],
  ])('%s with %s gives the same bytes whatever the name', async (method, accept) => {
    const answers = await Promise.all(MISSING.map((path) => raw(path, { Accept: accept }, method)));
    expect(answers[0]?.status).toBe(404);
    expect(new Set(answers.map((one) => JSON.stringify(withoutDate(one)))).size).toBe(1);
  });

  test('is told as a page or as problem+json, in the language of the path', async () => {
    expect((await raw('/nn/datasett/x')).body).toContain('Finn ikkje sida');
    const problem = await raw('/en/datasett/x', { Accept: 'application/json' });
    expect(problem.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(problem.body)).toMatchObject({ status: 404, title: 'Page not found' });
  });
});

describe('410: what was published once', () => {
  test('is a page with date and successor', async () => {
    const { status, body } = await raw('/nb/datasett/trukket');
    expect(status).toBe(410);
    expect(missing(body, ['Trukket datasett', '1. september 2026', '/nb/datasett/apent'])).toEqual(
      [],
    );
  });
  test.each([
    ['/id/datasett/trukket', 'text/turtle'],
    ['/datasett/trukket', 'application/rdf+xml'],
    ['/datasett/trukket.jsonld', '*/*'],
    ['/nb/datasett/trukket', 'application/n-triples'],
  ])('is RDF at %s for %s, of a type of its own', async (path, accept) => {
    const { status, body } = await raw(path, { Accept: accept });
    expect(status).toBe(410);
    expect(body).toContain('Tombstone');
    expect(body).not.toContain('dcat#Dataset');
  });
  test('tells no title of a thing that is no longer public', async () => {
    const { status, body } = await raw('/nb/datasett/hevet');
    expect(status).toBe(410);
    expect(body).toContain('2. september 2026');
  });
});

test('406 lists the representations, as links too', async () => {
  const { status, headers, body } = await raw('/id/datasett/apent', {
    Accept: 'application/json',
    'Accept-Language': 'en',
  });
  expect(status).toBe(406);
  expect(headers['link']).toContain(
    `<${BASE}datasett/apent.ttl>; rel="alternate"; type="text/turtle"`,
  );
  expect((JSON.parse(body) as { alternates: unknown[] }).alternates.length).toBeGreaterThan(4);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
  '405 for %s, with the verbs there are',
  async (method) => {
    const { status, headers } = await raw('/nb/datasett', {}, method);
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect((await raw('/sparql', {}, 'PUT')).headers['allow']).toContain('POST');
  },
);

test('OPTIONS is answered everywhere', async () => {
  expect((await raw('/datasett/apent.ttl', {}, 'OPTIONS')).status).toBe(204);
});

describe('one address for each thing', () => {
  test.each([
    ['/nb', 308, '/nb/'],
    ['/nb/datasett/', 308, '/nb/datasett'],
    ['/nb/datasett/?side=1', 308, '/nb/datasett?side=1'],
    ['/id/Datasett/Apent', 301, '/id/datasett/apent'],
    ['/nb/SYSTEM/fag', 301, '/nb/system/fag'],
    ['/datasett/APENT.ttl', 301, '/datasett/apent.ttl'],
    ['/catalog', 301, '/katalog'],
    ['/.well-known/void', 303, '/void.ttl'],
  ])('%s → %i %s', async (path, status, location) => {
    const response = await raw(path);
    expect([response.status, response.headers['location']]).toEqual([status, location]);
  });

  test.each([
    '//ond.example/',
    '//ond.example/nb',
    '/\\ond.example/',
    '/%5cond.example/',
    '/nb//datasett/',
    '/%2f%2fond.example/',
  ])('no open redirect: %s', async (path) => {
    const response = await raw(path);
    expect(response.headers['location']).toBeUndefined();
    expect(response.status).toBe(404);
  });
});

test('X6 host and forwarding headers change no byte', async () => {
  const hostile = {
    Host: 'ond.example',
    'X-Forwarded-Host': 'ond.example',
    'X-Forwarded-Proto': 'ftp',
    Forwarded: 'host=ond.example',
    'X-Original-URL': '/nn/',
    'X-HTTP-Method-Override': 'DELETE',
  };
  for (const path of [...PATHS, '/id/datasett/apent', '/nb/finnes-ikke', '/sparql', '/']) {
    const usual = await raw(path);
    expect(withoutDate(await raw(path, hostile))).toEqual(withoutDate(usual));
  }
});
