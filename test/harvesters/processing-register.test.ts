import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import processingRegister from '../../harvesters/processing-register/index.js';
import type { ProcessingRegisterOptions } from '../../harvesters/processing-register/options.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import type { Source } from '../../src/harvest/harvester.js';
import { dpv } from '../../src/rdf/vocabularies.js';
import { workbook } from '../harvest/table-files.js';
import {
  canonical,
  expected,
  fetchAll,
  filesOf,
  findings,
  mapAll,
  type Mapped,
} from './dataset-register-support.js';
import { FIXTURES, WORLD } from './processing-register-world.js';

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

test('maps the JSON carrier and the subscriptions to DPV', async () => {
  const source = sourceOf({ files: ['carrier.json'], subscriptions: 'subscriptions.json' });
  const found = await fetchAll(processingRegister, source, catalogueFiles(FIXTURES));
  expect(found.reported).toEqual([]);
  expect(found.rejections.map(({ type, origin }) => `${type} ${origin}`)).toEqual([
    'abonnement subscriptions.json#/data/1',
  ]);
  const { quads, issues } = mapAll(processingRegister, source, found.records, WORLD);
  expect(canonical(quads)).toEqual(expected(`${FIXTURES}/carrier.ttl`));
  expect(findings(issues)).toEqual([
    'behandling 901 CODE_UNKNOWN',
    'behandling 901 LEGAL_BASIS_UNREAD',
    'behandling 901 REFERENCE_DANGLING',
    'behandling 901 TERM_UNMAPPED',
    'behandling 901 TERM_UNMAPPED',
    'behandling 902 DATE_INVALID',
    'behandling 902 FIELD_MISSING',
    'behandling 902 FIELD_MISSING',
    'behandling 902 FIELD_MISSING',
    'behandling 902 VALUE_WITHHELD',
  ]);
});

test('maps a protocol table, with its own words for the class, hidden cells and names with two hits', async () => {
  const source = sourceOf({ files: ['protocol.csv'] });
  const found = await fetchAll(processingRegister, source, catalogueFiles(FIXTURES));
  expect([found.reported, found.rejections]).toEqual([[], []]);
  const { quads, issues } = mapAll(processingRegister, source, found.records, WORLD);
  expect(canonical(quads)).toEqual(expected(`${FIXTURES}/protocol.ttl`));
  expect(issues.map(({ code }) => code).sort()).toEqual([
    'CLASS_UNKNOWN',
    'REFERENCE_AMBIGUOUS',
    'REFERENCE_DANGLING',
    'TERM_UNMAPPED',
    'TERM_UNMAPPED',
    'VALUE_WITHHELD',
  ]);
});

test('reads a workbook with the header in row 7, two sheets and a note, as the table it is', async () => {
  const text = readFileSync(`${FIXTURES}/protocol.csv`, 'utf8');
  const { readTables } = await import('../../src/harvest/table-reader.js');
  const [sheet] = await readTables(Buffer.from(text), 'protocol.csv');
  const [header = [], first = [], second = []] = (sheet?.rows ?? []).map(({ cells }) => [...cells]);
  const blank = Array.from({ length: 5 }, () => [null]);
  const book = workbook({
    'Les meg': [['Oppdiktede rader']],
    Ark1: [['Protokoll 2017'], ...blank, header, first],
    Ark2: [header, second],
  });
  const { quads } = await mapped({ files: ['p.xlsx'] }, { 'p.xlsx': book });
  expect(canonical(quads)).toEqual(expected(`${FIXTURES}/protocol.ttl`));
});

test('H10 gives the same statements whatever the order of rows, members and files', async () => {
  const document = JSON.parse(readFileSync(`${FIXTURES}/carrier.json`, 'utf8')) as {
    data: object[];
  };
  const turned = document.data
    .map((row) => Object.fromEntries(Object.entries(row).reverse()))
    .reverse();
  const { quads } = await mapped(
    { files: ['b.json', 'a.csv'], subscriptions: 's.json' },
    {
      'b.json': carrier(...turned),
      'a.csv': readFileSync(`${FIXTURES}/protocol.csv`, 'utf8'),
      's.json': readFileSync(`${FIXTURES}/subscriptions.json`, 'utf8'),
    },
  );
  const both = [...expected(`${FIXTURES}/carrier.ttl`), ...expected(`${FIXTURES}/protocol.ttl`)];
  expect(canonical(quads)).toEqual([...new Set(both)].sort());
});

test('C7 no number of the source stands in an IRI', async () => {
  const { quads } = await mapped(
    { files: ['a.json'] },
    { 'a.json': carrier({ ...ROW, id: 4711 }) },
  );
  expect(quads.length).toBeGreaterThan(3);
  for (const { subject, object } of quads) {
    expect(subject.value).not.toContain('4711');
    if (object.termType === 'NamedNode') expect(object.value).not.toContain('4711');
  }
});

test('other records find a processing by the number of the register', () => {
  const record = {
    key: '401',
    type: 'behandling',
    origin: 'x',
    payload: { processing: { id: '401' } },
  };
  const { aliases } = processingRegister.identify(
    record,
    (type, key) => `https://x.example/${type}/${key}` as never,
    sourceOf({ files: ['x'] }),
  );
  expect(aliases).toEqual(['behandling:401']);
});

test('the owner of the options owns rows that name none', async () => {
  const row = { id: 1, behandlingen: 'Utlån' };
  const { quads } = await mapped({ files: ['a.json'], owner: 'VANN' }, { 'a.json': carrier(row) });
  const publisher = quads.find(({ predicate }) => predicate.value.endsWith('/publisher'));
  expect(publisher?.object.value).toBe('https://data.oslo.example/id/virksomhet/vann');
});

test('an agreement is with somebody: a row that says there is one, but not with whom, is told so', async () => {
  const row = { ...ROW, databehandleravtale_status_boolean: true };
  const { quads, issues } = await mapped({ files: ['a.json'] }, { 'a.json': carrier(row) });
  expect(canonical(quads).filter((line) => line.includes('/avtale/'))).toEqual([]);
  expect(issues.filter(({ message }) => message.nb.includes('navn_databehandler'))).toHaveLength(1);
});

test('the answers on the need for a DPIA are never more open than the policy for them', async () => {
  const row = { ...ROW, behovForDPIA: { konklusjon: 'Ufullstendig' } };
  const { quads } = await mapped({ files: ['a.json'] }, { 'a.json': carrier(row) });
  const classes = canonical(quads).filter(
    (line) => line.includes('/dpiabehov/') && line.includes('#recordClass'),
  );
  expect(classes).toHaveLength(10);
  expect(classes.every((line) => line.includes('/konfidensialitet/beskyttet>'))).toBe(true);
});

const ROWS = Array.from({ length: 20 }, (_, index) => ({ ...ROW, id: index + 1 }));
const without = (count: number): object[] =>
  ROWS.map((row, index) => (index < count ? { ...row, behandlingsansvarlig: null } : row));

test('rule 7: one row of twenty without an owner is a finding, two are a failure', async () => {
  const { issues } = await mapped({ files: ['a.json'] }, { 'a.json': carrier(...without(1)) });
  expect(issues.filter(({ message }) => message.nb.includes('behandlingsansvarlig'))).toHaveLength(
    1,
  );
  await expect(
    mapped({ files: ['a.json'] }, { 'a.json': carrier(...without(2)) }),
  ).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});

test.each([
  ['a missing file', {}, 'FILE_MISSING'],
  ['an empty file', { 'a.json': '' }, 'FILE_UNREADABLE'],
  ['a cut document', { 'a.json': '{"data": [{"id": 1' }, 'FILE_UNREADABLE'],
  ['a list without rows', { 'a.json': carrier() }, 'FILE_UNREADABLE'],
  ['another shape', { 'a.json': '{"rows": []}' }, 'SOURCE_INCONSISTENT'],
  ['a wrong count', { 'a.json': '{"antall": 2, "data": [{}]}' }, 'SOURCE_INCONSISTENT'],
])('H4 fails as a whole with %s', async (_, files: Record<string, string>, code) => {
  await expect(mapped({ files: ['a.json'] }, files)).rejects.toMatchObject({ code });
});

test('H4 fails as a whole when a table has no header', async () => {
  await expect(
    mapped({ files: ['a.csv'] }, { 'a.csv': 'en;to;tre\n1;2;3\n' }),
  ).rejects.toMatchObject({ code: 'TABLE_HEADER_MISSING' });
});

test('turns away graded, ended and malformed rows, one by one', async () => {
  const source = sourceOf({ files: ['a.json'] });
  const rows = [
    ROW,
    { ...ROW, id: 2, krav_sikkerhetsnivaa: { id: 9, navn: '4 ⚫ Gradert' }, formaal: 'kanari' },
    { ...ROW, id: 3, avsluttet: '2025-01-01' },
    { ...ROW, id: 4, systemer: 'Gebyrsystem' },
    'ikke et objekt',
    { behandlingsansvarlig: { id: 3 } },
  ];
  const found = await fetchAll(
    processingRegister,
    source,
    filesOf({ 'a.json': JSON.stringify({ data: rows }) }),
  );
  expect(found.records).toHaveLength(1);
  expect(found.rejections.map(({ key, rejected }) => `${key} ${rejected.code}`)).toEqual([
    '2 GRADED',
    '3 RECORD_OUT_OF_SCOPE',
    'a.json#/data/3 FIELD_FORM',
    'a.json#/data/4 RECORD_MALFORMED',
    'a.json#/data/5 RECORD_MALFORMED',
  ]);
  expect(JSON.stringify(found)).not.toContain('kanari');
});

test('P3 a member named __proto__ is an unknown field and nothing more', async () => {
  const source = sourceOf({ files: ['a.json'] });
  const text = `{"data": [{"id": 1, "behandlingen": "A", "behandlingsansvarlig": {"id": 3}, "__proto__": {"polluted": "kanari"}}]}`;
  const found = await fetchAll(processingRegister, source, filesOf({ 'a.json': text }));
  expect(found.reported.map(({ message }) => message.nb)).toEqual([
    expect.stringContaining('«__proto__»') as string,
  ]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(JSON.stringify(found)).not.toContain('kanari');
});

test('who confirms being the controller is; the owner of the row alone is not', async () => {
  const controllerOf = async (row: object): Promise<(string | undefined)[]> => {
    const { quads } = await mapped({ files: ['a.json'] }, { 'a.json': carrier(row) });
    return quads
      .filter(({ predicate }) => predicate.equals(dpv.hasDataController))
      .map(({ object }) => object.value);
  };
  const confirmed = { ...ROW, bekreftet_behandlingsansvarlig: { id: 3 } };
  expect(await controllerOf(confirmed)).toEqual(['https://data.oslo.example/id/virksomhet/vann']);
  expect(await controllerOf(ROW)).toEqual([]);
});
