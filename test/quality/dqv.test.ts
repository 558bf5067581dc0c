import { expect, test } from 'vitest';
import { measurements, measurementsTurtle } from '../../src/quality/dqv.js';
import { serialize } from '../../src/rdf/serialize.js';
import { id, lines, turtle } from '../support/turtle.js';
import { METRICS, scored, world } from './quality-world.js';

const PREFIXES = `@prefix dqv: <http://www.w3.org/ns/dqv#> .
@prefix mqa: <https://data.norge.no/vocabulary/dcatno-mqa#> .
@prefix kdmq: <https://w3id.org/datavev/quality#> .
`;
const quads = measurements(METRICS, [
  scored(
    world(
      '<datasett/a> dcat:keyword "a" .',
      '<distribusjon/a-1> dcat:accessURL <https://x.example/a> , <https://x.example/b> .',
    ),
    {
      statuses: { 'https://x.example/a': 404, 'https://x.example/b': 204 },
    },
  ),
]);
const about = (name: string): string[] =>
  lines(quads.filter(({ subject }) => subject.value === `${id('datasett/a')}#kvalitet-${name}`));

test('what is said of the dataset is measured on the dataset', () => {
  expect(about('keywordAvailability')).toEqual(
    lines(
      turtle(`${PREFIXES}<datasett/a#kvalitet-keywordAvailability> a dqv:QualityMeasurement ;
        dqv:computedOn <datasett/a> ; dqv:isMeasurementOf mqa:keywordAvailability ; dqv:value true .`),
    ),
  );
});

test('an answer is measured on the distribution, by its status', () => {
  expect(about('accessUrlStatusCode')).toEqual(
    lines(
      turtle(`${PREFIXES}<datasett/a#kvalitet-accessUrlStatusCode> a dqv:QualityMeasurement ;
        dqv:computedOn <distribusjon/a-1> ; dqv:isMeasurementOf mqa:accessUrlStatusCode ; dqv:value 204 .`),
    ),
  );
});

test('both scores and the five dimensions are measurements too', () => {
  const values = ['scoring', 'scoring-eu', 'findabilityScoring', 'accessibilityScoring'].map(
    (name) => /value> "(\d+)"/.exec(about(name).join('\n'))?.[1],
  );
  expect(values).toEqual(['80', '80', '30', '50']);
});

test('what was not checked is not stated', () => {
  expect(about('dcatApCompliance')).toEqual([]);
});

test('nothing is a blank node, and every measurement has one value', () => {
  expect(
    quads.filter(({ subject, object }) =>
      [subject, object].some((one) => one.termType === 'BlankNode'),
    ),
  ).toEqual([]);
  const subjects = new Set(quads.map(({ subject }) => subject.value));
  // 24 metrics that were checked, two scores, five dimensions.
  expect(subjects.size).toBe(31);
  expect(quads).toHaveLength(31 * 4);
});

test('the pieces of many datasets are one document, the same as of all at once', () => {
  const some = ['a', 'a-1', 'b'].map((name) => ({
    ...scored(world('<datasett/a> dcat:keyword "a" .')),
    iri: id(`datasett/${name}`),
  }));
  const text = [...measurementsTurtle(METRICS, some)].join('');
  expect(text).toBe(serialize(measurements(METRICS, some), 'ttl'));
  expect([...measurementsTurtle(METRICS, [])].join('')).toBe('');
});
