/** Each rule of the bridge is still needed: without it, the shapes that data.norge.no deploys object. */
import { describe, expect, test } from 'vitest';
import { bridged } from '../../src/feed/bridge.js';
import { closureOf, descriptionOf, type FeedGraph } from '../../src/feed/feed-graph.js';
import type { BridgeRule } from '../../src/model/bridge-rule.js';
import type { Quad } from '../../src/rdf/terms.js';
import { hasSpec, officialRun, ourRun, readSpec } from '../official-shapes/official-shapes.js';
import { DATASET } from '../official-shapes/world.js';
import { METRICS } from '../quality/quality-world.js';
import { engineRun } from '../support/shacl-engine.js';
import { bridgeOf, CATALOG, EXERCISES, RULES, viewOf } from './bridge-exercises.js';

const PROFILE = 'dcat-ap-no-2-fdk';
const EVERYTHING = viewOf(...Object.values(EXERCISES));
const without = (rule: BridgeRule): FeedGraph =>
  bridged(EVERYTHING, bridgeOf(RULES.filter((one) => one !== rule)));
/** What is judged: the dataset, and for a rule on catalogues the catalogue's own node with all that it leads to. */
const judged = (view: FeedGraph, { on }: BridgeRule): readonly Quad[] =>
  descriptionOf(view, on?.includes('dcat:Catalog') ? CATALOG : DATASET);
const CASES = RULES.map((rule) => [rule.id, rule] as const);

test('every rule is exercised', () => {
  expect(Object.keys(EXERCISES)).toEqual(RULES.map(({ id }) => id));
});

test('with all rules our shapes find nothing', async () => {
  const found = await ourRun(PROFILE)(descriptionOf(bridged(EVERYTHING, bridgeOf(RULES)), DATASET));
  expect(found).toEqual([]);
});

test.each(CASES.filter(([, { shapes }]) => shapes.length > 0))(
  '%s: without it our shapes object, with the shapes that the rule names',
  async (id, rule) => {
    const found = await ourRun(PROFILE)(judged(without(rule), rule));
    const shapes = [...new Set(found.map(({ shape }) => shape.replace(/^.*#/, '')))].sort();
    expect(shapes, `rule ${id} is no longer needed`).toEqual([...rule.shapes].sort());
  },
);

const PROPERTIES = CASES.flatMap(([id, rule]) =>
  rule.shapes.length === 0 || rule.properties.length === 1
    ? []
    : rule.properties.map((property) => [id, property, rule] as const),
);

test.each(PROPERTIES)('%s is needed for %s', async (_id, property, rule) => {
  const rest = rule.properties.filter((one) => one !== property);
  const rules = RULES.map((one) => (one === rule ? { ...one, properties: rest } : one));
  const view = bridged(EVERYTHING, bridgeOf(rules));
  expect(await ourRun(PROFILE)(descriptionOf(view, DATASET))).not.toEqual([]);
});

describe.skipIf(!hasSpec)('by the file that data.norge.no deploys', () => {
  test('nothing is found, warnings included, with all rules; a second validator says the same', async () => {
    const description = descriptionOf(bridged(EVERYTHING, bridgeOf(RULES)), DATASET);
    const second = await engineRun(readSpec('dcat-ap-no/fdk-deployed-shapes-2.0.0.ttl'));
    expect(await officialRun(PROFILE)(description)).toEqual([]);
    expect(await second(description)).toEqual([]);
  });

  test.each(CASES)('%s is still needed', async (id, rule) => {
    const found = await officialRun(PROFILE)(judged(without(rule), rule));
    expect(found.length, `rule ${id} is no longer needed`).toBeGreaterThan(0);
  });
});

test('B5 the catalogue’s node, sent again with each dataset that has changed, leads to no service, list or second catalogue', () => {
  const rule = RULES.find(({ id }) => id === 'B5');
  const named = (view: FeedGraph): string[] =>
    closureOf(view, CATALOG).filter((one) => /data-theme$|tjenester?$|datatjeneste/.test(one));
  expect(named(without(rule!))).toHaveLength(3);
  expect(named(bridged(EVERYTHING, bridgeOf(RULES)))).toEqual([]);
});

test('what a rule saves and costs is what the score gives', () => {
  const { metrics } = METRICS.scores.no;
  const compliance = metrics.get('dcatApCompliance')?.attainable;
  const paid = RULES.filter(({ shapes }) => shapes.length > 0);
  expect(paid.map(({ saves }) => saves)).toEqual(paid.map(() => compliance));
  const costs = Object.fromEntries(RULES.map(({ id, costs: points }) => [id, points]));
  const none = Object.fromEntries(RULES.map(({ id }) => [id, 0]));
  expect(costs).toEqual({ ...none, B1: metrics.get('byteSizeAvailability')?.attainable });
});
