/**
 * In which role an organisation keeps a processing on record (GDPR article 30): as controller, paragraph 1, or as processor
 * for somebody else, paragraph 2. The two paragraphs ask for different things, so the shapes aim at these facts.
 */
import type { Graph } from '../../rdf/graph.js';
import { literal, quad, type Quad } from '../../rdf/terms.js';
import { dct, dpv, kdm, xsd } from '../../rdf/vocabularies.js';

const YES = literal('true', xsd.boolean);

/** The owner of the row is processor when the row names it as one, and names others, or nobody, as controller. */
export function* recordRoles(graph: Graph): Iterable<Quad> {
  for (const process of graph.instances(dpv.Process)) {
    const isOwner = ({ value }: { readonly value: string }): boolean =>
      graph.nodes(process, dct.publisher).some((owner) => owner.value === value);
    const isProcessor =
      graph.nodes(process, dpv.hasDataProcessor).some(isOwner) &&
      !graph.nodes(process, dpv.hasDataController).some(isOwner);
    yield quad(process, isProcessor ? kdm.keptAsProcessor : kdm.keptAsController, YES);
  }
}
