/** Files on the site that everyone could fetch though the data are not for everyone (rule CLS-06). */
import type { Graph } from '../../rdf/graph.js';
import { isNamedNode, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { accessRight, dcat, dct, kdm } from '../../rdf/vocabularies.js';
import type { InferenceContext } from './rule.js';

export function* unprotectedFiles(
  graph: Graph,
  { base, scheme, classIri }: InferenceContext,
): Iterable<Quad> {
  const open = classIri(scheme.open.code);
  const isServed = (file: NamedNode): boolean =>
    graph.nodes(file, kdm.recordClass).some(({ value }) => value === open) &&
    graph
      .objects(file, dcat.downloadURL)
      .some((url) => isNamedNode(url) && url.value.startsWith(`${base}fil/`));
  for (const dataset of graph.instances(dcat.Dataset)) {
    if (isForEveryone(graph, dataset)) continue;
    for (const file of graph.nodes(dataset, dcat.distribution).filter(isServed))
      yield quad(dataset, kdm.unprotectedFile, file);
  }
}

/** After I5: a stricter class stands beside what the source states, and wins. Unknown access is not public access. */
function isForEveryone(graph: Graph, dataset: NamedNode): boolean {
  const rights = graph.objects(dataset, dct.accessRights);
  return rights.length > 0 && rights.every((right) => right.equals(accessRight.PUBLIC));
}
