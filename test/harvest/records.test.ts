/** Identity and mapping, record by record: one bad record is only itself (H10, H17, W3). */
import { expect, test } from 'vitest';
import { fakeSource, record } from '../support/fake-source.js';
import { BASE, world } from '../support/harvest-world.js';

const thing = (key: string): string => `${BASE}id/system/${key}`;

test('H13 a key used twice is rejected the second time, and reported', async () => {
  const engine = world({
    prove: fakeSource([record('a'), record('b'), record('a', { title: 'B' })]),
  });
  const report = await engine.harvestOne();
  expect(report).toMatchObject({ read: 3, mapped: 2, rejected: 1 });
  expect(report.issues).toMatchObject([
    { code: 'RECORD_DUPLICATE', record: 'ting a', origin: 'prove#a', source: 'prove' },
  ]);
  expect(await engine.quads()).toContain('"Ting a"@nb');
});

test('the same key of another type is another record', async () => {
  const answer = [record('a'), record('a', { iriKey: 'b' }, 'annet')];
  const engine = world({ prove: fakeSource(answer) });
  expect(await engine.harvestOne()).toMatchObject({ mapped: 2, rejected: 0 });
});

test('H10 two records with one IRI: the first counts, the other is rejected, both are named', async () => {
  const answer = [record('b', { iriKey: 'x' }), record('a', { iriKey: 'x' })];
  const engine = world({ prove: fakeSource(answer) });
  const report = await engine.harvestOne();
  expect(report).toMatchObject({ read: 2, mapped: 1, rejected: 1, added: [thing('x')] });
  expect(report.issues).toMatchObject([
    {
      code: 'IRI_COLLISION',
      severity: 'violation',
      record: 'ting b',
      focus: thing('x'),
      message: { nb: `To poster får samme identifikator ${thing('x')}: ting a og ting b.` },
    },
  ]);
});

test('a record that only points to a thing collides with nobody and states nothing', async () => {
  const answer = [record('a', { iriKey: 'x' }), record('b', { iriKey: 'x', own: false })];
  const engine = world({ prove: fakeSource(answer) });
  expect(await engine.harvestOne()).toMatchObject({ mapped: 2, rejected: 0, quads: 3 });
});

test.each(['identify', 'map'] as const)(
  'H17 a record on which %s throws is rejected alone',
  async (step) => {
    const answer = [record('a'), record('b', { throws: step }), record('c')];
    const engine = world({ prove: fakeSource(answer) });
    const report = await engine.harvestOne();
    expect(report).toMatchObject({ outcome: 'changed', read: 3, mapped: 2, rejected: 1 });
    expect(report.issues).toMatchObject([
      {
        code: 'MAP_FAILED',
        severity: 'violation',
        source: 'prove',
        record: 'ting b',
        origin: 'prove#b',
      },
    ]);
    expect(await engine.quads()).not.toContain(thing('b'));
    expect((await engine.states.read('prove'))!.rejections).toEqual([
      { type: 'ting', key: 'b', origin: 'prove#b', code: 'MAP_FAILED' },
    ]);
  },
);

test('H10 a record with poisoned blank nodes is refused by name, the others untouched', async () => {
  const engine = world({ prove: fakeSource([record('a'), record('gift', { poison: 60 })]) });
  const report = await engine.harvestOne();
  expect(report).toMatchObject({ mapped: 1, rejected: 1 });
  expect(report.issues).toMatchObject([{ code: 'RECORD_MALFORMED', record: 'ting gift' }]);
});

test('W3 what a record says about a thing outside the base is kept out and reported once', async () => {
  const answer = [record('a', { about: 'https://andre.example/x' })];
  const engine = world({ prove: fakeSource(answer) });
  const report = await engine.harvestOne();
  expect(report.issues).toMatchObject([
    {
      code: 'FOREIGN_SUBJECT',
      record: 'ting a',
      message: { nb: expect.stringContaining('https://andre.example/x') as unknown },
    },
  ]);
  expect(await engine.quads()).not.toContain('andre.example');
});

test('W3 a base that only begins like ours is another', async () => {
  const answer = [record('a', { about: 'https://data.eksempel.example.ond.example/x' })];
  const report = await world({ prove: fakeSource(answer) }).harvestOne();
  expect(report.issues).toMatchObject([{ code: 'FOREIGN_SUBJECT' }]);
});

test('H10 blank nodes get an IRI that stays when the record changes', async () => {
  const source = fakeSource([record('a', { contact: 'Stab' })]);
  const engine = world({ prove: source });
  await engine.harvest();
  const names = async () => [...new Set((await engine.quads()).match(/<[^>]*id\/del\/[^>]*>/g))];
  const before = await names();
  expect(before).toHaveLength(1);
  expect(await engine.quads()).not.toContain('_:');
  const state = await engine.states.read('prove');
  expect(state!.records[0]!.subjects).toEqual([thing('a'), before[0]!.slice(1, -1)]);
  source.answer = [record('a', { contact: 'Ny stab', title: 'Nytt navn' }), record('b')];
  await engine.harvest();
  expect(await names()).toEqual(before);
});

test('a finding of a record carries its source, record, place and thing', async () => {
  const report = await world({ prove: fakeSource([record('a', { finding: true })]) }).harvestOne();
  expect(report.issues).toMatchObject([
    {
      code: 'FIELD_MISSING',
      source: 'prove',
      record: 'ting a',
      origin: 'prove#a',
      focus: thing('a'),
    },
  ]);
});

test('H10 identity.csv decides over what the harvester would mint', async () => {
  const identities = new Map([['ting:a', `${BASE}id/system/gammelt-navn`]]);
  const source = fakeSource([record('a'), record('b', { refs: ['a'] })]);
  const engine = world({ prove: source }, { identities });
  expect(await engine.harvestOne()).toMatchObject({ added: [thing('b'), thing('gammelt-navn')] });
  expect(await engine.quads()).toContain(
    `<http://purl.org/dc/terms/relation> <${thing('gammelt-navn')}>`,
  );
});

test('H10 references across sources are found whatever the order of the sources', async () => {
  const make = (): Record<'en' | 'to', ReturnType<typeof fakeSource>> => ({
    en: fakeSource([record('a', { refs: ['b', 'finnes-ikke'] })]),
    to: fakeSource([record('b', { refs: ['a'] })]),
  });
  const forwards = make();
  const backwards = make();
  const first = world(forwards);
  const second = world({ to: backwards.to, en: backwards.en });
  await first.harvest();
  await second.harvest();
  for (const source of ['en', 'to']) {
    expect(await second.quads(source)).toBe(await first.quads(source));
    expect(await first.quads(source)).toContain('relation');
  }
});

test('an alias that two things have leads to both, sorted', async () => {
  const en = fakeSource([record('a', { iriKey: 'y' }), record('c', { refs: ['a'] })]);
  const to = fakeSource([record('a', { iriKey: 'x' })]);
  const engine = world({ en, to });
  await engine.harvest();
  expect((await engine.quads('en')).match(/relation> <[^>]*>/g)).toEqual([
    `relation> <${thing('x')}>`,
    `relation> <${thing('y')}>`,
  ]);
});
