import { describe, expect, test } from 'vitest';
import type { Lost } from '../../src/model/quality-report.js';
import { lostPoints } from '../../src/quality/gains.js';
import { FIXTURES, type Fixture } from './metric-fixtures.js';
import { graphOf, METRICS, points, scored, world, type Known } from './quality-world.js';

function scoreOf({ D, X, ...known }: Fixture): ReturnType<typeof scored> {
  const say = (subject: string, text?: string): string => (text ? `<${subject}> ${text} .` : '');
  const graph = world(say('datasett/a', D), say('distribusjon/a-1', X));
  return scored(graph, { compliance: false, ...known });
}

describe('each of the 25 metrics gives the points of the table', () => {
  test('there are fixtures for exactly the metrics of the table', () => {
    expect(Object.keys(FIXTURES)).toEqual(METRICS.metrics.map(({ id }) => id));
  });

  test.each(Object.entries(FIXTURES))('%s', (metric, { fulfilled, failing }) => {
    const [yes, no, absent] = [fulfilled, failing, { score: [0, 0] } as Fixture].map(scoreOf);
    expect(points(yes!)).toEqual(fulfilled.score);
    expect(points(no!)).toEqual(failing.score);
    expect(points(absent!)).toEqual([0, 0]);
    expect(no!.scores.no.outcomes.get(metric)?.value).toBe(false);
    expect(absent!.scores.no.outcomes.get(metric)?.value).toBe(false);
  });

  test('a metric is true in the score that gives points for it', () => {
    const neverTrue = Object.keys(FIXTURES).filter((metric) => {
      const { scores } = scoreOf(FIXTURES[metric]!.fulfilled);
      return (
        scores.no.outcomes.get(metric)?.value !== true &&
        scores.eu.outcomes.get(metric)?.value !== true
      );
    });
    expect(neverTrue).toEqual(['formatMatch', 'syntaxValid']);
  });

  test('concepts count as keywords in Norway, not in Europe', () => {
    expect(points(scored(world('<datasett/a> dct:subject <begrep/a> .')))).toEqual([30, 0]);
  });
});

const WHOLE_DATASET = `<datasett/a> dcat:keyword "a"@nb ; dcat:theme <t> ; dct:spatial <s> ; dct:temporal <p> ;
  dct:accessRights right:PUBLIC ; dcat:contactPoint <k> ; dct:publisher <v> ; dct:issued "2020-01-01" ; dct:modified "2026-01-01" .`;
const WHOLE_DISTRIBUTION = `<distribusjon/a-1> dcat:accessURL <https://x.example/a> ; dcat:downloadURL <https://x.example/b> ;
  dct:format filetype:CSV ; dcat:mediaType iana:text ; dct:license licence:CC_BY_4_0 ; dct:rights <r> .`;
const BYTE_SIZE = '<distribusjon/a-1> dcat:byteSize 100 .';
const UP: Known = {
  statuses: { 'https://x.example/a': 200, 'https://x.example/b': 200 },
  compliance: true,
};
const closed = (text: string): string => text.replace('right:PUBLIC', 'right:NON_PUBLIC');

describe('what can be reached (portals.md 4.2)', () => {
  test.each([
    ['everything', world(WHOLE_DATASET, WHOLE_DISTRIBUTION + BYTE_SIZE), UP, [365, 405]],
    ['without the file size', world(WHOLE_DATASET, WHOLE_DISTRIBUTION), UP, [360, 400]],
    [
      'with the file size, which breaks the older shapes',
      world(WHOLE_DATASET, WHOLE_DISTRIBUTION + BYTE_SIZE),
      { ...UP, compliance: false },
      [335, 375],
    ],
    ['closed, without data', world(closed(WHOLE_DATASET), null), UP, [185, 185]],
    [
      'closed, without data, breaking the standard',
      world(closed(WHOLE_DATASET), null),
      { ...UP, compliance: false },
      [155, 155],
    ],
  ] as const)('%s', (_, graph, known, expected) => {
    expect(points(scored(graph, known))).toEqual(expected);
  });

  test('the tables add up to 435 and 405 points, of which 365 and 405 can be attained', () => {
    const { no, eu } = METRICS.scores;
    expect([no.nominal, no.attainable, eu.nominal, eu.attainable]).toEqual([435, 365, 405, 405]);
  });

  test.each([
    ['open data without a file', WHOLE_DATASET, null, [365, 405]],
    ['access not stated', '', null, [365, 405]],
    ['closed data that are offered all the same', closed(WHOLE_DATASET), '', [365, 405]],
    ['closed data', closed(WHOLE_DATASET), null, [185, 185]],
  ] as const)(
    '%s is measured against what its access class can attain',
    (_, dataset, distribution, expected) => {
      const { no, eu } = scored(world(dataset, distribution)).scores;
      expect([no.tally.attainable, eu.tally.attainable]).toEqual(expected);
    },
  );
});

describe('the best single distribution decides', () => {
  const TWO = `<datasett/a> a dcat:Dataset ; dcat:distribution <d/1> , <d/2> ; dct:issued "2020-01-01" .
    <d/1> a dcat:Distribution ; dct:license licence:CC_BY_4_0 ; dct:issued "2021-01-01" .
    <d/2> a dcat:Distribution ; dct:format filetype:CSV ; dcat:mediaType iana:text .`;

  test('points of two distributions are never added', () => {
    const { scores } = scored(graphOf(TWO), { compliance: false });
    // 30 + 5 for the first, 40 + 5 for the second; in Europe 35 and 85.
    expect([scores.no.tally.points, scores.eu.tally.points]).toEqual([45, 85]);
    expect(scores.no.tally.distribution).toMatch(/d\/2$/);
  });

  test('what was not checked may make another distribution the best', () => {
    const graph = graphOf(`${TWO} <d/1> dcat:accessURL <https://x.example/a> .`);
    expect(scored(graph, { compliance: false }).scores.no.tally).toMatchObject({
      points: 45,
      atMost: 85,
    });
  });

  test('blank nodes and distributions that nothing is said of do not count', () => {
    const graph = graphOf(
      '<datasett/a> a dcat:Dataset ; dcat:distribution [ dct:license licence:CC_BY_4_0 ] , <d/9> .',
    );
    expect(points(scored(graph))).toEqual([0, 0]);
  });
});

describe('what was not checked is neither true nor false', () => {
  const graph = world('', '<distribusjon/a-1> dcat:accessURL <https://x.example/a> .');
  const access = (known: Known): Lost | undefined =>
    lostPoints(METRICS, scored(graph, known)).find(
      ({ metric }) => metric === 'accessUrlStatusCode',
    );

  test('it counts in what is possible, not in what is sure', () => {
    expect(scored(graph).scores.no.tally).toMatchObject({ points: 0, atMost: 80 });
  });

  test('it is told apart from what failed, with the address and its answer', () => {
    const address = 'https://x.example/a';
    const lost = { metric: 'accessUrlStatusCode', points: { no: 50, eu: 50 }, found: address };
    expect(access({})).toEqual({ ...lost, state: 'unchecked' });
    expect(access({ statuses: { [address]: 403 } })).toEqual({
      ...lost,
      state: 'missing',
      status: 403,
    });
    expect(access({ statuses: { [address]: 204 } })).toBeUndefined();
  });

  test('an address that is no IRI gets nothing, checked or not', () => {
    const text = world('', '<distribusjon/a-1> dcat:accessURL "https://x.example/a" .');
    const { outcomes } = scored(text).scores.no;
    expect(outcomes.get('accessUrlStatusCode')).toEqual({
      value: false,
      found: 'https://x.example/a',
    });
  });
});

test('points of the dimensions add up to the score', () => {
  const { tally } = scored(world(WHOLE_DATASET, WHOLE_DISTRIBUTION), UP).scores.no;
  expect(tally.dimensions).toEqual({
    findability: { points: 100, attainable: 100 },
    accessibility: { points: 100, attainable: 100 },
    interoperability: { points: 70, attainable: 70 },
    reusability: { points: 75, attainable: 75 },
    contextuality: { points: 15, attainable: 20 },
  });
});
