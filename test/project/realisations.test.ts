/** A realisation ties a dataset to an object type: it is public when both are, or else it would tell of the hidden one (C6). */
import { expect, test } from 'vitest';
import { OPEN, shown } from './projection-world.js';

const world = (dataset: string, objectType: string): readonly string[] =>
  shown(`
    @prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
    :d a dcat:Dataset ; kdm:recordClass konf:${dataset} .
    :o a m:ObjectType ; kdm:recordClass konf:${objectType} .
    :r a kdm:Realisation ; ${OPEN} ; kdm:dataset :d ; kdm:objectType :o ; kdm:authoritative true ; kdm:mappedFrom "HR (ark.csv)" .
  `).subjects;

test('with both ends public, so is the realisation', () => {
  expect(world('apen', 'apen')).toEqual(['d', 'o', 'r']);
});

test('with one end hidden, nothing is said', () => {
  expect(world('intern', 'apen')).toEqual(['o']);
  expect(world('apen', 'beskyttet')).toEqual(['d']);
});

test('with one end missing, nothing is said', () => {
  expect(shown(`:r a kdm:Realisation ; ${OPEN} ; kdm:authoritative true .`).subjects).toEqual([]);
});

test('where the mapping was read from is never told', () => {
  const graph = `:d a dcat:Dataset ; ${OPEN} .
    :o a <https://data.norge.no/vocabulary/modelldcatno#ObjectType> ; ${OPEN} .
    :r a kdm:Realisation ; ${OPEN} ; kdm:dataset :d ; kdm:objectType :o ; kdm:mappedFrom "HR (ark.csv)" .`;
  expect(shown(graph).lines.join()).not.toContain('ark.csv');
});
