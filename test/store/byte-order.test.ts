/** Bytes are compared as JavaScript compares the strings that they are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSlices, sortSlices, type Slices } from '../../src/store/byte-order.js';
import { ByteTable, HASH_SEED, mixByte } from '../../src/store/byte-table.js';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  // Much in common, and some nearly the same: where characters beyond the BMP and U+E000 to U+FFFF part.
  fc
    .array(
      fc.constantFrom(
        'a',
        'aaaaaaaaaa',
        '\u0000',
        '\ud7ff',
        '\ue000',
        '\uffff',
        '\u{10000}',
        '\u{10ffff}',
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
);

function slicesOf(values: readonly string[]): Slices {
  const ends = Uint32Array.from({ length: values.length }, (_, i) =>
    Buffer.byteLength(values.slice(0, i + 1).join('')),
  );
  return {
    bytes: Buffer.from(values.join('')),
    starts: Uint32Array.from([0, ...ends.slice(0, -1)].slice(0, values.length)),
    ends,
  };
}

test('slices are sorted by UTF-16 code unit', () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 60 }), (values) => {
      const order = Uint32Array.from(values.keys());
      sortSlices(slicesOf(values), order);
      expect([...order].map((i) => values[i])).toEqual([...values].sort());
    }),
    { numRuns: 1_000 },
  );
});

test('two slices are compared as two strings', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(Math.sign(compareSlices(slicesOf([a, b]), 0, 1))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
    { numRuns: 1_000 },
  );
});

test('a long part in common does not end the stack', () => {
  const long = 'x'.repeat(100_000);
  const values = Array.from(
    { length: 40 },
    (_, i) => `${long}${String((i * 7) % 40).padStart(2, '0')}`,
  );
  const order = Uint32Array.from(values.keys());
  sortSlices(slicesOf(values), order);
  expect([...order].map((i) => values[i]?.slice(-2))).toEqual(
    values.map((value) => value.slice(-2)).sort(),
  );
});

test('equal texts have one number, others have others', () => {
  const table = new ByteTable();
  const numberOf = (text: string): number => {
    const bytes = Buffer.from(text);
    return table.intern(bytes, 0, bytes.length, bytes.reduce(mixByte, HASH_SEED));
  };
  const words = Array.from({ length: 5_000 }, (_, i) => `ord ${i} æøå`);
  expect(words.map(numberOf)).toEqual([...words.keys()]);
  expect(words.map(numberOf)).toEqual([...words.keys()]);
  expect(numberOf('')).toBe(5_000);
  expect(table.size).toBe(5_001);
});
