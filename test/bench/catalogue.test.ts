import { describe, expect, test } from 'vitest';
import { generateCatalogue } from '../../bench/data/catalogue.js';
import { changedCatalogue } from '../../bench/data/change.js';
import { totalOf } from '../../bench/data/defects.js';
import { shapeQuads } from '../../bench/peers/shapes.js';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { parseNQuads } from '../../src/rdf/parse-turtle.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dcat, dct, rdf, sh } from '../../src/rdf/vocabularies.js';
import { engineRun } from '../support/shacl-engine.js';

const CATALOGUE = generateCatalogue(12_000);
const TEXT = `${CATALOGUE.lines.join('\n')}\n`;
const QUADS = parseNQuads(TEXT);

describe('a generated catalogue', () => {
  test('is the same each time', () => {
    expect(generateCatalogue(12_000)).toEqual(CATALOGUE);
  });
  test('is canonical N-Quads: parsed and written again, the same bytes', () => {
    expect(canonicalNQuads(QUADS)).toBe(TEXT);
  });
  test('has as many statements as asked for, and ends with the dataset that reaches them', () => {
    expect(CATALOGUE.lines.length).toBeGreaterThanOrEqual(12_000);
    expect(CATALOGUE.lines.length).toBeLessThan(12_100);
  });
  test('has no blank nodes, and every statement lies in a named graph', () => {
    const terms = QUADS.flatMap(({ subject, object, graph }) => [subject, object, graph]);
    expect(terms.filter(({ termType }) => termType === 'BlankNode')).toEqual([]);
    expect(QUADS.filter(({ graph }) => graph.termType !== 'NamedNode')).toEqual([]);
  });
  test('has a graph for each municipality and one for what they share', () => {
    const graphs = new Set(QUADS.map(({ graph }) => graph.value));
    expect(graphs.size).toBe(CATALOGUE.municipalities + 1);
  });
  test('counts its datasets', () => {
    const datasets = QUADS.filter(
      ({ predicate, object }) => predicate.equals(rdf.type) && object.equals(dcat.Dataset),
    );
    expect(datasets).toHaveLength(CATALOGUE.datasets);
  });
});

describe('defects', () => {
  const count = (text: string): number => TEXT.split(text).length - 1;

  test('are counted by kind', () => {
    expect(CATALOGUE.defects.unknownAccess).toBe(count('/access-right/UNKNOWN>'));
    expect(CATALOGUE.defects.twoTitles).toBe(count('"Dobbel tittel '));
    expect(CATALOGUE.defects.badIdentifier).toBe(count('"DS '));
    const published = count(` <${dct.publisher.value}> `) - 21 * CATALOGUE.municipalities;
    expect(CATALOGUE.defects.noPublisher).toBe(CATALOGUE.datasets - published);
  });
  test('are found by the shapes, each once, and nothing else is', async () => {
    const check = await engineRun(shapeQuads());
    const results = await check(QUADS);
    expect(results).toHaveLength(totalOf(CATALOGUE.defects));
    expect(totalOf(CATALOGUE.defects)).toBeGreaterThan(30);
  });
});

test('the shapes are 46 property shapes, all with a name', () => {
  const paths = shapeQuads().filter(({ predicate }) => predicate.equals(sh.path));
  expect(paths.filter(({ subject }) => subject.termType === 'NamedNode')).toHaveLength(46);
  expect(paths).toHaveLength(46);
});

describe('a change', () => {
  const { text, added, removed } = changedCatalogue(TEXT, 10);

  test('is of as many datasets as asked for', () => {
    expect(new Set(removed.map(({ subject }) => subject.value)).size).toBe(10);
    expect(removed).toHaveLength(20);
    expect(added).toHaveLength(10);
  });
  test('is what lies between the catalogue before and after', () => {
    const gone = new Set(lines(removed));
    const after = [...CATALOGUE.lines.filter((line) => !gone.has(line)), ...lines(added)].sort();
    expect(text.trimEnd().split('\n').sort()).toEqual(after);
  });
});

function lines(quads: Iterable<Quad>): string[] {
  return canonicalNQuads(quads).trimEnd().split('\n');
}
