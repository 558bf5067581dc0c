import { describe, expect, test } from 'vitest';
import { interleaved } from '../../bench/interleave.js';
import { geometricMean, median, quantile } from '../../bench/statistics.js';

describe('median', () => {
  test('is the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });
  test('lies between the two in the middle', () => {
    expect(median([4, 1, 100, 2])).toBe(3);
  });
  test('leaves what it is given as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
  test('there is none of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a quantile', () => {
  test.each([
    [0.95, 19],
    [0.5, 10],
    [0, 1],
    [1, 20],
  ])('of twenty values at %d is the one of rank %i', (share, expected) => {
    const values = Array.from({ length: 20 }, (_, at) => 20 - at);
    expect(quantile(values, share)).toBe(expected);
  });
  test('there is none of nothing', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe('geometric mean', () => {
  test('of two values is the root of their product', () => {
    expect(geometricMean([2, 8])).toBeCloseTo(4, 12);
  });
  test('weighs a tenth and ten times alike', () => {
    expect(geometricMean([0.1, 10])).toBeCloseTo(1, 12);
  });
  test.each([[[]], [[1, 0]], [[1, -1]], [[1, NaN]]])('there is none of %j', (values) => {
    expect(() => geometricMean(values)).toThrow(RangeError);
  });
});

describe('interleaving', () => {
  const turns = async (runs: number): Promise<string> => {
    let order = '';
    const peer = (name: string): [string, () => Promise<string>] => [
      name,
      () => Promise.resolve((order += name)),
    ];
    await interleaved(new Map([peer('a'), peer('b'), peer('c')]), runs);
    return order;
  };

  test('peers take turns, and who begins changes', async () => {
    expect(await turns(4)).toBe('abc' + 'bca' + 'cab' + 'abc');
  });
  test('keeps what each peer gave, in order', async () => {
    let count = 0;
    const next = (): Promise<number> => Promise.resolve((count += 1));
    const results = await interleaved(
      new Map([
        ['one', next],
        ['two', next],
      ]),
      2,
    );
    expect([...results]).toEqual([
      ['one', [1, 4]],
      ['two', [2, 3]],
    ]);
  });
});
