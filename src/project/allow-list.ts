/**
 * The allow-list of the public view, read from the same closed shapes that check it (model.md 7), so that filter and check
 * cannot drift apart: class → properties. What is not named does not pass.
 */
import { GraphIndex } from '../rdf/graph-index.js';
import type { Quad } from '../rdf/terms.js';
import { sh } from '../rdf/vocabularies.js';

export interface AllowList {
  /** Primary classes, in the order of the shapes. */
  readonly classes: ReadonlySet<string>;
  /** Properties that pass on a thing of this primary class; `rdf:type` always does. */
  propertiesOf(primaryClass: string): ReadonlySet<string>;
  /** Classes that may stand as types of a public thing. */
  readonly types: ReadonlySet<string>;
}

export function allowList(shapes: Iterable<Quad>): AllowList {
  const graph = new GraphIndex(shapes);
  const properties = new Map<string, ReadonlySet<string>>();
  const types = new Set<string>();
  for (const shape of graph.instances(sh.NodeShape)) {
    for (const target of graph.nodes(shape, sh.targetClass)) {
      const paths = graph
        .objects(shape, sh.property)
        .flatMap((property) => graph.nodes(property, sh.path))
        .map((path) => path.value);
      properties.set(target.value, new Set(paths));
    }
  }
  for (const list of graph.withPredicate(sh.in)) {
    for (const member of graph.list(list.object)) types.add(member.value);
  }
  return {
    classes: new Set(properties.keys()),
    types: new Set([...properties.keys(), ...types]),
    propertiesOf: (primaryClass) => properties.get(primaryClass) ?? new Set<string>(),
  };
}
