/** The line chart of two portals: steps, marks that differ, whole days below, names at the ends that do not cover each other. */
import { expect, test } from 'vitest';
import { drawLineChart, type Series } from '../../../site/pictures/line-chart.js';

const day = (date: string, share: number) => ({ date: new Date(date), share });
const words = {
  dateText: (date: Date) => date.toISOString(),
  shareText: (share: number) => `${Math.round(share * 100)} %`,
};
const chart = (...series: Series[]) => drawLineChart({ series, ...words }).shapes;
const TWO: Series = { name: 'En', points: [day('2026-11-20', 0.5), day('2026-11-22', 1)] };

test('a value holds until the next', () => {
  const [line] = chart(TWO).filter(({ className }) => className === 'app-series');
  expect(line?.path).toMatch(/^M52,130L([\d.]+),130L\1,16$/);
});

test('days are whole, however near they are', () => {
  const texts = chart(TWO).flatMap(({ texts = [] }) => texts.map(({ text }) => text));
  expect(texts.filter((one) => one.includes('T'))).toEqual([
    '2026-11-20T00:00:00.000Z',
    '2026-11-21T00:00:00.000Z',
    '2026-11-22T00:00:00.000Z',
  ]);
});

test('two series have round and square marks, and names 18 apart at least', () => {
  const shapes = chart(TWO, { name: 'To', points: [day('2026-11-20', 0.2), day('2026-11-22', 1)] });
  const marks = shapes.filter(({ className }) => className.includes('__mark'));
  expect(marks.map(({ path }) => path?.includes('A4'))).toEqual([true, true, false, false]);
  const ends = shapes.flatMap(({ texts = [] }) =>
    texts.filter(({ text }) => /^(En|To) /.test(text)),
  );
  expect(ends.map(({ text }) => text)).toEqual(['En 100 %', 'To 100 %']);
  expect(Math.abs(ends[0]!.y - ends[1]!.y)).toBe(18);
});

test('each mark says its day and value', () => {
  const labels = chart(TWO).flatMap(({ label }) => label ?? []);
  expect(labels).toEqual(['2026-11-20T00:00:00.000Z: 50 %', '2026-11-22T00:00:00.000Z: 100 %']);
});
