/** The harvest beside what data.norge.no holds: removals, conflicts and moves (portals.md 1.1, rows 4, 15–17; PR2). */
import { describe, expect, test } from 'vitest';
import { instant } from '../../src/model/instant.js';
import { heldElsewhere, heldFrom, remembered, type Harvested } from '../../src/portal/memory.js';
import { BASE, catalogue, dataset, feed, KEYS, PREFIXES, PUBLISHER } from './catalogue-turtle.js';
import { harvest, NO_HISTORY } from './fdk-run.js';

const iri = (key: string): string => `${BASE}id/datasett/${key}`;
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `nr${index}`);

async function found(turtle: string): Promise<Harvested> {
  const { found: harvested } = await harvest(turtle);
  if (!harvested) throw new Error('not read');
  return harvested;
}
/** What the second feed changes where the first was harvested. */
async function after(first: string, second: string) {
  const held = await found(first);
  return (await harvest(second, { history: { held, elsewhere: [] } })).verdict;
}

describe('against the last harvest', () => {
  test('nothing has changed: no change, no trap', async () => {
    const { changes, traps } = await after(feed(KEYS), feed(KEYS));
    expect(changes).toEqual({
      ...{ since: '2026-11-22', added: [], changed: [], removed: [], returned: [], because: [] },
    });
    expect(traps).toEqual([]);
  });

  test('new, changed and removed are told by their IRIs', async () => {
    const before = feed(many(100));
    const now = feed([...many(100).slice(1), 'ny']).replace('Datasett nr7"', 'Nummer sju"');
    const { changes, traps } = await after(before, now);
    expect([changes?.added, changes?.changed, changes?.removed]).toEqual([
      [iri('ny')],
      [iri('nr7')],
      [iri('nr0')],
    ]);
    expect(traps.map(({ id, severity }) => [id, severity])).toEqual([['FDK-41', 'warns']]);
  });

  test.each([
    [100, 5, 'FDK-41'],
    [100, 6, 'FDK-40'],
    [40, 2, 'FDK-41'],
    [40, 3, 'FDK-40'],
  ])('of %i datasets, %i gone: %s (more than 5, or more than 5 %)', async (all, gone, id) => {
    const { traps } = await after(feed(many(all)), feed(many(all).slice(gone)));
    expect(traps.map((one) => [one.id, one.count])).toEqual([[id, gone]]);
  });

  test('what was gone and is here again comes back, and is not new', async () => {
    const all = await found(feed(many(30)));
    const without = await harvest(feed(many(30).slice(1)), {
      history: { held: all, elsewhere: [] },
    });
    const { verdict } = await harvest(feed(many(30)), {
      history: { held: without.found, elsewhere: [] },
    });
    expect([verdict.changes?.returned, verdict.changes?.added]).toEqual([[iri('nr0')], []]);
  });

  test('a changed organisation changes all, and the report says why (done-when 2)', async () => {
    const { changes, traps } = await after(
      feed(KEYS),
      feed(KEYS).replace('"Eksempel kommune"', '"Eksempel bydel"'),
    );
    expect(changes?.changed).toHaveLength(5);
    expect(changes?.because).toEqual([{ node: `${BASE}id/virksomhet/958935420`, members: 5 }]);
    expect(traps.map(({ id }) => id)).toEqual(['FDK-46']);
  });

  test('FDK-44: the catalogue has got another IRI', async () => {
    const moved = feed(KEYS).replaceAll('id/katalog/alt', 'id/katalog/nytt');
    expect(
      (await after(feed(KEYS), moved)).traps.map(({ id, evidence }) => [id, evidence]),
    ).toEqual([['FDK-44', [`${BASE}id/katalog/alt → ${BASE}id/katalog/nytt`]]]);
  });

  test('FDK-45: the same identifier under another IRI', async () => {
    const renamed = feed(many(30)).replaceAll('d:nr3 ', 'd:tre ').replaceAll('d:nr3,', 'd:tre,');
    expect(
      (await after(feed(many(30)), renamed)).traps.map(({ id, evidence }) => [id, evidence]),
    ).toEqual([
      ['FDK-45', [`${iri('nr3')} → ${iri('tre')}`]],
      ['FDK-41', [iri('nr3')]],
    ]);
  });
});

describe('against other sources', () => {
  test('FDK-42: the catalogue is known from another address', async () => {
    const held = await found(feed(KEYS));
    const elsewhere = [{ url: 'https://kommune.example/gammel.ttl', held }];
    const { verdict } = await harvest(feed(KEYS), { history: { ...NO_HISTORY, elsewhere } });
    expect(verdict.traps.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['FDK-42', [`${BASE}id/katalog/alt ← https://kommune.example/gammel.ttl`]],
    ]);
  });

  test('FDK-43: a dataset is known from another source with a catalogue of its own', async () => {
    const other =
      PREFIXES +
      catalogue(['tre']).replace('katalog/alt', 'katalog/annen') +
      dataset('tre') +
      PUBLISHER;
    const elsewhere = [
      { url: 'https://data.norge.example/registrering', held: await found(other) },
    ];
    const { verdict } = await harvest(feed(KEYS), { history: { ...NO_HISTORY, elsewhere } });
    expect(verdict.traps.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['FDK-43', [`${iri('tre')} ← https://data.norge.example/registrering`]],
    ]);
  });
});

describe('the memory', () => {
  const at = (time: string): Harvested => ({
    ...{ at: instant(time), catalogues: [], members: {}, gone: [], identifiers: {}, shared: {} },
  });
  const URL = 'https://kommune.example/feed/fdk.ttl';
  const publish = (memory: Parameters<typeof remembered>[0], time: string) =>
    remembered(memory, URL, { found: at(time), isRegistered: true });

  test('the portal harvests at night: what was published earlier today it does not have', () => {
    const memory = publish({}, '2026-11-20T09:00:00Z');
    expect(heldFrom(memory, URL, instant('2026-11-20T15:00:00Z'))).toBeUndefined();
    expect(heldFrom(memory, URL, instant('2026-11-21T08:00:00Z'))?.at).toBe(
      '2026-11-20T09:00:00.000Z',
    );
  });

  test('three times a day are compared with the same night', () => {
    let memory = publish({}, '2026-11-20T09:00:00Z');
    for (const time of ['08', '12', '16']) memory = publish(memory, `2026-11-21T${time}:00:00Z`);
    expect(heldFrom(memory, URL, instant('2026-11-21T18:00:00Z'))?.at).toBe(
      '2026-11-20T09:00:00.000Z',
    );
    expect(heldFrom(memory, URL, instant('2026-11-22T08:00:00Z'))?.at).toBe(
      '2026-11-21T16:00:00.000Z',
    );
  });

  test('an address that was only tried is in nobody’s way', () => {
    const tried = remembered({}, 'https://kommune.example/katalog', {
      ...{ found: at('2026-11-20T09:00:00Z'), isRegistered: false },
    });
    const now = instant('2026-11-22T08:00:00Z');
    expect(heldElsewhere(tried, URL, now)).toEqual([]);
    expect(
      heldElsewhere(publish({}, '2026-11-20T09:00:00Z'), 'https://kommune.example/katalog', now),
    ).toHaveLength(1);
  });
});
