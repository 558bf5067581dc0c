/** The chart that a table lends itself to, and its picture. */
import { expect, test } from 'vitest';
import { drawDataChart } from '../../site/pictures/data-chart.js';
import { loadTranslators } from '../../site/translator.js';
import { chartPicture, chartTable } from '../../site/view-models/preview-chart.js';
import { previewOf } from './support.js';

const { nb } = loadTranslators();
const chartOf = async (text: string) => (await previewOf(text)).chart;

const STATIONS =
  'dato;stasjon;no2\n2026-01-03;A;30\n2026-01-01;A;10\n2026-01-01;B;\n2026-01-03;B;20,5\n';

test('a number over time is a line for each name, in order of time, with gaps where there is no value', async () => {
  expect(await chartOf(STATIONS)).toEqual({
    ...{ kind: 'lines', x: 'dato', y: 'no2', by: 'stasjon' },
    labels: ['2026-01-01', '2026-01-03'],
    times: [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 3)],
    series: [
      { name: 'A', values: [10, 30] },
      { name: 'B', values: [null, 20.5] },
    ],
  });
});

test('one value for each time is one line without a name', async () => {
  expect(await chartOf('aar;antall\n2025;7\n2024;5\n')).toEqual({
    ...{ kind: 'lines', x: 'aar', y: 'antall' },
    labels: ['2024', '2025'],
    times: [Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1)],
    series: [{ name: '', values: [5, 7] }],
  });
});

test('one value for each name is bars, in the order of the file', async () => {
  expect(await chartOf('selskap;andel\nB;10\nA;-2,5\n')).toEqual({
    ...{ kind: 'bars', x: 'selskap', y: 'andel' },
    labels: ['B', 'A'],
    series: [{ name: '', values: [10, -2.5] }],
  });
});

test.each([
  [
    'several values for the same time and name: nothing is added up',
    'aar;bydel;tall\n2025;A;1\n2025;A;2\n2026;A;3\n',
  ],
  [
    'more lines than can be told apart',
    `aar;by;tall\n${[...'abcdefg'].map((one, at) => `2025;${one};${at}\n2026;${one};${at + 9}\n`).join('')}`,
  ],
  [
    'more bars than fit',
    `navn;tall\n${Array.from({ length: 31 }, (_, at) => `n${at};${at}\n`).join('')}`,
  ],
  ['no number', 'navn;adresse\nA;B\n'],
  ['a number that is always the same', 'navn;tall\nA;1\nB;1\n'],
  ['places, which have a map', 'navn;tall;lat;lon\nA;1;59.9;10.7\nB;2;59.8;10.6\n'],
])('there is no chart of %s', async (_, text) => {
  expect(await chartOf(text)).toBeUndefined();
});

test('the lines are drawn to scale, with ticks, and with their names at their ends', async () => {
  const { width, height, shapes } = drawDataChart(nb, (await chartOf(STATIONS))!);
  expect([width, height]).toEqual([860, 360]);
  expect(shapes.map(({ className, path, texts }) => [className, path, texts?.[0]?.text])).toEqual([
    ['app-axis', 'M70,310H660', '10'],
    ['app-axis', 'M70,241H660', '15'],
    ['app-axis', 'M70,172H660', '20'],
    ['app-axis', 'M70,103H660', '25'],
    ['app-axis', 'M70,34H660', '30'],
    ['app-axis', 'M70,310v5', '2026-01-01'],
    ['app-axis', 'M660,310v5', '2026-01-03'],
    ['app-axis app-axis--names', undefined, 'no2'],
    ['app-chart__line app-chart__line--1', 'M70,310L660,34', undefined],
    ['app-chart__line app-chart__line--2', 'M660,165.1Z', undefined],
    ['app-chart__name app-chart__name--1', 'M668,34h22', 'A'],
    ['app-chart__name app-chart__name--2', 'M668,165.1h22', 'B'],
  ]);
});

test('times are told at even steps, as many as have room', async () => {
  const days = Array.from({ length: 31 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`);
  const chart = await chartOf(`dato;tall\n${days.map((day, at) => `${day};${at}\n`).join('')}`);
  const told = drawDataChart(nb, chart!).shapes.flatMap(({ texts }) => texts?.[0]?.text ?? []);
  expect(told.filter((one) => one.startsWith('2026'))).toEqual([
    ...['2026-01-01', '2026-01-06', '2026-01-11', '2026-01-16', '2026-01-21', '2026-01-26'],
    '2026-01-31',
  ]);
});

test('names of lines that end at the same place are moved apart', async () => {
  const chart = (await chartOf('aar;by;tall\n2025;A;1\n2026;A;2\n2025;B;3\n2026;B;2\n'))!;
  const names = drawDataChart(nb, chart).shapes.slice(-2);
  expect(names.map(({ path }) => path)).toEqual(['M668,172h22', 'M668,189h22']);
});

test('bars begin at nought, also those that go the other way', async () => {
  const { height, shapes } = drawDataChart(nb, (await chartOf('selskap;andel\nB;10\nA;-2,5\n'))!);
  expect(height).toBe(90);
  expect(shapes.slice(2)).toEqual([
    {
      className: 'app-chart__bar',
      path: 'M372.9,30H780v16H372.9z',
      texts: [
        { x: 200, y: 42, anchor: 'end', text: 'B' },
        { x: 788, y: 42, anchor: 'start', text: '10' },
      ],
    },
    {
      className: 'app-chart__bar',
      path: 'M372.9,56H271.1v16H372.9z',
      texts: [
        { x: 200, y: 68, anchor: 'end', text: 'A' },
        { x: 380.9, y: 68, anchor: 'start', text: '−2,5' },
      ],
    },
  ]);
});

test('the picture is named and told of, and its numbers stand in a table', async () => {
  const chart = (await chartOf(STATIONS))!;
  const { title, description } = chartPicture(nb, chart);
  expect([title, description]).toEqual([
    'no2 etter dato, en linje for hver stasjon',
    'Linjer over 2 tidspunkter, fra 2026-01-01 til 2026-01-03. Tallene står i tabellen under.',
  ]);
  const { columns, rows } = chartTable(nb, chart);
  expect(columns).toEqual(['dato', 'A', 'B']);
  expect(rows.map(({ head, cells }) => [head, ...cells].map((one) => JSON.stringify(one)))).toEqual(
    [
      [
        '[{"text":"2026-01-01"}]',
        '{"values":[{"text":"10"}],"missing":"–"}',
        '{"values":[],"missing":"–"}',
      ],
      [
        '[{"text":"2026-01-03"}]',
        '{"values":[{"text":"30"}],"missing":"–"}',
        '{"values":[{"text":"20,5"}],"missing":"–"}',
      ],
    ],
  );
});
