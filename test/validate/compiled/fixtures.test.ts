/** PF3.1: on every fixture the compiled shapes find what shacl-engine finds, result by result. */
import { describe, expect, test } from 'vitest';
import { loadShapes } from '../../../src/validate/load-shapes.js';
import { readProfiles } from '../../../src/validate/profiles.js';
import { engineRun } from '../../support/shacl-engine.js';
import { fixtures, ONTOLOGY, SHAPES } from '../../shapes/fixtures.js';
import { asLines, compiledRun } from './runs.js';

const all = [...fixtures('invalid'), ...fixtures('valid')];
const tried = [...readProfiles(SHAPES).values()].filter(({ id }) =>
  all.some(({ profile }) => profile === id),
);

describe.each(tried.map((profile) => [profile.id, profile] as const))('%s', (id, profile) => {
  const { quads, beside } = loadShapes(profile, { shapes: SHAPES, ontology: ONTOLOGY });
  const reference = engineRun(quads);
  const compiled = compiledRun(quads);

  test.each(all.filter((one) => one.profile === id).map((one) => [one.name, one] as const))(
    '%s: the same results (PF3.1)',
    async (_name, fixture) => {
      const data = [...fixture.quads, ...beside];
      expect(asLines(compiled(data))).toEqual(asLines(await (await reference)(data)));
    },
  );
});
