/** F2, PR2 and done-when 7: a revision that takes too much away from the portals waits for a person. */
import { describe, expect, test } from 'vitest';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { heldRemovals } from '../../src/publish/portal-guard.js';
import type { RegistryEntry } from '../../src/publish/registry.js';
import { datasetIri, rowsOf } from '../support/publish-world.js';

const AT = instant('2026-11-22T10:00:00Z');
const LIMITS = { maxDatasets: 5, maxShare: 0.05 };

interface Case {
  readonly served: number;
  readonly gone: number;
  readonly state?: RegistryEntry['state'];
  readonly accepted?: number;
}

/** Of `served` datasets the first `gone` are no longer public; a person has agreed to the first `accepted`. */
function removed({ served, gone, state = 'withdrawn', accepted = 0 }: Case): number | undefined {
  const things = rowsOf(served).map(({ id }) => iri(datasetIri(id)));
  return heldRemovals({
    served: things,
    registry: things.map((thing, at) => ({
      iri: thing,
      at: AT,
      state: at < gone ? state : 'public',
    })),
    limits: LIMITS,
    accepted: new Set(things.slice(0, accepted)),
    isInSource: () => false,
  })?.length;
}

describe('the limits are exact', () => {
  test.each([
    // 5 datasets
    [1_000, 4, undefined],
    [1_000, 5, undefined],
    [1_000, 6, 6],
    // 5 %
    [40, 1, undefined],
    [40, 2, undefined],
    [40, 3, 3],
    [100, 5, undefined],
    [100, 6, 6],
    [19, 1, 1],
    [20, 1, undefined],
    // All of it
    [1, 1, 1],
    [0, 0, undefined],
  ])('of %i datasets, %i may go: held %s', (served, gone, held) => {
    expect(removed({ served, gone })).toBe(held);
  });
});

test('C8 C12 what is closed to the public never counts, however much it is', () => {
  expect(removed({ served: 100, gone: 100, state: 'demoted' })).toBeUndefined();
});

test('what is renamed counts: to a portal its old address is gone', () => {
  expect(removed({ served: 100, gone: 6, state: 'renamed' })).toBe(6);
});

test('a person accepts what was shown; a dataset more is held again', () => {
  expect(removed({ served: 100, gone: 6, accepted: 6 })).toBeUndefined();
  expect(removed({ served: 100, gone: 7, accepted: 6 })).toBe(7);
});
