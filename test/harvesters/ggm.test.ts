/** The GGM importer (model.md 8.2), rules 1 to 6: what is kept, how many, and which text. */
import { describe, expect, test } from 'vitest';
import { nameKey } from '../../harvesters/ggm/ids.js';
import ggm from '../../harvesters/ggm/index.js';
import { isReadable, multiplicity } from '../../harvesters/ggm/multiplicity.js';
import { cleanText } from '../../harvesters/ggm/text.js';
import { dct, modelldcatno } from '../../src/rdf/vocabularies.js';
import { canonical, expected, findings, mapAll } from './dataset-register-support.js';
import { element, fetched, FIXTURES, harvestWith, source, WORLD } from './ggm-world.js';

test('the tables of a folder are mapped as model.ttl says', async () => {
  const { quads, issues } = mapAll(ggm, source, (await fetched()).records, WORLD);
  expect(canonical(quads)).toEqual(expected(`${FIXTURES}/model.ttl`));
  expect(findings(issues)).toEqual([
    'assosiasjon EAID_30000003_0000_4000_8000_000000000003 MULTIPLICITY_VOID',
  ]);
});

test('two runs give the same bytes', async () => {
  const run = async () => canonical(mapAll(ggm, source, (await fetched()).records, WORLD).quads);
  expect(await run()).toEqual(await run());
});

test('nobody who has drawn the model is kept', async () => {
  expect(JSON.stringify(await fetched())).not.toContain('Kari');
});

describe('rule 1: which classes are kept', () => {
  test('object types and data types are; proxies of the drawing tool are not', async () => {
    const { records } = await fetched();
    const classes = records.filter(({ type }) => ['objekttype', 'datatype'].includes(type));
    expect(classes.map(({ type, key }) => `${type} ${key.slice(0, 13)}`)).toEqual([
      'objekttype EAID_00000001',
      'objekttype EAID_00000002',
      'datatype EAID_00000003',
    ]);
  });

  test('what points at a proxy is told, with its row', async () => {
    const { rejections } = await fetched();
    expect(rejections.map(({ type, origin, rejected }) => [type, origin, rejected.code])).toEqual([
      ['assosiasjon', 'model/associations.csv#L5', 'REFERENCE_DANGLING'],
    ]);
  });

  test('an attribute that points at a proxy keeps its code list and loses its class', async () => {
    const { reported, graph } = await harvestWith({
      attributes:
        'EAID_A1,EAID_00000001_0000_4000_8000_000000000001,soort,,EAID_20000001_0000_4000_8000_000000000001,EAID_00000004_0000_4000_8000_000000000004,,,Ja',
    });
    expect(reported.map(({ code, origin }) => [code, origin])).toContainEqual([
      'REFERENCE_DANGLING',
      'model/attributes.csv#L9',
    ]);
    expect(graph.node(element('attributt', 'eaid_a1'), modelldcatno.hasValueFrom)?.value).toBe(
      element('kodeliste', 'eaid_20000001_0000_4000_8000_000000000001'),
    );
  });
});

describe('rule 2: attributes without a name', () => {
  test('the echo of an association says that it can be followed, and is no attribute', async () => {
    const { graph } = await harvestWith({});
    const relation = element('assosiasjon', 'eaid_30000001_0000_4000_8000_000000000001');
    expect(graph.text(relation, modelldcatno.navigable)).toBe('true');
    expect(graph.instances(modelldcatno.Attribute)).toHaveLength(5);
  });

  test('an echo at the other end says that only the other can follow it', async () => {
    const { graph } = await harvestWith({
      attributes:
        'EAID_src000002_0000_4000_8000_000000000002,EAID_00000002_0000_4000_8000_000000000002,,,,EAID_00000001_0000_4000_8000_000000000001,,,Ja',
    });
    const relation = element('assosiasjon', 'eaid_30000002_0000_4000_8000_000000000002');
    expect(graph.text(relation, modelldcatno.navigable)).toBe('false');
  });

  test('one that is no echo is told, with its row (m2)', async () => {
    const { reported } = await fetched();
    expect(reported.map(({ code, origin }) => [code, origin])).toEqual([
      ['FIELD_MISSING', 'model/attributes.csv#L6'],
    ]);
  });
});

test('rule 3: an attribute without an id goes by class and name', () => {
  expect(nameKey('EAID_1A_2B', 'Priotype vordering')).toBe('ggm-eaid_1a_2b-priotype-vordering');
});

describe('rule 4: how many there may be', () => {
  test.each([
    ['0', '-1', 0, '*'],
    ['1', '*', 1, '*'],
    ['-1', '-1', 0, '*'],
    ['1', '2', 1, 2],
    ['1', 'None', 1, 1],
    ['`1', '`1', 1, 1],
    [undefined, undefined, 1, 1],
  ])('%s..%s is %s..%s', (start, end, min, max) => {
    expect(multiplicity(start, end)).toEqual({ min, max });
  });

  test.each([
    ['0', '-1', true],
    ['None', '1', false],
    ['1', '`1', false],
    ['1', undefined, false],
  ])('%s..%s can be read: %s', (start, end, isWhole) => {
    expect(isReadable(start, end)).toBe(isWhole);
  });

  test('a relation without a name goes by its role, else by what it is', async () => {
    const { graph } = await harvestWith({});
    const titles = (id: string) =>
      graph
        .literals(element('assosiasjon', id), dct.title)
        .map(({ value, language }) => `${value}@${language}`);
    expect(titles('eaid_30000002_0000_4000_8000_000000000002')).toEqual(['partner@nl']);
    expect(titles('eaid_30000003_0000_4000_8000_000000000003')).toEqual([
      'is related to@en',
      'har relasjon til@nb',
      'har relasjon til@nn',
    ]);
  });
});

test('rule 5: an attribute is there at most once, and must be there where the table says Nee', async () => {
  const { graph } = await harvestWith({});
  const counts = (id: string) =>
    [modelldcatno.minOccurs, modelldcatno.maxOccurs].map((one) =>
      graph.text(element('attributt', id), one),
    );
  expect(counts('eaid_10000001_0000_4000_8000_000000000001')).toEqual(['1', '1']);
  expect(counts('eaid_10000002_0000_4000_8000_000000000002')).toEqual(['0', '1']);
});

test.each([
  ['Iets.#NOTES#Description: sjabloon', 'Iets.'],
  ['#NOTES#Description: sjabloon', undefined],
  ['<memo>', undefined],
  ['nan', undefined],
  ['<niet gespecificeerd>', undefined],
  ['<font color="#0e0e0e">Een <b>ding</b></font>', 'Een ding'],
  ['school<font color="#0e0e0e">carri&#232;re</font>', 'schoolcarrière'],
  ['Regel een<br/>regel twee', 'Regel een regel twee'],
  ['kinderen < 5 jaar &amp; ouders &#x2013; samen', 'kinderen < 5 jaar & ouders – samen'],
  ['&onbekend; blijft', '&onbekend; blijft'],
  ['&#0;&#1114112;', '&#0;&#1114112;'],
  ['  veel \n\n wit  ', 'veel wit'],
  [undefined, undefined],
])('rule 6: the text %j is read as %j', (raw, clean) => {
  expect(cleanText(raw)).toBe(clean);
});
