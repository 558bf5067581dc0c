import { expect, test } from 'vitest';
import { sniffDelimiter } from '../../src/harvest/table-reader-csv.js';
import { readTables } from '../../src/harvest/table-reader.js';
import { ENCODINGS, encode } from './table-files.js';

const DELIMITERS = { semicolon: ';', comma: ',', tab: '\t' };

async function rows(text: string | Uint8Array): Promise<string[][]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const [sheet] = await readTables(bytes, 'mappe/fil.csv');
  return (sheet?.rows ?? []).map(({ cells }) => [...cells]);
}
async function failure(text: string | Uint8Array): Promise<unknown> {
  return rows(text).then(
    () => 'read',
    (error: unknown) => error,
  );
}

for (const encoding of ENCODINGS) {
  for (const [name, delimiter] of Object.entries(DELIMITERS)) {
    test(`P6 reads Norwegian letters in ${encoding}, ${name}`, async () => {
      const text = `navn${delimiter}sted\nÆØÅ æøå${delimiter}"Øvre Årdal, «nå»"\n`;
      expect(await rows(encode(text, encoding))).toEqual([
        ['navn', 'sted'],
        ['ÆØÅ æøå', 'Øvre Årdal, «nå»'],
      ]);
    });
  }
}

test('P6 keeps Sámi letters and composes decomposed ones', async () => {
  expect(await rows('a;b\náčđŋšŧž;a\u030A\n')).toEqual([
    ['a', 'b'],
    ['áčđŋšŧž', 'å'],
  ]);
});

test('P6 names the line of a damaged place instead of guessing an encoding', async () => {
  const good = Buffer.from('navn;sted\nBærum;Øst\nÅs;', 'utf8');
  const bytes = Buffer.concat([good, Buffer.from([0xe6]), Buffer.from(' x\n')]);
  expect(await failure(bytes)).toMatchObject({
    code: 'PARSE_FAILED',
    text: { nb: expect.stringContaining('linje 3') as string },
  });
});

test('P6 refuses bytes that no office encoding has', async () => {
  expect(await failure(Buffer.from([0x61, 0x3b, 0x81, 0x0a]))).toMatchObject({
    code: 'PARSE_FAILED',
  });
  expect(await failure(Buffer.from('a;b\n\u0000;1\n'))).toMatchObject({ code: 'PARSE_FAILED' });
});

test('keeps quotes, delimiters and line breaks inside quoted cells, and says where each row begins', async () => {
  const text = 'a;b\r\n\r\n"x\r\ny";"say ""hi"""\r\n1;"p;q"\r\n';
  const [sheet] = await readTables(Buffer.from(text), 'fil.csv');
  expect(sheet?.rows.map(({ cells, origin }) => [...cells, origin])).toEqual([
    ['a', 'b', 'fil.csv#L1'],
    ['x\ny', 'say "hi"', 'fil.csv#L3'],
    ['1', 'p;q', 'fil.csv#L5'],
  ]);
});

test('finds the delimiter although prose holds more commas than the table has semicolons', () => {
  expect(sniffDelimiter('a;b\nett, to, tre, fire;1\nen, to;2\ntre, fire, fem;3\n')).toBe(';');
  expect(sniffDelimiter('a,b\n"1;2;3;4",x\n"5;6;7;8",y\n')).toBe(',');
  expect(sniffDelimiter('sep=,\na,b;c\n')).toBe(',');
  expect(sniffDelimiter('bare én kolonne\nx\n')).toBe(';');
});

test('P5 leaves text that looks like a formula as text', async () => {
  expect(await rows('a;b\n=1+1;@SUM(A1)\n')).toEqual([
    ['a', 'b'],
    ['=1+1', '@SUM(A1)'],
  ]);
});

test('H4 names the line of a quote that is never closed', async () => {
  expect(await failure('a;b\n1;2\n"x;y\n3;4\n')).toMatchObject({
    code: 'PARSE_FAILED',
    text: { nb: expect.stringContaining('anførselstegn') as string },
  });
});

test('H4 refuses an empty file', async () => {
  expect(await failure('')).toMatchObject({ code: 'FILE_UNREADABLE' });
});

test('S3 counts rows at the limit and one above', async () => {
  const limits = { entries: 10, ratio: 100, decompressedBytes: 1000, rows: 3 };
  const three = Buffer.from('a;b\n1;2\n3;4\n');
  expect(await readTables(three, 'fil.csv', limits)).toHaveLength(1);
  const four = Buffer.from('a;b\n1;2\n3;4\n5;6\n');
  await expect(readTables(four, 'fil.csv', limits)).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
  });
});
