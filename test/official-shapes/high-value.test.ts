/** DCAT-AP HVD 3.0.0 and ours, on whole things: a fault of a file or a contact point is a fault of what points to it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { companions } from '../../src/project/companions.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dcat, dcatap, rdf } from '../../src/rdf/vocabularies.js';
import { fixtures } from '../shapes/fixtures.js';
import { DIFFERENCES } from './differences.js';
import {
  hasSpec,
  judge,
  officialRun,
  ourRun,
  readSpec,
  SPEC,
  type Verdicts,
} from './official-shapes.js';
import { REFERENCE } from './world.js';

const ELI = 'http://data.europa.eu/eli/reg_impl/2023/138/oj';
const EXAMPLES = 'dcat-ap-hvd-3.0.0/examples';
const UNREADABLE = 'example-bees_wasps_dataset.ttl';

const named = (finds: 'ours' | 'official'): readonly string[] =>
  DIFFERENCES.filter((one) => one.profile === 'hvd' && one.finds === finds).map(({ at }) => at);

test.skipIf(!hasSpec)(
  'the fixtures of high-value data agree with the EU shapes, but for the named ones',
  async () => {
    const { ours, official, agreed } = await compared(
      [...fixtures('valid'), ...fixtures('invalid')]
        .filter(({ profile }) => profile === 'hvd')
        .map(({ quads }) => [...quads, ...companions(quads, REFERENCE)]),
    );
    expect([...new Set(ours.map(withoutKind))].sort()).toEqual(named('ours'));
    expect(official).toEqual(named('official'));
    expect(agreed.length).toBeGreaterThan(5);
  },
);

test.skipIf(!hasSpec)('on the official examples both sides object to the same things', async () => {
  const files = readdirSync(join(SPEC, EXAMPLES)).filter((name) => name !== UNREADABLE);
  const { ours, official, agreed } = await compared(
    files.map((file) => readSpec(`${EXAMPLES}/${file}`)),
  );
  expect({ ours, official }).toEqual({ ours: [], official: [] });
  expect([...new Set(agreed)].sort()).toEqual(['1T2p3o4B', 'EAMS-APIplatform']);
});

interface Comparison {
  readonly ours: readonly string[];
  readonly official: readonly string[];
  readonly agreed: readonly string[];
}

async function compared(graphs: readonly (readonly Quad[])[]): Promise<Comparison> {
  const all = { ours: [] as string[], official: [] as string[], agreed: [] as string[] };
  for (const graph of graphs) {
    const data = highValueOnly(graph);
    const ours = faulty(data, await judge(ourRun('hvd'), '')(data));
    const official = faulty(data, await judge(officialRun('hvd'), '')(data));
    all.ours.push(...ours.filter((one) => !official.includes(one)));
    all.official.push(...official.filter((one) => !ours.includes(one)));
    all.agreed.push(...ours.filter((one) => official.includes(one)));
  }
  return { ours: all.ours.sort(), official: all.official.sort(), agreed: all.agreed };
}

/** Distributions without the regulation, and what has no category, are none of the regulation's business. */
function highValueOnly(quads: readonly Quad[]): readonly Quad[] {
  const graph = new GraphIndex(quads);
  const isOurs = (subject: string): boolean => {
    const types = graph.types(subject);
    if (types.includes(dcat.Distribution.value))
      return graph.nodes(subject, dcatap.applicableLegislation).some(({ value }) => value === ELI);
    const isThing = [dcat.Dataset, dcat.DatasetSeries, dcat.DataService].some(({ value }) =>
      types.includes(value),
    );
    return !isThing || graph.objects(subject, dcatap.hvdCategory).length > 0;
  };
  return quads.filter(
    ({ subject, predicate }) => !predicate.equals(rdf.type) || isOurs(subject.value),
  );
}

function faulty(data: readonly Quad[], verdicts: Verdicts): readonly string[] {
  const graph = new GraphIndex(data);
  const focuses = [...verdicts.keys()].map((key) => key.split(' ')[0] ?? '');
  const found = focuses.flatMap((focus) => {
    const wholes = graph
      .pointingTo(focus)
      .filter(({ predicate }) =>
        [dcat.distribution, dcat.contactPoint].some((one) => one.equals(predicate)),
      );
    return wholes.length > 0 ? wholes.map(({ subject }) => subject.value) : [focus];
  });
  const isHighValue = (one: string): boolean => graph.objects(one, dcatap.hvdCategory).length > 0;
  return [...new Set(found.filter(isHighValue).map((one) => one.replace(/^.*\//, '')))];
}

function withoutKind(name: string): string {
  return name.replace(/-(serie|datatjeneste)$/, '');
}
