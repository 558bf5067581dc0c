/** The example in the guide is real: it parses, and its terms and codes exist. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseTurtle } from '../../src/rdf/parse.js';
import { kdm, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { ONTOLOGY, readGraph, ROOT, turtleFiles } from './support.js';

test('the example of the guide names only terms and codes that are defined', () => {
  const guide = readFileSync(join(ROOT, 'docs/guide/data-model.md'), 'utf8');
  const [, turtle = ''] = /```turtle\n(.*?)```/s.exec(guide) ?? [];
  const { quads } = parseTurtle(turtle, { file: 'data-model.md' });
  const defined = readGraph(...turtleFiles(ONTOLOGY), ...turtleFiles(join(ONTOLOGY, 'codes')));
  const named = quads
    .flatMap(({ predicate, object }) => [predicate.value, object.value])
    .filter((one) => one.startsWith(kdm.$.base) || one.startsWith(`${VOCAB_BASE}kode/`));
  expect(new Set(named).size).toBeGreaterThan(10);
  expect(named.filter((one) => !defined.has(one))).toEqual([]);
});
