/** F2, PR2 and done-when 7: a revision that takes too much away from the portals waits for a person. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { heldRemovals } from '../../src/publish/portal-guard.js';
import type { RegistryEntry } from '../../src/publish/registry.js';
import { datasetIri, publishWorld, rowsOf } from '../support/publish-world.js';

const AT = instant('2026-11-22T10:00:00Z');
const LIMITS = { maxDatasets: 5, maxShare: 0.05 };

interface Case {
  readonly served: number;
  readonly gone: number;
  readonly state?: RegistryEntry['state'];
  readonly accepted?: number;
}

/** Of `served` datasets the first `gone` are no longer public; a person has agreed to the first `accepted`. */
function removed({ served, gone, state = 'withdrawn', accepted = 0 }: Case): number | undefined {
  const things = rowsOf(served).map(({ id }) => iri(datasetIri(id)));
  return heldRemovals({
    served: things,
    registry: things.map((thing, at) => ({
      iri: thing,
      at: AT,
      state: at < gone ? state : 'public',
    })),
    limits: LIMITS,
    accepted: new Set(things.slice(0, accepted)),
    isInSource: () => false,
  })?.length;
}

describe('the limits are exact', () => {
  test.each([
    // 5 datasets
    [1_000, 4, undefined],
    [1_000, 5, undefined],
    [1_000, 6, 6],
    // 5 %
    [40, 1, undefined],
    [40, 2, undefined],
    [40, 3, 3],
    [100, 5, undefined],
    [100, 6, 6],
    [19, 1, 1],
    [20, 1, undefined],
    // All of it
    [1, 1, 1],
    [0, 0, undefined],
  ])('of %i datasets, %i may go: held %s', (served, gone, held) => {
    expect(removed({ served, gone })).toBe(held);
  });
});

test('C8 C12 what is closed to the public never counts, however much it is', () => {
  expect(removed({ served: 100, gone: 100, state: 'demoted' })).toBeUndefined();
});

test('what is renamed counts: to a portal its old address is gone', () => {
  expect(removed({ served: 100, gone: 6, state: 'renamed' })).toBe(6);
});

test('a person accepts what was shown; a dataset more is held again', () => {
  expect(removed({ served: 100, gone: 6, accepted: 6 })).toBeUndefined();
  expect(removed({ served: 100, gone: 7, accepted: 6 })).toBe(7);
});

test('done-when 7: 6 of 100 are held and all are served; accepted, it goes out, and each answers 410', async () => {
  await using world = await publishWorld();
  const rows = rowsOf(100);
  await world.set(rows);
  expect((await world.publish()).held).toBeUndefined();
  await world.set(rows.slice(6));

  const report = await world.publish();
  expect(report.isNew).toBe(false);
  expect(report.held?.removed.map(({ iri: gone, title, why }) => [gone, title, why])).toEqual(
    rows.slice(0, 6).map(({ id }) => [datasetIri(id), { nb: `Datasett ${id}` }, 'withdrawn']),
  );
  const noted = JSON.parse(await readFile(join(world.varFolder, 'held.json'), 'utf8')) as unknown;
  expect(noted).toEqual(report.held);
  await world.serving(async (get) => {
    for (const { id } of rows) {
      expect((await get(datasetIri(id))).status).toBe(303);
      expect((await get(`/datasett/${id}.ttl`)).status).toBe(200);
    }
    const feed = await (await get('/feed/fdk.ttl')).text();
    expect(feed.match(/ a dcat:Dataset/g)).toHaveLength(100);
  });

  const accepted = await world.publish({ acceptRemovals: true });
  expect(accepted).toMatchObject({ isNew: true });
  expect(accepted.held).toBeUndefined();
  expect(await world.catalogue.held()).toBeUndefined();
  await world.serving(async (get) => {
    for (const { id } of rows.slice(0, 6)) {
      expect((await get(datasetIri(id))).status).toBe(410);
      expect((await get(`/nb/datasett/${id}`)).status).toBe(410);
    }
    for (const { id } of rows.slice(6)) expect((await get(datasetIri(id))).status).toBe(303);
  });
}, 120_000);

test('5 of 100 go out by themselves', async () => {
  await using world = await publishWorld();
  await world.set(rowsOf(100));
  await world.publish();
  await world.set(rowsOf(100).slice(5));
  expect((await world.publish()).held).toBeUndefined();
  await world.serving(async (get) => {
    expect((await get(datasetIri('d-004'))).status).toBe(410);
    expect((await get(datasetIri('d-005'))).status).toBe(303);
  });
}, 120_000);

test('C8 while a revision waits, what is closed leaves at once with all its own, and nothing else does', async () => {
  await using world = await publishWorld();
  await world.set(rowsOf(100));
  await world.publish();
  const [secret, ...rest] = rowsOf(100).slice(10);
  await world.set([{ ...secret!, recordClass: 'Intern' }, ...rest]);

  const report = await world.publish();
  expect(report).toMatchObject({ isNew: true, held: { served: 100 } });
  expect(report.held?.removed).toHaveLength(10);
  expect(await world.publicLog()).toContainEqual({
    key: expect.any(String) as string,
    kind: 'delete',
    thing: datasetIri('d-010'),
    type: 'datasett',
    at: world.now,
    reason: 'demoted',
  });
  await world.serving(async (get) => {
    const gone = await get('/datasett/d-010.ttl');
    expect(gone.status).toBe(410);
    for (const place of ['/katalog.ttl', '/feed/fdk.ttl', '/nb/datasett', '/sitemap.xml'])
      expect(await (await get(place)).text()).not.toContain('d-010');
    for (const { id } of rowsOf(100).filter(({ id: one }) => one !== 'd-010'))
      expect((await get(datasetIri(id))).status).toBe(303);
  });
  // Nothing more is closed: the same run again changes nothing, and still waits.
  const again = await world.publish();
  expect(again).toMatchObject({ isNew: false, revision: { number: report.revision.number } });
  expect(again.held?.removed).toHaveLength(10);
  expect((await world.publish({ acceptRemovals: true })).held).toBeUndefined();
}, 120_000);
