import { describe, expect, test } from 'vitest';
import { valueOf } from './support.js';

const integer = (text: string): string => `"${text}"^^xsd:integer`;
const decimal = (text: string): string => `"${text}"^^xsd:decimal`;
const float = (text: string): string => `"${text}"^^xsd:float`;
const double = (text: string): string => `"${text}"^^xsd:double`;

describe('arithmetic (SPARQL 1.1 17.3)', () => {
  test.each([
    ['1 + 2', integer('3')],
    ['7 - 9', integer('-2')],
    ['-3 * 4', integer('-12')],
    ['"2"^^xsd:byte + "3"^^xsd:unsignedInt', integer('5')],
    ['-"5"^^xsd:nonNegativeInteger', integer('-5')],
    ['+"007"^^xsd:integer', integer('7')],
    ['0 * -1', integer('0')],
  ])('%s is %s: types derived from integer are integers', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test.each([
    ['9007199254740992 + 1', integer('9007199254740993')],
    ['9007199254740993 - 9007199254740992', integer('1')],
    ['123456789012345678901234567890 * 10', integer('1234567890123456789012345678900')],
    ['99999999 * 99999999', integer('9999999800000001')],
  ])('%s is %s: integers have no size', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test.each([
    ['0.1 + 0.2', decimal('0.3')],
    ['1.10 * 3', decimal('3.3')],
    ['2.50 - 0.5', decimal('2')],
    ['-0.05 + 0.04', decimal('-0.01')],
    ['1 / 4', decimal('0.25')],
    ['6 / 3', decimal('2')],
    ['1 / 3', decimal('0.333333333333333333')],
    ['-2 / 3', decimal('-0.666666666666666667')],
    ['0.0000000000000000000001 + 1', decimal('1.0000000000000000000001')],
  ])('%s is %s: decimals are exact, and integers divide into decimals', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test.each([
    ['1 + 1e0', double('2.0E0')],
    ['0.5 + "0.25"^^xsd:float', float('7.5E-1')],
    ['"0.1"^^xsd:float + 1e0', double('1.1000000014901161E0')],
    ['"0.1"^^xsd:float * 1', float('1.0E-1')],
    ['1e300 * 1e300', double('INF')],
    ['-1e0 / 0', double('-INF')],
    ['0e0 / 0', double('NaN')],
    ['1.5e10 * 1', double('1.5E10')],
  ])('%s is %s: the wider type decides', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test.each([
    '1 / 0',
    '1.0 / 0.0',
    '"x" + 1',
    '"x"^^xsd:integer + 1',
    '"300"^^xsd:byte + 1',
    '?a + 1',
    '-"x"',
    'ex:a * 2',
    '"1" + 1',
  ])('%s is an error', (expression) => {
    expect(valueOf(expression)).toBe('error');
  });

  test('numbers of more than a thousand digits are errors, not hours of work', () => {
    const thousand = '9'.repeat(1_000);
    expect(valueOf(`${thousand} * ${thousand}`)).toBe('error');
    expect(valueOf(`${thousand} - ${thousand}`)).toBe(integer('0'));
  });
});

describe('functions on numbers (17.4.4)', () => {
  test.each([
    ['ABS(-3)', integer('3')],
    ['ABS(-1.50)', decimal('1.5')],
    ['ABS(-2e0)', double('2.0E0')],
    ['CEIL(10.5)', decimal('11')],
    ['CEIL(-10.5)', decimal('-10')],
    ['CEIL(4)', integer('4')],
    ['FLOOR(10.5)', decimal('10')],
    ['FLOOR(-10.5)', decimal('-11')],
    ['FLOOR(-1.5e0)', double('-2.0E0')],
    ['ROUND(2.4999)', decimal('2')],
    ['ROUND(2.5)', decimal('3')],
    ['ROUND(-2.5)', decimal('-2')],
    ['ROUND(2.5e0)', double('3.0E0')],
    ['ROUND("-2.5"^^xsd:float)', float('-2.0E0')],
    ['ROUND(12345678901234567890.5)', decimal('12345678901234567891')],
    ['ABS("x")', 'error'],
    ['CEIL(ex:a)', 'error'],
  ])('%s is %s', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test('RAND() is a double from 0 up to 1, another one each time', () => {
    const values = ['RAND()', 'RAND() + 0'].map((expression) => valueOf(expression));
    for (const value of values) {
      const [, text] = /^"(.*)"\^\^xsd:double$/.exec(value) ?? [];
      expect(Number(text)).toBeGreaterThanOrEqual(0);
      expect(Number(text)).toBeLessThan(1);
    }
    expect(valueOf('RAND() = RAND()')).toBe('"false"^^xsd:boolean');
  });
});
