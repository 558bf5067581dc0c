import { afterAll, describe, expect, test } from 'vitest';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { sh } from '../../src/rdf/vocabularies.js';
import { loadShapes } from '../../src/validate/load-shapes.js';
import { ShaclValidator } from '../../src/validate/shacl-validator.js';
import { reportedShapes } from '../../src/validate/shape-roles.js';
import { asExpectation, BASE, fixtures, ONTOLOGY, SHAPES } from './fixtures.js';

const validator = new ShaclValidator({
  shapesFolder: SHAPES,
  ontologyFolder: ONTOLOGY,
  base: BASE,
});
afterAll(() => validator.close());

const CONSTRAINTS =
  /#(minCount|maxCount|nodeKind|datatype|pattern|in|or|not|hasValue|closed|languageIn|uniqueLang|node|class|qualifiedValueShape)$/;

describe('things that are in order', () => {
  test.each(fixtures('valid').map((one) => [one.name, one] as const))(
    '%s gives no result',
    async (_name, { profile, quads }) => {
      const report = await validator.validate(quads, profile);
      expect(report).toMatchObject({ state: 'valid' });
      expect(report).toHaveProperty('results', []);
    },
  );
});

describe('things that break a rule', () => {
  test.each(fixtures('invalid').map((one) => [one.name, one] as const))(
    '%s gives exactly the results it names',
    async (_name, { profile, quads, expected }) => {
      const report = await validator.validate(quads, profile);
      const results = report.state === 'no-targets' ? [] : report.results;
      expect(results.map(asExpectation).sort()).toEqual(expected);
      for (const { message } of results) {
        for (const text of Object.values(message)) expect(text).not.toMatch(/[{}]/);
      }
    },
  );
});

describe('coverage', () => {
  const failing = new Set(
    fixtures('invalid').flatMap(({ expected }) => expected.map((line) => line.split(' ')[0])),
  );
  test.each([...validator.profiles.values()].map((profile) => [profile.id, profile] as const))(
    'each shape of %s that can give a result has a fixture that fails it',
    (_id, profile) => {
      const shapes = loadShapes(profile, { shapes: SHAPES, ontology: ONTOLOGY });
      const index = new GraphIndex(shapes.quads);
      const able = reportedShapes(index)
        .filter((shape) =>
          index.about(shape).some(({ predicate }) => CONSTRAINTS.test(predicate.value)),
        )
        .map((shape) => shape.value.slice(shape.value.indexOf('#') + 1));
      expect(able.length).toBeGreaterThan(0);
      expect(able.filter((shape) => !failing.has(shape))).toEqual([]);
    },
  );

  test('every class with a closed shape has a valid fixture that uses each of its properties', () => {
    const profile = validator.profiles.get('public-view');
    if (!profile) throw new Error('no public-view');
    const index = new GraphIndex(
      loadShapes(profile, { shapes: SHAPES, ontology: ONTOLOGY }).quads,
    );
    const valid = new GraphIndex(
      fixtures('valid')
        .filter((one) => one.profile === 'public-view')
        .flatMap(({ quads }) => quads),
    );
    for (const { subject } of index.withPredicate(sh.closed)) {
      for (const target of index.nodes(subject, sh.targetClass)) {
        const used = new Set(
          valid
            .instances(target)
            .flatMap((thing) => valid.about(thing).map(({ predicate }) => predicate.value)),
        );
        const allowed = index
          .objects(subject, sh.property)
          .flatMap((property) => index.nodes(property, sh.path))
          .map((path) => path.value);
        expect(allowed.filter((path) => !used.has(path))).toEqual([]);
      }
    }
  });
});
