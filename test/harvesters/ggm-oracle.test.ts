/** The whole of GGM v2.5.1, when it lies beside the project: counts that were made independently of the importer (model.md 2.3, 8.2). */
import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import ggm from '../../harvesters/ggm/index.js';
import {
  inheritanceDepths,
  layerBreaks,
  propertyCounts,
} from '../../src/assemble/inference/model-facts.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import { modelOf } from '../../src/rdf/model-of.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dct, kdm, modelldcatno, rdf, xsd } from '../../src/rdf/vocabularies.js';
import { ShaclValidator } from '../../src/validate/shacl-validator.js';
import { BASE, canonical, fetchAll, mapAll, type Harvested } from './dataset-register-support.js';

const GGM = '../shared/spec/ggm/v2.5.1';
const WORDS = { nb: 'GGM', nn: 'GGM', en: 'GGM' };
const isThere = existsSync(`${GGM}/csv/classes.csv`);
const validator = new ShaclValidator({
  shapesFolder: 'shapes',
  ontologyFolder: 'ontology',
  base: BASE,
});
afterAll(() => validator.close());

function sourceOf(more: object) {
  const given = { version: '2.5.1', title: WORDS, description: WORDS, ...more };
  return { id: 'ggm', kind: 'ggm', options: ggm.options.parse(given) };
}

async function importFrom(more: object) {
  const source = sourceOf(more);
  const fetched: Harvested<unknown> = await fetchAll(ggm, source, catalogueFiles(GGM));
  const { quads, issues } = mapAll(ggm, source, fetched.records as never, {
    policy: () => 'apen',
  });
  return { fetched, quads, issues };
}

let fromCsv: ReturnType<typeof importFrom> | undefined;
const csv = () => (fromCsv ??= importFrom({ folder: 'csv' }));

function count<T>(things: Iterable<T>, keyOf: (one: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of things) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1;
  return counts;
}
const local = (value: string) => value.replace(/^.*[#/]/, '');

describe.skipIf(!isThere)('GGM v2.5.1', () => {
  test('elements by class', async () => {
    const { quads, fetched } = await csv();
    const types = quads.filter(({ predicate }) => predicate.equals(rdf.type));
    expect(count(types, ({ object }) => local(object.value))).toEqual({
      InformationModel: 2,
      Module: 60,
      ObjectType: 954,
      DataType: 11,
      Attribute: 4298,
      SimpleType: 63,
      CodeList: 521,
      CodeElement: 4453,
      Association: 1071,
      Specialization: 304,
    });
    expect(fetched.records).toHaveLength(2985);
  });

  test('1 073 associations are read: 1 071 are stated, 2 are told of', async () => {
    const { fetched } = await csv();
    expect(count(fetched.rejections, ({ rejected }) => rejected.code)).toEqual({
      REFERENCE_DANGLING: 2,
    });
  });

  test('4 attributes without a name and 2 that point at proxies are told of', async () => {
    const { fetched, issues } = await csv();
    expect(count(fetched.reported, ({ code }) => code)).toEqual({
      FIELD_MISSING: 4,
      REFERENCE_DANGLING: 2,
    });
    expect(fetched.reported.every(({ origin }) => /attributes\.csv#L\d+$/.test(origin ?? ''))).toBe(
      true,
    );
    expect(count(issues, ({ code }) => code)).toEqual({ MULTIPLICITY_VOID: 3 });
  });

  test('attributes by type', async () => {
    const graph = new GraphIndex((await csv()).quads);
    const typeOf = (attribute: string): string => {
      const simple = graph.node(attribute, modelldcatno.hasSimpleType)?.value;
      if (simple !== undefined) return local(simple).replace(/^ggm-([a-z]+).*$/, '$1');
      const links = [
        modelldcatno.hasValueFrom,
        modelldcatno.hasDataType,
        modelldcatno.containsObjectType,
        kdm.sourceDatatype,
      ];
      return local(links.find((one) => graph.objects(attribute, one).length > 0)?.value ?? '–');
    };
    const attributes = graph.instances(modelldcatno.Attribute);
    expect(count(attributes, ({ value }) => typeOf(value))).toEqual({
      string: 1595,
      date: 708,
      integer: 576,
      boolean: 285,
      decimal: 133,
      datetime: 99,
      time: 3,
      wkt: 87,
      guid: 50,
      email: 2,
      uri: 1,
      edtf: 16,
      hasValueFrom: 268,
      hasDataType: 21,
      containsObjectType: 93,
      sourceDatatype: 361,
    });
    const required = attributes.filter((one) => graph.text(one, modelldcatno.minOccurs) === '1');
    expect(required).toHaveLength(579);
    expect(attributes.filter((one) => graph.text(one, xsd.minOccurs) === '0')).toHaveLength(3719);
  });

  test('object types and data types by policy area', async () => {
    const graph = new GraphIndex((await csv()).quads);
    const classes = [
      ...graph.instances(modelldcatno.ObjectType),
      ...graph.instances(modelldcatno.DataType),
    ];
    const areaOf = (one: { value: string }) =>
      local(graph.node(one.value, kdm.policyArea)?.value ?? '–');
    expect(count(classes, areaOf)).toEqual({
      0: 13,
      1: 30,
      2: 20,
      3: 6,
      4: 27,
      5: 83,
      6: 288,
      7: 16,
      8: 120,
      9: 148,
      10: 16,
      99: 198,
    });
  });

  test('every element has an id of its own and belongs to the model', async () => {
    const { quads } = await csv();
    const graph = new GraphIndex(quads);
    const subjects = [...graph.subjects()];
    expect(subjects).toHaveLength(11737);
    expect(subjects.filter((one) => modelOf(graph, one) !== `${BASE}id/modell/ggm`)).toEqual([]);
    expect(subjects.every((one) => graph.types(one).length === 1)).toBe(true);
    expect(Math.max(...subjects.map((one) => local(one).length))).toBeLessThanOrEqual(80);
    expect(quads).toHaveLength(106325);
  });

  test('GEMMA’s list says of no element anything else than its package does', async () => {
    const list = 'gemma/ggm_export_objects_for_gemma.csv';
    const { quads } = await importFrom({ folder: 'csv', gemma: list });
    expect(canonical(quads)).toEqual(canonical((await csv()).quads));
  });

  test.skipIf(!existsSync(`${GGM}/gemeentelijk-gegevensmodel.xlsx`))(
    'the workbook gives the same statements as the CSV files, and the only unknown sheets or columns are none',
    async () => {
      const { quads, fetched } = await importFrom({ file: 'gemeentelijk-gegevensmodel.xlsx' });
      expect(canonical(quads)).toEqual(canonical((await csv()).quads));
      expect(fetched.reported.filter(({ code }) => code === 'HEADER_UNKNOWN')).toEqual([]);
    },
  );

  test('two runs give the same bytes', async () => {
    const again = await importFrom({ folder: 'csv' });
    expect(canonical(again.quads)).toEqual(canonical((await csv()).quads));
  });

  test('the cookbook’s rules find what they are known to find', async () => {
    const { quads } = await csv();
    const graph = new GraphIndex(quads);
    const inferred = [propertyCounts, inheritanceDepths, layerBreaks].flatMap((rule): Quad[] => [
      ...rule(graph),
    ]);
    const report = await validator.validate([...quads, ...inferred], 'ggm-rules');
    if (report.state === 'no-targets') throw new Error('nothing was checked');
    expect(report.counts).toMatchObject({ violation: 0, info: 0 });
    expect(count(report.results, ({ shape }) => local(shape))).toEqual({
      'MOD-m1-object-type': 16,
      'MOD-m1-code-list': 483,
      'MOD-m3-type': 361,
      'MOD-m4-properties': 113,
      'MOD-m5-codes': 91,
      'MOD-m7-multiplicity': 23,
      'MOD-p1-upward': 61,
      'MOD-p1-sideways': 7,
    });
    const depths = inferred.filter(({ predicate }) => predicate.equals(kdm.inheritanceDepth));
    expect(count(depths, ({ object }) => object.value)).toEqual({ 1: 175, 2: 95, 3: 17, 4: 5 });
    expect(graph.literals(`${BASE}id/modell/ggm`, dct.title)).toHaveLength(3);
  });
});
