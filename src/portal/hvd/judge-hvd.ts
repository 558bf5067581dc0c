/**
 * How a catalogue stands by Regulation (EU) 2023/138: each requirement of each dataset that is marked high-value, and what the
 * Commission's report queries find. Deterministic: the same snapshot gives the same report.
 */
import {
  HVD_REQUIREMENTS,
  type HvdDataset,
  type HvdFinding,
  type HvdReport,
  type HvdSight,
  type HvdWaiver,
} from '../../model/hvd-report.js';
import type { Graph } from '../../rdf/graph.js';
import { dcatap, dct, kdm, skos } from '../../rdf/vocabularies.js';
import { SnapshotGraph } from '../../store/snapshot-graph.js';
import type { Snapshot } from '../../store/snapshot.js';
import { byCategory } from './categories.js';
import { FINDING_TEXTS, REQUIREMENT_TEXTS } from './hvd-texts.js';
import { highValueDatasets, labelsOf, thingsOf, type HvdThings } from './hvd-things.js';
import { runReportQueries } from './report-queries.js';
import { judgeRequirement } from './requirements.js';
import { sights } from './sight.js';

export interface HvdSource {
  /** All that is public of a catalogue. */
  readonly snapshot: Snapshot;
  /** The code list of the categories (`ontology/vocab/hvd-categories.ttl`), with labels and hierarchy. */
  readonly categories: Graph;
}

export function judgeHvd({ snapshot, categories }: HvdSource): HvdReport {
  const graph = new SnapshotGraph(snapshot);
  const answers = runReportQueries(snapshot);
  const sightOf = sights(answers);
  const datasets = highValueDatasets(graph).map((dataset) => {
    const things = thingsOf(graph, dataset);
    return judgeDataset(things, categories, sightOf(things));
  });
  return {
    requirements: HVD_REQUIREMENTS.map((code) => ({ code, name: REQUIREMENT_TEXTS[code] })),
    categories: byCategory(datasets, categories),
    datasets,
    queries: Object.values(answers),
  };
}

function judgeDataset(things: HvdThings, categories: Graph, sight: HvdSight): HvdDataset {
  const { graph, dataset } = things;
  const judged = HVD_REQUIREMENTS.map(
    (requirement) => [requirement, judgeRequirement(requirement, things, categories)] as const,
  );
  const findings = judged.flatMap(([requirement, { lacks }]) =>
    lacks.map(({ code, about }): HvdFinding => ({
      requirement,
      about,
      label: labelsOf(graph, about, dct.title),
      ...FINDING_TEXTS[code],
    })),
  );
  return {
    iri: dataset,
    label: labelsOf(graph, dataset, dct.title),
    categories: graph.nodes(dataset, dcatap.hvdCategory).map(({ value }) => ({
      iri: value,
      label: labelsOf(categories, value, skos.prefLabel),
    })),
    isReady: findings.length === 0,
    states: Object.fromEntries(
      judged.map(([requirement, { state }]) => [requirement, state]),
    ) as HvdDataset['states'],
    findings,
    waivers: waiversOf(graph, dataset),
    sight,
  };
}

function waiversOf(graph: Graph, dataset: string): HvdWaiver[] {
  return [
    { requirement: 'api', reason: labelsOf(graph, dataset, kdm.apiWaiver) } as const,
    { requirement: 'bulk', reason: labelsOf(graph, dataset, kdm.bulkWaiver) } as const,
  ].filter(({ reason }) => Object.keys(reason).length > 0);
}
