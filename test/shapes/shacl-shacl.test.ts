/**
 * The shapes against SHACL's own shapes (W3C SHACL 2017, appendix C). They come with the package of
 * shacl-engine: the suite that it is tested with.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { compiledRun } from '../validate/compiled/runs.js';
import { SHAPES } from './fixtures.js';

const ENGINE = dirname(createRequire(import.meta.url).resolve('shacl-engine'));
const SHACL_SHACL = 'test/assets/data-shapes/core/complex/shacl-shacl-data-shapes.ttl';

function read(file: string): readonly Quad[] {
  return parseTurtle(readFileSync(file, 'utf8'), { file }).quads;
}
const check = compiledRun(read(join(ENGINE, SHACL_SHACL)));

test.each(readdirSync(SHAPES).filter((name) => name.endsWith('.ttl')))(
  '%s is a well-formed shapes graph',
  (file) => {
    expect(check(read(join(SHAPES, file)))).toEqual([]);
  },
);

test.each([
  ['a count that is no number', 'sh:path ex:p ; sh:minCount "en"'],
  ['two paths', 'sh:path ex:p, ex:q ; sh:minCount 1'],
  ['no path', 'sh:minCount 1'],
  ['a list that never ends', 'sh:path ex:p ; sh:in [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ]'],
  ['a node kind of its own', 'sh:path ex:p ; sh:nodeKind ex:Thing'],
])('%s is found', (_what, body) => {
  const shapes = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://form.example/> .
    ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:property ex:P . ex:P a sh:PropertyShape ; ${body} .`;
  expect(check(parseTurtle(shapes).quads).length).toBeGreaterThan(0);
});
