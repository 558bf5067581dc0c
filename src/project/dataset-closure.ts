/**
 * What data.norge.no takes for one dataset (portals.md 1.1, row 11): its own statements, then those of everything they lead
 * to, over any number of steps. It stops at other datasets and series, which are named but not described.
 */
import type { Graph } from '../rdf/graph.js';
import { isLiteral, type Quad, type Term } from '../rdf/terms.js';
import { dcat } from '../rdf/vocabularies.js';

const MEMBERS: ReadonlySet<string> = new Set([dcat.Dataset.value, dcat.DatasetSeries.value]);

/** Each statement once, in the order it is met; empty when nothing is said of the dataset. */
export function datasetClosure(graph: Graph, dataset: string): Quad[] {
  const seen = new Set([dataset]);
  const closure: Quad[] = [];
  const isOtherMember = (node: Term): boolean =>
    graph.types(node).some((type) => MEMBERS.has(type));
  // The set grows while it is walked, so what is found is visited in its turn.
  for (const subject of seen) {
    for (const one of graph.about(subject)) {
      closure.push(one);
      if (!isLiteral(one.object) && !isOtherMember(one.object)) seen.add(one.object.value);
    }
  }
  return closure;
}
