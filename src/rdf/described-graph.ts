/** A graph as descriptions walk it. */
import type { DescribedGraph } from './description.js';
import type { Graph } from './graph.js';
import { PART_CLASSES } from './part-classes.js';
import { isNamedNode, type Quad } from './terms.js';

export function isPart(graph: Graph, subject: string): boolean {
  return graph.types(subject).some((type) => PART_CLASSES.has(type));
}

export function describedGraph(graph: Graph): DescribedGraph<string, Quad> {
  return {
    about: (one) => graph.about(one),
    predicate: ({ predicate }) => predicate.value,
    target: ({ object }) => (isNamedNode(object) && graph.has(object) ? object.value : undefined),
    isPart: (one) => isPart(graph, one),
  };
}
