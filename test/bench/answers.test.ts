import { describe, expect, test } from 'vitest';
import { answerLines, difference, isSubset, withPlainIntegers } from '../../bench/peers/answers.js';
import { benchQueries, withoutLimit } from '../../bench/peers/queries.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

describe('an answer', () => {
  test('of rows is compared by full terms, in any order of rows and columns', () => {
    const body = (...bindings: object[]): string =>
      JSON.stringify({ head: {}, results: { bindings } });
    const iri = { type: 'uri', value: 'https://a.example/' };
    const nb = { type: 'literal', value: 'a "b"', 'xml:lang': 'nb' };
    const two = { type: 'typed-literal', value: '2', datatype: `${XSD}integer` };
    const text = { type: 'literal', value: '2', datatype: `${XSD}string` };
    expect(answerLines(body({ n: two, a: iri }, { a: nb }, { a: text }))).toEqual([
      '?a="2"',
      '?a="a \\"b\\""@nb',
      `?a=<https://a.example/> ?n="2"^^<${XSD}integer>`,
    ]);
  });
  test('of ASK is its truth', () => {
    expect(answerLines('{"head":{},"boolean":false}')).toEqual(['false']);
  });
  test('that is a graph is a set of triples', () => {
    const line = '<https://a.example/> <https://b.example/> "c" .';
    expect(answerLines(`# Comment\n${line}\n${line}\n`)).toEqual([line]);
  });
});

describe('a difference', () => {
  test('is none when the same rows come as often', () => {
    expect(difference(['a', 'b', 'a'], ['a', 'a', 'b'])).toBeUndefined();
  });
  test('tells of a row that comes too seldom', () => {
    expect(difference(['a'], ['a', 'a'])).toBe('1 rows missing, 0 wrong, of 2; missing: a');
  });
  test('tells of a row that should not be there', () => {
    expect(difference(['a', 'x'], ['a'])).toBe('0 rows missing, 1 wrong, of 1; wrong: x');
  });
  test('does not lie in the type of a derived integer where an engine keeps none', () => {
    expect(withPlainIntegers([`?n="1"^^<${XSD}nonNegativeInteger>`])).toEqual([
      `?n="1"^^<${XSD}integer>`,
    ]);
  });
});

test('rows of a limited query are among those without the limit, as often at most', () => {
  expect(isSubset(['a', 'b'], ['b', 'c', 'a'])).toBe(true);
  expect(isSubset(['a', 'a'], ['a', 'b'])).toBe(false);
});

describe('queries', () => {
  test('are 18 of our own and the examples of the site', () => {
    const names = benchQueries().map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('q'))).toHaveLength(18);
    expect(names.filter((name) => name.startsWith('site ')).length).toBeGreaterThan(5);
  });
  test('lose their last LIMIT alone', () => {
    const inner = '{ SELECT ?a { } LIMIT 10 }';
    expect(withoutLimit(`SELECT * { ${inner} }\nLIMIT 20 OFFSET 40\n`)).toBe(
      `SELECT * { ${inner} }\n`,
    );
    expect(withoutLimit(`SELECT * { ${inner} }`)).toBe(`SELECT * { ${inner} }`);
  });
});
