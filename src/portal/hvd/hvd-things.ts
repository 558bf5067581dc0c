/** A high-value dataset with the distributions and services that belong to it. Its status is what is stated, never inferred. */
import type { HvdLabels } from '../../model/hvd-report.js';
import type { Graph } from '../../rdf/graph.js';
import type { NamedNode, Quad } from '../../rdf/terms.js';
import { dcat, dcatap, euAct } from '../../rdf/vocabularies.js';

export const HVD_REGULATION = euAct['reg_impl/2023/138/oj'];

export interface HvdThings {
  readonly graph: Graph;
  readonly dataset: string;
  /** Distributions that one can download, rather than a way to a service. */
  readonly files: readonly string[];
  readonly distributions: readonly string[];
  readonly services: readonly string[];
}

/** Datasets with the regulation or one of its categories, by IRI. */
export function highValueDatasets(graph: Graph): string[] {
  const marked = [
    ...graph.pointingTo(HVD_REGULATION).filter(isLegislation),
    ...graph.withPredicate(dcatap.hvdCategory),
  ].map(({ subject }) => subject.value);
  // A series holds no data of its own: what is asked of them is asked of its members.
  const isDataset = (one: string): boolean => {
    const types = graph.types(one);
    return types.includes(dcat.Dataset.value) && !types.includes(dcat.DatasetSeries.value);
  };
  return [...new Set(marked)].filter(isDataset).sort();
}

export function thingsOf(graph: Graph, dataset: string): HvdThings {
  const known = (nodes: readonly NamedNode[]): string[] =>
    nodes.map(({ value }) => value).filter((one) => graph.has(one));
  const distributions = known(graph.nodes(dataset, dcat.distribution)).sort();
  const served = graph
    .pointingTo(dataset)
    .filter(({ predicate }) => predicate.equals(dcat.servesDataset))
    .map(({ subject }) => subject.value);
  const behindFiles = distributions.flatMap((one) => known(graph.nodes(one, dcat.accessService)));
  return {
    graph,
    dataset,
    distributions,
    files: distributions.filter(
      (one) =>
        graph.node(one, dcat.downloadURL) !== undefined ||
        graph.node(one, dcat.accessService) === undefined,
    ),
    services: [...new Set([...served, ...behindFiles])].sort(),
  };
}

export function isMarked(graph: Graph, thing: string): boolean {
  return graph.nodes(thing, dcatap.applicableLegislation).some((one) => one.equals(HVD_REGULATION));
}

/** What counts: those that point to the regulation; all of them while none does. */
export function counted(graph: Graph, things: readonly string[]): readonly string[] {
  const marked = things.filter((one) => isMarked(graph, one));
  return marked.length > 0 ? marked : things;
}

/** Texts of a thing by language. */
export function labelsOf(graph: Graph, thing: string, property: NamedNode): HvdLabels {
  const texts = graph.literals(thing, property).map((one) => [one.language, one.value] as const);
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isLegislation({ predicate }: Quad): boolean {
  return predicate.equals(dcatap.applicableLegislation);
}
