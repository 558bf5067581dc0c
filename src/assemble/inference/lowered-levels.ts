/** Data elements placed lower than what is usual for their attribute (rule DE-02; model.md 4.2). */
import type { Graph } from '../../rdf/graph.js';
import { quad, type Quad } from '../../rdf/terms.js';
import { kdm } from '../../rdf/vocabularies.js';
import { rankOf } from './privacy-levels.js';

/** The fact names the attribute's default. */
export function* loweredLevels(graph: Graph): Iterable<Quad> {
  for (const element of graph.instances(kdm.DataElement)) {
    const own = rankOf(graph, element, kdm.privacyLevel);
    for (const attribute of graph.nodes(element, kdm.instanceOfAttribute)) {
      const usual = rankOf(graph, attribute, kdm.defaultPrivacyLevel);
      const level = graph.node(attribute, kdm.defaultPrivacyLevel);
      if (level && own !== undefined && usual !== undefined && own < usual)
        yield quad(element, kdm.loweredFromLevel, level);
    }
  }
}
