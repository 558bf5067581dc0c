import { describe, expect, test } from 'vitest';
import { readArguments } from '../../bench/arguments.js';

const KNOWN = ['open', 'shacl'];
const read = (...argv: string[]) => readArguments(argv, KNOWN);

describe('npm run bench', () => {
  test('measures every case five times, each at its own sizes', () => {
    expect(read()).toEqual({
      cases: KNOWN,
      size: undefined,
      runs: 5,
      quick: false,
      tableOnly: false,
    });
  });
  test('takes cases, a size and a number of runs', () => {
    expect(read('shacl', '--size', '5m', '--runs', '3')).toMatchObject({
      cases: ['shacl'],
      size: '5m',
      runs: 3,
    });
  });
  test('is quick with the smallest catalogue, once', () => {
    expect(read('--quick')).toMatchObject({ size: '10k', runs: 1, quick: true });
  });
  test.each([['other'], ['--size', '2m'], ['--runs', '0'], ['--runs', 'x'], ['--fast']])(
    'does not take %s %s',
    (...argv) => {
      expect(read(...argv)).toBeUndefined();
    },
  );
});
