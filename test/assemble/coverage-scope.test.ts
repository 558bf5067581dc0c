import { describe, expect, test } from 'vitest';
import {
  areasWithoutDataset,
  coverageScope,
  relevance,
} from '../../src/assemble/inference/coverage-scope.js';
import type { InferenceContext, InferenceRule } from '../../src/assemble/inference/rule.js';
import { iri } from '../../src/model/iri.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { RULES } from '../support/assembled.js';
import { BASE } from '../support/harvest-world.js';
import { lines, turtle } from '../support/turtle.js';

const PREFIXES = `
  @prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
  @prefix relevans: <https://w3id.org/datavev/kode/relevans/> .
`;
const REFERENCE = `
  <urn:uuid:1> dct:identifier "EAPK_1" ; kdm:relevance relevans:generell .
  <urn:uuid:2> dct:identifier "EAPK_2" ; kdm:relevance relevans:bare-nl .
`;
const facts = (text: string): string[] => lines(turtle(PREFIXES + text));
function run(rule: InferenceRule, text: string, coverage = ['generell']): string[] {
  const reference = new GraphIndex(turtle(PREFIXES + REFERENCE));
  const context: InferenceContext = { ...RULES, base: iri(BASE), coverage, reference };
  return lines(rule(new GraphIndex(turtle(PREFIXES + text)), context));
}

describe('the relevance of a module', () => {
  test('is what is known of the module with the same identifier', () => {
    const modules = `
      <modul/hr> a m:Module ; dct:identifier "EAPK_1" .
      <modul/bag> a m:Module ; dct:identifier "EAPK_2" .
      <modul/egen> a m:Module ; dct:identifier "EAPK_3" .
      <modul/uten> a m:Module .`;
    expect(run(relevance, modules)).toEqual(
      facts(`<modul/hr> kdm:relevance relevans:generell .
        <modul/bag> kdm:relevance relevans:bare-nl .`),
    );
  });

  test('is left alone when the model itself states it', () => {
    const stated =
      '<modul/hr> a m:Module ; dct:identifier "EAPK_1" ; kdm:relevance relevans:tilpasses .';
    expect(run(relevance, stated)).toEqual([]);
  });
});

describe('an object type is in scope', () => {
  const MODEL = `
    <modul/kjerne> a m:Module ; kdm:relevance relevans:bare-nl .
    <modul/hr> a m:Module ; dct:isPartOf <modul/kjerne> ; kdm:relevance relevans:generell .
    <modul/lonn> a m:Module ; dct:isPartOf <modul/hr> .
    <modul/lov> a m:Module ; dct:isPartOf <modul/kjerne> .
    <objekttype/stilling> a m:ObjectType ; m:belongsToModule <modul/lonn> .
    <objekttype/grunnlag> a m:ObjectType ; m:belongsToModule <modul/lov> .
    <objekttype/egen> a m:ObjectType ; m:belongsToModule <modul/hr> ; kdm:relevance relevans:tilpasses .
  `;

  test('by the relevance nearest to it', () => {
    expect(run(coverageScope, MODEL)).toEqual(
      facts('<objekttype/stilling> kdm:inCoverageScope true .'),
    );
  });

  test('as far as the municipality has chosen', () => {
    expect(run(coverageScope, MODEL, ['tilpasses', 'bare-nl'])).toEqual(
      facts(`<objekttype/egen> kdm:inCoverageScope true .
        <objekttype/grunnlag> kdm:inCoverageScope true .`),
    );
  });

  test('when nobody has said how relevant it is, even in modules that go in a ring', () => {
    const ring = `
      <modul/a> a m:Module ; dct:isPartOf <modul/b> .
      <modul/b> a m:Module ; dct:isPartOf <modul/a> .
      <objekttype/a> a m:ObjectType ; m:belongsToModule <modul/a> .
      <objekttype/b> a m:ObjectType .`;
    expect(run(coverageScope, ring)).toEqual(
      facts(`<objekttype/a> kdm:inCoverageScope true . <objekttype/b> kdm:inCoverageScope true .`),
    );
  });
});

test('COV-03 a function that a system supports and no dataset is about is named on the system', () => {
  const stated = `
    <system/skole> a kdm:System ; kdm:policyArea <kode/202> , <kode/213> .
    <system/fri> a kdm:System .
    <datasett/skoler> a dcat:Dataset ; kdm:policyArea <kode/202> .
    <serie/vakt> kdm:policyArea <kode/213> .`;
  expect(run(areasWithoutDataset, stated)).toEqual(
    facts('<system/skole> kdm:areaWithoutDataset <kode/213> .'),
  );
});
