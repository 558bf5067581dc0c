/** The event stream of DCAT-AP Feeds as a strict client sees it (issue 5; site.md 10.3; portals.md PR12). */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite } from '../../src/compose-site.js';
import { descriptionHash } from '../../src/feed/feed-graph.js';
import { instant } from '../../src/model/instant.js';
import { canonicalNTriples, contentHash } from '../../src/rdf/canonical.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { createSite } from '../../site/app.js';
import { publicCatalogue } from '../../site/public-catalogue.js';
import { listen } from '../../site/server.js';
import { LdesClient } from '../clients/ldes.js';
import { manyDatasets } from './many-datasets.js';
import { rawRequest } from './raw-request.js';
import { BASE, publishZone, startSite, type TestSite } from './site-server.js';

const ROOT = `${BASE}feed/endringer`;
const SYNTAXES = ['application/trig', 'application/ld+json', 'application/n-quads'] as const;
const iriOf = (key: string): string => `${BASE}id/datasett/${key}`;
const PAGES = [1, 2, 3] as const;

let site: TestSite;
/** Bytes of the pages before anything changed. */
let before: readonly string[];
/** Two datasets of the first page: one is altered, one withdrawn. */
let altered: string;
let withdrawn: string;

beforeAll(async () => {
  site = await startSite(manyDatasets(220));
  before = await pages();
  [altered = '', withdrawn = ''] = [...(before[0] ?? '').matchAll(/as:object <\S+\/(d\d+)>/g)].map(
    ([, key]) => key ?? '',
  );
  const changed = manyDatasets(220, { [altered]: 'Noe annet' }, [withdrawn]);
  await publishZone(site.folder, changed, undefined, instant('2026-11-23T08:00:00Z'));
  await site.zones.refresh();
});
afterAll(() => site.close());

function pages(of: Pick<TestSite, 'get'> = site): Promise<string[]> {
  return Promise.all(
    PAGES.map(async (side) => (await of.get(`/feed/endringer/side-${side}.trig`)).text()),
  );
}

async function textOf(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await site.get(path, headers);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

function clientOf(accept: string): LdesClient {
  const get = (url: string): Promise<Response> =>
    site.get(url.replace(BASE, '/'), { Accept: accept });
  return new LdesClient(ROOT, get, accept);
}

test.each(SYNTAXES)('PR12 the stream in %s leads to the catalogue as it is', async (accept) => {
  const { feed } = site.zones.current();
  const state = await clientOf(accept).materialise();
  const described = [...feed.members, ...feed.services];
  expect([...state.keys()].sort()).toEqual([...described, feed.catalog].sort());
  for (const thing of described)
    expect([thing, contentHash(canonicalNTriples(state.get(thing) ?? []))]).toEqual([
      thing,
      descriptionHash(feed, thing),
    ]);
});

test('of each thing the latest activity stands, and a deletion bare', async () => {
  const activities = await clientOf('application/trig').replicate();
  const told = activities
    .filter(({ published }) => published > '2026-11-23')
    .map(({ kind, object, payload }) => [kind, object, payload.length > 0]);
  expect(told.sort()).toEqual([
    ['Delete', iriOf(withdrawn), false],
    ['Update', iriOf(altered), true],
  ]);
  expect(new Set(activities.slice(0, -2).map(({ kind }) => kind))).toEqual(new Set(['Create']));
});

test('an activity keeps its page: one that nothing happened to keeps its bytes', async () => {
  const after = await pages();
  // What was said of the two is gone from the first page, what is said now stands on the last.
  expect(after.map((text, at) => text === before[at])).toEqual([false, true, false]);
  expect(after[0]).not.toContain(withdrawn);
});

test('the same bytes after a restart', async () => {
  const folder = join(site.folder, 'current', 'public');
  const known = await pages();
  const zones = await openSite(folder, publicCatalogue);
  const server = await listen(createSite({ zones, engine: zones.engine }), 0, '127.0.0.1');
  const restarted = await pages({ get: (path) => fetch(`http://127.0.0.1:${server.port}${path}`) });
  await server.close(1_000);
  await zones.close();
  expect(restarted).toEqual(known);
});

test('the root in every syntax says the same, and pages of people lie elsewhere', async () => {
  const turtle = await parseRdf(await textOf('/feed/endringer.ttl'), 'text/turtle');
  const expected = canonicalNTriples(turtle);
  for (const [extension, type] of [
    ['jsonld', 'application/ld+json'],
    ['rdf', 'application/rdf+xml'],
    ['nt', 'application/n-triples'],
    ['nq', 'application/n-quads'],
    ['trig', 'application/trig'],
    ['n3', 'text/n3'],
  ] as const) {
    const fixed = await textOf(`/feed/endringer.${extension}`);
    expect(await textOf('/feed/endringer', { Accept: type })).toBe(fixed);
    const readAs = type === 'text/n3' ? 'text/turtle' : type;
    expect([type, canonicalNTriples(await parseRdf(fixed, readAs))]).toEqual([type, expected]);
  }
  expect(await textOf('/feed/endringer', { Accept: '*/*' })).toBe(
    await textOf('/feed/endringer.trig'),
  );
  for (const path of ['/feed/endringer', '/feed/endringer?side=1']) {
    const page = await site.get(path, { Accept: 'text/html', 'Accept-Language': 'nn' });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/nn/endringer']);
  }
});

test('a page answers in syntaxes that name graphs, 406 otherwise; 404 beyond the last', async () => {
  const negotiated = await site.get('/feed/endringer?side=1', { Accept: 'application/ld+json' });
  expect(await negotiated.text()).toBe(await textOf('/feed/endringer/side-1.jsonld'));
  expect(negotiated.headers.get('vary')).toContain('Accept');
  expect(negotiated.headers.get('content-location')).toBe('/feed/endringer/side-1.jsonld');
  const refused = await site.get('/feed/endringer?side=1', { Accept: 'text/turtle' });
  expect(refused.status).toBe(406);
  for (const extension of ['trig', 'jsonld', 'nq', 'trix'])
    expect(refused.headers.get('link')).toContain(`<${ROOT}/side-1.${extension}>; rel="alternate"`);
  for (const side of ['4', '0', '-1', '1.5', 'x', '', '1&side=2'])
    expect([side, (await site.get(`/feed/endringer?side=${side}`)).status]).toEqual([side, 404]);
  expect((await site.get('/feed/endringer/side-1.ttl')).status).toBe(404);
});

test('304 for a page that one has, by tag and by date', async () => {
  // As it is written: fetch forbids the answer from a cache.
  const ask = (headers: Record<string, string>): ReturnType<typeof rawRequest> =>
    rawRequest(site.root, { path: '/feed/endringer/side-1.trig', method: 'GET', headers });
  const page = await ask({});
  // The page lost what is outdated since: its date is that of the change, not of what it still has.
  expect(page.headers['last-modified']).toBe('Mon, 23 Nov 2026 08:00:00 GMT');
  for (const [name, value, status] of [
    ['If-None-Match', String(page.headers['etag']), 304],
    ['If-Modified-Since', 'Mon, 23 Nov 2026 08:00:00 GMT', 304],
    ['If-Modified-Since', 'Sun, 22 Nov 2026 12:00:00 GMT', 200],
  ] as const)
    expect([name, value, (await ask({ [name]: value })).status]).toEqual([name, value, status]);
});

test('every activity of the log dereferences, also one that the stream has dropped', async () => {
  const { changes } = site.zones.current().zone;
  const ofAltered = changes.filter(({ thing }) => thing === iriOf(altered));
  expect(ofAltered.map(({ kind }) => kind)).toEqual(['create', 'update']);
  for (const { key, kind, at } of ofAltered) {
    const path = `/id/endring/${key}`;
    const toPage = await site.get(path, { Accept: 'text/html', 'Accept-Language': 'en' });
    expect([toPage.status, toPage.headers.get('location')]).toEqual([303, `/en/endring/${key}`]);
    const toData = await site.get(path, { Accept: 'text/turtle' });
    expect([toData.status, toData.headers.get('location')]).toEqual([303, `/endring/${key}.ttl`]);
    const quads = await parseRdf(await textOf(`/endring/${key}.ttl`), 'text/turtle');
    expect(canonicalNTriples(quads)).toBe(
      [
        `<${BASE}id/endring/${key}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ` +
          `<https://www.w3.org/ns/activitystreams#${kind === 'create' ? 'Create' : 'Update'}> .`,
        `<${BASE}id/endring/${key}> <https://www.w3.org/ns/activitystreams#object> <${iriOf(altered)}> .`,
        `<${BASE}id/endring/${key}> <https://www.w3.org/ns/activitystreams#published> ` +
          `"${at}"^^<http://www.w3.org/2001/XMLSchema#dateTime> .`,
        '',
      ].join('\n'),
    );
  }
  expect((await site.get('/id/endring/finnes-ikke')).status).toBe(404);
  expect((await site.get('/endring/finnes-ikke.ttl')).status).toBe(404);
});
