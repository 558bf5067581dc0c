/** The GGM importer (model.md 8.2), rules 7 to 10: types, modules, ids and languages; and tables that are not in order. */
import { describe, expect, test } from 'vitest';
import { elementKey, foldId, globalIri } from '../../harvesters/ggm/ids.js';
import ggm from '../../harvesters/ggm/index.js';
import { simpleType } from '../../harvesters/ggm/simple-type.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import { attributeAlias, objectTypeAlias } from '../../src/harvest/model-names.js';
import { iri } from '../../src/model/iri.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { dct, kdm, modelldcatno, skos } from '../../src/rdf/vocabularies.js';
import { BASE, fetchAll, filesOf, findings, mapAll, mint } from './dataset-register-support.js';
import {
  element,
  fetched,
  harvestWith,
  PERSON,
  source,
  sourceOf,
  TABLES,
  TEXTS,
  WORKER,
  WORLD,
} from './ggm-world.js';

describe('rule 7: what type an attribute has', () => {
  test.each([
    [' AN80 ', 'string-80'],
    ['an', 'string'],
    ['Text', 'string'],
    ['N8', 'integer-8'],
    ['INT', 'integer'],
    ['Ja/Nee', 'boolean'],
    ['Bedrag', 'decimal'],
    ['DatumTijd', 'datetime'],
    ['GM_Surface', 'wkt'],
    ['OnvolledigeDatum', 'edtf'],
    ['GUID', 'guid'],
    ['URL', 'uri'],
  ])('the primitive %s is %s', (primitive, key) => {
    expect(simpleType(primitive)?.key).toBe(key);
  });

  test.each(['Leverancier', 'N10.2', 'AN0', 'Punt', '', undefined])(
    'the primitive %s is not known (m3)',
    (primitive) => {
      expect(simpleType(primitive)).toBeUndefined();
    },
  );

  test('a length is a length, and digits are digits', () => {
    expect(simpleType('AN12')).toMatchObject({ maxLength: 12 });
    expect(simpleType('N3')).toMatchObject({ totalDigits: 3 });
  });

  test('a code list counts before a class, and a class before the primitive', async () => {
    const { graph } = await harvestWith({});
    const of = (id: string) =>
      [
        modelldcatno.hasValueFrom,
        modelldcatno.hasDataType,
        modelldcatno.hasSimpleType,
        kdm.sourceDatatype,
      ].map((one) => graph.objects(element('attributt', id), one).length);
    expect(of('eaid_10000002_0000_4000_8000_000000000002')).toEqual([1, 0, 0, 0]);
    expect(of('eaid_10000003_0000_4000_8000_000000000003')).toEqual([0, 1, 0, 0]);
    expect(of('eaid_10000001_0000_4000_8000_000000000001')).toEqual([0, 0, 1, 0]);
    expect(of('eaid_10000004_0000_4000_8000_000000000004')).toEqual([0, 0, 0, 1]);
  });
});

describe('rule 8: modules and policy areas', () => {
  test('domain packages are modules, packages that only sort are not', async () => {
    const { graph } = await harvestWith({});
    expect(graph.instances(modelldcatno.Module).map(({ value }) => value)).toEqual(
      ['eapk_9', 'eapk_hr', 'eapk_99'].map((key) => element('modul', key)),
    );
  });

  test('an element lies in the nearest domain, and has the area of the nearest numbered one', async () => {
    const { graph } = await harvestWith({});
    const type = element('objekttype', WORKER);
    expect(graph.node(type, modelldcatno.belongsToModule)?.value).toBe(element('modul', 'eapk_hr'));
    expect(graph.node(type, kdm.policyArea)?.value).toBe('https://w3id.org/datavev/kode/iv3/9');
  });

  test('an area that the list does not have is told', async () => {
    const { issues } = await harvestWith({
      packages: 'EAPK_42,42 Ruimtevaart,EAPK_ROOT,Domein',
    });
    expect(findings(issues)).toContain('modul EAPK_42 CODE_UNKNOWN');
  });

  test('GEMMA places a class that lies outside every domain', async () => {
    const id = 'EAID_00000009_0000_4000_8000_000000000009';
    const rows = { classes: `${id},Los,EAPK_ROOT,Objecttype,False,,,,` };
    const list = 'GGM-guid,domein-iv3-guid\n{00000009-0000-4000-8000-000000000009},{HR}\n'.replace(
      '{HR}',
      'EAPK_HR',
    );
    const without = await harvestWith(rows);
    const type = element('objekttype', id.toLowerCase());
    expect(without.graph.node(type, modelldcatno.belongsToModule)).toBeUndefined();
    const placed = await harvestWith(rows, { gemma: 'gemma.csv' }, { 'gemma.csv': list });
    expect(placed.graph.node(type, modelldcatno.belongsToModule)?.value).toBe(
      element('modul', 'eapk_hr'),
    );
  });

  test('a package tree that goes in a ring does not hang the harvest', async () => {
    const { graph } = await harvestWith({
      packages: 'EAPK_A,A,EAPK_B,Domein\nEAPK_B,B,EAPK_A,Domein',
    });
    expect(graph.instances(modelldcatno.Module)).toHaveLength(5);
  });
});

describe('rule 9: ids are opaque', () => {
  test.each([
    ['EAID_F1E55DC7_0F33_40ea_8713_2E1AC3D7EE8D', 'ggm-eaid_f1e55dc7_0f33_40ea_8713_2e1ac3d7ee8d'],
    ['{EAID_93aad4ab_ad9e}', 'ggm-eaid_93aad4ab_ad9e'],
    ['EAID_dstA08DA1_3608_413b_BB96_7C6E57D04D0', 'ggm-eaid_dsta08da1_3608_413b_bb96_7c6e57d04d0'],
  ])('%s gives the key %s', (id, key) => {
    expect(elementKey(id)).toBe(key);
  });

  test('the global name is there for whole GUIDs alone', () => {
    expect(globalIri('EAID_F1E55DC7_0F33_40ea_8713_2E1AC3D7EE8D')).toBe(
      'urn:uuid:f1e55dc7-0f33-40ea-8713-2e1ac3d7ee8d',
    );
    expect(globalIri('EAID_F1E55DC7_0F33_40ea_8713_2E1AC3D7EE8')).toBeUndefined();
  });

  test('GEMMA writes the same ids in another way', () => {
    expect(foldId('{F1E55DC7-0F33-40ea-8713-2E1AC3D7EE8D}')).toBe(
      foldId('EAID_F1E55DC7_0F33_40ea_8713_2E1AC3D7EE8D'),
    );
  });
});

describe('rule 10: words in other languages', () => {
  const I18N = JSON.stringify({
    en: {
      classes: [{ [WORKER.toUpperCase()]: { name: 'Employee', definitie: '<b>Works.</b>' } }],
      attributes: 'nothing useful',
    },
    pl: { classes: [{ [PERSON.toUpperCase()]: { name: 'Osoba' } }] },
  });

  test('machine translations are marked as such, and only the languages asked for are taken', async () => {
    const more = { i18n: 'ggm.i18n.json', i18nLanguages: ['en'] };
    const { graph } = await harvestWith({}, more, { 'ggm.i18n.json': I18N });
    const worker = element('objekttype', WORKER);
    expect(graph.literals(worker, dct.title).map(({ language }) => language)).toEqual(['en', 'nl']);
    expect(graph.literals(worker, dct.description)[0]?.value).toBe('Works.');
    expect(graph.text(worker, kdm.translationStatus)).toBe('machine');
    expect(graph.text(element('objekttype', PERSON), kdm.translationStatus)).toBeUndefined();
  });

  test('labels made by hand come first, and are no machine text', () => {
    const id = 'EAID_00000001_0000_4000_8000_000000000001';
    const record = {
      type: 'objekttype',
      key: id,
      origin: 'x',
      payload: {
        id,
        title: { nl: 'Werknemer', nb: 'arbeidstaker' },
        isMachineText: true as const,
        attributes: [],
        associations: [],
        specializations: [],
      },
    };
    const labels = new Map([
      ['nb', 'Ansatt'],
      ['nn', 'Tilsett'],
    ]);
    const { quads } = mapAll(ggm, source, [record], {
      ...WORLD,
      codes: {
        label: (_iri, language) => labels.get(language),
        definition: (_iri, language) => (language === 'nb' ? 'En som arbeider.' : undefined),
      },
    });
    const graph = new GraphIndex(quads);
    const titles = graph.literals(element('objekttype', WORKER), dct.title);
    expect(titles.map(({ value, language }) => `${value}@${language}`)).toEqual([
      'Ansatt@nb',
      'Werknemer@nl',
      'Tilsett@nn',
    ]);
    expect(graph.text(element('objekttype', WORKER), kdm.translationStatus)).toBeUndefined();
  });
});

test('mapping sheets find object types and attributes by name', async () => {
  const { records } = await fetched();
  const worker = records.find(({ key }) => key.toLowerCase() === WORKER);
  if (!worker) throw new Error('no Werknemer');
  const { iri: own, aliases, parts = [] } = ggm.identify(worker, mint, source);
  expect(own).toBe(element('objekttype', WORKER));
  expect(aliases).toContain(objectTypeAlias('WERKNEMER'));
  expect(parts[0]).toEqual({
    iri: iri(element('attributt', 'eaid_10000001_0000_4000_8000_000000000001')),
    aliases: [attributeAlias(own, 'personeels_nummer')],
  });
});

describe('tables', () => {
  test('a missing table is a failure of the source', async () => {
    const rest = Object.fromEntries(
      Object.entries(TABLES).filter(([path]) => path !== 'model/classes.csv'),
    );
    await expect(fetchAll(ggm, source, filesOf(rest))).rejects.toMatchObject({
      code: 'FILE_MISSING',
    });
  });

  test('a column nobody has decided on is told, one that is known and not read is not', async () => {
    const [header = '', ...rows] = (TABLES['model/packages.csv'] ?? '').trim().split('\n');
    const packages = [`${header},geheim,author`, ...rows.map((row) => `${row},x,y`)].join('\n');
    const { reported } = await fetchAll(
      ggm,
      source,
      filesOf({ ...TABLES, 'model/packages.csv': packages }),
    );
    const unknown = reported.filter(({ code }) => code === 'HEADER_UNKNOWN');
    expect(unknown.map(({ message }) => message.en)).toEqual([
      'The column "geheim" is unknown and was not read.',
    ]);
  });

  test('a code without a list, and a class without a name, are told', async () => {
    const { reported, rejections } = await harvestWith({
      enumerationliterals: 'EAID_L9,EAID_NERGENS,los,,',
      classes: 'EAID_C9,,EAPK_HR,Objecttype,False,,,,',
    });
    expect(reported.map(({ code, origin }) => [code, origin])).toContainEqual([
      'REFERENCE_DANGLING',
      'model/enumerationliterals.csv#L4',
    ]);
    expect(rejections.map(({ key, rejected }) => [key, rejected.code])).toContainEqual([
      'EAID_C9',
      'FIELD_MISSING',
    ]);
  });
});

test('a publisher that nobody knows is told', async () => {
  const { records } = await fetched();
  expect(findings(mapAll(ggm, source, records, { policy: () => 'apen' }).issues)).toContain(
    'modell ggm REFERENCE_DANGLING',
  );
});

test('options: either a folder or a file, and a version of numbers', () => {
  const base = { version: '2.5.1', ...TEXTS };
  expect(() => ggm.options.parse({ ...base, folder: 'a', file: 'b.xlsx' })).toThrow('folder');
  expect(() => ggm.options.parse(base)).toThrow('folder');
  expect(() => ggm.options.parse({ ...base, folder: 'a', version: 'siste' })).toThrow('version');
  expect(ggm.options.parse({ ...base, file: 'b.xlsx' })).toMatchObject({
    licence: 'http://publications.europa.eu/resource/authority/licence/EUPL_1_2',
    attribution: 'Bron: Gemeentelijk Gegevensmodel, Gemeente Delft',
  });
});

test('the same element of every release is one: its global name is an exact match', async () => {
  const { graph } = await harvestWith({});
  expect(graph.node(element('objekttype', WORKER), skos.exactMatch)?.value).toBe(
    'urn:uuid:00000001-0000-4000-8000-000000000001',
  );
});

test('the sample of Oslo is whole: nothing in it leads out of it, and it is small', async () => {
  const oslo = sourceOf({ folder: 'samples/ggm', version: '2.5.1' });
  const sample = await fetchAll(ggm, oslo, catalogueFiles('catalog-data/oslo'));
  const { quads, issues } = mapAll(ggm, oslo, sample.records, WORLD);
  expect([sample.rejections, sample.reported, issues]).toEqual([[], [], []]);
  const graph = new GraphIndex(quads);
  expect(graph.instances(modelldcatno.ObjectType)).toHaveLength(106);
  expect(quads.length).toBeLessThan(6500);
  const elements = quads.filter(({ object }) => object.value.startsWith(`${BASE}id/`));
  const others = new Set([`${BASE}id/virksomhet/dig`]);
  expect(elements.filter(({ object }) => !graph.has(object) && !others.has(object.value))).toEqual(
    [],
  );
});
