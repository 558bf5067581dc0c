/** What the modelling rules need to know of a model (model.md 2.3). */
import { expect, test } from 'vitest';
import {
  inheritanceDepths,
  layerBreaks,
  propertyCounts,
} from '../../src/assemble/inference/model-facts.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';

const PREFIXES = `
@base <https://data.oslo.example/id/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
@prefix iv3: <https://w3id.org/datavev/kode/iv3/> .
`;

function factsOf(rule: (graph: GraphIndex) => Iterable<Quad>, turtle: string): string[] {
  const local = (value: string) => value.replace(/^.*[#/]/, '');
  return [...rule(new GraphIndex(parseTurtle(PREFIXES + turtle).quads))]
    .map((one) =>
      [one.subject, one.predicate, one.object].map(({ value }) => local(value)).join(' '),
    )
    .sort();
}

test('an object type has its own attributes and those of all it inherits from', () => {
  const facts = factsOf(
    propertyCounts,
    `<a> a m:ObjectType ; m:hasProperty <a1> , <a2> .
     <b> a m:ObjectType ; m:hasProperty <b1> , <b-a> .
     <c> a m:ObjectType ; m:hasProperty <c-b> .
     <tom> a m:ObjectType .
     <a1> a m:Attribute . <a2> a m:Attribute . <b1> a m:Attribute .
     <b-a> a m:Specialization ; m:hasGeneralConcept <a> .
     <c-b> a m:Specialization ; m:hasGeneralConcept <b> .`,
  );
  expect(facts).toEqual([
    'a propertyCount 2',
    'b propertyCount 3',
    'c propertyCount 3',
    'tom propertyCount 0',
  ]);
});

test('an attribute inherited by two ways counts once', () => {
  const facts = factsOf(
    propertyCounts,
    `<a> a m:ObjectType ; m:hasProperty <a1> .
     <b> a m:ObjectType ; m:hasProperty <b-a> . <c> a m:ObjectType ; m:hasProperty <c-a> .
     <d> a m:ObjectType ; m:hasProperty <d-b> , <d-c> . <a1> a m:Attribute .
     <b-a> m:hasGeneralConcept <a> . <c-a> m:hasGeneralConcept <a> .
     <d-b> m:hasGeneralConcept <b> . <d-c> m:hasGeneralConcept <c> .`,
  );
  expect(facts).toContain('d propertyCount 1');
});

test('a relation is a property of the end that can follow it', () => {
  const facts = factsOf(
    propertyCounts,
    `<a> a m:ObjectType ; m:hasProperty <fram> , <bak> , <uklar> . <b> a m:ObjectType .
     <fram> a m:Association ; m:references <b> ; m:navigable true .
     <bak> a m:Association ; m:references <b> ; m:navigable false .
     <uklar> a m:Association ; m:references <b> .`,
  );
  expect(facts).toEqual(['a propertyCount 1', 'b propertyCount 1']);
});

test('depth is counted by the longest way, and only of what inherits', () => {
  const facts = factsOf(
    inheritanceDepths,
    `<a> a m:ObjectType . <b> a m:ObjectType ; m:hasProperty <b-a> .
     <c> a m:ObjectType ; m:hasProperty <c-b> , <c-a> .
     <b-a> m:hasGeneralConcept <a> . <c-b> m:hasGeneralConcept <b> . <c-a> m:hasGeneralConcept <a> .`,
  );
  expect(facts).toEqual(['b inheritanceDepth 1', 'c inheritanceDepth 2']);
});

test('types that inherit from each other in a ring do not hang', () => {
  const ring = `<a> a m:ObjectType ; m:hasProperty <a-b> , <a1> . <b> a m:ObjectType ; m:hasProperty <b-a> .
     <a1> a m:Attribute . <a-b> m:hasGeneralConcept <b> . <b-a> m:hasGeneralConcept <a> .`;
  expect(factsOf(propertyCounts, ring)).toEqual(['a propertyCount 1', 'b propertyCount 1']);
  expect(factsOf(inheritanceDepths, ring)).toEqual([
    'a inheritanceDepth 2',
    'b inheritanceDepth 2',
  ]);
});

const LAYERED = `
  <kjerne> a m:Module ; kdm:layer 0 ; kdm:policyArea iv3:99 .
  <ikt> a m:Module ; kdm:layer 1 ; kdm:policyArea iv3:9 .
  <skole> a m:Module ; kdm:layer 2 ; kdm:policyArea iv3:4 .
  <sfo> a m:Module ; kdm:layer 2 ; kdm:policyArea iv3:4 .
  <idrett> a m:Module ; kdm:layer 2 ; kdm:policyArea iv3:5 .
  <person> m:belongsToModule <kjerne> . <system> m:belongsToModule <ikt> .
  <elev> m:belongsToModule <skole> . <plass> m:belongsToModule <sfo> . <lag> m:belongsToModule <idrett> .
  <los> a m:ObjectType .
`;

test.each([
  ['from the core to a policy domain', 'person', 'elev', ['r upwardRelation elev']],
  ['from the core to a shared layer', 'person', 'system', ['r upwardRelation system']],
  ['between two policy areas', 'elev', 'lag', ['r sidewaysRelation lag']],
  ['from a policy domain to the core', 'elev', 'person', []],
  ['within one policy area', 'elev', 'plass', []],
  ['to what lies in no layer', 'person', 'los', []],
])('a relation %s', (_name, from, to, facts) => {
  expect(
    factsOf(layerBreaks, `${LAYERED}<${from}> m:hasProperty <r> . <r> m:references <${to}> .`),
  ).toEqual(facts);
});
