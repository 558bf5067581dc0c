/** What the coverage of a model is counted over, and functions that have systems but no data (model.md 6.2, rules 56 and 57). */
import type { Graph } from '../../rdf/graph.js';
import { literal, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dcat, dct, kdm, modelldcatno, VOCAB_BASE, xsd } from '../../rdf/vocabularies.js';
import type { InferenceContext } from './rule.js';

const RELEVANCE = `${VOCAB_BASE}kode/relevans/`;

/** What is known of a model's modules goes to the modules of a harvested copy, which bear the same identifier. */
export function* relevance(graph: Graph, { reference }: InferenceContext): Iterable<Quad> {
  const known = new Map(
    reference
      .withPredicate(kdm.relevance)
      .map(({ subject, object }) => [reference.text(subject, dct.identifier), object]),
  );
  for (const module of graph.instances(modelldcatno.Module)) {
    const found = known.get(graph.text(module, dct.identifier));
    if (found && graph.nodes(module, kdm.relevance).length === 0)
      yield quad(module, kdm.relevance, found);
  }
}

/** An object type of which nobody has said how relevant it is, is in scope. */
export function* coverageScope(graph: Graph, { coverage }: InferenceContext): Iterable<Quad> {
  const wanted = new Set(coverage.map((code) => RELEVANCE + code));
  for (const objectType of graph.instances(modelldcatno.ObjectType)) {
    const found = nearestRelevance(graph, objectType);
    if (found === undefined || wanted.has(found))
      yield quad(objectType, kdm.inCoverageScope, literal('true', xsd.boolean));
  }
}

/** Its own, else that of the module it belongs to, else that of the module around it. */
function nearestRelevance(graph: Graph, objectType: NamedNode): string | undefined {
  const seen = new Set<string>();
  for (
    let one: NamedNode | undefined = objectType;
    one && !seen.has(one.value);
    one = graph.node(one, modelldcatno.belongsToModule) ?? graph.node(one, dct.isPartOf)
  ) {
    seen.add(one.value);
    const found = graph.node(one, kdm.relevance);
    if (found) return found.value;
  }
  return undefined;
}

/** COV-03: a function that has systems must have data somewhere, but no dataset is about it. */
export function* areasWithoutDataset(graph: Graph): Iterable<Quad> {
  const described = new Set(
    graph
      .instances(dcat.Dataset)
      .flatMap((dataset) => graph.nodes(dataset, kdm.policyArea))
      .map(({ value }) => value),
  );
  for (const system of graph.instances(kdm.System)) {
    for (const area of graph.nodes(system, kdm.policyArea))
      if (!described.has(area.value)) yield quad(system, kdm.areaWithoutDataset, area);
  }
}
