/** Lexical spaces of XML Schema 1.1 Datatypes, as RDF uses them: no blanks are taken off. */
import { expect, test } from 'vitest';
import { isWellTyped } from '../../src/rdf/well-typed.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

test.each([
  ['integer', '7 007 +5 -0 123456789012345678901234567890', 'abc 1. 1e3 -'],
  ['nonNegativeInteger', '0 -0 5', '-1 1.0'],
  ['positiveInteger', '1', '0 -1'],
  ['negativeInteger', '-1', '0'],
  ['byte', '-128 127', '-129 128'],
  ['unsignedByte', '0 255', '256 -1'],
  ['long', '-9223372036854775808 9223372036854775807', '9223372036854775808'],
  ['decimal', '1 1. .5 -1.50 +0.0', '1E0 . INF'],
  ['double', '1 1E0 .5e-7 INF -INF NaN', '1e inf E5'],
  ['boolean', 'true false 1 0', 'True yes 2'],
  [
    'date',
    '2024-02-29 2000-02-29Z -0001-01-01+14:00 12345-01-01',
    '2023-02-29 1900-02-29 2020-13-01 2020-01-32 20-01-01 2020-01-01+15:00 012345-01-01',
  ],
  [
    'dateTime',
    '2020-01-01T00:00:00 2020-01-01T24:00:00Z 2020-01-01T23:59:59.999-12:30',
    '2020-01-01 2020-01-01T25:00:00 2020-01-01T24:00:01 2020-01-01T00:00 2020-04-31T00:00:00',
  ],
  ['time', '10:00:00 10:00:00.5Z', '10:00 24:00:01'],
  ['gYear', '2020 -0044 2020Z', '20 02020'],
  ['gYearMonth', '2020-02', '2020-00'],
  ['gMonthDay', '--02-29 --12-24Z', '--02-30 12-24'],
  ['gDay', '---31', '---32'],
  ['gMonth', '--12', '--13'],
  ['duration', 'P1Y PT36H -P1Y2M3DT4H5M6.7S P0D', 'P PT P1 1Y P1YT P1S'],
  ['dayTimeDuration', 'P1DT1H PT0.5S', 'P1Y P PT'],
  ['yearMonthDuration', 'P1Y2M P3M', 'P1D P'],
  ['hexBinary', '00FF ab', '0 0G'],
  ['base64Binary', 'aGVp aGU= aA==', 'a aGV aG=='.replace('aG==', 'a===')],
  ['anyURI', 'x', ''],
  ['string', 'x', ''],
])('xsd:%s', (type, good, bad) => {
  const judged = (texts: string): Record<string, boolean> =>
    Object.fromEntries(texts.split(' ').map((text) => [text, isWellTyped(text, XSD + type)]));
  const all = (texts: string, value: boolean): Record<string, boolean> =>
    Object.fromEntries(texts.split(' ').map((text) => [text, value]));
  expect(judged(good)).toEqual(all(good, true));
  if (bad !== '') expect(judged(bad)).toEqual(all(bad, false));
});

test('blanks are no part of a number, and an empty text is none', () => {
  for (const text of ['', ' 1', '1 ', '1\n'])
    expect(isWellTyped(text, `${XSD}integer`)).toBe(false);
});

test('a datatype that is not known has any text', () => {
  expect(isWellTyped('hva som helst', 'https://eksempel.example/type')).toBe(true);
  expect(isWellTyped('', `${XSD}token`)).toBe(true);
});
