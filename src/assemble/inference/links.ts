/** I1: what one side of a link states, the other side shows (model.md 4.11). */
import type { Graph } from '../../rdf/graph.js';
import { isNamedNode, quad, type Quad } from '../../rdf/terms.js';
import { dct, kdm } from '../../rdf/vocabularies.js';

const INVERSES = [
  [kdm.storedIn, kdm.holds],
  [kdm.processedBy, kdm.processesDataset],
  [kdm.processesDataset, kdm.processedBy],
] as const;

export function* inverses(graph: Graph): Iterable<Quad> {
  for (const [predicate, inverse] of INVERSES) {
    for (const { subject, object } of graph.withPredicate(predicate)) {
      if (isNamedNode(subject) && isNamedNode(object)) yield quad(object, inverse, subject);
    }
  }
  for (const element of graph.instances(kdm.DataElement)) {
    for (const whole of graph.nodes(element, dct.isPartOf))
      yield quad(whole, kdm.hasDataElement, element);
  }
}

/** `kdm:usedBy` is the short form of a SystemUse. */
export function* usedBy(graph: Graph): Iterable<Quad> {
  for (const use of graph.instances(kdm.SystemUse)) {
    const user = graph.node(use, kdm.user);
    const system = graph.node(use, kdm.system);
    if (user && system) yield quad(system, kdm.usedBy, user);
  }
}
