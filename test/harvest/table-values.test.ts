import { expect, test } from 'vitest';
import { isWithheld, manyValues, yesOrNo } from '../../src/harvest/cell-values.js';
import { parseDate, parseTime } from '../../src/harvest/dates.js';
import { parseJsonFile } from '../../src/harvest/json-document.js';

test('splits many values by line break or bar, each once', () => {
  expect(manyValues(' a | b\nc ||a\n')).toEqual(['a', 'b', 'c']);
  expect(manyValues(undefined)).toEqual([]);
});

test('reads yes and no with marks, and takes nothing else for no', () => {
  expect(['✓ Ja', 'JA', 'true'].map(yesOrNo)).toEqual([true, true, true]);
  expect(['⨉ Nei', 'nei', 'USANN'].map(yesOrNo)).toEqual([false, false, false]);
  expect(['kanskje', '', undefined, '***'].map(yesOrNo)).toEqual(Array(4).fill(undefined));
  expect([isWithheld(' *** '), isWithheld('**')]).toEqual([true, false]);
});

test.each([
  ['2026-02-28', '2026-02-28'],
  ['28.02.2026', '2026-02-28'],
  ['1.2.2026', '2026-02-01'],
  ['46000', '2025-12-09'],
  ['29.02.2024', '2024-02-29'],
])('reads the date %s', (text, date) => {
  expect(parseDate(text)).toBe(date);
});

test.each([
  '2026-02-30',
  '31.04.2026',
  '29.02.2025',
  '2024',
  '02/03/2026',
  'i går',
  '2026-1-1',
  '',
])('does not mend %s', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test('H15 keeps a time with its offset and reads a naive one as Europe/Oslo', () => {
  expect(parseTime('2025-11-18T13:40:55.004Z')?.text).toBe('2025-11-18T13:40:55.004Z');
  expect(parseTime('2026-01-15 12:00:00')?.text).toBe('2026-01-15T12:00:00+01:00');
  expect(parseTime('2026-07-15T12:00:00')?.text).toBe('2026-07-15T12:00:00+02:00');
  expect(parseTime('2026-07-15')).toEqual({ kind: 'date', text: '2026-07-15' });
});

test('H15 reports the hour that is missing in March and the one that is double in October', () => {
  expect(parseTime('2026-03-29T02:30:00')).toBeUndefined();
  expect(parseTime('2026-10-25T02:30:00')).toBeUndefined();
  expect(parseTime('2026-10-25T03:30:00')?.text).toBe('2026-10-25T03:30:00+01:00');
  expect(parseTime('2026-01-01T25:00:00')).toBeUndefined();
});

test('P4 refuses JSON deeper than 100 levels without overflowing', () => {
  const nested = (depth: number): Uint8Array => Buffer.from('['.repeat(depth) + ']'.repeat(depth));
  expect(parseJsonFile(nested(100), 'f.json')).toBeDefined();
  expect(() => parseJsonFile(nested(101), 'f.json')).toThrow(/nivåer/);
  expect(() => parseJsonFile(nested(20_000), 'f.json')).toThrow(/nivåer/);
  expect(
    parseJsonFile(Buffer.from(`["${'['.repeat(500)}\\"${'{'.repeat(500)}"]`), 'f'),
  ).toHaveLength(1);
});

test('H4 says what is wrong with JSON that is none', () => {
  for (const text of ['', '{"data": [', '<html>', 'null x'])
    expect(() => parseJsonFile(Buffer.from(text), 'f.json')).toThrow(
      expect.objectContaining({ code: 'FILE_UNREADABLE' }) as Error,
    );
});
