/**
 * The quality of everything public, as the portals would score it. The graph is what they see: the public projection with its
 * code lists. Nothing is fetched; what is known of addresses and of conformity is handed in as evidence. Pure.
 */
import type {
  DatasetQuality,
  QualityReport,
  ScoreId,
  ScoreTable,
  Step,
} from '../model/quality-report.js';
import { dcat, dct, foaf } from '../rdf/vocabularies.js';
import type { Graph } from '../rdf/graph.js';
import type { NamedNode } from '../rdf/terms.js';
import { averageOf, publishers } from './aggregate.js';
import { commonGains, datasetGains, lostPoints } from './gains.js';
import { localName, type Metrics } from './metrics.js';
import { scoreDataset, type ScoreContext, type ScoredDataset } from './score.js';

export interface Quality {
  readonly report: QualityReport;
  /** With the outcome of every metric: what measurements are written from. */
  readonly scored: readonly ScoredDataset[];
}

export function assessQuality(context: ScoreContext): Quality {
  const { graph, metrics } = context;
  const iris = [...new Set(graph.instances(dcat.Dataset).map(({ value }) => value))].sort();
  const scored = iris.map((iri) => scoreDataset(context, iri));
  const datasets = scored.map((one) => describe(context, one));
  const series = new Set(graph.instances(dcat.DatasetSeries).map(({ value }) => value));
  for (const iri of iris) series.delete(iri);
  const report = {
    scores: { no: tableOf(metrics, 'no'), eu: tableOf(metrics, 'eu') },
    dimensions: metrics.dimensions,
    steps: [...metrics.metrics, metrics.noDistribution].map(stepOf),
    datasets,
    unscored: series.size,
    ...grouped(datasets, graph),
  };
  return { report, scored };
}

/** Everything that depends on which datasets are looked at; without datasets, the average is nothing. */
export function grouped(
  datasets: readonly DatasetQuality[],
  graph: Graph,
): Pick<QualityReport, 'catalogue' | 'publishers' | 'gains'> {
  const nameOf = (publisher: string | undefined): string =>
    publisher === undefined ? '' : (textOf(graph, publisher, foaf.name) ?? localName(publisher));
  return {
    catalogue: averageOf(datasets),
    publishers: publishers(datasets, nameOf),
    gains: commonGains(datasets, nameOf),
  };
}

function describe({ graph, metrics }: ScoreContext, scored: ScoredDataset): DatasetQuality {
  const { iri, scores } = scored;
  const publisher = graph.node(iri, dct.publisher)?.value;
  const lost = lostPoints(metrics, scored);
  return {
    iri,
    title: textOf(graph, iri, dct.title) ?? localName(iri),
    ...(publisher === undefined ? {} : { publisher }),
    scores: { no: scores.no.tally, eu: scores.eu.tally },
    lost,
    gains: datasetGains(metrics, scored, lost),
  };
}

function textOf(graph: Graph, subject: string, property: NamedNode): string | undefined {
  const texts = graph.literals(subject, property);
  return (texts.find(({ language }) => language === 'nb') ?? texts[0])?.value;
}

function tableOf({ scores }: Metrics, id: ScoreId): ScoreTable {
  const { title, date, source, nominal, attainable, bands } = scores[id];
  return { title, date, source, nominal, attainable, bands };
}

function stepOf({ id, label, action, fix, example, path }: Step): Step {
  return {
    ...{ id, label, action, fix },
    ...(example === undefined ? {} : { example }),
    ...(path === undefined ? {} : { path }),
  };
}
