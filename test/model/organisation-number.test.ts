/** Organisation numbers: nine digits whose check digit holds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOrganisationNumber } from '../../src/model/organisation-number.js';

const VALID = ['958935420', '974760673', '942110464'];

test.each(VALID)('%s is a valid number', (number) => {
  expect(parseOrganisationNumber(number)).toBe(number);
});

test.each([
  '958 935 420',
  '958.935.420',
  'NO958935420',
  'NO 958 935 420 MVA',
  'no958935420mva',
  ' NO 958 935 420 MVA ',
  '958\u00A0935\u00A0420',
])('%j is read as 958935420', (text) => {
  expect(parseOrganisationNumber(text)).toBe('958935420');
});

test.each([
  '',
  '0',
  '958935421',
  '95893542',
  '9589354200',
  '958-935-420',
  'SE958935420',
  '958935420 og 974760673',
  '９５８９３５４２０',
  'ukjent',
])('%j is no number', (text) => {
  expect(parseOrganisationNumber(text)).toBeUndefined();
});

test('a number whose check digit would be ten does not exist', () => {
  // 3·3 + 2·2 + 7·0 + … gives the rest 1 for 30000006x, so no last digit fits.
  const starts = Array.from({ length: 1000 }, (_, index) => String(30_000_000 + index));
  const without = starts.filter((start) =>
    [...'0123456789'].every((digit) => !parseOrganisationNumber(start + digit)),
  );
  expect(without.length).toBeGreaterThan(50);
});

test('one wrong digit is always found', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...VALID),
      fc.nat(8),
      fc.integer({ min: 1, max: 9 }),
      (number, at, change) => {
        const digits = [...number].map(Number);
        digits[at] = (digits[at]! + change) % 10;
        expect(parseOrganisationNumber(digits.join(''))).toBeUndefined();
      },
    ),
    { numRuns: 500 },
  );
});
