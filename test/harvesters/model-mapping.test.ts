import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import modelMapping from '../../harvesters/model-mapping/index.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import { attributeAlias, objectTypeAlias } from '../../src/harvest/model-names.js';
import { iri } from '../../src/model/iri.js';
import {
  BASE,
  canonical,
  expected,
  fetchAll,
  filesOf,
  findings,
  mapAll,
  type World,
} from './dataset-register-support.js';

const FIXTURES = 'harvesters/model-mapping/fixtures';
const PERSON = 'id/objekttype/ggm-person';
const UNIT = 'id/objekttype/ggm-afdeling';
const attribute = (type: string, name: string) => attributeAlias(iri(BASE + type), name);

/** What the other sources describe: a dataset, two systems, and a small model. */
const WORLD: World = {
  aliases: {
    'datasett:ansatte': ['id/datasett/ansatte'],
    'dataressurs:tabeller': ['id/dataressurs/tabeller'],
    'systemnavn:lønnssystemet': ['id/system/lonn'],
    [objectTypeAlias('NatuurlijkPersoon')]: [PERSON],
    [objectTypeAlias('EAID_1')]: [PERSON],
    [objectTypeAlias('Afdeling')]: [UNIT],
    [objectTypeAlias('Categorie')]: ['id/objekttype/ggm-en', 'id/objekttype/ggm-to'],
    [attribute(PERSON, 'burgerservicenummer')]: ['id/attributt/ggm-bsn'],
    [attribute(PERSON, 'naam')]: ['id/attributt/ggm-naam'],
    [attribute(PERSON, 'telefoonnummer')]: ['id/attributt/ggm-telefoon'],
    [attribute(UNIT, 'afdelingID')]: ['id/attributt/ggm-afdelingid'],
    [attribute(UNIT, 'naam')]: ['id/attributt/ggm-afdelingnaam'],
  },
  tables: {
    personopplysninger: { fødselsnummer: { dpv: 'https://w3id.org/dpv/pd#OfficialID' } },
  },
  policy: (type, key) =>
    type === 'dataelement'
      ? 'beskyttet'
      : type === 'realisering' && key === 'tabeller'
        ? 'apen'
        : 'intern',
};

function sourceOf(...mappings: readonly object[]) {
  const options = modelMapping.options.parse({ mappings });
  return { id: 'modell-kobling', kind: 'model-mapping', options };
}
const TEMPLATE = sourceOf({ file: 'mal.csv', dataset: 'ansatte' });
const HEADINGS = sourceOf({
  file: 'entitet.csv',
  dataset: 'tabeller',
  application: 'Lønnssystemet',
});
const files = catalogueFiles(FIXTURES);

test.each([
  ['the seven columns of the template, and ours', 'mal', TEMPLATE],
  ['an object type as a row of its own above its attributes', 'entitet', HEADINGS],
])('%s are mapped as the Turtle beside them says', async (_name, file, source) => {
  const { records } = await fetchAll(modelMapping, source, files);
  const { quads } = mapAll(modelMapping, source, records, WORLD);
  expect(canonical(quads)).toEqual(expected(`${FIXTURES}/${file}.ttl`));
});

test('a row that cannot be used is turned away, with its line', async () => {
  const { rejections } = await fetchAll(modelMapping, TEMPLATE, files);
  expect(rejections.map(({ origin, rejected }) => [origin, rejected.message.en])).toEqual([
    ['mal.csv#L9', 'The record cannot be used: objekttype mangler.'],
    ['mal.csv#L10', 'The record cannot be used: attributt mangler.'],
    [
      'mal.csv#L12',
      'The record is marked as security graded and is rejected. Its content is not kept.',
    ],
  ]);
});

test('a name that the model does not have is told with its row and the nearest name, and leaves nothing in the graph', async () => {
  const { records } = await fetchAll(modelMapping, TEMPLATE, files);
  const { issues } = mapAll(modelMapping, TEMPLATE, records, WORLD);
  const origins = new Map(records.map(({ type, key, origin }) => [`${type} ${key}`, origin]));
  const told = issues.map(({ record, message, hint }) => [
    origins.get(record ?? ''),
    message.en,
    hint?.en,
  ]);
  expect(told).toEqual([
    [
      'mal.csv#L4',
      '"Telefonnummer" in "attributt" is not in the information model. The mapping is left out.',
      'Did you mean "telefoonnummer"? Blanks, underscores and capitals do not matter.',
    ],
    [
      'mal.csv#L5',
      '"Namm" in "attributt" is not in the information model. The mapping is left out.',
      'Did you mean "naam"? Blanks, underscores and capitals do not matter.',
    ],
    [
      'mal.csv#L6',
      '"helt noe annet" in "attributt" is not in the information model. The mapping is left out.',
      'Write the name as it stands in the model, or the id of the element there.',
    ],
    [
      'mal.csv#L7',
      '"Organisatie" in "objekttype" is not in the information model. The mapping is left out.',
      'Write the name as it stands in the model, or the id of the element there.',
    ],
    [
      'mal.csv#L8',
      '"objekttype" refers to Categorie, which may be several.',
      'Use the number instead of the name.',
    ],
  ]);
});

test('class, level and category that are in no list are told, and nothing is stated for them', async () => {
  const rows =
    'Kildetabell;Kildekolonne;Objekttype;Attributt;Konfidensialitet;Personvernnivå;Kategori personopplysning\n' +
    'A;B;EAID_1;naam;Rød;9;Kallenavn\n';
  const source = sourceOf({ file: 'k.csv', dataset: 'ansatte' });
  const { records } = await fetchAll(modelMapping, source, filesOf({ 'k.csv': rows }));
  const { quads, issues } = mapAll(modelMapping, source, records, WORLD);
  const element = 'dataelement ansatte  eaid1 A.B naam';
  expect(findings(issues)).toEqual([
    `${element} CLASS_UNKNOWN`,
    `${element} CODE_UNKNOWN`,
    `${element} TERM_UNMAPPED`,
  ]);
  expect(canonical(quads).join('\n')).not.toMatch(
    /confidentialityClass|privacyLevel|hasPersonalData/,
  );
});

test('a dataset and a system that no source has are told once, not for every column', async () => {
  const source = sourceOf({ file: 'mal.csv', dataset: 'finnes-ikke' });
  const { records } = await fetchAll(modelMapping, source, files);
  const mapped = mapAll(modelMapping, source, records, WORLD);
  expect(mapped.quads).toEqual([]);
  expect(mapped.issues.filter(({ message }) => message.en.includes('finnes-ikke'))).toHaveLength(3);

  const archive = sourceOf({ file: 'entitet.csv', dataset: 'tabeller', application: 'Arkivet' });
  const fetched = await fetchAll(modelMapping, archive, files);
  const { issues } = mapAll(modelMapping, archive, fetched.records, WORLD);
  expect(issues.map(({ message }) => message.en)).toEqual([
    '"kildesystem" refers to Arkivet, which does not exist.',
    '"Organisatie" in "objekttype" is not in the information model. The mapping is left out.',
  ]);
});

test('who made a row, and colleagues whom a note speaks to, are never kept', async () => {
  const kept = await fetchAll(modelMapping, TEMPLATE, files);
  expect(JSON.stringify(kept)).not.toContain('Kari');
  expect(kept.reported).toEqual([]);
});

test('sheets of a workbook that are no mapping are passed over; a file without one is no good', async () => {
  const source = sourceOf({ file: 'sql.csv', dataset: 'ansatte' });
  const fetched = fetchAll(modelMapping, source, filesOf({ 'sql.csv': 'Navn;SQL\na;select 1\n' }));
  await expect(fetched).rejects.toMatchObject({ code: 'TABLE_HEADER_MISSING' });
});

test('two sheets about the same object type of the same application make one realisation', async () => {
  const [first, second] = ['A', 'B'].map(
    (column) => `Kildetabell;Kildekolonne;Objekttype;Attributt\nT;${column};Afdeling;naam\n`,
  );
  const source = sourceOf(
    { file: 'en.csv', dataset: 'ansatte' },
    { file: 'to.csv', dataset: 'ansatte' },
  );
  const sheets = filesOf({ 'en.csv': first ?? '', 'to.csv': second ?? '' });
  const { records } = await fetchAll(modelMapping, source, sheets);
  expect(records.map(({ type, origin }) => [type, origin])).toEqual([
    ['dataelement', 'en.csv#L2'],
    ['dataelement', 'to.csv#L2'],
    ['realisering', 'en.csv#L2'],
  ]);
});

test('options: unknown keys and no mapping at all are refused', () => {
  expect(() => sourceOf({ file: 'a.csv', dataset: 'b', fil: 'c' })).toThrow('fil');
  expect(() => sourceOf()).toThrow();
});

const DELFT = '../shared/spec/ggm/mappings';
test.skipIf(!existsSync(DELFT))('a real sheet of Delft is read whole', async () => {
  const source = sourceOf({
    file: 'CiVision-PinkRoccade-mapping.csv',
    dataset: 'ansatte',
    application: 'CiVision',
  });
  const { records, rejections, reported } = await fetchAll(
    modelMapping,
    source,
    catalogueFiles(DELFT),
  );
  const count = (type: string) => records.filter((one) => one.type === type).length;
  expect([count('dataelement'), count('realisering'), rejections, reported]).toEqual([
    49,
    13,
    [],
    [],
  ]);
});

test('a sheet in the folder that the source does not name is told of', async () => {
  const sheet = 'kildetabell;kildekolonne;objekttype;attributt\nT;K;NatuurlijkPersoon;naam\n';
  const source = sourceOf({ file: 'ark/a.csv', dataset: 'ansatte' });
  const files = filesOf({ 'ark/a.csv': sheet, 'ark/b.csv': sheet, 'annet/c.csv': sheet });
  const { reported } = await fetchAll(modelMapping, source, files);
  expect(reported.map(({ code, origin }) => [code, origin])).toEqual([
    ['SHEET_UNUSED', 'ark/b.csv'],
  ]);
});
