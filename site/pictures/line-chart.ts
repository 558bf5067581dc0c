/** Shares over time as lines: each point holds until the next. Series differ by dashes and marks, and have their names at their ends. */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { PictureText, Shape } from '../view-models/picture.js';
import type { Drawing } from './diagram.js';
import { path, rounded1, roundMark, squareMark } from './paths.js';
import { textWidth } from './text-lines.js';

export interface ChartPoint {
  readonly date: Date;
  /** Of one. */
  readonly share: number;
}
export interface Series {
  readonly name: string;
  /** Oldest first. */
  readonly points: readonly ChartPoint[];
}
export interface LineChart {
  /** Two at most: there are two ways to draw a line. */
  readonly series: readonly Series[];
  readonly dateText: (date: Date) => string;
  readonly shareText: (share: number) => string;
}

const SIZE = { width: 760, height: 280, left: 52, top: 16, bottom: 36 } as const;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LABEL = 14;
/** More marks than this would be a band. */
const MAX_MARKS = 60;

export function drawLineChart({ series, dateText, shareText }: LineChart): Drawing {
  const dates = series.flatMap(({ points }) => points.map(({ date }) => date.getTime()));
  const labels = series.map(
    ({ name, points }) => `${name} ${shareText(points.at(-1)?.share ?? 0)}`,
  );
  const room = Math.max(...labels.map((one) => textWidth(one, LABEL)), 0) + 24;
  const right = SIZE.width - room;
  const x = scaleUtc([Math.min(...dates), Math.max(...dates)], [SIZE.left, right]);
  const y = scaleLinear([0, 1], [SIZE.height - SIZE.bottom, SIZE.top]);
  const ends = apart(series.map(({ points }) => y(points.at(-1)?.share ?? 0)));
  const steps = line<ChartPoint>(
    ({ date }) => x(date),
    ({ share }) => y(share),
  )
    .curve(curveStepAfter)
    .digits(1);
  return {
    width: SIZE.width,
    height: SIZE.height,
    shapes: [
      ...TICKS.map((tick) => level(y(tick), right, shareText(tick))),
      ...daysOf(x).map((day) => dayMark(x(day), dateText(day))),
      ...series.flatMap(({ points }, at): Shape[] => [
        {
          className: seriesClass(at),
          path: steps(points) ?? '',
          texts: [
            {
              ...{ x: rounded1(right + 12), y: rounded1((ends[at] ?? 0) + 5) },
              ...{ anchor: 'start', text: labels[at] ?? '' },
            },
          ],
        },
        ...(points.length > MAX_MARKS ? [] : points).map(({ date, share }) => ({
          className: `${seriesClass(at)} app-series__mark`,
          path: (at === 0 ? roundMark : squareMark)({ x: x(date), y: y(share) }),
          label: `${dateText(date)}: ${shareText(share)}`,
        })),
      ]),
    ],
  };
}

function seriesClass(at: number): string {
  return at === 0 ? 'app-series' : 'app-series app-series--second';
}

function level(y: number, right: number, label: string): Shape {
  const text: PictureText = {
    ...{ x: SIZE.left - 8, y: rounded1(y + 4), anchor: 'end', text: label },
  };
  return { className: 'app-axis', path: path`M${SIZE.left} ${y}H${right}`, texts: [text] };
}

/** Whole days only: the scale would put hours between two days that follow each other. */
function daysOf(x: ReturnType<typeof scaleUtc<number>>): Date[] {
  const days = x.ticks(4).filter((day) => day.getTime() % 86_400_000 === 0);
  return days.length > 1 ? days : x.domain();
}

function dayMark(x: number, label: string): Shape {
  const bottom = SIZE.height - SIZE.bottom;
  return {
    className: 'app-axis',
    path: path`M${x} ${bottom}V${bottom + 6}`,
    texts: [{ x: rounded1(x), y: bottom + 22, anchor: 'middle', text: label }],
  };
}

/** Names at the ends of lines must not lie upon each other. */
function apart(ends: readonly number[]): number[] {
  const [first, second] = ends;
  if (first === undefined || second === undefined) return [...ends];
  const missing = 18 - Math.abs(first - second);
  if (missing <= 0) return [first, second];
  const shift = first <= second ? -missing / 2 : missing / 2;
  return [first + shift, second - shift];
}
