/** The shrink guard and true deletion (H4, H5, H6). */
import { later, localTime } from '../../src/model/instant.js';
import { expect, test } from 'vitest';
import { countByType, guard } from '../../src/harvest/guard.js';
import { fakeSource, record, records, rejected } from '../support/fake-source.js';
import { BASE, world } from '../support/harvest-world.js';

const LIMITS = { maxDropShare: 0.2, maxDropCount: 10 };
const judge = (before: number, after: number): string => {
  const counts = (number: number) => new Map([['ting', number]]);
  return guard('prove', counts(before), counts(after), LIMITS)?.code ?? 'through';
};

test.each([
  // Of 100, a fifth may go; of 30, ten may; below 20, less than half.
  [100, 81, 'through'],
  [100, 80, 'through'],
  [100, 79, 'SOURCE_SHRUNK'],
  [30, 21, 'through'],
  [30, 20, 'through'],
  [30, 19, 'SOURCE_SHRUNK'],
  [1000, 800, 'through'],
  [1000, 799, 'SOURCE_SHRUNK'],
  [20, 10, 'through'],
  [20, 9, 'SOURCE_SHRUNK'],
  [19, 10, 'through'],
  [19, 9, 'SOURCE_SHRUNK'],
  [10, 6, 'through'],
  [10, 5, 'SOURCE_SHRUNK'],
  [3, 2, 'through'],
  [3, 1, 'SOURCE_SHRUNK'],
  [2, 1, 'SOURCE_SHRUNK'],
  [1, 0, 'SOURCE_EMPTY'],
  [100, 0, 'SOURCE_EMPTY'],
  [0, 0, 'through'],
  [0, 5, 'through'],
  [5, 5, 'through'],
  [5, 500, 'through'],
])('H5 from %i to %i records: %s', (before, after, expected) => {
  expect(judge(before, after)).toBe(expected);
});

test('H5 each type is judged alone, and the finding names type and numbers', () => {
  const before = countByType([...records(40, 'system'), ...records(40, 'enhet')]);
  const after = countByType([
    ...records(40, 'system'),
    ...records(20, 'enhet'),
    ...records(40, 'ny'),
  ]);
  expect(guard('prove', before, after, LIMITS)).toMatchObject({
    code: 'SOURCE_SHRUNK',
    source: 'prove',
    message: { nb: expect.stringContaining('20 poster av typen «enhet», men hadde 40') as unknown },
    hint: { nb: expect.stringContaining('npm run harvest -- prove --accept') as unknown },
  });
});

test('H5 a drop beyond the limit is held, and the state stays', async () => {
  const source = fakeSource(records(100));
  const engine = world({ prove: source });
  await engine.harvest();
  source.answer = records(79);
  expect(await engine.harvestOne()).toMatchObject({
    outcome: 'held',
    cause: { code: 'SOURCE_SHRUNK' },
    read: 100,
    withdrawn: [],
  });
  expect((await engine.states.read('prove'))!.records).toHaveLength(100);
  source.answer = records(80);
  expect((await engine.harvestOne()).outcome).toBe('unchanged');
});

test('H4 records that the source breaks count as gone', async () => {
  const source = fakeSource(records(30));
  const engine = world({ prove: source });
  await engine.harvest();
  source.answer = records(30).map(({ key }) => rejected(key));
  expect(await engine.harvestOne()).toMatchObject({
    outcome: 'failed',
    cause: { code: 'SOURCE_EMPTY' },
  });
  source.answer = Array.from({ length: 30 }, () => record('ting-0'));
  expect(await engine.harvestOne()).toMatchObject({ outcome: 'held', withdrawn: [] });
  expect((await engine.states.read('prove'))!.records).toHaveLength(30);
});

test('C12 a record that becomes graded goes at once, also where it is half of a small type', async () => {
  const source = fakeSource(records(2));
  const engine = world({ prove: source });
  await engine.harvest();
  source.answer = [record('ting-0'), rejected('ting-1', 'GRADED')];
  expect(await engine.harvestOne()).toMatchObject({
    outcome: 'changed',
    rejected: 1,
    withdrawn: [`${BASE}id/system/ting-1`],
  });
  source.answer = [record('ting-0')];
  expect((await engine.harvestOne()).outcome).toBe('unchanged');
});

test("H5 a person's word lets the drop through, and what is gone is withdrawn at once", async () => {
  const source = fakeSource(records(30));
  const engine = world({ prove: source });
  await engine.harvest();
  source.answer = records(5);
  const report = await engine.harvestOne({ accept: true });
  expect(report).toMatchObject({ outcome: 'changed', read: 5 });
  expect(report.withdrawn).toHaveLength(25);
});

test('H6 a missing record stays, marked, and goes with a second complete run an hour later', async () => {
  const source = fakeSource(records(3));
  const engine = world({ prove: source });
  await engine.harvest();
  source.answer = records(2);
  const since = engine.now;
  expect(await engine.harvestOne()).toMatchObject({
    outcome: 'unchanged',
    mapped: 3,
    withdrawn: [],
  });
  const missing = (await engine.states.read('prove'))!.records.filter((one) => one.missingSince);
  expect(missing).toMatchObject([{ key: 'ting-2', missingSince: since }]);
  engine.pass(59);
  const early = await engine.harvestOne();
  expect(early).toMatchObject({ mapped: 3, withdrawn: [] });
  expect(early.issues).toMatchObject([{ code: 'MISSING_FROM_SOURCE', record: 'ting ting-2' }]);
  const from = localTime(later(since, 3_600_000));
  expect(early.issues[0]!.message.nb).toContain(
    `siden ${localTime(since)}. Den trekkes tilbake av den første fullstendige høstingen fra og med ${from} `,
  );
  engine.pass(1);
  expect(await engine.harvestOne()).toMatchObject({
    outcome: 'changed',
    mapped: 2,
    withdrawn: [`${BASE}id/system/ting-2`],
  });
});

test('H6 a failed or held run confirms nothing', async () => {
  const source = fakeSource(records(3));
  const engine = world({ prove: source });
  await engine.harvest();
  source.answer = records(2);
  await engine.harvest();
  engine.pass(120);
  source.answer = [new Error('nede')];
  await engine.harvest();
  expect((await engine.states.read('prove'))!.records).toHaveLength(3);
});

test('H6 a record that comes back is no longer missing, and the hour begins anew', async () => {
  const source = fakeSource(records(3));
  const engine = world({ prove: source });
  await engine.harvest();
  source.answer = records(2);
  await engine.harvest();
  source.answer = records(3);
  engine.pass(120);
  await engine.harvest();
  expect((await engine.states.read('prove'))!.records.some((one) => one.missingSince)).toBe(false);
  source.answer = records(2);
  engine.pass(120);
  expect(await engine.harvestOne()).toMatchObject({ mapped: 3, withdrawn: [] });
});

test('H6 a source whose deletions are deliberate drops at once', async () => {
  const source = fakeSource(records(3));
  const engine = world({ prove: source }, { deletions: 'immediate' });
  await engine.harvest();
  source.answer = records(2);
  expect(await engine.harvestOne()).toMatchObject({ withdrawn: [`${BASE}id/system/ting-2`] });
});
