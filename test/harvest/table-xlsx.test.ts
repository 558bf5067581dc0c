import { expect, test } from 'vitest';
import { TABLE_LIMITS } from '../../src/harvest/sheet.js';
import { readTables } from '../../src/harvest/table-reader.js';
import { workbook, zip, type ZipEntry } from './table-files.js';

async function cause(bytes: Uint8Array, name = 'fil.xlsx', limits = {}): Promise<string> {
  return readTables(bytes, name, { ...TABLE_LIMITS, ...limits }).then(
    () => 'read',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

/** A workbook's own parts are not needed to test limits that are checked before it is opened. */
function parts(count: number): ZipEntry[] {
  return Array.from({ length: count }, (_, index) => ({ name: `xl/part${index}.xml`, data: 'x' }));
}

test('P5 gives the stored value of a formula, leading zeros, dates and long numbers as text', async () => {
  const bytes = workbook({
    'Ark 1': [
      ['orgnr', 'kode', 'dato', 'sum', 'stort'],
      [
        '012345678',
        { t: 'n', v: 7, z: '000' },
        { t: 'n', v: 46000, z: 'dd.mm.yyyy' },
        { t: 'n', v: 3, f: '1+2' },
        958935420123,
      ],
    ],
  });
  const [sheet] = await readTables(bytes, 'fil.xlsx');
  expect(sheet?.rows[1]).toEqual({
    cells: ['012345678', '007', '2025-12-09', '3', '958935420123'],
    origin: 'fil.xlsx#Ark 1!R2',
    line: 2,
  });
});

test('gives every sheet with content, and rows by the number a person sees', async () => {
  const bytes = workbook({ Tom: [], A: [[null], ['x'], [null], ['y', 'å']], B: [['z']] });
  const sheets = await readTables(bytes, 'fil.xlsx');
  expect(sheets.map(({ name, rows }) => [name, rows.map(({ line }) => line)])).toEqual([
    ['A', [2, 4]],
    ['B', [1]],
  ]);
});

test('H4 refuses .xls with advice, by name and by content', async () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  expect(await cause(ole, 'fil.xls')).toContain('.xlsx');
  expect(await cause(ole)).toContain('.xlsx');
  expect(await cause(Buffer.from('x'), 'fil.ods')).toContain('.csv og .xlsx');
});

test('H4 says that a workbook has a password', async () => {
  const ole = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  expect(await cause(ole)).toContain('passord');
  expect(await cause(zip([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }]))).toContain('passord');
});

test('H4 refuses a file that was cut, at any place', async () => {
  const whole = workbook({
    A: [
      ['a', 'b'],
      ['1', '2'],
    ],
  });
  for (let share = 1; share < 20; share += 1) {
    const cut = whole.subarray(0, Math.floor((whole.length * share) / 20));
    expect(await cause(cut)).toMatch(/kuttet|arbeidsbok/);
  }
});

test('H4 refuses a zip that is no workbook', async () => {
  expect(await cause(zip([{ name: 'les-meg.txt', data: 'hei' }]))).toContain('arbeidsbok');
});

test('S3 refuses one entry more than the limit', async () => {
  expect(await cause(zip(parts(TABLE_LIMITS.entries)))).toContain('arbeidsbok');
  expect(await cause(zip(parts(TABLE_LIMITS.entries + 1)))).toContain('mer enn');
});

test('S3 refuses a zip bomb, by ratio and by bytes', async () => {
  const zeros = zip([{ name: 'xl/sharedStrings.xml', data: Buffer.alloc(5_000_000) }]);
  expect(await cause(zeros)).toContain('ganger');
  expect(await cause(zeros, 'fil.xlsx', { decompressedBytes: 4_999_999 })).toContain('for stor');
  expect(await cause(zeros, 'fil.xlsx', { ratio: 10_000, decompressedBytes: 5_000_000 })).toContain(
    'arbeidsbok',
  );
});

test('S3 unpacks to find that the sizes in the directory lie', async () => {
  const data = Buffer.alloc(2_000_000);
  expect(await cause(zip([{ name: 'xl/a.xml', data, statedSize: 10 }]))).toContain('stemmer ikke');
  expect(await cause(zip([{ name: 'xl/a.xml', data: 'x', statedSize: 99 }]))).toContain(
    'stemmer ikke',
  );
});

test('S3 refuses paths that leave the archive', async () => {
  for (const name of ['../../etc/passwd', '/etc/passwd', 'xl\\..\\x'])
    expect(await cause(zip([{ name, data: 'x' }]))).toContain('filsti');
});

test('P8 survives damaged bytes: it reads or refuses, and never throws anything else', async () => {
  const whole = workbook({
    A: [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
  });
  for (let seed = 1; seed <= 60; seed += 1) {
    const damaged = Uint8Array.from(whole);
    for (let step = 0; step < 12; step += 1) {
      const at = (seed * 7919 + step * 104_729) % damaged.length;
      damaged[at] = (damaged[at] ?? 0) ^ (1 << ((seed + step) % 8));
    }
    const outcome = await readTables(damaged, 'fil.xlsx').then(
      () => 'read',
      (error: unknown) => (error as { code?: string }).code,
    );
    expect(['read', 'FILE_UNREADABLE']).toContain(outcome);
  }
});
