/** Done-when 7, F2, PR2: a revision that takes too much away from the portals waits for a person; the old one is served meanwhile. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { datasetIri, publishWorld, rowsOf } from '../support/publish-world.js';

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
});

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
});

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
});
