/** Traps of site.md 15 (19): data files as municipalities have them become one table, or are refused with a reason. */
import { expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import { encode, ENCODINGS, workbook } from '../harvest/table-files.js';
import { previewOf } from './support.js';

const TEXT = 'navn;antall\nBlåbærhaugen;12\nÅsgård;7\n';

test.each(ENCODINGS)(
  'P6 text in %s has its letters, and its encoding is told',
  async (encoding) => {
    const preview = await previewOf(encode(TEXT, encoding));
    expect(preview.head).toEqual([
      ['Blåbærhaugen', '12'],
      ['Åsgård', '7'],
    ]);
    expect(preview.columns.map(({ name }) => name)).toEqual(['navn', 'antall']);
    expect(preview.encoding).toBe(encoding.replace(' with mark', ''));
  },
);

test.each([
  [';', 'a;b\n1,5;2,5\n'],
  [',', 'a,b\n1.5,2.5\n'],
  ['\t', 'a\tb\n1,5\t2,5\n'],
])('the delimiter %j is found', async (delimiter, text) => {
  const preview = await previewOf(text);
  expect(preview.delimiter).toBe(delimiter);
  expect(preview.columns.map(({ name, type }) => [name, type])).toEqual([
    ['a', 'number'],
    ['b', 'number'],
  ]);
});

test('the line that Excel puts first is no row', async () => {
  const preview = await previewOf('sep=;\r\na;b\r\n1;2\r\n');
  expect([preview.columns.map(({ name }) => name), preview.head]).toEqual([
    ['a', 'b'],
    [['1', '2']],
  ]);
});

test('rows that are too short or too long are told of, with the line of the first', async () => {
  const preview = await previewOf('a;b;c\n1;2;3\n4;5\n6;7;8;9\n');
  expect(preview.warnings).toEqual([{ code: 'ragged', rows: 2, line: 3 }]);
  expect(preview.head).toEqual([
    ['1', '2', '3'],
    ['4', '5', ''],
    ['6', '7', '8'],
  ]);
});

test('a hundred rows are kept, and all are counted', async () => {
  const rows = Array.from({ length: 1243 }, (_, at) => `${at}`);
  const preview = await previewOf(['nummer', ...rows].join('\n'));
  expect([preview.head.length, preview.rows, preview.isWhole]).toEqual([100, 1243, true]);
  expect(preview.head.at(-1)).toEqual(['99']);
});

test('of a huge file the first part is read, to the end of a record, and no chart is made of half of it', async () => {
  const record = '2026-01-01;"to\nlinjer";5\n';
  const count = Math.ceil(5_100_000 / record.length);
  const preview = await previewOf(`dato;tekst;tall\n${record.repeat(count)}`);
  expect(preview.isWhole).toBe(false);
  expect(preview.rows).toBe(Math.floor((5_000_000 - 'dato;tekst;tall\n'.length) / record.length));
  expect(preview.head[0]).toEqual(['2026-01-01', 'to\nlinjer', '5']);
  expect(preview.bytes).toBe(16 + count * record.length);
  expect(preview.chart).toBeUndefined();
});

test('a file with a heading alone has columns and no rows', async () => {
  const preview = await previewOf('a;b\n');
  expect([preview.rows, preview.head]).toEqual([0, []]);
  expect(preview.columns).toEqual([
    { name: 'a', type: 'text', empty: 0, distinct: 0 },
    { name: 'b', type: 'text', empty: 0, distinct: 0 },
  ]);
});

test('columns beyond sixty are left out, and it is said', async () => {
  const names = Array.from({ length: 63 }, (_, at) => `k${at}`);
  const preview = await previewOf(`${names.join(';')}\n${names.map(() => '1').join(';')}\n`);
  expect([preview.columns.length, preview.head[0]?.length]).toEqual([60, 60]);
  expect(preview.warnings).toEqual([{ code: 'wide', columns: 3 }]);
});

test('the first sheet of a workbook is shown by name, short rows filled up', async () => {
  const book = workbook({
    Tall: [
      ['navn', 'antall'],
      ['A', 7],
      ['B', null],
    ],
    Mer: [['x'], [1]],
  });
  const preview = await previewOf(book, 'prove.xlsx');
  expect([preview.sheet, preview.head, preview.warnings]).toEqual([
    'Tall',
    [
      ['A', '7'],
      ['B', ''],
    ],
    [],
  ]);
});

test('a JSON list of objects has a column for each name, in the order they come', async () => {
  const rows = [
    { navn: 'A', antall: 7 },
    { navn: 'B', apen: true, mer: { x: [1] } },
  ];
  const preview = await previewOf(JSON.stringify(rows), 'prove.json');
  expect(preview.columns.map(({ name }) => name)).toEqual(['navn', 'antall', 'apen', 'mer']);
  expect(preview.head).toEqual([
    ['A', '7', '', ''],
    ['B', '', 'true', '{"x":[1]}'],
  ]);
});

test('P3 names of the prototype are columns like others', async () => {
  const preview = await previewOf('[{"__proto__": "a", "constructor": "b"}]', 'prove.json');
  expect(preview.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  expect(preview.head).toEqual([['a', 'b']]);
});

test('X1 cells are kept as text, without the characters that no page may hold, and cut', async () => {
  const hostile = ['<script>alert(1)</script>', '=cmd()', '"><img src=x>', 'x'.repeat(500)];
  const rows = [...hostile, 'nul\u0000bel\u0007'].map((tekst) => ({ tekst }));
  const preview = await previewOf(JSON.stringify(rows), 'prove.json');
  expect(preview.head.flat()).toEqual([
    ...hostile.slice(0, 3),
    `${'x'.repeat(200)}…`,
    'nul\ufffdbel\ufffd',
  ]);
});

test.each([
  ['an empty file', 'prove.csv', '', 'FILE_UNREADABLE'],
  ['a file of blank lines', 'prove.csv', '\n\n', 'FILE_UNREADABLE'],
  ['an open quote', 'prove.csv', 'a;b\n"x;y\n', 'PARSE_FAILED'],
  ['JSON that is no list', 'prove.json', '{"a": 1}', 'FILE_UNREADABLE'],
  ['a JSON list of numbers', 'prove.json', '[1, 2]', 'FILE_UNREADABLE'],
  ['an empty JSON list', 'prove.json', '[]', 'FILE_UNREADABLE'],
  ['broken JSON', 'prove.json', '[{', 'FILE_UNREADABLE'],
  ['JSON a thousand levels deep', 'prove.json', '['.repeat(1000), 'FILE_UNREADABLE'],
  ['GeoJSON that is no collection', 'prove.geojson', '{"type": "Point"}', 'FILE_UNREADABLE'],
  ['a workbook that is none', 'prove.xlsx', 'PK', 'FILE_UNREADABLE'],
])('%s has no preview', async (_, path, text, code) => {
  await expect(previewOf(text, path)).rejects.toSatisfy((error) =>
    isCatalogError(error, code as never),
  );
});

test('the same bytes give the same preview', async () => {
  const text = 'dato;tall\n2026-01-02;2\n2026-01-01;1\n';
  expect(JSON.stringify(await previewOf(text))).toBe(JSON.stringify(await previewOf(text)));
});
