import { expect, test } from 'vitest';
import datasetRegister from '../../harvesters/dataset-register/index.js';
import type { DatasetRegisterOptions } from '../../harvesters/dataset-register/options.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import type { Source } from '../../src/harvest/harvester.js';
import {
  canonical,
  expected,
  fetchAll,
  filesOf,
  findings,
  mapAll,
  type World,
} from './dataset-register-support.js';
import { workbook } from '../harvest/table-files.js';

const FIXTURES = 'harvesters/dataset-register/fixtures';
const WORLD: World = {
  aliases: {
    'virksomhet:mil': ['id/virksomhet/mil'],
    'virksomhet:958935420': ['id/virksomhet/958935420'],
    'kartoteket:system:17': ['id/system/luftlager'],
    'kartoteket:system:18': ['id/system/vaerlager'],
    'kartoteket:system:dobbel': ['id/system/a', 'id/system/b'],
    'behandling:401': ['id/behandling/maaling'],
    'begrep:luftkvalitet': ['id/begrep/luftkvalitet'],
  },
  policy: (type) => (type === 'kontakt' || type === 'distribusjon' ? 'apen' : 'intern'),
};

function sourceOf(options: unknown): Source<DatasetRegisterOptions> {
  const parsed = datasetRegister.options.parse({
    municipalitySpatial: 'https://data.geonorge.no/administrativeEnheter/kommune/id/173018',
    ...(options as object),
  });
  return { id: 'datasett', kind: 'dataset-register', options: parsed };
}
const REGISTER = sourceOf({ folder: 'register' });

test('maps the register to DCAT-AP-NO 3', async () => {
  const { records, rejections, reported } = await fetchAll(
    datasetRegister,
    REGISTER,
    catalogueFiles(FIXTURES),
  );
  expect([rejections, reported]).toEqual([[], []]);
  const { quads, issues } = mapAll(datasetRegister, REGISTER, records, WORLD);
  expect(canonical(quads)).toEqual(expected(`${FIXTURES}/register.ttl`));
  expect(findings(issues)).toEqual([
    'datasett uten-klasse CLASS_UNKNOWN',
    'datasett uten-klasse CLASS_UNKNOWN',
  ]);
});

test('gives the same records from sheets of one workbook as from files', async () => {
  const files = catalogueFiles(FIXTURES);
  const { readTables } = await import('../../src/harvest/table-reader.js');
  const sheets: Record<string, string[][]> = { 'Les meg': [['Eksempeldata']] };
  for (const path of await files.list('register', ['.csv'])) {
    const [sheet] = await readTables(await files.read(path), path);
    if (sheet) sheets[sheet.name] = sheet.rows.map(({ cells }) => [...cells]);
  }
  const source = sourceOf({ file: 'register.xlsx' });
  const book = filesOf({ 'register.xlsx': workbook(sheets) });
  const { records, reported } = await fetchAll(datasetRegister, source, book);
  const { quads } = mapAll(datasetRegister, source, records, WORLD);
  expect(canonical(quads)).toEqual(expected(`${FIXTURES}/register.ttl`));
  expect(reported.map(({ code }) => code)).toEqual(['HEADER_UNKNOWN']);
  expect(records[0]?.origin).toBe('register.xlsx#kontakter!R2');
});

test('turns away what may not or cannot be kept, and keeps nothing of it', async () => {
  const files = catalogueFiles(FIXTURES);
  const found = await fetchAll(datasetRegister, sourceOf({ folder: 'findings' }), files);
  expect(found.rejections.map(({ type, rejected }) => `${type} ${rejected.code}`).sort()).toEqual([
    'datasett GRADED',
    'distribusjon GRADED',
    'distribusjon REFERENCE_DANGLING',
    'kontakt RECORD_MALFORMED',
  ]);
  expect(found.reported.map(({ message }) => message.nb)).toEqual([
    'Kolonnen «fødselsnummer» er ukjent og er ikke lest.',
  ]);
  expect(JSON.stringify(found)).not.toContain('kanari');
});

test('leaves out the statement of each wrong value and says which', async () => {
  const source = sourceOf({ folder: 'findings', municipalitySpatial: undefined });
  const { records } = await fetchAll(datasetRegister, source, catalogueFiles(FIXTURES));
  const { quads, issues } = mapAll(datasetRegister, source, records, WORLD);
  expect(findings(issues)).toEqual([
    'datasett hull FIELD_MISSING',
    'datasett hull FIELD_MISSING',
    'datasett hull FIELD_MISSING',
    'datasett hull IRI_INVALID',
    'datasett hull REFERENCE_AMBIGUOUS',
    'datasett hull REFERENCE_DANGLING',
    'datasett hull REFERENCE_DANGLING',
    'datasett koder CODE_UNKNOWN',
    'datasett koder CODE_UNKNOWN',
    'datasett koder DATE_INVALID',
    'datasett koder IRI_INVALID',
    'datasett koder LABEL_UNKNOWN',
    'datasett koder REFERENCE_DANGLING',
    'datasett koder THEME_UNKNOWN',
    'datasett koder THEME_UNKNOWN',
    'datatjeneste stum FIELD_MISSING',
    'distribusjon uten-adresse CODE_UNKNOWN',
    'distribusjon uten-adresse CODE_UNKNOWN',
    'distribusjon uten-adresse CODE_UNKNOWN',
    'distribusjon uten-adresse FIELD_MISSING',
    'kontakt a IRI_INVALID',
  ]);
  expect(canonical(quads)).toEqual(expected(`${FIXTURES}/findings.ttl`));
});

test('suggests the Los word that has the same tail', async () => {
  const source = sourceOf({ folder: 'findings' });
  const { records } = await fetchAll(datasetRegister, source, catalogueFiles(FIXTURES));
  const { issues } = mapAll(datasetRegister, source, records, WORLD);
  const hints = issues.filter(({ code }) => code === 'THEME_UNKNOWN').map(({ hint }) => hint?.nb);
  expect(hints).toContain('Mente du ord/vann-og-avlop?');
});

const DATASET_HEADER =
  'datasett_id;tittel_nb;beskrivelse_nb;utgiver;kontakt;tema;tilgang;konfidensialitet;postklasse';
const CONTACTS = 'kontakt_id;navn;epost\nk;Gruppe;k@eksempel.example\n';

async function statementsOf(row: string, predicate: string, more = {}): Promise<string[]> {
  const files = filesOf({
    'r/kontakter.csv': CONTACTS,
    'r/datasett.csv': `${DATASET_HEADER}\nd;T;B;MIL;k;ENVI;${row}\n`,
  });
  const source = sourceOf({ folder: 'r', ...more });
  const { records } = await fetchAll(datasetRegister, source, files);
  const { quads } = mapAll(datasetRegister, source, records, WORLD);
  return quads
    .filter((one) => one.subject.value.endsWith('/datasett/d'))
    .filter((one) => one.predicate.value.endsWith(predicate))
    .map(({ object }) => object.value.replace(/^.*\//, ''));
}

test.each([
  ['PUBLIC;Åpen;Åpen', ['PUBLIC']],
  [';Intern;Åpen', []],
  ['PUBLIC;Beskyttet;Åpen', ['PUBLIC']],
  ['NON_PUBLIC;Åpen;Åpen', ['NON_PUBLIC']],
  ['PUBLIC;;Åpen', ['PUBLIC']],
  ['PUBLIC;Ukjent klasse;Åpen', []],
  ['NON_PUBLIC;Ukjent klasse;Åpen', ['NON_PUBLIC']],
  ['CONFIDENTIAL;Åpen;Åpen', []],
])('the access rights stated by "%s" are %j', async (row, rights) => {
  expect(await statementsOf(row, 'accessRights')).toEqual(rights);
});

test.each([
  ['PUBLIC;Åpen;åpent', ['apen']],
  ['PUBLIC;Åpen;', ['intern']],
  ['PUBLIC;Åpen;-', []],
  ['PUBLIC;Åpen;Åp\u200Ben', []],
  ['PUBLIC;Åpen;Åpen, Intern', []],
])('C2 the record class of "%s" is %j', async (row, classes) => {
  expect(await statementsOf(row, 'recordClass')).toEqual(classes);
});

const DECISION = { decidedBy: 'Fagstaben', decidedAt: '2026-10-01', reason: 'Alt er publisert.' };

test.each([
  ['says nothing', ';;Åpen', ['apen'], ['0']],
  ['says that it is open', 'PUBLIC;Åpen;Åpen', ['apen'], ['0']],
  ['says another class', 'PUBLIC;Intern;Åpen', ['intern'], []],
  ['says another access right', 'RESTRICTED;;Åpen', [], []],
  ['says what nobody understands', ';Hemmelighet;Åpen', [], []],
])(
  '4.5 in a source of data that are published already, a row that %s (%s)',
  async (_, row, classes, levels) => {
    const decided = { alreadyOpen: DECISION };
    expect(await statementsOf(row, 'confidentialityClass', decided)).toEqual(classes);
    expect(await statementsOf(row, 'privacyLevel', decided)).toEqual(levels);
    expect(await statementsOf(row, 'justification', decided)).toEqual(
      levels.map(() => 'Alt er publisert. (Fagstaben, 2026-10-01)'),
    );
  },
);

test('4.5 without that decision nothing fills in a class or a level', async () => {
  expect(await statementsOf(';;Åpen', 'confidentialityClass')).toEqual([]);
  expect(await statementsOf('PUBLIC;Åpen;Åpen', 'privacyLevel')).toEqual([]);
});

test.each(Object.keys(DECISION))('4.5 the decision must say its %s', (key) => {
  const parse = (alreadyOpen: object): unknown =>
    datasetRegister.options.parse({ folder: 'r', alreadyOpen });
  expect(parse(DECISION)).toMatchObject({ alreadyOpen: DECISION });
  expect(() => parse({ ...DECISION, [key]: undefined })).toThrow(key);
});

test('H10 gives the same statements whatever the order of rows', async () => {
  const files = catalogueFiles(FIXTURES);
  const turned: Record<string, string> = {};
  for (const path of await files.list('register', ['.csv'])) {
    const [header = '', ...rows] = new TextDecoder()
      .decode(await files.read(path))
      .trim()
      .split('\n');
    turned[path] = `${[header, ...rows.reverse()].join('\n')}\n`;
  }
  const { records } = await fetchAll(datasetRegister, REGISTER, filesOf(turned));
  const { quads } = mapAll(datasetRegister, REGISTER, records, WORLD);
  expect(canonical(quads)).toEqual(expected(`${FIXTURES}/register.ttl`));
});

test('every text has a language tag, and every part the class of its whole', () => {
  const quads = expected(`${FIXTURES}/register.ttl`);
  const texts = quads.filter((line) => /(title|description|keyword)> "/.test(line));
  expect(texts.every((line) => /"@(nb|nn|en) /.test(line))).toBe(true);
});

test.each([
  ['no datasets', { 'r/kontakter.csv': CONTACTS }, 'FILE_MISSING'],
  ['no contacts', { 'r/datasett.csv': `${DATASET_HEADER}\n` }, 'FILE_MISSING'],
  [
    'only a header',
    { 'r/kontakter.csv': CONTACTS, 'r/datasett.csv': `${DATASET_HEADER}\n` },
    'FILE_UNREADABLE',
  ],
  ['an empty file', { 'r/kontakter.csv': '' }, 'FILE_UNREADABLE'],
  [
    'a required column missing',
    { 'r/kontakter.csv': CONTACTS, 'r/datasett.csv': 'datasett_id;tittel_nb\nd;T\n' },
    'TABLE_HEADER_MISSING',
  ],
  [
    'rows of the wrong width',
    { 'r/kontakter.csv': CONTACTS, 'r/datasett.csv': `${DATASET_HEADER}\nd;T\n` },
    'TABLE_RAGGED',
  ],
  [
    'an HTML page',
    { 'r/kontakter.csv': '<html><body>Logg inn</body></html>' },
    'TABLE_HEADER_MISSING',
  ],
])('H4 fails as a whole with %s', async (_, files, code) => {
  const harvest = fetchAll(datasetRegister, sourceOf({ folder: 'r' }), filesOf(files));
  await expect(harvest).rejects.toMatchObject({ code });
});

test('refuses options that it does not know, and both folder and file', () => {
  for (const options of [{}, { folder: 'a', file: 'b' }, { folder: 'a', url: 'x' }])
    expect(() => datasetRegister.options.parse(options)).toThrow();
});
