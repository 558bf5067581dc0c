/** data.norge.no counts a dataset as conforming when its own shapes find nothing in what it takes of it: ours say the same. */
import { expect, test } from 'vitest';
import { companions } from '../../src/project/companions.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import { fixtures } from '../shapes/fixtures.js';
import { hasSpec, officialRun, ourRun } from './official-shapes.js';
import { closure, REFERENCE } from './world.js';

test.skipIf(!hasSpec)(
  'the verdict on each dataset of the fixtures is the same',
  async () => {
    const verdicts = { conforming: 0, not: 0 };
    const different: string[] = [];
    for (const { name, quads } of [...fixtures('valid'), ...fixtures('invalid')].filter(
      ({ profile }) => profile.startsWith('dcat-ap-'),
    )) {
      for (const one of closures(quads)) {
        const ours = (await ourRun('dcat-ap-no-2-fdk')(one.quads)).length === 0;
        const theirs = (await officialRun('dcat-ap-no-2-fdk')(one.quads)).length === 0;
        verdicts[theirs ? 'conforming' : 'not'] += 1;
        if (ours !== theirs) different.push(`${name} ${one.dataset}`);
      }
    }
    expect(different).toEqual([]);
    expect(verdicts.conforming).toBeGreaterThan(5);
    expect(verdicts.not).toBeGreaterThan(50);
  },
  120_000,
);

function closures(quads: readonly Quad[]): { dataset: string; quads: readonly Quad[] }[] {
  const all = [...quads, ...companions(quads, REFERENCE)];
  return new GraphIndex(all)
    .instances(dcat.Dataset)
    .map(({ value }) => ({ dataset: value, quads: closure(all, value) }));
}
