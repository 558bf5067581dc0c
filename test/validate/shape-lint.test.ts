import { describe, expect, test } from 'vitest';
import { findUnsupported, lintShapes } from '../../src/validate/shape-lint.js';
import { isCatalogError } from '../../src/model/errors.js';
import { quadsOf } from './quads.js';

const MESSAGE = 'sh:message "Tittel mangler."@nb';
const constructs = (shapes: string): readonly string[] =>
  findUnsupported(quadsOf(shapes)).map(({ construct }) => construct);

describe('refuses what would be passed over in silence (H17)', () => {
  test.each([
    ['owl:imports', 'kdms: owl:imports <https://ex.example/more> .', 'owl:imports'],
    [
      'two sh:minCount',
      `kdms:A sh:targetClass ex:A ; sh:property kdms:P . kdms:P sh:path ex:p ; sh:minCount 1 , 2 ; ${MESSAGE} .`,
      'sh:minCount (×2)',
    ],
    [
      'a query without its text',
      `kdms:A sh:targetClass ex:A ; ${MESSAGE} ; sh:sparql [ sh:ask "ASK {}" ] .`,
      'sh:select (∅)',
    ],
    [
      'constraint components',
      'kdms:Own a sh:ConstraintComponent ; sh:parameter [ sh:path ex:p ] .',
      'sh:ConstraintComponent',
    ],
    ['SPARQL targets', `kdms:A sh:target [ a sh:SPARQLTarget ] .`, 'sh:SPARQLTarget'],
    [
      'a constraint with a misspelt name, as in the deployed 2.0.0 shapes',
      `kdms:A sh:targetClass ex:A ; sh:property kdms:P . kdms:P sh:path ex:p ; sh:MinCount 1 ; ${MESSAGE} .`,
      'sh:MinCount',
    ],
    [
      'a shape switched off',
      `kdms:A sh:targetClass ex:A ; ${MESSAGE} ; sh:deactivated true .`,
      'sh:deactivated',
    ],
    [
      'a path that is no path',
      `kdms:A sh:targetClass ex:A ; sh:property kdms:P . kdms:P sh:path [ ex:p ex:q ] ; ${MESSAGE} .`,
      'sh:path',
    ],
    [
      'a pattern that is no regular expression',
      `kdms:A sh:targetClass ex:A ; sh:property kdms:P . kdms:P sh:path ex:p ; sh:pattern "(" ; ${MESSAGE} .`,
      'sh:pattern "("',
    ],
    [
      'a property shape without a name of its own',
      `kdms:A sh:targetClass ex:A ; sh:property [ sh:path ex:p ; sh:minCount 1 ; ${MESSAGE} ] .`,
      'sh:property [ … ]',
    ],
    [
      'a property shape without words',
      'kdms:A sh:targetClass ex:A ; sh:property kdms:P . kdms:P sh:path ex:p ; sh:minCount 1 .',
      'sh:message (∅)',
    ],
  ])('%s', (_name, shapes, construct) => {
    expect(constructs(shapes)).toContain(construct);
    expect(() => lintShapes(quadsOf(shapes))).toThrow(
      expect.objectContaining({ code: 'SHAPE_UNSUPPORTED' }),
    );
  });
});

test.each([
  ['SELECT $this WHERE { $this ex:p ?o MINUS { $this ex:q ?o } }', 'sh:select: MINUS'],
  ['SELECT $this WHERE { VALUES ?o { 1 } $this ex:p ?o }', 'sh:select: VALUES'],
  ['SELECT $this WHERE { SERVICE ex:s { $this ex:p ?o } }', 'sh:select: SERVICE'],
  ['SELECT $this WHERE { graph ?g { $this ex:p ?o } }', 'sh:select: graph'],
  ['SELECT $this WHERE { $currentShape ex:p ?o }', 'sh:select: $currentShape'],
  ['SELECT (1 AS ?this) WHERE { ?o ex:p $this }', 'sh:select: AS ?this'],
  ['SELECT ?o WHERE { $this ex:p ?o }', 'sh:select: SELECT $this'],
  ['ASK { $this ex:p ?o }', 'sh:select: SELECT $this'],
])('refuses the query %s', (select, construct) => {
  const sparql = `sh:sparql [ sh:select "${select}" ]`;
  expect(constructs(`kdms:A sh:targetClass ex:A ; ${MESSAGE} ; ${sparql} .`)).toEqual([construct]);
});

test('names the shape and the construct in the error', () => {
  try {
    lintShapes(quadsOf(`kdms:A sh:targetClass ex:A ; ${MESSAGE} ; sh:in ( 1 ) , ( 2 ) .`));
    expect.unreachable();
  } catch (error) {
    expect(isCatalogError(error, 'SHAPE_UNSUPPORTED')).toBe(true);
    expect(String(error)).toMatch(/shapes#A .*sh:in/);
  }
});

test('lets pass what is compiled', () => {
  expect(
    constructs(`
      kdms:A a sh:NodeShape ; sh:targetClass ex:A ; sh:property kdms:P , kdms:Q , kdms:R ; ${MESSAGE} ;
        sh:or ( kdms:B kdms:C ) , ( kdms:C kdms:D ) ; sh:not kdms:B , kdms:D ; sh:closed true ;
        sh:sparql [ a sh:SPARQLConstraint ; sh:prefixes kdms:names ;
          sh:select """SELECT $this ?value WHERE { $this <https://ex.example/values> ?value # MINUS
            FILTER (?value != "FROM" && ?value != ex:graph) }""" ] .
      kdms:names sh:declare [ a sh:PrefixDeclaration ; sh:prefix "ex" ; sh:namespace "https://ex.example/" ] .
      kdms:P sh:path ( ex:p [ sh:inversePath ( ex:q [ sh:alternativePath ( ex:r [ sh:zeroOrMorePath ex:s ] ) ] ) ] ) ;
        sh:minCount 1 ; sh:hasValue 1 , 2 ; ${MESSAGE} .
      kdms:Q sh:path ex:q ; sh:qualifiedValueShape [ sh:class ex:B ] ; sh:qualifiedMinCount 1 ;
        sh:qualifiedValueShapesDisjoint true ; ${MESSAGE} .
      kdms:R sh:path ex:r ; sh:node kdms:Q ; sh:minCount 1 ; ${MESSAGE} .`),
  ).toEqual([]);
});
