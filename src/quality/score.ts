/**
 * The score of a dataset as the portals compute it (portals.md 4.3): for each distribution, per metric the larger of
 * distribution and dataset, summed; the best single distribution counts. Without one, the dataset's own metrics. Pure.
 */
import { SCORE_IDS, type DatasetTally, type ScoreId } from '../model/quality-report.js';
import type { Descriptions, Graph } from '../rdf/graph.js';
import { accessRight, dcat, dct } from '../rdf/vocabularies.js';
import { runCheck, type Evidence, type Outcome } from './check.js';
import type { Level, Metric, Metrics, ScoredMetric } from './metrics.js';

export interface ScoreContext {
  readonly graph: Graph;
  /** What a portal gets, where that is not what the graph says. */
  readonly received?: Readonly<Partial<Record<ScoreId, Descriptions>>>;
  readonly metrics: Metrics;
  readonly evidence: Evidence;
}
/** Metric → what was found, by the table's order. */
export type Outcomes = ReadonlyMap<string, Outcome>;
export interface ScoredDataset {
  readonly iri: string;
  /** Data that are closed and not offered: what distributions would give cannot be attained. */
  readonly isClosed: boolean;
  readonly hasDistribution: boolean;
  readonly scores: Readonly<
    Record<ScoreId, { readonly tally: DatasetTally; readonly outcomes: Outcomes }>
  >;
}

export function scoreDataset(context: ScoreContext, iri: string): ScoredDataset {
  const { graph } = context;
  // The checkers skip blank nodes and what nothing is said of (portals.md 4.4).
  const distributions = graph
    .nodes(iri, dcat.distribution)
    .map(({ value }) => value)
    .filter((one) => graph.has(one))
    .sort();
  const rights = graph.node(iri, dct.accessRights)?.value;
  const isClosed =
    distributions.length === 0 && rights !== undefined && rights !== accessRight.PUBLIC.value;
  const known = { iri, isClosed, hasDistribution: distributions.length > 0 };
  const scores = Object.fromEntries(
    SCORE_IDS.map((id) => [id, bestOf(context, id, { ...known, distributions })]),
  ) as ScoredDataset['scores'];
  return { ...known, scores };
}

interface Known {
  readonly iri: string;
  readonly isClosed: boolean;
  readonly distributions: readonly string[];
}

function bestOf(
  context: ScoreContext,
  id: ScoreId,
  { iri, isClosed, distributions }: Known,
): ScoredDataset['scores'][ScoreId] {
  const own = outcomesOf(context, id, { level: 'dataset', subject: iri });
  const count = (outcomes: Outcomes, distribution?: string): Counted => ({
    outcomes,
    ...tally(context.metrics, id, { outcomes, isClosed }),
    ...(distribution === undefined ? {} : { distribution }),
  });
  const all = distributions.map((subject) =>
    count(larger(own, outcomesOf(context, id, { level: 'distribution', subject })), subject),
  );
  const candidates = all.length > 0 ? all : [count(own)];
  const [best = count(own)] = candidates.sort((a, b) => b.points - a.points || b.atMost - a.atMost);
  const { outcomes, ...rest } = best;
  // Another distribution may be the best when everything unchecked is in order.
  return {
    outcomes,
    tally: { ...rest, atMost: Math.max(...candidates.map(({ atMost }) => atMost)) },
  };
}
type Counted = DatasetTally & { readonly outcomes: Outcomes };

function outcomesOf(
  { graph: all, received, metrics, evidence }: ScoreContext,
  id: ScoreId,
  { level, subject }: { level: Level; subject: string },
): Outcomes {
  const graph = received?.[id] ?? all;
  const outcomes = new Map<string, Outcome>();
  for (const { metric, scored } of scoredMetrics(metrics, id)) {
    if (metric.levels.includes(level))
      outcomes.set(metric.id, runCheck(scored.check, subject, { graph, evidence }));
  }
  return outcomes;
}

/** True is more than unknown, unknown is more than false. */
function larger(own: Outcomes, other: Outcomes): Outcomes {
  const order = (one: Outcome | undefined): number =>
    one === undefined ? 0 : one.value === true ? 3 : one.value === undefined ? 2 : 1;
  const both = new Map(own);
  for (const [metric, outcome] of other)
    if (order(outcome) > order(own.get(metric))) both.set(metric, outcome);
  return both;
}

function tally(
  metrics: Metrics,
  id: ScoreId,
  { outcomes, isClosed }: { outcomes: Outcomes; isClosed: boolean },
): Omit<DatasetTally, 'distribution'> {
  const sum = { points: 0, atMost: 0, attainable: 0 };
  const dimensions = Object.fromEntries(
    metrics.dimensions.map((one) => [one.id, { points: 0, attainable: 0 }]),
  );
  for (const { metric, scored } of scoredMetrics(metrics, id)) {
    const dimension = dimensions[metric.dimension] ?? sum;
    const outcome = outcomes.get(metric.id);
    const points = outcome?.value === true ? scored.points : 0;
    const attainable = isClosed && !metric.levels.includes('dataset') ? 0 : scored.attainable;
    sum.points += points;
    sum.atMost += outcome && outcome.value !== false ? scored.points : 0;
    sum.attainable += attainable;
    dimension.points += points;
    dimension.attainable += attainable;
  }
  return { ...sum, dimensions };
}

/** The metrics that a portal scores, with its points. */
export function scoredMetrics(
  { metrics, scores }: Metrics,
  id: ScoreId,
): { readonly metric: Metric; readonly scored: ScoredMetric }[] {
  return metrics.flatMap((metric) => {
    const scored = scores[id].metrics.get(metric.id);
    return scored ? [{ metric, scored }] : [];
  });
}
