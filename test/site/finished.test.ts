import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../site/app.js';
import { chooseCoding } from '../../site/finished/coding.js';
import type { Finished } from '../../site/finished/finished.js';
import { finishedAnswers, FinishedStore } from '../../site/finished/finished-store.js';
import { listen, type RunningServer } from '../../site/server.js';
import { Revisions } from '../../src/store/revisions.js';
import { rawRequest, type Raw } from './raw-request.js';
import { publicPaths, publishZone, startSite, type TestSite } from './site-server.js';

let site: TestSite;
/** The same zone, every answer by Express. */
let plain: RunningServer;
beforeAll(async () => {
  site = await startSite();
  const { zones } = site;
  plain = await listen(createApp({ zones, engine: zones.engine }), 0, '127.0.0.1');
});
afterAll(async () => {
  await plain.close(1_000);
  await site.close();
});

const LANGUAGES = ['nb', 'nn', 'en'];
const SYNTAXES = ['ttl', 'nt', 'rdf', 'jsonld'];
const FEEDS = SYNTAXES.map((one) => `/katalog.${one}`);

function urls(): string[] {
  const things = publicPaths(site.zones.current());
  return [
    ...LANGUAGES.flatMap((lang) => [
      `/${lang}/`,
      `/${lang}/datasett`,
      `/${lang}/kvalitet`,
      `/${lang}/sparql`,
      ...things.map((path) => `/${lang}${path}`),
    ]),
    ...things.flatMap((path) => SYNTAXES.map((one) => `${path}.${one}`)),
    ...FEEDS,
    ...['/kvalitet.json', '/dekning.csv', '/void.ttl', '/robots.txt', '/healthz', '/sparql'],
    ...['/', '/katalog', '/nb/finnes-ikke', '/fil/%C3%A5pent/tall.csv', '/nb/datasett?side=1'],
    ...['/nb/sok?q=skole', '/nb/kvalitet?sorter=europa', '/nb/endringer?type=datasett'],
    ...things.slice(0, 3),
  ];
}

const from = (port: number, path: string, headers = {}, method = 'GET'): Promise<Raw> =>
  rawRequest(`http://127.0.0.1:${port}`, { path, headers, method });
const fast = (path: string, headers = {}, method = 'GET'): Promise<Raw> =>
  rawRequest(site.root, { path, headers, method });

/** Of the connection, not of the answer: a socket is closed after so many requests (R2). */
const OF_THE_CONNECTION = { date: '', connection: '', 'keep-alive': '' };

/** The compressed bytes of a page get better in time; all else is compared as it is. */
function comparable({ status, headers, bytes }: Raw): object {
  const coding = headers['content-encoding'];
  const body = decoded(coding, bytes).toString();
  const length = coding === undefined ? headers['content-length'] : 'of the compressed bytes';
  return { status, headers: { ...headers, ...OF_THE_CONNECTION, 'content-length': length }, body };
}

function decoded(coding: unknown, bytes: Buffer): Buffer {
  if (bytes.byteLength === 0) return bytes;
  if (coding === 'br') return brotliDecompressSync(bytes);
  return coding === 'gzip' ? gunzipSync(bytes) : bytes;
}

describe('PF5.1 an answer is the same with and without the fast path', () => {
  test.each([
    ['without Accept-Encoding', {}],
    ['brotli', { 'accept-encoding': 'gzip, deflate, br' }],
    ['gzip alone', { 'accept-encoding': 'br;q=0, gzip' }],
    ['Accept for RDF', { accept: 'text/turtle', 'accept-encoding': 'br' }],
    ['Accept-Language', { accept: 'text/html', 'accept-language': 'nn' }],
    ['large headers', { 'x-large': 'x'.repeat(16_500) }],
  ])('for %s', async (_, headers) => {
    for (const url of urls()) {
      for (const method of ['GET', 'HEAD']) {
        const expected = comparable(await from(plain.port, url, headers, method));
        await fast(url, headers); // now it is finished
        const found = comparable(await fast(url, headers, method));
        expect(found, `${method} ${url}`).toEqual(expected);
      }
    }
  });

  test('and for those who have it already', async () => {
    for (const url of urls()) {
      for (const coding of ['', 'br', 'gzip']) {
        const headers = coding === '' ? {} : { 'accept-encoding': coding };
        const { headers: first } = await fast(url, headers);
        if (first['etag'] === undefined) continue;
        const again = { ...headers, 'if-none-match': String(first['etag']) };
        const found = await fast(url, again);
        expect(found.status, url).toBe(304);
        expect(found.bytes.byteLength).toBe(0);
        expect(comparable(found)).toEqual(comparable(await from(plain.port, url, again)));
      }
    }
  });
});

test('F3 nothing is compressed for a client that does not ask for it', async () => {
  for (const url of [...FEEDS, '/nb/datasett']) {
    const { headers } = await fast(url);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['vary']).toMatch(/Accept-Encoding/);
  }
});

test('what hangs on Accept is never kept for others', async () => {
  const turtle = await fast('/sparql', { accept: 'text/turtle' });
  const rdf = await fast('/sparql', { accept: 'application/rdf+xml' });
  expect(turtle.headers['content-type']).toMatch(/^text\/turtle/);
  expect(rdf.headers['content-type']).toMatch(/^application\/rdf\+xml/);
});

describe('PF5.3 feeds', () => {
  test('lie compressed in the revision, and are sent from there with strong tags', async () => {
    const { folder, files } = site.zones.current().zone;
    for (const feed of FEEDS) {
      for (const coding of ['br', 'gzip'] as const) {
        const name = `coded${feed}.${coding}`;
        expect(Object.keys(files)).toContain(name);
        const { bytes, headers } = await fast(feed, { 'accept-encoding': coding });
        expect(bytes).toEqual(await readFile(join(folder, name)));
        expect(decoded(coding, bytes)).toEqual(await readFile(join(folder, feed)));
        expect(headers['etag']).toMatch(new RegExp(`^"[0-9a-f]{32}-${coding}"$`));
      }
    }
  });

  test('PF5.2 the compressed forms are no part of the public hash, and stay in the next revision', async () => {
    const before = site.zones.current().zone;
    await publishZone(site.folder);
    const after = await new Revisions(site.folder).current();
    expect(after?.manifest.public.hash).toBe(before.hash);
    expect(after?.manifest.public.files).toEqual(before.files);
    await site.zones.refresh();
  });
});

test('PF5.2, C8 new content is served at once; what did not change keeps its tag', async () => {
  const moving = await startSite();
  try {
    const path = '/nb/datasett/apent';
    const get = (url: string): Promise<Raw> =>
      rawRequest(moving.root, { path: url, headers: { 'accept-encoding': 'br' }, method: 'GET' });
    const [dataset, term] = [await get(path), await get('/nb/def/kdm/System')];
    await get(path);
    const more = `<${moving.zones.current().settings.base}id/datasett/apent>
      <http://www.w3.org/ns/dcat#keyword> "nytt stikkord"@nb .`;
    await publishZone(moving.folder, more);
    expect(await moving.zones.refresh()).toBe(true);
    const changed = await get(path);
    expect(decoded('br', changed.bytes).toString()).toContain('nytt stikkord');
    expect(changed.headers['etag']).not.toBe(dataset.headers['etag']);
    expect((await get('/nb/def/kdm/System')).headers['etag']).toBe(term.headers['etag']);
  } finally {
    await moving.close();
  }
});

describe('the store', () => {
  const answer = (bytes: number): Finished => ({
    body: Buffer.alloc(bytes),
    tag: String(bytes),
    headers: [],
    isCompressible: false,
    lastModified: undefined,
    variants: new Map(),
  });

  test('holds no more than its limit, and lets the least recently used go', () => {
    const store = new FinishedStore(300);
    store.get('a', '/');
    for (const url of ['/1', '/2', '/3']) store.keep('a', url, answer(30));
    store.get('a', '/1');
    store.keep('a', '/4', answer(30));
    expect(store.bytes).toBeLessThanOrEqual(300);
    expect(['/1', '/2', '/3', '/4'].filter((url) => store.get('a', url))).toEqual([
      '/1',
      '/3',
      '/4',
    ]);
    store.keep('a', '/large', answer(101));
    expect(store.get('a', '/large')).toBeUndefined();
  });

  test('keeps answers to questions apart, so that thinking up questions pushes out no page', () => {
    const answers = finishedAnswers();
    answers.get('a', '/');
    answers.get('a', '/?');
    answers.keep('a', '/nb/', answer(30));
    const tenMiB = answer(10 * 1024 * 1024);
    for (let at = 0; at < 20; at += 1) answers.keep('a', `/nb/sok?q=${at}`, tenMiB);
    expect(answers.get('a', '/nb/')).toBeDefined();
    expect(answers.get('a', '/nb/sok?q=18')).toBeUndefined();
    expect(answers.get('a', '/nb/sok?q=19')).toBeDefined();
  });

  test('PF1.9 does not keep what was made from content that is no longer served', () => {
    const store = new FinishedStore();
    store.get('new', '/');
    store.keep('old', '/1', answer(10));
    expect(store.get('new', '/1')).toBeUndefined();
  });
});

test.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['br;q=0', undefined],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['identity;q=1, br;q=0.5', undefined],
  ['br;q=nonsense', undefined],
  ['GZIP', 'gzip'],
])('RFC 9110 12.5.3: Accept-Encoding %s gives %s', (header, coding) => {
  expect(chooseCoding(header)).toBe(coding);
});
