/** A harvest: what changes, what stays, what a failure leaves (H4, H9, H10, H16). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CatalogError } from '../../src/model/errors.js';
import { issue } from '../../src/model/issue.js';
import { fakeSource, record, records, rejected } from '../support/fake-source.js';
import { BASE, snapshot, world } from '../support/harvest-world.js';
import { tempFolder } from '../support/temp-folder.js';

const thing = (key: string): string => `${BASE}id/system/${key}`;

test('a first run takes everything and says so', async () => {
  const engine = world({ prove: fakeSource([record('b'), record('a')]) });
  expect(await engine.harvestOne()).toMatchObject({
    source: 'prove',
    outcome: 'changed',
    startedAt: '2026-11-22T12:00:00.000Z',
    read: 2,
    mapped: 2,
    rejected: 0,
    quads: 6,
    added: [thing('a'), thing('b')],
    changed: [],
    withdrawn: [],
    unchanged: 0,
    issues: [],
  });
  const lines = (await engine.quads()).split('\n');
  expect(lines).toHaveLength(7);
  expect(lines.slice(0, 6).every((line) => line.endsWith(`<${BASE}graph/harvested/prove> .`))).toBe(
    true,
  );
});

test('H9 an unchanged run changes no state but the time of the harvest', async () => {
  const engine = world({ prove: fakeSource(records(3)) });
  await engine.harvest();
  const before = await engine.states.read('prove');
  engine.pass(90);
  expect(await engine.harvestOne()).toMatchObject({ outcome: 'unchanged', unchanged: 3 });
  const after = await engine.states.read('prove');
  expect(after).toEqual({
    ...before,
    harvestedAt: engine.now,
    lastRun: { at: engine.now, outcome: 'unchanged' },
  });
  expect(after!.changedAt).not.toBe(engine.now);
});

test('H10 one changed field changes one record', async () => {
  const source = fakeSource(records(5));
  const engine = world({ prove: source });
  await engine.harvest();
  const before = await engine.quads();
  source.answer = [...records(4), record('ting-4', { title: 'Nytt navn' })];
  expect(await engine.harvestOne()).toMatchObject({
    outcome: 'changed',
    added: [],
    changed: [thing('ting-4')],
    withdrawn: [],
    unchanged: 4,
  });
  const old = new Set(before.split('\n'));
  const fresh = (await engine.quads()).split('\n').filter((line) => !old.has(line));
  expect(fresh).toEqual([expect.stringContaining('"Nytt navn"@nb')]);
});

test('H10 the order of a source changes nothing, colliding and doubled records included', async () => {
  const answer = [
    record('a', { iriKey: 'x', title: 'Første' }),
    record('b', { iriKey: 'x', title: 'Andre' }),
    record('c', { contact: 'Stab' }),
    record('d', { refs: ['c'] }),
    rejected('e'),
  ];
  const states = new Set<string>();
  for (const order of [answer, [...answer].reverse(), [3, 1, 4, 0, 2].map((at) => answer[at]!)]) {
    const engine = world({ prove: fakeSource(order) });
    await engine.harvest();
    states.add(JSON.stringify(await engine.states.read('prove')) + (await engine.quads()));
  }
  expect(states.size).toBe(1);
});

test.each([
  [
    'a failure in words',
    new CatalogError('SOURCE_STATUS', { url: 'x', status: 500 }),
    'SOURCE_STATUS',
  ],
  ['a fault of the program', new TypeError('x is undefined'), 'HARVEST_FAILED'],
])('H4 %s, in the middle of a fetch, keeps the last state', async (_, error, code) => {
  const source = fakeSource(records(30));
  const engine = world({ prove: source });
  await engine.harvest();
  const before = await engine.states.read('prove');
  source.answer = [...records(12), error];
  engine.pass(60);
  expect(await engine.harvestOne()).toMatchObject({
    outcome: 'failed',
    cause: { code, severity: 'violation', source: 'prove' },
    read: 30,
    withdrawn: [],
    changed: [],
  });
  expect(await engine.states.read('prove')).toEqual({
    ...before,
    lastRun: expect.objectContaining({ at: engine.now, outcome: 'failed' }) as unknown,
  });
});

test('H4 a source that has never answered leaves only a note', async () => {
  const engine = world({ prove: fakeSource([new Error('borte')]) });
  expect(await engine.harvestOne()).toMatchObject({ outcome: 'failed', read: 0, quads: 0 });
  expect(await engine.states.read('prove')).toBeUndefined();
  expect(await engine.states.lastRun('prove')).toMatchObject({
    outcome: 'failed',
    cause: { message: { nb: expect.stringContaining('borte') as unknown } },
  });
});

test('H4 a failing source does not keep the others from changing', async () => {
  const [bad, good] = [fakeSource([new Error('nede')]), fakeSource([record('a')])];
  const engine = world({ bad, good });
  const outcomes = (await engine.harvest()).map(({ source, outcome }) => [source, outcome]);
  expect(outcomes).toEqual([
    ['bad', 'failed'],
    ['good', 'changed'],
  ]);
});

test('H4 an empty answer is a failure, not a deletion', async () => {
  const source = fakeSource(records(3));
  const engine = world({ prove: source });
  await engine.harvest();
  const before = await engine.quads();
  source.answer = [];
  expect(await engine.harvestOne()).toMatchObject({
    outcome: 'failed',
    cause: { code: 'SOURCE_EMPTY' },
    withdrawn: [],
  });
  expect(await engine.quads()).toBe(before);
});

test('only the sources that are named are fetched, the others are mapped anew', async () => {
  const first = fakeSource([record('a', { refs: ['b'] })]);
  const second = fakeSource([record('b')]);
  const engine = world({ first, second });
  await engine.harvest({ only: ['first'] });
  expect(await engine.quads('first')).not.toContain('relation');
  const reports = await engine.harvest({ only: ['second'] });
  expect(reports.map(({ source }) => source)).toEqual(['second']);
  expect(await engine.quads('first')).toContain(`<${thing('b')}>`);
});

test('a dry run tells what would change and writes nothing', async () => {
  const source = fakeSource(records(2));
  const engine = world({ prove: source });
  expect(await engine.harvestOne({ dryRun: true })).toMatchObject({
    outcome: 'changed',
    mapped: 2,
  });
  expect(snapshot(engine.folder)).toEqual([]);
  await engine.harvest();
  const before = snapshot(engine.folder);
  source.answer = [...records(2), record('ny')];
  expect(await engine.harvestOne({ dryRun: true })).toMatchObject({ added: [thing('ny')] });
  source.answer = [new Error('nede')];
  expect(await engine.harvestOne({ dryRun: true })).toMatchObject({ outcome: 'failed' });
  expect(snapshot(engine.folder)).toEqual(before);
});

test('a run that is stopped writes no state', async () => {
  const engine = world({ prove: fakeSource(records(2)) });
  const stopped = AbortSignal.abort(new Error('SIGINT'));
  await expect(engine.harvest({ signal: stopped })).rejects.toThrow('SIGINT');
  expect(snapshot(engine.folder)).toEqual([]);
});

test('findings about the source stay with the state until the next good fetch', async () => {
  const source = fakeSource(records(1));
  source.reports = [issue('HEADER_UNKNOWN', 'warning', { field: 'x' })];
  const engine = world({ prove: source });
  expect((await engine.harvestOne()).issues).toMatchObject([
    { code: 'HEADER_UNKNOWN', source: 'prove' },
  ]);
  source.answer = [new Error('nede')];
  source.reports = [];
  expect((await engine.harvestOne()).issues).toMatchObject([{ code: 'HEADER_UNKNOWN' }]);
  source.answer = records(1);
  expect((await engine.harvestOne()).issues).toEqual([]);
});

test('H16 read = mapped + rejected, whatever a source gives', async () => {
  const root = tempFolder();
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const payload = fc.record(
    {
      title: fc.string({ maxLength: 5 }),
      iriKey: fc.constantFrom('a', 'x', 'y'),
      own: fc.constant(false as const),
      throws: fc.constantFrom('identify' as const, 'map' as const),
      refs: fc.array(key, { maxLength: 2 }),
      contact: fc.string({ maxLength: 3 }),
      finding: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const any = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(key, payload).map(([one, more]) => record(one, more)) },
    { weight: 1, arbitrary: key.map((one) => rejected(one)) },
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(any, { maxLength: 12 }), async (answer) => {
      const engine = world({ prove: fakeSource(answer) }, { folder: `${root}/${(run += 1)}` });
      const report = await engine.harvestOne();
      expect(report.read).toBe(answer.length);
      expect(report.mapped + report.rejected).toBe(report.read);
      const state = await engine.states.read('prove');
      expect([state!.records.length, state!.rejections.length]).toEqual([
        report.mapped,
        report.rejected,
      ]);
    }),
    { numRuns: 150 },
  );
});
