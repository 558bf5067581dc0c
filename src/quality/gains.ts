/** What a dataset loses, and which single thing to do gives how many points. Metrics that are mended together are one thing. */
import type { Points } from '../model/finding.js';
import {
  SCORE_IDS,
  type DatasetGain,
  type DatasetQuality,
  type Gain,
  type Lost,
  type ScoreId,
} from '../model/quality-report.js';
import type { Outcome } from './check.js';
import type { Metric, Metrics } from './metrics.js';
import type { ScoredDataset } from './score.js';

/** A metric of distributions, where there are none. */
const NOT_LOOKED_AT: Outcome = { value: false };

export const NO_POINTS: Points = { no: 0, eu: 0 };

/** Every metric without points that could give some, in the table's order. */
export function lostPoints(metrics: Metrics, dataset: ScoredDataset): Lost[] {
  return metrics.metrics.flatMap((metric) => {
    if (dataset.isClosed && !metric.levels.includes('dataset')) return [];
    const outcomes = SCORE_IDS.map((id) => ({
      id,
      attainable: metrics.scores[id].metrics.get(metric.id)?.attainable ?? 0,
      outcome: dataset.scores[id].outcomes.get(metric.id) ?? NOT_LOOKED_AT,
    })).filter(({ attainable, outcome }) => attainable > 0 && outcome.value !== true);
    if (outcomes.length === 0) return [];
    // What one portal found wrong is told; what the other has not checked must wait.
    const wrong = outcomes.filter(({ outcome }) => outcome.value === false);
    const told = wrong.length > 0 ? wrong : outcomes;
    const points = { ...NO_POINTS };
    for (const { id, attainable } of told) points[id] = attainable;
    const { found, status, causes } = told[0]?.outcome ?? NOT_LOOKED_AT;
    return [
      {
        ...{ metric: metric.id, state: wrong.length > 0 ? 'missing' : 'unchecked', points },
        ...(found === undefined ? {} : { found }),
        ...(status === undefined ? {} : { status }),
        ...(causes === undefined ? {} : { causes }),
      } satisfies Lost,
    ];
  });
}

/** Most Norwegian points first, then most European; equal ones in the table's order. */
export function datasetGains(
  metrics: Metrics,
  dataset: ScoredDataset,
  lost: readonly Lost[],
): DatasetGain[] {
  const byId = new Map(metrics.metrics.map((one) => [one.id, one]));
  const gains = new Map<string, { step: string; points: Record<ScoreId, number> }>();
  for (const { metric, state, points } of lost) {
    if (state === 'unchecked') continue;
    const root = rootOf(byId.get(metric), dataset);
    // Metrics come in the table's order, so the first of a group says what is wrong with it.
    const step = root === NOTHING_TO_FETCH ? metrics.noDistribution.id : metric;
    const gain = gains.get(root) ?? { step, points: { ...NO_POINTS } };
    for (const id of SCORE_IDS) gain.points[id] += points[id];
    gains.set(root, gain);
  }
  return [...gains.values()].sort(byPoints<DatasetGain>(({ points }) => points));
}

const NOTHING_TO_FETCH = 'distribution';

function rootOf(metric: Metric | undefined, { hasDistribution }: ScoredDataset): string {
  if (!metric) return '';
  if (!hasDistribution && !metric.levels.includes('dataset')) return NOTHING_TO_FETCH;
  return metric.givenWith ?? metric.id;
}

/** The same thing to do, worth the same, over many datasets. */
export function commonGains(
  datasets: readonly DatasetQuality[],
  nameOf: (publisher: string | undefined) => string,
): Gain[] {
  const groups = new Map<string, { gain: DatasetGain; datasets: DatasetQuality[] }>();
  for (const dataset of datasets) {
    for (const gain of dataset.gains) {
      const key = `${gain.step} ${gain.points.no} ${gain.points.eu}`;
      const group = groups.get(key) ?? { gain, datasets: [] };
      group.datasets.push(dataset);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(({ gain, datasets: those }): Gain => ({
      step: gain.step,
      datasets: those.length,
      each: gain.points,
      average: {
        no: (gain.points.no * those.length) / datasets.length,
        eu: (gain.points.eu * those.length) / datasets.length,
      },
      owners: ownersOf(those, nameOf),
    }))
    .sort(byPoints(({ average }) => average));
}

function ownersOf(
  datasets: readonly DatasetQuality[],
  nameOf: (publisher: string | undefined) => string,
): Gain['owners'] {
  const counts = new Map<string | undefined, number>();
  for (const { publisher } of datasets) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return [...counts]
    .map(([publisher, count]) => ({
      ...(publisher === undefined ? {} : { publisher }),
      name: nameOf(publisher),
      datasets: count,
    }))
    .sort((a, b) => b.datasets - a.datasets || (a.name < b.name ? -1 : 1));
}

function byPoints<T>(points: (one: T) => Points): (a: T, b: T) => number {
  return (a, b) => points(b).no - points(a).no || points(b).eu - points(a).eu;
}
