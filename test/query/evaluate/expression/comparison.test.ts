import { describe, expect, test } from 'vitest';
import { truthOf, valueOf } from './support.js';

type Truth = boolean | 'error';

describe('effective boolean values (SPARQL 1.1 17.2.2)', () => {
  test.each<[string, Truth]>([
    ['true', true],
    ['false', false],
    ['"1"^^xsd:boolean', true],
    ['"0"^^xsd:boolean', false],
    ['"ja"^^xsd:boolean', false],
    ['""', false],
    ['"0"', true],
    ['""@nb', false],
    ['"a"@nb', true],
    ['0', false],
    ['0.0', false],
    ['-0e0', false],
    ['"NaN"^^xsd:double', false],
    ['"INF"^^xsd:double', true],
    ['3', true],
    ['"abc"^^xsd:integer', false],
    ['"256"^^xsd:unsignedByte', false],
    ['"2026-05-01"^^xsd:date', 'error'],
    ['"x"^^ex:unknown', 'error'],
    ['ex:iri', 'error'],
    ['BNODE()', 'error'],
    ['?a', 'error'],
    ['1 / 0', 'error'],
  ])('of %s is %s', (expression, truth) => {
    expect(truthOf(expression)).toBe(truth);
  });
});

describe('logic with errors (17.2)', () => {
  const terms: Record<string, string> = { true: 'true', false: 'false', error: '?a' };
  test.each<[string, string, Truth, Truth]>([
    ['true', 'true', true, true],
    ['true', 'false', true, false],
    ['false', 'true', true, false],
    ['false', 'false', false, false],
    ['true', 'error', true, 'error'],
    ['error', 'true', true, 'error'],
    ['false', 'error', 'error', false],
    ['error', 'false', 'error', false],
    ['error', 'error', 'error', 'error'],
  ])('%s and %s: || is %s, && is %s', (a, b, or, and) => {
    expect(truthOf(`${terms[a]} || ${terms[b]}`)).toBe(or);
    expect(truthOf(`${terms[a]} && ${terms[b]}`)).toBe(and);
  });

  test.each<[string, Truth]>([
    ['!true', false],
    ['!0', true],
    ['!?a', 'error'],
    ['!ex:a', 'error'],
    ['BOUND(?a)', false],
    ['!BOUND(?a)', true],
    ['IF(true, false, ?a)', false],
    ['IF(false, ?a, true)', true],
    ['IF(?a, true, true)', 'error'],
    ['COALESCE(?a, 1 / 0, true)', true],
    ['COALESCE(?a, 1 / 0)', 'error'],
    ['COALESCE()', 'error'],
    ['EXISTS { ?s ?p ?o }', false],
    ['NOT EXISTS { ?s ?p ?o }', true],
  ])('%s is %s', (expression, truth) => {
    expect(truthOf(expression)).toBe(truth);
  });

  test('a value gives BOUND and EXISTS their other answer', () => {
    expect(truthOf('BOUND(?a) && EXISTS { ?a ?p ?o }', '1')).toBe(true);
    expect(truthOf('BOUND(?b)', '1')).toBe(false);
  });

  test('the branch that IF chose keeps its term', () => {
    expect(valueOf('IF(1 = 1, "ja"@nb, 2)')).toBe('"ja"@nb');
    expect(valueOf('IF(1 = 2, "ja"@nb, "01"^^xsd:int)')).toBe('"01"^^xsd:int');
    expect(valueOf('STR(IF(1 = 1, 5, "x"))')).toBe('"5"');
    expect(valueOf('IF(1 = 1, 5, "x") + 1')).toBe('"6"^^xsd:integer');
  });
});

describe('equality (17.3, 17.4.1.7)', () => {
  test.each<[string, string, Truth]>([
    ['1', '1.0', true],
    ['1', '1e0', true],
    ['0.1', '1e-1', true],
    ['"1"^^xsd:byte', '"01"^^xsd:long', true],
    ['9007199254740993', '9007199254740992', false],
    ['"NaN"^^xsd:double', '"NaN"^^xsd:double', false],
    ['"NaN"^^xsd:float', '1', false],
    ['-0e0', '0', true],
    ['"abc"^^xsd:integer', '1', 'error'],
    ['"abc"^^xsd:integer', '"abc"^^xsd:integer', true],
    ['"a"', '"a"^^xsd:string', true],
    ['"a"', '"b"', false],
    ['"a"', '"a"@nb', false],
    ['"a"@nb', '"a"@NB', true],
    ['"a"@nb', '"a"@nn', false],
    ['"a"', '1', 'error'],
    ['true', '"1"^^xsd:boolean', true],
    ['true', '1', 'error'],
    ['"x"^^ex:t', '"x"^^ex:t', true],
    ['"x"^^ex:t', '"y"^^ex:t', 'error'],
    ['ex:a', 'ex:a', true],
    ['ex:a', 'ex:b', false],
    ['ex:a', '"a"', false],
    ['BNODE("x")', 'BNODE("x")', true],
    ['BNODE("x")', 'BNODE("y")', false],
    ['BNODE()', 'ex:a', false],
    ['?a', '1', 'error'],
    ['1', '?a', 'error'],
  ])('%s = %s is %s, and != its opposite', (a, b, truth) => {
    expect(truthOf(`${a} = ${b}`)).toBe(truth);
    expect(truthOf(`${a} != ${b}`)).toBe(truth === 'error' ? 'error' : !truth);
  });

  test.each<[string, Truth]>([
    ['SAMETERM(1, 1)', true],
    ['SAMETERM(1, 01)', false],
    ['SAMETERM("a", "a"^^xsd:string)', true],
    ['SAMETERM(ex:a, ex:a)', true],
    ['SAMETERM(?a, 1)', 'error'],
    ['2 IN (1, 2, 3)', true],
    ['2 IN ()', false],
    ['2 IN (ex:a, "2", 2.0)', true],
    ['2 IN (1, "2")', 'error'],
    ['2 IN (1, ?a)', 'error'],
    ['2 IN (?a, 2)', true],
    ['?a IN (1)', 'error'],
    ['ex:a IN (ex:b, ex:a)', true],
    ['"a" IN (ex:b, ex:a)', false],
    ['2 NOT IN (1, 3)', true],
    ['2 NOT IN (1, ?a)', 'error'],
    ['2 NOT IN (?a, 2)', false],
  ])('%s is %s', (expression, truth) => {
    expect(truthOf(expression)).toBe(truth);
  });
});

describe('order of values (17.3)', () => {
  test.each<[string, string]>([
    ['1', '2'],
    ['-1', '0.5'],
    ['0.1', '0.10000000000000000001'],
    ['9007199254740992', '9007199254740993'],
    ['1', '"INF"^^xsd:float'],
    ['"a"', '"b"'],
    ['"B"', '"a"'],
    ['""', '"a"'],
    ['false', 'true'],
    ['"2026-05-01"^^xsd:date', '"2026-05-02"^^xsd:date'],
    ['"2026-05-01+02:00"^^xsd:date', '"2026-05-01Z"^^xsd:date'],
    ['"2026-05-01T10:00:00+02:00"^^xsd:dateTime', '"2026-05-01T09:00:00Z"^^xsd:dateTime'],
    ['"2026-05-01T10:00:00"^^xsd:dateTime', '"2026-05-01T10:00:00.001Z"^^xsd:dateTime'],
    ['"2026-05-01T10:00:00.25Z"^^xsd:dateTime', '"2026-05-01T10:00:00.5Z"^^xsd:dateTime'],
    ['"-0044-03-15"^^xsd:date', '"0001-01-01"^^xsd:date'],
    ['"9999-12-31"^^xsd:date', '"10000-01-01"^^xsd:date'],
    ['"10:00:00"^^xsd:time', '"10:00:01"^^xsd:time'],
    ['"2025"^^xsd:gYear', '"2026"^^xsd:gYear'],
    ['"2025-12"^^xsd:gYearMonth', '"2026-01"^^xsd:gYearMonth'],
    ['"P11M"^^xsd:yearMonthDuration', '"P1Y"^^xsd:yearMonthDuration'],
    ['"PT36H"^^xsd:dayTimeDuration', '"P2D"^^xsd:dayTimeDuration'],
  ])('%s is less than %s', (a, b) => {
    expect([truthOf(`${a} < ${b}`), truthOf(`${b} > ${a}`)]).toEqual([true, true]);
    expect([truthOf(`${a} <= ${b}`), truthOf(`${b} >= ${a}`)]).toEqual([true, true]);
    expect([truthOf(`${b} < ${a}`), truthOf(`${a} >= ${b}`)]).toEqual([false, false]);
    expect(truthOf(`${a} = ${b}`)).toBe(false);
  });

  test.each<[string, string]>([
    ['1', '1.0'],
    ['"2026-05-01T10:00:00Z"^^xsd:dateTime', '"2026-05-01T12:00:00+02:00"^^xsd:dateTime'],
    ['"2026-05-01T10:00:00"^^xsd:dateTime', '"2026-05-01T10:00:00.000Z"^^xsd:dateTime'],
    ['"2026-05-01T24:00:00Z"^^xsd:dateTime', '"2026-05-02T00:00:00Z"^^xsd:dateTime'],
    ['"2025-12-31T24:00:00Z"^^xsd:dateTime', '"2026-01-01T00:00:00Z"^^xsd:dateTime'],
    ['"2026-05-01"^^xsd:date', '"2026-05-01Z"^^xsd:date'],
    ['"P1Y"^^xsd:duration', '"P12M"^^xsd:yearMonthDuration'],
    ['"P1D"^^xsd:duration', '"PT24H"^^xsd:duration'],
  ])('%s equals %s', (a, b) => {
    expect([truthOf(`${a} = ${b}`), truthOf(`${a} != ${b}`)]).toEqual([true, false]);
  });

  test.each([
    '1 < "2"',
    '"a"@nb < "b"@nb',
    'ex:a < ex:b',
    '"2026-05-01"^^xsd:date < "2026-05-01T00:00:00Z"^^xsd:dateTime',
    '"2026-02-30"^^xsd:date < "2026-05-01"^^xsd:date',
    '"2026-05-01T25:00:00Z"^^xsd:dateTime = "2026-05-01T00:00:00Z"^^xsd:dateTime',
    '"P1M"^^xsd:duration < "P31D"^^xsd:duration',
    '"a"^^ex:t < "b"^^ex:t',
    '?a < 1',
    '1 >= ?a',
  ])('%s is an error', (expression) => {
    expect(truthOf(expression)).toBe('error');
  });

  test.each([
    '"NaN"^^xsd:double < 1',
    '1 <= "NaN"^^xsd:double',
    '"NaN"^^xsd:double >= "NaN"^^xsd:double',
  ])('%s is false', (expression) => {
    expect(truthOf(expression)).toBe(false);
  });
});
