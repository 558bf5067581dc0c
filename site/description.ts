/** The description of a thing as quads: the same set of triples in every syntax, and in DESCRIBE. */
import { describe as describeIn } from '../src/rdf/description.js';
import type { Graph } from '../src/rdf/graph.js';
import { PART_CLASSES } from '../src/rdf/part-classes.js';
import { isNamedNode, type Quad } from '../src/rdf/terms.js';

export function isPart(graph: Graph, subject: string): boolean {
  return graph.types(subject).some((type) => PART_CLASSES.has(type));
}

export function describe(graph: Graph, subject: string): readonly Quad[] {
  return describeIn<string, Quad>(
    {
      about: (one) => graph.about(one),
      predicate: ({ predicate }) => predicate.value,
      target: ({ object }) => (isNamedNode(object) && graph.has(object) ? object.value : undefined),
      isPart: (one) => isPart(graph, one),
    },
    subject,
  );
}
