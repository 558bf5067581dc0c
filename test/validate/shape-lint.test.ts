import { describe, expect, test } from 'vitest';
import { findUnsupported, lintShapes } from '../../src/validate/shape-lint.js';
import { isCatalogError } from '../../src/model/errors.js';
import { quadsOf } from './quads.js';

const MESSAGE = 'sh:message "Tittel mangler."@nb';
const constructs = (shapes: string): readonly string[] =>
  findUnsupported(quadsOf(shapes)).map(({ construct }) => construct);

describe('refuses what the engine would pass silently or trip over (H17)', () => {
  test.each([
    ['owl:imports', 'kdms: owl:imports <https://ex.example/more> .', 'owl:imports'],
    [
      'two sh:or on one shape, which become one',
      `kdms:A sh:targetClass ex:A ; ${MESSAGE} ; sh:or ( kdms:B ) , ( kdms:C ) .`,
      'sh:or (×2)',
    ],
    [
      'two sh:not',
      `kdms:A sh:targetClass ex:A ; ${MESSAGE} ; sh:not kdms:B , kdms:C .`,
      'sh:not (×2)',
    ],
    [
      'two sh:hasValue',
      `kdms:A sh:targetClass ex:A ; sh:property kdms:P . kdms:P sh:path ex:p ; sh:hasValue 1 , 2 ; ${MESSAGE} .`,
      'sh:hasValue (×2)',
    ],
    [
      'two sh:xone',
      `kdms:A sh:targetClass ex:A ; ${MESSAGE} ; sh:xone ( kdms:B ) , ( kdms:C ) .`,
      'sh:xone (×2)',
    ],
    [
      'two sh:minCount',
      `kdms:A sh:targetClass ex:A ; sh:property kdms:P . kdms:P sh:path ex:p ; sh:minCount 1 , 2 ; ${MESSAGE} .`,
      'sh:minCount (×2)',
    ],
    [
      'SPARQL constraints, which the engine leaves out without a word',
      `kdms:A sh:targetClass ex:A ; ${MESSAGE} ; sh:sparql [ sh:select "SELECT $this WHERE {}" ] .`,
      'sh:sparql',
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
      'an inverse inside an alternative path',
      `kdms:A sh:targetClass ex:A ; sh:property kdms:P .
       kdms:P sh:path [ sh:alternativePath ( ex:p [ sh:inversePath ex:q ] ) ] ; sh:minCount 1 ; ${MESSAGE} .`,
      'sh:path',
    ],
    [
      'a path that is no path',
      `kdms:A sh:targetClass ex:A ; sh:property kdms:P . kdms:P sh:path [ ex:p ex:q ] ; ${MESSAGE} .`,
      'sh:path',
    ],
    [
      'a closed shape with more than plain properties',
      `kdms:A sh:targetClass ex:A ; sh:closed true ; sh:property kdms:P .
       kdms:P sh:path ( ex:p ex:q ) ; sh:minCount 1 ; ${MESSAGE} .`,
      'sh:closed + sh:path',
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
    [
      'a shape used both for results and inside another',
      `kdms:A sh:targetClass ex:A ; sh:property kdms:P ; ${MESSAGE} ; sh:not kdms:P . kdms:P sh:path ex:p ; ${MESSAGE} .`,
      'sh:property + sh:node',
    ],
  ])('%s', (_name, shapes, construct) => {
    expect(constructs(shapes)).toContain(construct);
    expect(() => lintShapes(quadsOf(shapes))).toThrow(
      expect.objectContaining({ code: 'SHAPE_UNSUPPORTED' }),
    );
  });
});

test('names the shape and the construct in the error', () => {
  try {
    lintShapes(quadsOf(`kdms:A sh:targetClass ex:A ; ${MESSAGE} ; sh:not kdms:B , kdms:C .`));
    expect.unreachable();
  } catch (error) {
    expect(isCatalogError(error, 'SHAPE_UNSUPPORTED')).toBe(true);
    expect(String(error)).toMatch(/shapes#A .*sh:not/);
  }
});

test('lets pass what the engine can do', () => {
  expect(
    constructs(`
      kdms:A a sh:NodeShape ; sh:targetClass ex:A ; sh:property kdms:P , kdms:Q ; ${MESSAGE} ;
        sh:and ( [ sh:or ( kdms:B kdms:C ) ] [ sh:or ( kdms:C kdms:D ) ] ) .
      kdms:P sh:path ( ex:p [ sh:inversePath ex:q ] [ sh:alternativePath ( ex:r ex:s ) ] ) ; sh:minCount 1 ; ${MESSAGE} .
      kdms:Q sh:path ex:q ; sh:qualifiedValueShape [ sh:class ex:B ] ; sh:qualifiedMinCount 1 ; ${MESSAGE} .`),
  ).toEqual([]);
});
