/**
 * The chart of a preview (ADR 0027): lines over time, with their names at their ends, or bars by name. Lines differ by dashes as
 * well as by colour. Pure.
 */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { PreviewChart, PreviewSeries } from '../../src/model/preview.js';
import type { Translator } from '../translator.js';
import type { Shape } from '../view-models/picture.js';
import type { Drawing } from './diagram.js';
import { rounded1 } from './paths.js';

const WIDTH = 860;
const HEIGHT = 360;
const LINES = { left: 70, right: 660, top: 34, bottom: 310 };
const MAX_LABEL = 24;

export function drawDataChart(text: Translator, chart: PreviewChart): Drawing {
  return chart.kind === 'lines' ? drawLines(text, chart) : drawBars(text, chart);
}

type Scale = (value: number) => number;

function drawLines(text: Translator, { x, y, labels, times = [], series }: PreviewChart): Drawing {
  const { left, right, top, bottom } = LINES;
  const values = series.flatMap((one) => one.values).filter((one) => one !== null);
  const up = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .range([bottom, top])
    .nice(5);
  const along = scaleLinear()
    .domain([times[0] ?? 0, times.at(-1) ?? 1])
    .range([left, right]);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => along(times[at] ?? 0))
    .y((value) => up(value ?? 0))
    .digits(1);
  return {
    ...{ width: WIDTH, height: HEIGHT },
    shapes: [
      ...up.ticks(5).map((tick) => gridLine(up(tick), text.number(tick))),
      ...regular(labels).map((at) => timeMark(along(times[at] ?? 0), labels[at] ?? '')),
      {
        className: 'app-axis app-axis--names',
        texts: [
          { x: 0, y: 14, anchor: 'start', text: cut(y, 60) },
          { x: right, y: HEIGHT - 6, anchor: 'end', text: cut(x, 60) },
        ],
      },
      ...series.map((one, at): Shape => ({
        className: `app-chart__line app-chart__line--${at + 1}`,
        path: path(one.values) ?? '',
        ...(one.name === '' ? {} : { label: one.name }),
      })),
      ...lineNames(series, up),
    ],
  };
}

function gridLine(y: number, label: string): Shape {
  return {
    className: 'app-axis',
    path: `M${LINES.left},${rounded1(y)}H${LINES.right}`,
    texts: [{ x: LINES.left - 8, y: rounded1(y + 4), anchor: 'end', text: label }],
  };
}

function timeMark(x: number, label: string): Shape {
  return {
    className: 'app-axis',
    path: `M${rounded1(x)},${LINES.bottom}v5`,
    texts: [{ x: rounded1(x), y: LINES.bottom + 20, anchor: 'middle', text: label }],
  };
}

const LINE_SPACE = 17;

/** At the end of each line, moved apart where lines end near each other. */
function lineNames(series: readonly PreviewSeries[], up: Scale): Shape[] {
  const ends = series
    .map(({ name, values }, at) => ({ name, at, y: up(values.findLast((v) => v !== null) ?? 0) }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => a.y - b.y);
  let above = -Infinity;
  const spread = ends.map((end) => {
    above = Math.max(end.y, above + LINE_SPACE);
    return { ...end, y: above };
  });
  const excess = Math.max(0, above - LINES.bottom);
  return spread.map(({ name, at, y }) => ({
    className: `app-chart__name app-chart__name--${at + 1}`,
    path: `M${LINES.right + 8},${rounded1(y - excess)}h22`,
    texts: [
      {
        ...{ x: LINES.right + 36, y: rounded1(y - excess + 4) },
        ...{ anchor: 'start', text: cut(name, 22) },
      },
    ],
  }));
}

/** Every label, every second and so on from the first: as many as do not run into each other. */
function regular(labels: readonly string[]): number[] {
  const most = (LINES.right - LINES.left) / (9 * Math.max(4, labels[0]?.length ?? 0));
  const step = Math.ceil(labels.length / most);
  return [...labels.keys()].filter((at) => at % step === 0);
}

const BARS = { left: 210, right: 780, top: 30, step: 26, thickness: 16 };

function drawBars(text: Translator, { y, labels, series }: PreviewChart): Drawing {
  const values = series[0]?.values ?? [];
  const known = values.filter((one) => one !== null);
  const along = scaleLinear()
    .domain([Math.min(0, ...known), Math.max(0, ...known)])
    .range([BARS.left, BARS.right])
    .nice(5);
  const zero = rounded1(along(0));
  const height = BARS.top + labels.length * BARS.step + 8;
  return {
    ...{ width: WIDTH, height },
    shapes: [
      {
        className: 'app-axis app-axis--names',
        texts: [{ x: BARS.left, y: 14, anchor: 'start', text: cut(y, 60) }],
      },
      { className: 'app-axis', path: `M${zero},${BARS.top - 6}V${height - 8}` },
      ...labels.map((label, at): Shape => {
        const top = BARS.top + at * BARS.step;
        const value = values[at] ?? null;
        const end = value === null ? zero : rounded1(along(value));
        return {
          className: 'app-chart__bar',
          path: `M${zero},${top}H${end}v${BARS.thickness}H${zero}z`,
          texts: [
            { x: BARS.left - 10, y: top + 12, anchor: 'end', text: cut(label, MAX_LABEL) },
            {
              ...{ x: Math.max(zero, end) + 8, y: top + 12, anchor: 'start' },
              text: value === null ? text.t('preview.none') : text.number(value),
            },
          ],
        };
      }),
    ],
  };
}

function cut(label: string, max: number): string {
  const letters = [...label];
  return letters.length > max ? `${letters.slice(0, max - 1).join('')}…` : label;
}
