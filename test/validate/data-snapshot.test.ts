/** What is validated is the data and the lists beside them: nothing is lost, nothing is there twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { snapshotOf } from '../../src/store/snapshot-build.js';
import { dataSnapshot } from '../../src/validate/data-snapshot.js';
import { quadSets } from '../store/snapshot-world.js';

test('the index of data and lists is that of both together', () => {
  fc.assert(
    fc.property(quadSets(12), quadSets(8), fc.nat(4), (data, lists, shared) => {
      // Lists may say what the data say too.
      const beside = [...lists, ...data.slice(0, shared)];
      const together = dataSnapshot([...data], canonicalNQuads(beside));
      expect(together.sourceHash).toBe(snapshotOf([...data, ...beside]).sourceHash);
    }),
    { numRuns: 2_000 },
  );
});
