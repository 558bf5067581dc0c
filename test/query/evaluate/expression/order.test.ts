import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termOrder } from '../../../../src/query/evaluate/expression/order.js';
import { UNBOUND, type Id } from '../../../../src/query/evaluate/registers.js';
import type { QueryTerms } from '../../../../src/query/evaluate/term-space.js';
import { parseTurtle } from '../../../../src/rdf/parse-turtle.js';
import { rowOf, termsOf, textOf } from './support.js';

const ASCENDING = [
  'ex:A',
  'ex:a',
  'ex:b',
  '"NaN"^^xsd:double',
  '"-INF"^^xsd:float',
  '-1.5',
  '0',
  '0.1',
  '0.10000000000000000001',
  '1',
  '9007199254740992',
  '9007199254740993',
  '1e300',
  'false',
  'true',
  '"-0044-03-15"^^xsd:date',
  '"2025"^^xsd:gYear',
  '"2026-04-30"^^xsd:date',
  '"2026-05-01T12:00:00+02:00"^^xsd:dateTime',
  '"2026-05-01T10:00:00.5Z"^^xsd:dateTime',
  '"2026-05-02"^^xsd:date',
  '"09:00:00"^^xsd:time',
  '"10:00:00"^^xsd:time',
  '"PT1H"^^xsd:duration',
  '"P1M"^^xsd:duration',
  '"P1Y"^^xsd:duration',
  '""',
  '"a"',
  '"a"@en',
  '"a"@nb',
  '"b"',
  '"b"@en',
  '"abc"^^xsd:integer',
  '"a"^^ex:t',
  '"b"^^ex:t',
];
/** Half of them are the snapshot's, so that terms of both kinds meet. */
const PUBLISHED = parseTurtle(
  `@prefix ex: <https://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
  ex:s ex:p ${ASCENDING.filter((_, index) => index % 2 === 0)
    .map((term) =>
      /^[-0-9.]+$/.test(term)
        ? `"${term}"^^xsd:${term.includes('.') ? 'decimal' : 'integer'}`
        : term,
    )
    .join(', ')} .`,
  { file: 'order.ttl' },
).quads;

const idsOf = (terms: QueryTerms): Id[] => [
  UNBOUND,
  terms.freshBlank(),
  ...ASCENDING.flatMap((term) => [...rowOf(terms, [term]).subarray(0, 1)]),
];

describe('the order of terms (SPARQL 1.1 15.1)', () => {
  test('is unbound, blank nodes, IRIs, then literals by value', () => {
    const terms = termsOf(PUBLISHED);
    const ids = idsOf(terms);
    const order = termOrder(terms);
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (shuffled) => {
        expect([...shuffled].sort(order).map((id) => textOf(terms, id))).toEqual(
          ids.map((id) => textOf(terms, id)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('is total: of any three it holds what order means', () => {
    const terms = termsOf(PUBLISHED);
    const more = [
      '1.0',
      '1e0',
      '"1"^^xsd:byte',
      '0.1e0',
      '"a"^^xsd:date',
      '"2026-05-01T10:00:00Z"^^xsd:dateTime',
      '"P12M"^^xsd:duration',
    ];
    const ids = [
      ...idsOf(terms),
      ...more.flatMap((term) => [...rowOf(terms, [term]).subarray(0, 1)]),
    ];
    const order = termOrder(terms);
    for (const a of ids) {
      for (const b of ids) {
        expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0);
        for (const c of ids) {
          if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
        }
      }
    }
  });

  test.each([
    ['1', '1.0'],
    ['1', '1e0'],
    ['0.1', '0.1e0'],
    ['true', '"1"^^xsd:boolean'],
    ['"2026-05-01T12:00:00+02:00"^^xsd:dateTime', '"2026-05-01T10:00:00Z"^^xsd:dateTime'],
    ['"P1Y"^^xsd:duration', '"P12M"^^xsd:duration'],
  ])('%s and %s are one value: the next condition decides', (a, b) => {
    const terms = termsOf(PUBLISHED);
    const [left = UNBOUND, right = UNBOUND] = rowOf(terms, [a, b]);
    expect(left).not.toBe(right);
    expect(termOrder(terms)(left, right)).toBe(0);
  });
});
