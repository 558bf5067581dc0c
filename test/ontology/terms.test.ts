/** The terms of the municipal data model (model.md 3 and 4): whole, defined once, none unknown, none unused. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTables } from '../../src/harvest/table-reader.js';
import { dct, kdm, KDM_ONTOLOGY, owl, rdf, rdfs, schema, vs } from '../../src/rdf/vocabularies.js';
import {
  hasSpec,
  kdmTerms,
  languagesOf,
  ONTOLOGY,
  readGraph,
  SPEC,
  texts,
  turtleFiles,
} from './support.js';

const files = turtleFiles(ONTOLOGY);
const graph = readGraph(...files);
const terms = kdmTerms(graph);
const short = (iri: string): string => iri.slice(kdm.$.base.length);

test('every term has a label and a definition in nb, nn and en', () => {
  expect(terms.length).toBeGreaterThan(140);
  for (const property of [rdfs.label, rdfs.comment])
    expect(terms.filter((one) => languagesOf(graph, one, property) !== 'nb nn en')).toEqual([]);
});

test('nynorsk is not a copy of bokmål: few definitions are spelt the same in both', () => {
  const textIn = (term: string, lang: string): string | undefined =>
    graph.literals(term, rdfs.comment).find(({ language }) => language === lang)?.value;
  const same = terms.filter((one) => textIn(one, 'nb') === textIn(one, 'nn'));
  expect(same.length).toBeLessThan(terms.length / 20);
});

test('every term is one class or one property, has a status, and belongs to the ontology', () => {
  const kinds = [owl.Class, owl.ObjectProperty, owl.DatatypeProperty].map(({ value }) => value);
  for (const term of terms) {
    expect([short(term), graph.types(term).filter((one) => kinds.includes(one)).length]).toEqual([short(term), 1]);
    expect([short(term), graph.text(term, vs.term_status)]).toEqual([short(term), 'testing']);
    expect([short(term), graph.node(term, rdfs.isDefinedBy)?.value]).toEqual([short(term), KDM_ONTOLOGY]);
  }
});

test('classes begin with a capital letter, properties do not, and say what they are said of and what their value is', () => {
  for (const term of terms) {
    const isClass = graph.types(term).includes(owl.Class.value);
    expect([short(term), /^[A-Z]/.test(short(term))]).toEqual([short(term), isClass]);
    if (isClass) continue;
    expect([short(term), graph.nodes(term, schema.domainIncludes).length > 0]).toEqual([short(term), true]);
    const ranges = graph.nodes(term, schema.rangeIncludes).map(({ value }) => value);
    expect([short(term), ranges.length > 0]).toEqual([short(term), true]);
    const isLiteral = graph.types(term).includes(owl.DatatypeProperty.value);
    const datatypes = ranges.filter((one) => one.includes('XMLSchema#') || one === rdf.langString.value);
    expect([short(term), datatypes.length]).toEqual([short(term), isLiteral ? 1 : 0]);
  }
});

test('a term is defined in one file only', () => {
  const places = new Map<string, string[]>();
  for (const file of files)
    for (const term of kdmTerms(readGraph(file)))
      places.set(term, [...(places.get(term) ?? []), basename(file)]);
  expect([...places].filter(([, where]) => where.length > 1)).toEqual([]);
});

test('every file is a module of the ontology, with a title in three languages', () => {
  for (const file of files) {
    const module = `${KDM_ONTOLOGY}/${basename(file, '.ttl')}`;
    expect([file, languagesOf(graph, module, dct.title)]).toEqual([file, 'nb nn en']);
    expect(graph.node(module, dct.isPartOf)?.value).toBe(KDM_ONTOLOGY);
  }
});

test('the ontology says its title, description, version, licence, maker and date', () => {
  expect(languagesOf(graph, KDM_ONTOLOGY, dct.title)).toBe('nb nn en');
  expect(languagesOf(graph, KDM_ONTOLOGY, dct.description)).toBe('nb nn en');
  expect(graph.text(KDM_ONTOLOGY, owl.versionInfo)).toMatch(/^\d+\.\d+\.\d+$/);
  expect(graph.node(KDM_ONTOLOGY, dct.license)?.value).toBe('https://creativecommons.org/licenses/by/4.0/');
  expect(graph.node(KDM_ONTOLOGY, dct.creator)?.value).toBe('https://w3id.org/datavev/');
  expect(graph.text(KDM_ONTOLOGY, dct.modified)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('no statement has a nameless node: all of it is published', () => {
  const subjects = [...graph.subjects()];
  expect(subjects.filter((one) => !/^(https?|urn):/.test(one))).toEqual([]);
});

test('a GGM element is named by the GUID of its id', () => {
  const elements = graph.withPredicate(kdm.equivalentElement).map(({ object }) => object.value);
  expect(new Set(elements).size).toBe(16);
  for (const element of elements) {
    const id = graph.text(element, dct.identifier) ?? '';
    expect(element).toBe(`urn:uuid:${id.replace(/^EAID_/, '').replaceAll('_', '-').toLowerCase()}`);
  }
});

test.skipIf(!hasSpec)('every GGM element has the id and the name that it has in GGM 2.5.1', async () => {
  const [sheet] = await readTables(
    readFileSync(join(SPEC, 'ggm/v2.5.1/csv/classes.csv')),
    'classes.csv',
  );
  const [header, ...rows] = sheet?.rows ?? [];
  const columns = ['id', 'name'].map((name) => header?.cells.indexOf(name) ?? -1);
  const inGgm = new Set(rows.map(({ cells }) => columns.map((one) => cells[one]).join(' ')));
  const elements = graph.withPredicate(kdm.equivalentElement).map(({ object }) => object.value);
  const ours = elements.map((one) => `${graph.text(one, dct.identifier)} ${graph.text(one, rdfs.label)}`);
  expect(ours.filter((one) => !inGgm.has(one))).toEqual([]);
});

test.skipIf(!hasSpec)('every super term of DPV exists in the pinned release', () => {
  const dpv = readGraph(...['dpv', 'eu-gdpr', 'risk'].map((name) => join(SPEC, 'dpv-2.3', `${name}.ttl`)));
  const supers = [rdfs.subClassOf, rdfs.subPropertyOf]
    .flatMap((property) => graph.withPredicate(property))
    .map(({ object }) => object.value)
    .filter((one) => one.startsWith('https://w3id.org/dpv'));
  expect(supers.length).toBeGreaterThan(4);
  expect(supers.filter((one) => !dpv.has(one))).toEqual([]);
});

/** Terms of model.md 4 that nothing delivers yet, and what will. A term leaves the list when something uses it. */
const WAITING: Readonly<Record<string, string>> = {
  DataAsset: 'a harvester of a data platform',
  classifiedBy: 'corrections by stewards',
  coversFunction: 'a register of units',
  coversModule: 'datasets that cover a whole module of a model',
  involvesProcess: 'a register of services',
  supportedBySystem: 'a register of services',
};

describe('terms in use', () => {
  const CODE = /\bkdm[.:](?!ttl\b)([A-Za-z]\w*)/g;
  const used = new Map<string, string>();
  const where = ['src', 'site', 'harvesters', 'shapes', 'catalog-data', 'test'];
  for (const [path, text] of texts(where, /\.(ts|ttl|ya?ml|rq)$/)) {
    if (path.startsWith('test/ontology') || path.endsWith('rdf/vocabularies.ts')) continue;
    for (const [, name = ''] of text.matchAll(CODE)) if (!used.has(name)) used.set(name, path);
  }

  test('no mapper, rule, shape, description or fixture uses a term that is not defined', () => {
    // Words that tests make up to be unknown, and what belongs to the program, not to the model.
    const invented = new Set(['hidden', 'Uvanlig', 'ukjent', 'systemOwnr']);
    const known = new Set(terms.map(short));
    const unknown = [...used].filter(([name]) => !known.has(name) && !invented.has(name));
    expect(unknown).toEqual([]);
  });

  test('every term is used by a mapper, a rule, a shape, a description or a fixture, or waits for a named source', () => {
    const unused = terms.map(short).filter((name) => !used.has(name));
    expect(unused).toEqual(Object.keys(WAITING));
  });
});

test('the repository knows one kdm namespace', () => {
  const found = new Set<string>();
  const folders = ['src', 'site', 'harvesters', 'shapes', 'ontology', 'catalog-data', 'test', 'docs'];
  for (const text of texts(folders, /\.(ts|ttl|ya?ml|rq|md|json|jsonld|hbs)$/).values())
    for (const [iri] of text.matchAll(/https?:\/\/[^\s"'<>`)#]*\/kdm#/g)) found.add(iri);
  expect([...found]).toEqual([kdm.$.base]);
});
