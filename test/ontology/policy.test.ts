/** Policy areas and where they lead (model.md 4.7). What every code list must have is tested with the others. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { skos } from '../../src/rdf/vocabularies.js';

const read = (file: string) =>
  parseTurtle(readFileSync(`ontology/${file}`, 'utf8'), { file }).quads;
const areas = new GraphIndex(read('policy/iv3.ttl'));
const crosswalk = read('policy/crosswalk.ttl');
const targets = new GraphIndex([...read('codes/kostra.ttl'), ...read('vocab/eu-data-theme.ttl')]);

test('the areas are the numbers that GGM’s domains begin with', () => {
  const notations = areas.instances(skos.Concept).map((one) => areas.text(one, skos.notation));
  expect(notations).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '99']);
});

test('every area says in three languages what it is', () => {
  for (const area of areas.instances(skos.Concept)) {
    for (const property of [skos.prefLabel, skos.definition])
      expect(areas.literals(area, property).map(({ language }) => language)).toEqual([
        'nb',
        'nn',
        'en',
      ]);
  }
});

test('the crosswalk leads from areas that exist to functions and themes that exist, and claims no equality', () => {
  const properties = new Set(crosswalk.map(({ predicate }) => predicate.value));
  expect([...properties].sort()).toEqual([skos.narrowMatch.value, skos.relatedMatch.value]);
  for (const { subject, object } of crosswalk) {
    expect([subject.value, areas.has(subject)]).toEqual([subject.value, true]);
    expect([object.value, targets.has(object)]).toEqual([object.value, true]);
  }
});

test('every area but the two that cut across has functions of its own', () => {
  const withFunctions = new Set(
    crosswalk
      .filter(({ predicate }) => predicate.equals(skos.narrowMatch))
      .map(({ subject }) => areas.text(subject, skos.notation)),
  );
  expect([...withFunctions]).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
});
