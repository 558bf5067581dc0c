/** Each constraint of each shape is needed by some fixture: take it away, and a fixture's results change. */
import { describe, expect, test } from 'vitest';
import { loadShapes } from '../../src/validate/load-shapes.js';
import { readProfiles } from '../../src/validate/profiles.js';
import { compiledRun, type Run } from '../validate/compiled/runs.js';
import { BASE, fixtures, ONTOLOGY, SHAPES, type Fixture } from './fixtures.js';
import { mutants, type Mutant } from './mutants.js';

const all = [...fixtures('invalid'), ...fixtures('valid')];

const profiles = [...readProfiles(SHAPES).values()];
// Profiles may share files; those that have fixtures answer for the constraints.
const tried = profiles.filter(({ id }) => all.some(({ profile }) => profile === id));

test('every shapes file belongs to a profile with fixtures', () => {
  const files = new Set(tried.flatMap((profile) => profile.files));
  expect(profiles.flatMap((profile) => profile.files).filter((file) => !files.has(file))).toEqual([]);
});

describe.each(tried.map((profile) => [profile.id, profile] as const))(
  '%s',
  (id, profile) => {
    const { quads, beside } = loadShapes(profile, { shapes: SHAPES, ontology: ONTOLOGY });
    const own = all
      .filter((fixture) => fixture.profile === id)
      .map((fixture) => ({ ...fixture, quads: [...fixture.quads, ...beside] }));

    test('no constraint can go unnoticed', () => {
      const survivors: string[] = [];
      for (const mutant of mutants(quads)) {
        if (!isNoticed(mutant, own)) survivors.push(mutant.name);
      }
      expect(survivors).toEqual([]);
    }, 120_000);
  },
);

function isNoticed({ shapes, whole, mutated }: Mutant, own: readonly Fixture[]): boolean {
  const before = results(whole);
  const after = results(mutated);
  const names = shapes.map((shape) => shape.slice(shape.indexOf('#') + 1));
  // The fixtures that speak of the shape first: mostly the very first one notices.
  const speaks = ({ expected }: Fixture): boolean =>
    expected.some((line) => names.includes(line.split(' ')[0] ?? ''));
  return [...own.filter(speaks), ...own.filter((one) => !speaks(one))].some(
    ({ quads }) => before(quads) !== after(quads),
  );
}

/** What a steward would see, or that the shapes cannot be checked at all. */
function results(shapes: Fixture['quads']): (data: Fixture['quads']) => string {
  let run: Run | undefined;
  return (data) => {
    try {
      const found = (run ??= compiledRun(shapes))(data)
        .filter(({ focus }) => focus.startsWith(BASE))
        .map(({ focus, shape, path, value }) => JSON.stringify([focus, shape, path, value]));
      return [...new Set(found)].sort().join('\n');
    } catch (error) {
      return String(error);
    }
  };
}
