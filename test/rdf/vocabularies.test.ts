/** The typed vocabularies hold what is used, and every term of ours is defined in ontology/ (model.md 3). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseTurtle } from '../../src/rdf/parse.js';
import * as vocabularies from '../../src/rdf/vocabularies.js';

const ROOT = join(import.meta.dirname, '../..');

function textBelow(folder: string): string {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('rdf/vocabularies.ts'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
    .join('\n');
}

test('every term of kdm that code uses is defined in the ontology', () => {
  const defined = new Set(
    readdirSync(join(ROOT, 'ontology'))
      .filter((name) => name.endsWith('.ttl'))
      .flatMap((name) => parseTurtle(readFileSync(join(ROOT, 'ontology', name), 'utf8')).quads)
      .map(({ subject }) => subject.value),
  );
  const used = Object.values(vocabularies.kdm).flatMap((term) =>
    'value' in term ? [term.value] : [],
  );
  expect(used.length).toBeGreaterThan(40);
  expect(used.filter((term) => !defined.has(term))).toEqual([]);
});

test('no term is listed that nothing uses', () => {
  const text = ['src', 'harvesters', 'site', 'test'].map(textBelow).join('\n');
  const unused = Object.entries(vocabularies)
    .filter(([, vocabulary]) => typeof vocabulary === 'object' && '$' in vocabulary)
    .filter(([name]) => name !== 'accessRight') // looked up by the code of a class
    .flatMap(([name, vocabulary]) =>
      Object.keys(vocabulary)
        .filter((term) => term !== '$')
        .filter((term) => !text.includes(`${name}.${term}`) && !text.includes(`${name}['${term}']`))
        .map((term) => `${name}.${term}`),
    );
  expect(unused).toEqual([]);
});
