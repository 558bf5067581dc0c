import { expect, test } from 'vitest';
import {
  asHeaded,
  recogniseTable,
  unknownColumns,
  type ColumnRule,
} from '../../src/harvest/columns.js';
import { readTables } from '../../src/harvest/table-reader.js';

const RULE: ColumnRule<'navn' | 'behov' | 'sted'> = {
  columns: { navn: ['name'], behov: ['behov for DPIA'], sted: [] },
  required: ['navn', 'behov', 'sted'],
  atLeast: 2,
};

async function table(text: string, rule = RULE): Promise<ReturnType<typeof recogniseTable>> {
  const [sheet] = await readTables(Buffer.from(text), 'fil.csv');
  if (!sheet) throw new Error('no sheet');
  return recogniseTable(sheet, rule);
}
async function failure(text: string): Promise<unknown> {
  return table(text).then(
    () => 'read',
    (error: unknown) => error,
  );
}

test('knows headers in any case, punctuation, decomposed letters and line breaks', async () => {
  const found = await table('"NAVN ";"Behov for\nDPIA?"\nx;ja\n');
  expect(found.rows.map(({ cells }) => cells)).toEqual([{ navn: 'x', behov: 'ja' }]);
});

test('finds the header in row 7, and not below row 20', async () => {
  const blank = (count: number): string => 'overskrift;\n'.repeat(count);
  expect((await table(`${blank(6)}navn;sted\na;b\n`)).rows).toHaveLength(1);
  expect(await failure(`${blank(20)}navn;sted\na;b\n`)).toMatchObject({
    code: 'TABLE_HEADER_MISSING',
  });
});

test('names the columns that are missing', async () => {
  expect(await failure('navn;annet\na;b\n')).toMatchObject({
    code: 'TABLE_HEADER_MISSING',
    text: { nb: expect.stringContaining('behov, sted') as string },
  });
});

test('keeps no cell of an unknown column, and reports the column', async () => {
  const [sheet] = await readTables(Buffer.from('navn;sted;Mobil\na;b;hemmelig\n'), 'fil.csv');
  if (!sheet) throw new Error('no sheet');
  const found = recogniseTable(sheet, RULE);
  expect(JSON.stringify(found)).not.toContain('hemmelig');
  expect(unknownColumns(sheet, found).map(({ code, message }) => [code, message.nb])).toEqual([
    ['HEADER_UNKNOWN', 'Kolonnen «Mobil» er ukjent og er ikke lest.'],
  ]);
});

test('refuses a header that stands twice, under one name or two', async () => {
  for (const header of ['navn;navn;sted', 'navn;Name;sted', 'navn;sted;x;X'])
    expect(await failure(`${header}\na;b;c;d\n`)).toMatchObject({ code: 'PARSE_FAILED' });
});

test('a heading that is known and never read may stand twice, and nobody is told of it', async () => {
  const rule = { ...RULE, ignored: ['data type'] };
  const text = 'navn;Datatype;sted;DATATYPE;x\nA;AN10;B;hemmelig;C\n';
  const found = await table(text, rule);
  expect(found.rows.map(({ cells }) => cells)).toEqual([{ navn: 'A', sted: 'B' }]);
  expect(found.unknown).toEqual(['x']);
});

test('P3 refuses headers that would reach a prototype', async () => {
  for (const header of ['__proto__', 'constructor', 'prototype'])
    expect(await failure(`navn;sted;${header}\na;b;c\n`)).toMatchObject({ code: 'PARSE_FAILED' });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('takes 1 % of rows of the wrong width aside, and refuses more', async () => {
  const rows = (wrong: number): string =>
    `navn;sted\n${'a;b\n'.repeat(200 - wrong)}${'a;b;c\n'.repeat(wrong)}`;
  const found = await table(rows(2));
  expect(found.rows.filter(({ isRagged }) => isRagged)).toHaveLength(2);
  expect(await failure(rows(3))).toMatchObject({ code: 'TABLE_RAGGED' });
});

test('does not mind empty cells left over at the end of a row', async () => {
  const found = await table('navn;sted;;\na;b;;\nc;d\ne;f;;;\n');
  expect(found.rows.every(({ isRagged }) => !isRagged)).toBe(true);
});

test('tells the headings that are other words than the field, on one line', async () => {
  const found = await table('navn;"Behov for\nDPIA?";STED\nx;ja;y\n');
  expect(found.headings).toEqual({ behov: 'Behov for DPIA?', sted: 'STED' });
});

test('names columns as the file of the record heads them', () => {
  expect(asHeaded('behov, sted', { behov: 'Behov for DPIA?' })).toBe('Behov for DPIA?, sted');
  expect(asHeaded('behov')).toBe('behov');
});
