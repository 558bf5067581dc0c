/** Lists of OAI-PMH that are asked for part by part while the catalogue changes underneath (section 3.5), on generated catalogues. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant, later } from '../../src/model/instant.js';
import { byPlace, toSecond, type OaiRecord } from '../../site/oai/records.js';
import { readToken, writeToken } from '../../site/oai/resumption-token.js';
import { pageOf, type Selection } from '../../site/oai/selection.js';
import { isSetSpec, setsOf } from '../../site/oai/sets.js';

const START = instant('2026-11-22T12:00:00Z');
const ALL: Selection = { metadataPrefix: 'oai_dc' };

function record(key: number, second: number): OaiRecord {
  const at = later(START, second * 1_000);
  const facts = { type: 'datasett', publishers: [], themes: [] };
  const identifier = `https://data.prove.example/id/datasett/${key}`;
  return { identifier, at, datestamp: toSecond(at), isDeleted: false, facts, sets: [] };
}

/** What is published between two parts: keys that change then. */
const revisions = fc.array(fc.uniqueArray(fc.nat(349), { maxLength: 40 }), { maxLength: 6 });

test('nothing is lost and no version comes twice, whatever is published between the parts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 350 }), revisions, (count, published) => {
      const state = new Map(Array.from({ length: count }, (_, key) => [key, record(key, key % 7)]));
      const got: OaiRecord[] = [];
      let after: { at: string; identifier: string; count: number } | undefined;
      for (let round = 0; ; round++) {
        const page = pageOf([...state.values()].sort(byPlace), ALL, after);
        got.push(...page.records);
        const last = page.records.at(-1);
        if (page.isLast || !last) break;
        const place = { at: last.at, identifier: last.identifier, count: got.length };
        const token = writeToken({ verb: 'ListRecords', selection: ALL, after: place });
        after = readToken(token, 'ListRecords').after;
        for (const key of published[round] ?? []) state.set(key, record(key, 100 + round));
      }
      const latest = new Map(got.map((one) => [one.identifier, one]));
      expect([...latest.values()].sort(byPlace)).toEqual([...state.values()].sort(byPlace));
      expect(new Set(got.map(({ identifier, at }) => `${identifier} ${at}`)).size).toBe(got.length);
    }),
  );
});

test('a list whose rest has moved beyond `until` must be asked for anew', () => {
  const selection = { ...ALL, until: '2026-11-22T12:00:10Z' };
  const before = Array.from({ length: 120 }, (_, key) => record(key, 1)).sort(byPlace);
  const { records } = pageOf(before, selection, undefined);
  const last = records.at(-1)!;
  const rest = before.slice(100).map((_, at) => record(500 + at, 60));
  const now = [...before.slice(0, 100), ...rest].sort(byPlace);
  expect(() => pageOf(now, selection, { ...last, count: 100 })).toThrow('badResumptionToken');
});

test('tokens come back as they were given, and no other text is one', () => {
  const position = fc.record({
    at: fc.integer({ min: 0, max: 1e9 }).map((seconds) => later(START, seconds)),
    identifier: fc.webUrl(),
    count: fc.integer({ min: 1, max: 1e6 }),
  });
  fc.assert(
    fc.property(position, fc.constantFrom('ListRecords', 'ListIdentifiers'), (after, verb) => {
      const selection = { ...ALL, from: '2026-11-22', until: undefined, set: 'tema:EDUC' };
      const token = writeToken({ verb, selection, after });
      expect(token).toMatch(/^[\w-]+$/);
      expect(readToken(token, verb)).toEqual({ verb, selection, after });
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readToken(text, 'ListRecords')).toThrow('badResumptionToken');
    }),
  );
});

test('every IRI makes a set that the protocol allows, and different ones make different sets', () => {
  const base = 'https://data.prove.example/';
  fc.assert(
    fc.property(fc.uniqueArray(fc.webUrl(), { maxLength: 20 }), (iris) => {
      const sets = setsOf(base, { type: 'datasett', publishers: iris, themes: iris });
      expect(sets.filter((one) => !isSetSpec(one))).toEqual([]);
      expect(new Set(sets).size).toBe(1 + 2 * iris.length);
    }),
  );
  const eu = 'http://publications.europa.eu/resource/authority/data-theme/EDUC';
  const los = 'https://psi.norge.no/los/tema/grunnskole';
  const own = `${base}id/enhet/vav.1`;
  expect(setsOf(base, { type: 'serie', publishers: [own], themes: [eu, los] })).toEqual([
    'type:serie',
    'utgiver:enhet.vav.1',
    'tema:EDUC',
    'tema:los.tema.grunnskole',
  ]);
});
