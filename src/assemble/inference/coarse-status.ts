/** The public life cycle is coarse: in use, being phased out, ended (model.md 4.10). */
import type { Graph } from '../../rdf/graph.js';
import { isNamedNode, quad, type Quad } from '../../rdf/terms.js';
import { adms, kdm } from '../../rdf/vocabularies.js';
import type { InferenceContext } from './rule.js';

export function* coarseStatus(graph: Graph, { reference }: InferenceContext): Iterable<Quad> {
  for (const { subject, object } of graph.withPredicate(kdm.lifecycleStatus)) {
    const status = isNamedNode(object) ? reference.node(object, adms.status) : undefined;
    if (isNamedNode(subject) && status) yield quad(subject, adms.status, status);
  }
}
