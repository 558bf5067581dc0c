import { describe, expect, test } from 'vitest';
import type { AggregateExpression } from '../../../../src/query/evaluate/algebra.js';
import { compileAggregate } from '../../../../src/query/evaluate/expression/aggregates.js';
import { algebraOf, rowOf, termsOf, textOf } from './support.js';

type Name = AggregateExpression['aggregator'];

/** `expression` over a group; values are written as expressions, UNDEF for an error or no value. */
function aggregated(
  aggregator: Name,
  values: readonly string[],
  more: Partial<AggregateExpression> = {},
): string {
  const terms = termsOf();
  const accumulator = compileAggregate(
    { subType: 'aggregate', aggregator, distinct: false, expression: algebraOf('?a'), ...more },
    terms,
  )();
  for (const id of rowOf(terms, values).subarray(0, values.length)) accumulator.add(id);
  return textOf(terms, accumulator.result());
}

const distinct = { distinct: true };
const computed = { expression: algebraOf('?a + 0') };

describe('aggregates (SPARQL 1.1 18.5.1)', () => {
  test.each<[Name, readonly string[], string]>([
    ['count', ['1', '1', 'ex:a'], '"3"^^xsd:integer'],
    ['count', ['1', 'UNDEF'], '"1"^^xsd:integer'],
    ['sum', ['1', '2', '2'], '"5"^^xsd:integer'],
    ['sum', ['1', '0.1', '0.2'], '"1.3"^^xsd:decimal'],
    ['sum', ['9007199254740992', '1'], '"9007199254740993"^^xsd:integer'],
    ['sum', ['1', '1e0'], '"2.0E0"^^xsd:double'],
    ['sum', ['1', 'UNDEF'], '"1"^^xsd:integer'],
    ['sum', ['1', '"x"'], 'error'],
    ['avg', ['1', '2'], '"1.5"^^xsd:decimal'],
    ['avg', ['1', '1', '2'], '"1.333333333333333333"^^xsd:decimal'],
    ['avg', ['1e0', '2e0'], '"1.5E0"^^xsd:double'],
    ['avg', ['1', 'ex:a'], 'error'],
    ['min', ['10', '9', '9.5'], '"9"^^xsd:integer'],
    ['max', ['10', '9', '1.0e1'], '"10"^^xsd:integer'],
    ['min', ['"b"', '"a"@nb', 'ex:z'], '<https://example.org/z>'],
    ['max', ['"2025-01-01"^^xsd:date', '"2026-01-01"^^xsd:date'], '"2026-01-01"^^xsd:date'],
    ['max', ['1', 'UNDEF'], '"1"^^xsd:integer'],
    ['sample', ['UNDEF', '"b"', '"a"'], '"b"'],
    ['group_concat', ['"a"', '"b"@nb', '5', 'ex:a'], '"a b 5 https://example.org/a"'],
    ['group_concat', ['"a"', 'BNODE()'], 'error'],
  ])('%s of %j is %s', (name, values, result) => {
    expect(aggregated(name, values)).toBe(result);
  });

  test.each<[Name, string]>([
    ['count', '"0"^^xsd:integer'],
    ['sum', '"0"^^xsd:integer'],
    ['avg', '"0"^^xsd:integer'],
    ['min', 'error'],
    ['max', 'error'],
    ['sample', 'error'],
    ['group_concat', '""'],
  ])('%s of nothing is %s', (name, result) => {
    expect(aggregated(name, [])).toBe(result);
    expect(aggregated(name, [], distinct)).toBe(result);
  });

  test.each<[Name, readonly string[], string]>([
    ['count', ['1', '1', '"1"', '01'], '"3"^^xsd:integer'],
    ['sum', ['1', '1', '2'], '"3"^^xsd:integer'],
    ['avg', ['1', '1', '2'], '"1.5"^^xsd:decimal'],
    ['group_concat', ['"a"', '"b"', '"a"'], '"a b"'],
    ['max', ['1', '1'], '"1"^^xsd:integer'],
  ])('%s(DISTINCT …) of %j is %s: terms are told apart, not values', (name, values, result) => {
    expect(aggregated(name, values, distinct)).toBe(result);
  });

  test.each<[Name, string]>([
    ['count', '"1"^^xsd:integer'],
    ['sample', '"1"^^xsd:integer'],
    ['sum', 'error'],
    ['avg', 'error'],
    ['min', 'error'],
    ['max', 'error'],
    ['group_concat', 'error'],
  ])('an expression that fails once: %s is %s', (name, result) => {
    expect(aggregated(name, ['1', 'UNDEF'], computed)).toBe(result);
  });

  test('COUNT(*) counts solutions, whatever they hold', () => {
    expect(
      aggregated('count', ['1', 'UNDEF', 'UNDEF'], { expression: { subType: 'wildcard' } }),
    ).toBe('"3"^^xsd:integer');
  });

  test('GROUP_CONCAT has the separator that it is given, the empty one too', () => {
    const values = ['"a"', '"b"', '"c"'];
    expect(aggregated('group_concat', values, { separator: ', ' })).toBe('"a, b, c"');
    expect(aggregated('group_concat', values, { separator: '' })).toBe('"abc"');
  });
});
