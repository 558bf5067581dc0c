/** Rows without an id and rows of tables: what identifies them, and what their columns are called. */
import { expect, test } from 'vitest';
import processingRegister from '../../harvesters/processing-register/index.js';
import type { ProcessingRegisterOptions } from '../../harvesters/processing-register/options.js';
import type { Source } from '../../src/harvest/harvester.js';
import { fetchAll, filesOf, mapAll, type Mapped } from './dataset-register-support.js';
import { WORLD } from './processing-register-world.js';

function sourceOf(options: unknown): Source<ProcessingRegisterOptions> {
  const parsed = processingRegister.options.parse(options);
  return { id: 'protokoll', kind: 'processing-register', options: parsed };
}

async function mapped(
  options: unknown,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Mapped> {
  const source = sourceOf(options);
  const { records } = await fetchAll(processingRegister, source, filesOf(files));
  return mapAll(processingRegister, source, records, WORLD);
}

function carrier(...rows: readonly object[]): string {
  return JSON.stringify({ data: rows });
}
const ROW = {
  id: 1,
  behandlingen: 'Utlån',
  behandlingsansvarlig: { id: 3, navn: 'Vannverket' },
};

test('a row without id keeps its IRI when all but name and owner changes', async () => {
  const iriOf = async (row: object): Promise<string | undefined> => {
    const { quads } = await mapped({ files: ['a.json'] }, { 'a.json': carrier(row) });
    return quads[0]?.subject.value;
  };
  const row = { ...ROW, id: undefined, systemer: [{ id: 1 }, { id: 2 }], formaal: 'A' };
  const first = await iriOf(row);
  const changed = {
    ...row,
    behandlingen: ' UTLÅN ',
    internt_ansvarlig: 'Kundesenteret',
    systemer: [{ id: 3 }],
    formaal: 'B',
  };
  expect(await iriOf(changed)).toBe(first);
  expect(await iriOf({ ...row, behandlingen: 'Annet' })).not.toBe(first);
  expect(await iriOf({ ...row, behandlingsansvarlig: { id: 4 } })).not.toBe(first);
});

test('an empty cell of the table that is filled in leaves every row its IRI', async () => {
  const header = 'Virksomhet;Behandlingen;Den registrerte;Opplysninger;Systemer og programvarer';
  const keysOf = async (...rows: string[]): Promise<string[]> => {
    const files = filesOf({ 'a.csv': [header, ...rows].join('\n') });
    const { records } = await fetchAll(processingRegister, sourceOf({ files: ['a.csv'] }), files);
    return records.map(({ key }) => key);
  };
  const [reading, moving] = ['VANN;Avlesning;Beboere;Navn;', 'VANN;Flytting;Beboere;Navn;Arkiv'];
  const before = await keysOf(reading, moving);
  expect(await keysOf(`${reading}Gebyrsystem`, moving)).toEqual(before);
  expect(await keysOf(moving, reading)).toEqual(before.toReversed());
});

test('rows of one owner and name are apart by unit and systems; the same row twice has one key', async () => {
  const row = { ...ROW, id: undefined, internt_ansvarlig: 'Sentrum', systemer: [{ id: 1 }] };
  const keysOf = async (...rows: object[]): Promise<string[]> => {
    const files = filesOf({ 'a.json': carrier(...rows) });
    const { records } = await fetchAll(processingRegister, sourceOf({ files: ['a.json'] }), files);
    return records.map(({ key }) => key);
  };
  const other = { ...row, internt_ansvarlig: 'Vest' };
  const [first, second, again] = await keysOf(row, other, row);
  expect(second).not.toBe(first);
  expect(again).toBe(first);
  expect(await keysOf({ ...row, systemer: [] }, { ...other, systemer: [] })).toEqual([
    first,
    second,
  ]);
});

test('a row of a table says under which headings its fields stand; one of the carrier has none', async () => {
  const header = 'Virksomhet;Behandlingen;Den registrerte;Krav sikkerhetsnivå;systemer';
  const files = filesOf({
    'a.csv': `${header}\nVANN;Avlesning;Beboere;Intern;Gebyrsystem\n`,
    'a.json': carrier(ROW),
  });
  const source = sourceOf({ files: ['a.csv', 'a.json'] });
  const { records } = await fetchAll(processingRegister, source, files);
  expect(records.map(({ headings }) => headings)).toEqual([
    {
      behandlingsansvarlig: 'Virksomhet',
      behandlingen: 'Behandlingen',
      den_registrerte: 'Den registrerte',
      krav_sikkerhetsnivaa: 'Krav sikkerhetsnivå',
    },
    undefined,
  ]);
});

test('findings of a table name the column as the table heads it', async () => {
  const header = 'Virksomhet;Behandlingen;Den registrerte;Opplysninger;Systemer og programvarer';
  const { issues } = await mapped(
    { files: ['a.csv'] },
    { 'a.csv': `${header}\nVANN;Avlesning;Beboere;;\nVANN;Flytting;Beboere;***;Ukjent\n` },
  );
  expect(issues.map(({ code, message }) => [code, /«[A-ZÅ][^»]*»/.exec(message.nb)?.[0]])).toEqual(
    expect.arrayContaining([
      ['FIELD_MISSING', '«Opplysninger»'],
      ['FIELD_MISSING', '«Systemer og programvarer»'],
      ['VALUE_WITHHELD', '«Opplysninger»'],
      ['REFERENCE_DANGLING', '«Systemer og programvarer»'],
    ]),
  );
});
