/** What columns hold: a type that all values fit, and figures. */
import { expect, test } from 'vitest';
import { csvwOf } from '../../src/preview/csvw.js';
import { profileColumns } from '../../src/preview/columns.js';
import { previewOf } from './support.js';

const typeOf = (name: string, ...cells: string[]) =>
  profileColumns(
    [name],
    cells.map((one) => [one]),
  )[0]!.type;

test.each([
  ['integer', 'antall', ['1', '-20', '1 234']],
  ['integer', 'antall', ['2020', '2021']],
  ['number', 'andel', ['16,3', '8']],
  ['number', 'andel', ['16.3', '-8.0']],
  ['text', 'andel', ['16.3', '8,1']],
  ['year', 'aar', ['2024', '2025']],
  ['year', 'År', ['1899']],
  ['year', 'planteaar', ['1977']],
  ['period', 'maaned', ['2026-01', '2026-12']],
  ['period', 'kvartal', ['2024K1', '2024K4']],
  ['period', 'tid', ['2024M01', '2024U53']],
  ['text', 'maaned', ['2026-13']],
  ['date', 'dato', ['2026-11-22', '2026-11-22T12:00:00Z']],
  ['date', 'dato', ['22.11.2026', '1.2.2026']],
  ['text', 'dato', ['2026-02-30']],
  ['boolean', 'apen', ['ja', 'Nei']],
  ['boolean', 'apen', ['true', 'false']],
  ['code', 'bydelsnummer', ['01', '15']],
  ['code', 'postnummer', ['1468', '1470']],
  ['code', 'organisasjonsnummer', ['310000006']],
  ['code', 'tre_id', ['T10001']],
  ['integer', 'kvadrat', ['1']],
  ['text', 'navn', ['Sagene', '7']],
  ['integer', 'antall', ['7', '', ':', '..', '-']],
  ['text', 'antall', ['', '']],
])('it is %s: %s with %j', (type, name, cells) => {
  expect(typeOf(name, ...cells)).toBe(type);
});

test('empties, distinct values, ends and an example are told, as the file writes them', () => {
  const columns = profileColumns(
    ['dato', 'andel', 'sted'],
    [
      ['1.2.2026', '10,5', 'Sagene'],
      ['22.11.2025', '9,25', ''],
      ['1.2.2026', ':', 'Alna'],
    ],
  );
  expect(columns).toEqual([
    {
      ...{ name: 'dato', type: 'date', empty: 0, distinct: 2 },
      ...{ min: '22.11.2025', max: '1.2.2026', example: '1.2.2026' },
    },
    {
      ...{ name: 'andel', type: 'number', empty: 1, distinct: 2 },
      ...{ min: '9,25', max: '10,5', example: '10,5', hasDecimalComma: true },
    },
    { name: 'sted', type: 'text', empty: 1, distinct: 2, example: 'Sagene' },
  ]);
});

test('columns of a CSV file are described in CSVW, under names that may stand there', async () => {
  const preview = await previewOf('aar;andel æ;andel æ;dato\n2026;1,5;2;2026-01-01\n');
  expect(csvwOf(preview, 'https://data.eksempel.example/fil/prove.csv')).toEqual({
    '@context': 'http://www.w3.org/ns/csvw',
    url: 'https://data.eksempel.example/fil/prove.csv',
    dialect: { delimiter: ';', encoding: 'utf-8', header: true },
    tableSchema: {
      columns: [
        { name: 'aar', titles: 'aar', datatype: 'gYear' },
        {
          ...{ name: 'col.2', titles: 'andel æ' },
          datatype: { base: 'decimal', format: { decimalChar: ',', groupChar: ' ' } },
        },
        { name: 'col.3', titles: 'andel æ', datatype: 'integer' },
        { name: 'dato', titles: 'dato', datatype: 'date' },
      ],
    },
  });
  expect(csvwOf(await previewOf('[{"a": 1}]', 'a.json'), 'x')).toBeUndefined();
});
