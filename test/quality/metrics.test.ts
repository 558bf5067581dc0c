import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { SCORE_IDS } from '../../src/model/quality-report.js';
import { bandOf, percentOf } from '../../src/quality/bands.js';
import { complianceChecks, pointsLost } from '../../src/quality/metrics.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { dcat, dct } from '../../src/rdf/vocabularies.js';
import { dqv, mqa } from '../../src/quality/quality-terms.js';
import { METRICS } from './quality-world.js';

const OFFICIAL = join(import.meta.dirname, '..', '..', '..', 'shared', 'spec', 'dcat-ap-no');
const steps = [...METRICS.metrics, METRICS.noDistribution];

describe('the words of the metrics', () => {
  test('each says in nb, nn and en what it is, what to do and what to write', () => {
    for (const { id, label, action, fix } of steps) {
      for (const language of LANGUAGES) {
        const texts = [label, action, fix].map((text) => text[language]);
        expect([id, texts.every((text) => text.trim().length > 3)]).toEqual([id, true]);
        expect([id, texts.filter((text) => /https?:|\b(dct|dcat|skos):/.test(text))]).toEqual([
          id,
          [],
        ]);
      }
      expect([id, fix.nb === fix.nn]).toEqual([id, false]);
    }
  });

  test('each that a portal measures has an example', () => {
    const measured = METRICS.metrics.filter(({ id }) =>
      SCORE_IDS.some((one) => (METRICS.scores[one].metrics.get(id)?.attainable ?? 0) > 0),
    );
    expect(measured).toHaveLength(23);
    expect(measured.filter(({ example }) => example === undefined)).toEqual([]);
  });
});

describe('the table of data.norge.no', () => {
  const read = (name: string): GraphIndex =>
    new GraphIndex(parseTurtle(readFileSync(join(OFFICIAL, name), 'utf8'), { file: name }).quads);

  test.skipIf(!existsSync(OFFICIAL))('has the points of the official one', () => {
    const official = read('dcatno-mqa-default-score-values.ttl');
    const points = official
      .withPredicate(mqa.trueScore)
      .map(({ subject, object }) => [subject.value.replace(/^.*#/, ''), Number(object.value)]);
    const ours = [...METRICS.scores.no.metrics].map(([id, one]) => [id, one.points]);
    expect(ours.sort()).toEqual(points.sort());
  });

  test.skipIf(!existsSync(OFFICIAL))('puts each metric in its official dimension', () => {
    const official = read('dcatno-mqa-vocabulary.ttl');
    for (const { id, dimension } of METRICS.metrics) {
      const found = official.node(mqa.$.term(id), dqv.inDimension)?.value;
      expect([id, found]).toEqual([id, mqa.$.term(dimension).value]);
    }
  });

  test.each([
    [0, 'Dårlig'],
    [106, 'Dårlig'],
    [107, 'Tilstrekkelig'],
    [185, 'Tilstrekkelig'],
    [216, 'God'],
    [324, 'God'],
    [325, 'Utmerket'],
    [365, 'Utmerket'],
  ])('%i points are shown as %s: the percentage is rounded first', (points, band) => {
    expect(bandOf(METRICS.scores.no, points).nb).toBe(band);
    const percent = Math.round((100 * points) / 435);
    const asShown =
      percent < 25 ? 'Dårlig' : percent < 50 ? 'Tilstrekkelig' : percent < 75 ? 'God' : 'Utmerket';
    expect(asShown).toBe(band);
  });
});

test.each([
  [120, 'Bad'],
  [121, 'Sufficient'],
  [220, 'Sufficient'],
  [221, 'Good'],
  [350, 'Good'],
  [351, 'Excellent'],
])('%i points are %s in Europe', (points, band) => {
  expect(bandOf(METRICS.scores.eu, points).en).toBe(band);
});

test('the percentage is of what can be attained, and nothing of nothing is nothing', () => {
  expect(percentOf({ points: 155, attainable: 185 })).toBe(84);
  expect(percentOf({ points: 0, attainable: 0 })).toBe(0);
});

describe('what a finding costs', () => {
  const lost = (path: string, type?: string): unknown => pointsLost(METRICS, path, type);

  test.each([
    ['a dataset’s theme', dcat.theme.value, dcat.Dataset.value, { no: 30, eu: 30 }],
    [
      'a download address and its answering',
      dcat.downloadURL.value,
      dcat.Distribution.value,
      { no: 50, eu: 50 },
    ],
    [
      'a licence and its being known',
      dct.license.value,
      dcat.Distribution.value,
      { no: 30, eu: 30 },
    ],
    [
      'a format, which Europe also wants open and machine-readable',
      dct.format.value,
      undefined,
      { no: 30, eu: 70 },
    ],
    ['a date of a dataset', dct.issued.value, dcat.Dataset.value, { no: 5, eu: 5 }],
    ['a date of a distribution', dct.issued.value, dcat.Distribution.value, { no: 5, eu: 5 }],
  ])('%s', (_, path, type, expected) => {
    expect(lost(path, type)).toEqual(expected);
  });

  test.each([
    ['a title', dct.title.value, dcat.Dataset.value],
    ['a licence on a dataset', dct.license.value, dcat.Dataset.value],
    ['a theme of a service', dcat.theme.value, dcat.DataService.value],
  ])('%s costs nothing', (_, path, type) => {
    expect(lost(path, type)).toBeUndefined();
  });
});

test('Norway tolerates no result of any severity, Europe warnings', () => {
  expect(complianceChecks(METRICS).map(({ profile, tolerates }) => [profile, tolerates])).toEqual([
    ['dcat-ap-no-2-fdk', 'nothing'],
    ['dcat-ap-3', 'warning'],
  ]);
});
