/**
 * The W3C test suite of SHACL Core (w3c/data-shapes), every report, result by result. It comes with the package of
 * shacl-engine, which is tested with it too.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { GraphIndex } from '../../../src/rdf/graph-index.js';
import { termText } from '../../../src/rdf/nquads.js';
import { parseTurtle } from '../../../src/rdf/parse.js';
import type { Quad, Term } from '../../../src/rdf/terms.js';
import { sh } from '../../../src/rdf/vocabularies.js';
import { vocabulary } from '../../../src/rdf/vocabulary.js';
import { NONE } from '../../../src/store/snapshot.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';
import { BoundShapes } from '../../../src/validate/compiled/check.js';
import { compileShapes } from '../../../src/validate/compiled/compile.js';
import { pathText, readPath } from '../../../src/validate/compiled/paths.js';
import { localName } from '../../../src/validate/shape-terms.js';

const ENGINE = dirname(createRequire(import.meta.url).resolve('shacl-engine'));
const SUITE = join(ENGINE, 'test/assets/data-shapes/core');
const mf = vocabulary(
  'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#',
  'include',
  'action',
  'result',
);
const sht = vocabulary('http://www.w3.org/ns/shacl-test#', 'dataGraph', 'shapesGraph', 'Validate');

const parsed = new Map<string, readonly Quad[]>();

/** Read once: blank nodes of data, shapes and expected report are the same. */
function read(file: string): readonly Quad[] {
  const known = parsed.get(file);
  if (known) return known;
  const { quads } = parseTurtle(readFileSync(file, 'utf8'), {
    file,
    baseIri: pathToFileURL(file).href,
  });
  parsed.set(file, quads);
  return quads;
}

interface Case {
  readonly name: string;
  readonly data: readonly Quad[];
  readonly shapes: readonly Quad[];
  readonly expected: readonly string[];
}

function casesOf(manifest: string): readonly Case[] {
  const graph = new GraphIndex(read(manifest));
  const fileOf = (term: Term | undefined): string =>
    term && term.value !== '' ? fileURLToPath(term.value) : manifest;
  const own = graph.instances(sht.Validate).map((test): Case => {
    const [action] = graph.objects(test, mf.action);
    const [report] = graph.objects(test, mf.result);
    const graphOf = (name: 'dataGraph' | 'shapesGraph'): readonly Quad[] =>
      read(fileOf(action && graph.objects(action, sht[name])[0]));
    const results = report ? graph.objects(report, sh.$.term('result')) : [];
    return {
      name: test.value.slice(pathToFileURL(SUITE).href.length + 1),
      data: graphOf('dataGraph'),
      shapes: graphOf('shapesGraph'),
      expected: results.map((one) => expectedLine(graph, one)).sort(),
    };
  });
  const included = graph.withPredicate(mf.include).map(({ object }) => fileURLToPath(object.value));
  return [...own, ...included.flatMap(casesOf)];
}

function expectedLine(graph: GraphIndex, result: Term): string {
  const only = (name: string): Term | undefined => graph.objects(result, sh.$.term(name))[0];
  const path = only('resultPath');
  const read = path && readPath(graph, path);
  return line(
    only('focusNode'),
    read && pathText(read),
    only('value'),
    only('resultSeverity')?.value,
    localName(only('sourceConstraintComponent')?.value ?? '').replace('ConstraintComponent', ''),
    only('sourceShape'),
  );
}

function line(...parts: readonly (Term | string | undefined)[]): string {
  return parts.map((one) => (typeof one === 'object' ? termText(one) : (one ?? '-'))).join(' ');
}

function foundLines({ data, shapes }: Case): readonly string[] {
  const bound = new BoundShapes(compileShapes(shapes), snapshotOf(data));
  const term = (id: number): Term | undefined =>
    id === NONE ? undefined : bound.data.terms.term(id);
  return Array.from(bound.check(), (one) => {
    const shape = bound.shapes.shapes[one.shape];
    return line(
      term(one.focus),
      term(one.predicate)?.value ?? shape?.pathText,
      term(one.value),
      shape?.severity,
      shape?.constraints[one.constraint]?.component,
      shape?.name,
    );
  }).sort();
}

const cases = casesOf(join(SUITE, 'manifest.ttl'));

test('the suite has its 98 cases', () => {
  expect(cases).toHaveLength(98);
});

test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  expect(foundLines(one)).toEqual(one.expected);
});
