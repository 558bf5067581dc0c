import { expect, test } from 'vitest';
import { attributeShares, realises } from '../../src/assemble/inference/realisations.js';
import type { InferenceRule } from '../../src/assemble/inference/rule.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { assembled, assembledSource } from '../support/assembled.js';
import { lines, turtle } from '../support/turtle.js';

const MODEL = '@prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .\n';
const run = (rule: (graph: GraphIndex) => ReturnType<InferenceRule>, text: string): string[] =>
  lines(rule(new GraphIndex(turtle(MODEL + text))));
const facts = (text: string): string[] => lines(turtle(MODEL + text));

const REALISATION = `
  <realisering/a> a kdm:Realisation ; kdm:dataset <datasett/ansatte> ; kdm:objectType <objekttype/person> .
`;

test('I1 a dataset realises the object type of its realisation', () => {
  expect(run(realises, REALISATION)).toEqual(
    facts('<datasett/ansatte> kdm:realises <objekttype/person> .'),
  );
});

test('half a realisation says nothing', () => {
  const half = '<realisering/a> a kdm:Realisation ; kdm:authoritative true ;';
  expect(run(realises, `${half} kdm:dataset <datasett/ansatte> .`)).toEqual([]);
  expect(run(realises, `${half} kdm:objectType <objekttype/person> .`)).toEqual([]);
});

test('the source of an object type is the system the mapping was read from', () => {
  const stated = `${REALISATION}
    <realisering/a> kdm:authoritative true ; kdm:system <system/lonn> .
    <datasett/ansatte> kdm:storedIn <system/lonn> , <system/arkiv> .`;
  expect(run(realises, stated)).toEqual(
    facts(`<datasett/ansatte> kdm:realises <objekttype/person> .
      <system/lonn> kdm:authoritativeFor <objekttype/person> .`),
  );
});

test('and where no such system is known, those the dataset is stored in', () => {
  const stated = `${REALISATION}
    <realisering/a> kdm:authoritative true .
    <datasett/ansatte> kdm:storedIn <system/lonn> , <system/arkiv> .`;
  expect(run(realises, stated)).toEqual(
    facts(`<datasett/ansatte> kdm:realises <objekttype/person> .
      <system/arkiv> kdm:authoritativeFor <objekttype/person> .
      <system/lonn> kdm:authoritativeFor <objekttype/person> .`),
  );
});

test('a realisation that is not called authoritative makes no system the source', () => {
  const stated = `${REALISATION} <realisering/a> kdm:authoritative false ; kdm:system <system/lonn> .`;
  expect(run(realises, stated)).toEqual(
    facts('<datasett/ansatte> kdm:realises <objekttype/person> .'),
  );
});

const PERSON = `
  <objekttype/person> a m:ObjectType ; m:hasProperty <attributt/navn> , <attributt/fodt> , <attributt/adresse> , <rolle/enhet> .
  <attributt/navn> a m:Attribute . <attributt/fodt> a m:Attribute . <attributt/adresse> a m:Attribute .
  <rolle/enhet> a m:Role .
`;
const ELEMENTS = `
  <datasett/ansatte> kdm:hasDataElement <dataelement/1> , <dataelement/2> , <dataelement/3> , <dataelement/4> .
  <dataelement/1> kdm:instanceOfAttribute <attributt/navn> .
  <dataelement/2> kdm:instanceOfAttribute <attributt/navn> .
  <dataelement/3> kdm:instanceOfAttribute <attributt/fodt> .
  <dataelement/4> kdm:instanceOfAttribute <attributt/annet> .
`;

test('I7 the share counts each attribute once, and neither relations nor attributes of other object types', () => {
  expect(run(attributeShares, REALISATION + PERSON + ELEMENTS)).toEqual(
    facts('<realisering/a> kdm:attributeShare 0.667 .'),
  );
});

test('an object type without attributes, or of which none is mapped, has no share: that is unknown, not zero', () => {
  expect(run(attributeShares, REALISATION + ELEMENTS)).toEqual([]);
  expect(run(attributeShares, REALISATION + PERSON)).toEqual([]);
});

test('a share that somebody states is left alone', () => {
  const stated = '<realisering/a> kdm:attributeShare 0.5 .';
  expect(run(attributeShares, REALISATION + PERSON + ELEMENTS + stated)).toEqual([]);
});

test('C3 what is inferred for the public comes from open descriptions alone', () => {
  const graph = (realisation: string): string => `
    <datasett/ansatte> a dcat:Dataset ; kdm:recordClass konf:apen .
    <realisering/a> a kdm:Realisation ; kdm:dataset <datasett/ansatte> ; kdm:objectType <objekttype/person> ;
      kdm:recordClass konf:${realisation} .`;
  const open = (realisation: string): string[] => {
    const records = ['datasett/ansatte', 'realisering/a'];
    const source = assembledSource('en', { records, graph: graph(realisation) });
    const { openInferred } = assembled([source]);
    return lines(openInferred.filter(({ predicate }) => predicate.value.endsWith('#realises')));
  };
  const fact = facts('<datasett/ansatte> kdm:realises <objekttype/person> .');
  expect(open('intern')).toEqual([]);
  expect(open('apen')).toEqual(fact);
});
