import { describe, expect, test } from 'vitest';
import { evaluate, snapshotFrom } from './support.js';

const DATA = snapshotFrom(`
  :a :group :x ; :size 3 ; :date "2024-02-29"^^xsd:date .
  :b :group :x ; :size 10 ; :date "2023-12-31"^^xsd:date .
  :c :group :y ; :size 2 ; :date "2024-01-01"^^xsd:date .
  :d :group :y , :x ; :size 2 .
  :g { :c :size 2 . }
`);

const rows = (text: string): string[] => evaluate(text, DATA);

describe('ORDER BY, LIMIT, OFFSET, DISTINCT', () => {
  test.each([
    [
      'numbers by value',
      'SELECT ?x { ?x :size ?n } ORDER BY DESC(?n) ?x',
      [':b', ':a', ':c', ':d'],
    ],
    ['dates by value', 'SELECT ?x { ?x :date ?d } ORDER BY ?d', [':b', ':c', ':a']],
    [
      'without a value first',
      'SELECT ?x { ?x :size ?n OPTIONAL { ?x :date ?d } } ORDER BY ?d LIMIT 1',
      [':d'],
    ],
    [
      'by an expression',
      'SELECT ?x { ?x :date ?d ; :size ?n } ORDER BY (0 - ?n)',
      [':b', ':a', ':c'],
    ],
    ['a page', 'SELECT ?x { ?x :size ?n } ORDER BY ?n ?x LIMIT 2 OFFSET 1', [':d', ':a']],
    ['a page behind the end', 'SELECT ?x { ?x :size ?n } ORDER BY ?n OFFSET 9', []],
    ['no row', 'SELECT ?x { ?x :size ?n } LIMIT 0', []],
    [
      'by what is not selected',
      'SELECT DISTINCT ?g { ?x :group ?g ; :size ?n } ORDER BY DESC(?n)',
      [':x', ':y'],
    ],
    [
      'distinct and in order, the first of them',
      'SELECT DISTINCT ?n { ?x :size ?n } ORDER BY ?n LIMIT 2',
      ['2', '3'],
    ],
    [
      'in the order of the index',
      'SELECT ?x { ?x :group :x ; :size ?n } ORDER BY ?x LIMIT 2',
      [':a', ':b'],
    ],
    [
      'against the order of the index',
      'SELECT ?x { ?x :group :x } ORDER BY DESC(?x) LIMIT 2',
      [':d', ':b'],
    ],
  ])('%s', (_, text, expected) => expect(rows(text)).toEqual(expected));

  test('rows with the first key alike are sorted by the second, however they came', () => {
    expect(rows('SELECT ?g ?x { ?x :group ?g } ORDER BY ?g DESC(?x) LIMIT 3')).toEqual([
      ':x :d',
      ':x :b',
      ':x :a',
    ]);
  });
  test('blank nodes come before IRIs, though they lie behind them', () => {
    const data = snapshotFrom(':a a :T . :b a :T . _:z a :T .');
    expect(evaluate('SELECT ?x { ?x a :T } ORDER BY ?x LIMIT 1', data)).toEqual(['_']);
  });
  test('DISTINCT and REDUCED leave no duplicate', () => {
    expect(rows('SELECT DISTINCT ?p { ?s ?p ?o } ORDER BY ?p')).toEqual([
      ':date',
      ':group',
      ':size',
    ]);
    expect(rows('SELECT REDUCED ?n { ?x :size ?n } ORDER BY ?n')).toEqual(['2', '3', '10']);
  });
});

describe('GROUP BY and aggregates', () => {
  test.each([
    ['COUNT(*)', 'SELECT (COUNT(*) AS ?n) { ?x :group ?g }', ['5']],
    ['COUNT(*) of nothing', 'SELECT (COUNT(*) AS ?n) { ?x :none ?g }', ['0']],
    ['no group of nothing', 'SELECT ?g (COUNT(*) AS ?n) { ?x :none ?g } GROUP BY ?g', []],
    [
      'by key',
      'SELECT ?g (COUNT(?x) AS ?n) { ?x :group ?g } GROUP BY ?g ORDER BY ?g',
      [':x 3', ':y 2'],
    ],
    [
      'by predicate',
      'SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p',
      [':date 3', ':group 5', ':size 4'],
    ],
    [
      'in one graph',
      'SELECT ?p (COUNT(*) AS ?n) { GRAPH :g { ?s ?p ?o } } GROUP BY ?p',
      [':size 1'],
    ],
    [
      'of what has a value',
      'SELECT (COUNT(?d) AS ?n) { ?x :size ?s OPTIONAL { ?x :date ?d } }',
      ['3'],
    ],
    ['distinct', 'SELECT (COUNT(DISTINCT ?n) AS ?c) { ?x :size ?n }', ['3']],
    [
      'distinct in each group',
      'SELECT ?g (COUNT(DISTINCT ?n) AS ?c) { ?x :group ?g ; :size ?n } GROUP BY ?g ORDER BY ?g',
      [':x 3', ':y 1'],
    ],
    [
      'distinct of what the index counts',
      'SELECT ?g (COUNT(DISTINCT ?x) AS ?c) { ?x :group ?g ; :size 2 } GROUP BY ?g ORDER BY ?g',
      [':x 1', ':y 2'],
    ],
    [
      'distinct solutions',
      'SELECT (COUNT(DISTINCT *) AS ?c) { { ?x :size 2 } UNION { ?x :size 2 } }',
      ['2'],
    ],
    [
      'sums',
      'SELECT ?g (SUM(?n) AS ?s) { ?x :group ?g ; :size ?n } GROUP BY ?g ORDER BY ?g',
      [':x 15', ':y 4'],
    ],
    ['sums of distinct values', 'SELECT (SUM(DISTINCT ?n) AS ?s) { ?x :size ?n }', ['15']],
    ['least and most', 'SELECT (MIN(?n) AS ?a) (MAX(?n) AS ?b) { ?x :size ?n }', ['2 10']],
    ['HAVING', 'SELECT ?g { ?x :group ?g } GROUP BY ?g HAVING (COUNT(*) > 2)', [':x']],
    [
      'by expression',
      'SELECT ?k (COUNT(*) AS ?c) { ?x :size ?n } GROUP BY (?n > 2 AS ?k) ORDER BY ?k',
      ['"false"^^boolean 2', '"true"^^boolean 2'],
    ],
    [
      'an unbound key',
      'SELECT ?d (COUNT(*) AS ?c) { ?x :size ?n OPTIONAL { ?x :date ?d } FILTER(?n < 3) } GROUP BY ?d ORDER BY ?d',
      ['- 1', '"2024-01-01"^^date 1'],
    ],
    [
      'over a selected value',
      'SELECT ?g (COUNT(*) * 2 AS ?n) { ?x :group ?g } GROUP BY ?g ORDER BY DESC(?n)',
      [':x 6', ':y 4'],
    ],
  ])('%s', (_, text, expected) => expect(rows(text)).toEqual(expected));
});

describe('subselects', () => {
  test('LIMIT inside holds whatever the rest of the query has bound', () => {
    expect(
      rows('SELECT ?x ?n { { SELECT ?x { ?x :size ?n } ORDER BY DESC(?n) LIMIT 1 } ?x :size ?n }'),
    ).toEqual([':b 10']);
    expect(
      rows('SELECT ?x { ?x :group :y { SELECT ?x { ?x :size ?n } ORDER BY DESC(?n) LIMIT 1 } }'),
    ).toEqual([]);
  });
  test('what is not projected is another variable', () => {
    expect(rows('SELECT ?x { ?x :size 10 { SELECT ?y { ?y :group ?x } LIMIT 1 } }')).toEqual([
      ':b',
    ]);
    expect(rows('SELECT ?x { ?x :size 10 { SELECT ?y { ?y :size 3 BIND(1 AS ?x) } } }')).toEqual([
      ':b',
    ]);
  });
  test('a group inside is computed once, and joined', () => {
    const text = `SELECT ?x ?n { ?x :size 3 ; :group ?g
      { SELECT ?g (COUNT(*) AS ?n) { ?y :group ?g } GROUP BY ?g } }`;
    expect(rows(text)).toEqual([':a 3']);
  });
  test('inside of OPTIONAL and EXISTS too', () => {
    expect(
      rows('SELECT ?x ?m { ?x :size 3 OPTIONAL { SELECT (MAX(?n) AS ?m) { ?y :size ?n } } }'),
    ).toEqual([':a 10']);
    const text = `SELECT ?x { ?x :group :y FILTER NOT EXISTS
      { SELECT ?x (COUNT(*) AS ?n) { ?x :group ?g } GROUP BY ?x HAVING (COUNT(*) > 1) } }`;
    expect(rows(text)).toEqual([':c']);
  });
});

describe('given rows', () => {
  const ids = (...names: string[]) => names.map((name) => DATA.terms.idOfIri(`http://e.x/${name}`));
  const given = (text: string, ...names: string[]) =>
    evaluate(text, DATA, { bind: { variables: ['this'], ids: ids(...names) } });
  test('are what the pattern starts from, one by one', () => {
    expect(given('SELECT $this ?n { $this :size ?n }', 'a', 'c')).toEqual([':a 3', ':c 2']);
    expect(given('SELECT $this { $this :size ?n } ORDER BY DESC($this) LIMIT 1', 'a', 'c')).toEqual(
      [':c'],
    );
  });
  test('are known in every FILTER, in groups of their own too', () => {
    expect(given('SELECT $this { { FILTER($this = :a) } }', 'a', 'b')).toEqual([':a']);
    expect(given('SELECT $this { FILTER NOT EXISTS { $this :date ?d } }', 'a', 'd')).toEqual([
      ':d',
    ]);
  });
  test('are what is grouped', () => {
    expect(given('SELECT (COUNT(*) AS ?n) { $this :group ?g }', 'a', 'd')).toEqual(['3']);
  });
});
