/** What a dataset that is described as well as version 3 allows gets at the portals, with the bridge and without (portals.md 4.2). */
import { expect, test } from 'vitest';
import { leftOut } from '../../src/feed/bridge.js';
import { descriptionOf } from '../../src/feed/feed-graph.js';
import type { BridgeRule } from '../../src/model/bridge-rule.js';
import type { ScoreId } from '../../src/model/quality-report.js';
import { portalViews, receivedBy } from '../../src/publish/public-quality.js';
import { complianceChecks, pointsLost, withoutProperties } from '../../src/quality/metrics.js';
import { scoreDataset } from '../../src/quality/score.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { dcat, sh } from '../../src/rdf/vocabularies.js';
import { ourRun } from '../official-shapes/official-shapes.js';
import { DATASET, world } from '../official-shapes/world.js';
import { METRICS } from '../quality/quality-world.js';
import { bridgeOf, EXERCISES, RULES, viewOf } from './bridge-exercises.js';

const WELL_DESCRIBED = [
  ...['B1', 'B2', 'B3', 'B4'].map((id) => EXERCISES[id] ?? ''),
  '<datasett/skoler> dct:issued "2026-01-01"^^xsd:date ; dct:modified "2026-11-01"^^xsd:date .',
];

/** Points at each portal, when every address answers. */
async function points(rules: readonly BridgeRule[]): Promise<Record<ScoreId, number>> {
  const views = portalViews(viewOf(...WELL_DESCRIBED), bridgeOf(rules));
  const verdicts = new Map<string, boolean>();
  for (const { profile, score, tolerates } of complianceChecks(METRICS)) {
    const results = await ourRun(profile)(descriptionOf(views[score], DATASET));
    const counted = results.filter(
      ({ severity }) => tolerates === 'nothing' || severity === sh.Violation.value,
    );
    verdicts.set(profile, counted.length === 0);
  }
  const { scores } = scoreDataset(
    {
      graph: new GraphIndex(world(WELL_DESCRIBED.join('\n'))),
      received: receivedBy(views),
      metrics: METRICS,
      evidence: {
        status: () => 200,
        compliance: (_, { profile }) => ({ conforms: verdicts.get(profile) ?? false, causes: [] }),
      },
    },
    DATASET,
  );
  return { no: scores.no.tally.points, eu: scores.eu.tally.points };
}

test('360 of 435 at data.norge.no with the bridge, and everything at data.europa.eu', async () => {
  expect(await points(RULES)).toEqual({ no: 360, eu: 405 });
});

test('335 at data.norge.no without it: the size gives 5, the older shapes take 30', async () => {
  expect(await points([])).toEqual({ no: 335, eu: 405 });
});

test('what data.norge.no never gets counts neither as attainable nor as lost', () => {
  const metrics = withoutProperties(METRICS, 'no', leftOut(RULES));
  const attainable = (id: ScoreId): number[] =>
    [METRICS, metrics].map(({ scores }) => scores[id].attainable);
  expect(attainable('no')).toEqual([365, 360]);
  expect(attainable('eu')).toEqual([405, 405]);
  expect(pointsLost(metrics, dcat.byteSize.value)).toEqual({ no: 0, eu: 5 });
  expect(withoutProperties(METRICS, 'no', leftOut([]))).toEqual(METRICS);
});
