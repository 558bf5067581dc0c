/** Every kind of address that portals read × the nine RDF types × the ways to ask (issue: feeds, 6; portals.md 1.1 and 3.4). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalNQuads, canonicalNTriples } from '../../src/rdf/canonical.js';
import type { Quad } from '../../src/rdf/terms.js';
import { readDocument } from '../rdf/strict-readers.js';
import { bare, NEWEST, startFeedSite, TYPES } from './feed-site.js';
import { rawRequest, type Raw } from './raw-request.js';
import type { TestSite } from './site-server.js';

const BEFORE = 'Sun, 22 Nov 2026 11:59:59 GMT';

let site: TestSite;
beforeAll(async () => {
  site = await startFeedSite();
});
afterAll(() => site.close());

type Headers = Record<string, string>;
const ask = (path: string, headers: Headers = {}, method = 'GET'): Promise<Raw> =>
  rawRequest(site.root, { path, headers, method });

/** As a client does: one redirect at most, to an address that needs no Accept. */
async function read(path: string, accept: string): Promise<Raw & { readonly path: string }> {
  const first = await ask(path, { Accept: accept });
  if (first.status !== 303) return { ...first, path };
  const place = String(first.headers['location']);
  return { ...(await ask(place)), path: place };
}

const ADDRESSES = {
  'the whole catalogue': '/katalog',
  'a page of it': '/katalog?side=2',
  'the last page': '/katalog?side=3',
  'a dataset': '/id/datasett/apent',
  'a series': '/id/serie/arlig',
  'the event stream': '/feed/endringer',
  'the statistics': '/.well-known/void',
  'what is gone': '/id/datasett/trukket',
} as const;
const GONE = ADDRESSES['what is gone'];
const CELLS = Object.entries(ADDRESSES).flatMap(([name, path]) =>
  Object.entries(TYPES).map(([extension, type]) => [name, extension, path, type] as const),
);

/** Without the clock and what belongs to the connection. */
function ofAnswer({ status, headers }: Raw): object {
  const hop = new Set(['date', 'connection', 'keep-alive']);
  return [status, ...Object.entries(headers).filter(([name]) => !hop.has(name))];
}

/** Graph names do not survive the portal, and most types have none. */
const inOneGraph = (quads: readonly Quad[]): string => canonicalNTriples(quads);

describe.each(CELLS)('%s as %s', (_name, _extension, path, type) => {
  test('is answered in the type that was asked for, plainly, with the statements of the Turtle', async () => {
    const answer = await read(path, bare(type));
    expect(answer.status).toBe(path === GONE ? 410 : 200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['content-length']).toBe(String(answer.bytes.byteLength));
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.bytes.subarray(0, 3).toString('hex')).not.toBe('efbbbf');
    const quads = await readDocument(answer.body, type);
    expect(quads.length).toBeGreaterThan(0);
    expect(
      quads.every(
        ({ subject, object }) =>
          subject.termType === 'NamedNode' && object.termType !== 'BlankNode',
      ),
    ).toBe(true);
    const turtle = await read(path, 'text/turtle');
    expect(inOneGraph(quads)).toBe(inOneGraph(await readDocument(turtle.body, 'text/turtle')));
  });

  test('HEAD says what GET says', async () => {
    const { path: place } = await read(path, bare(type));
    for (const headers of [
      { Accept: bare(type) },
      { Accept: bare(type), 'Accept-Encoding': 'br, gzip' },
    ]) {
      const [got, head] = [await ask(place, headers), await ask(place, headers, 'HEAD')];
      expect(head.bytes.byteLength).toBe(0);
      expect(ofAnswer(head)).toEqual(ofAnswer(got));
    }
  });
});

describe.each(CELLS.filter(([, , path]) => path !== GONE))(
  '%s as %s',
  (_name, _extension, path, type) => {
    test('is not sent again to those who have it', async () => {
      const headers = { Accept: bare(type) };
      const { path: place } = await read(path, headers.Accept);
      const { headers: first } = await ask(place, headers);
      const tag = String(first['etag']);
      expect(tag).toMatch(/^"[^"]+"$/);
      const again = async (more: Headers): Promise<number> => {
        const { status, bytes, headers: sent } = await ask(place, { ...headers, ...more });
        if (status === 304) expect([bytes.byteLength, sent['etag']]).toEqual([0, tag]);
        return status;
      };
      expect(await again({ 'If-None-Match': tag })).toBe(304);
      expect(await again({ 'If-None-Match': `"annet", ${tag}` })).toBe(304);
      expect(await again({ 'If-None-Match': '*' })).toBe(304);
      expect(await again({ 'If-None-Match': '"annet"' })).toBe(200);
      expect(first['last-modified']).toBe(NEWEST);
      expect(await again({ 'If-Modified-Since': NEWEST })).toBe(304);
      expect(await again({ 'If-Modified-Since': BEFORE })).toBe(200);
      expect(await again({ 'If-Modified-Since': 'i går' })).toBe(200);
      // RFC 9110 13.2.2: the tag decides alone.
      expect(await again({ 'If-Modified-Since': NEWEST, 'If-None-Match': '"annet"' })).toBe(200);
      expect(await again({ 'If-Modified-Since': BEFORE, 'If-None-Match': tag })).toBe(304);
    });
  },
);

test('types with the same bytes at one address have tags of their own', async () => {
  for (const path of ['/katalog', '/katalog?side=2', '/feed/endringer']) {
    const tags = Object.values(TYPES).map(
      async (type) => (await ask(path, { Accept: bare(type) })).headers['etag'],
    );
    expect(new Set(await Promise.all(tags)).size).toBe(9);
  }
});

describe('a page of the event stream', () => {
  const PAGE = '/feed/endringer?side=1';

  test.each(['trig', 'jsonld', 'nq', 'trix'] as const)(
    'as %s keeps which statements are of which activity',
    async (extension) => {
      const answer = await ask(PAGE, { Accept: bare(TYPES[extension]) });
      expect(answer.headers['content-type']).toBe(TYPES[extension]);
      const quads = await readDocument(answer.body, TYPES[extension]);
      const trig = await ask('/feed/endringer/side-1.trig');
      expect(canonicalNQuads(quads)).toBe(
        canonicalNQuads(await readDocument(trig.body, 'application/trig')),
      );
      expect(new Set(quads.map(({ graph }) => graph.value)).size).toBeGreaterThan(2);
    },
  );

  test.each(['ttl', 'n3', 'rdf', 'rj', 'nt'] as const)(
    'is not to be had as %s, which knows no graphs: 406 says what is',
    async (extension) => {
      const answer = await ask(PAGE, { Accept: bare(TYPES[extension]) });
      expect(answer.status).toBe(406);
      const { alternates } = JSON.parse(answer.body) as { alternates: { type?: string }[] };
      expect(new Set(alternates.flatMap(({ type }) => type ?? []))).toEqual(
        new Set([
          'application/trig',
          'application/ld+json',
          'application/n-quads',
          'application/trix',
        ]),
      );
    },
  );
});
