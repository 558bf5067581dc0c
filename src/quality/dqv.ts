/**
 * The measurements as RDF (W3C Data Quality Vocabulary 2016), with data.norge.no's own metric names. Every measurement has an
 * IRI made of what is measured and by what, so two runs give the same graph. What was not checked is not stated.
 */
import { iri, type Iri } from '../model/iri.js';
import { compactNames } from '../rdf/compact-names.js';
import { grouped, irisOf, type SubjectGroup } from '../rdf/grouped.js';
import { writtenInPieces } from '../rdf/node-writer.js';
import { resource } from '../rdf/resource.js';
import type { NamedNode, Quad } from '../rdf/terms.js';
import { turtleWriter } from '../rdf/turtle-writer.js';
import type { Metrics } from './metrics.js';
import { dqv, kdmq, mqa } from './quality-terms.js';
import type { ScoredDataset } from './score.js';

/** As Turtle, in pieces, a dataset at a time: of a large catalogue there are millions of them. Datasets are to come sorted. */
export function* measurementsTurtle(
  metrics: Metrics,
  scored: readonly ScoredDataset[],
): Generator<string> {
  const groups = (): Iterable<SubjectGroup> => groupsOf(metrics, scored);
  yield* writtenInPieces(groups(), turtleWriter(compactNames(irisOf(groups()))));
}

function* groupsOf(metrics: Metrics, scored: readonly ScoredDataset[]): Generator<SubjectGroup> {
  for (const one of scored) yield* grouped(measurements(metrics, [one]));
}

export function measurements(metrics: Metrics, scored: readonly ScoredDataset[]): Quad[] {
  return scored.flatMap((one) => [...metricMeasurements(metrics, one), ...totals(one)]);
}

interface Measured {
  readonly of: string;
  readonly metric: NamedNode;
  readonly name: string;
}

function metricMeasurements(metrics: Metrics, { iri: dataset, scores }: ScoredDataset): Quad[] {
  const { tally, outcomes } = scores.no;
  return metrics.metrics
    .flatMap(({ id, levels }) => {
      const outcome = outcomes.get(id);
      if (outcome?.value === undefined) return [];
      const of = levels.includes('dataset') ? dataset : (tally.distribution ?? dataset);
      const measured = { of, metric: mqa.$.term(id), name: id };
      return outcome.status === undefined
        ? measurement(dataset, measured).flag(dqv.value, outcome.value)
        : measurement(dataset, measured).integer(dqv.value, outcome.status);
    })
    .flatMap((one) => [...one]);
}

function totals({ iri: dataset, scores }: ScoredDataset): Quad[] {
  const { dimensions } = scores.no.tally;
  const one = (name: string, metric: NamedNode, points: number): Quad[] => [
    ...measurement(dataset, { of: dataset, metric, name }).integer(dqv.value, points),
  ];
  return [
    ...Object.entries(dimensions).flatMap(([name, { points }]) =>
      one(`${name}Scoring`, mqa.$.term(`${name}Scoring`), points),
    ),
    ...one('scoring', mqa.scoring, scores.no.tally.points),
    ...one('scoring-eu', kdmq.scoringEu, scores.eu.tally.points),
  ];
}

function measurement(dataset: string, { of, metric, name }: Measured): ReturnType<typeof resource> {
  return resource(iri(`${dataset}#kvalitet-${name}`))
    .a(dqv.QualityMeasurement)
    .link(dqv.computedOn, of as Iri)
    .add(dqv.isMeasurementOf, metric);
}
