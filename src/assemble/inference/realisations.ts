/** What follows from realisations of a model's object types (model.md 4.5, 4.11): links, sources and shares. */
import type { Graph } from '../../rdf/graph.js';
import { literal, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { kdm, modelldcatno, xsd } from '../../rdf/vocabularies.js';

/** I1: the short form of a realisation, and which systems are the source of the object type. */
export function* realises(graph: Graph): Iterable<Quad> {
  for (const { realisation, dataset, objectType } of realisations(graph)) {
    yield quad(dataset, kdm.realises, objectType);
    if (graph.text(realisation, kdm.authoritative) !== 'true') continue;
    for (const system of systemsOf(graph, realisation, dataset))
      yield quad(system, kdm.authoritativeFor, objectType);
  }
}

/** I7: mapped attributes of all that the object type has. Nothing when none is known to be mapped: that is not zero. */
export function* attributeShares(graph: Graph): Iterable<Quad> {
  for (const { realisation, dataset, objectType } of realisations(graph)) {
    if (graph.objects(realisation, kdm.attributeShare).length > 0) continue;
    const attributes = graph
      .nodes(objectType, modelldcatno.hasProperty)
      .filter((one) => graph.types(one).includes(modelldcatno.Attribute.value));
    const mapped = new Set(
      graph
        .nodes(dataset, kdm.hasDataElement)
        .flatMap((element) => graph.nodes(element, kdm.instanceOfAttribute))
        .map(({ value }) => value),
    );
    const covered = attributes.filter(({ value }) => mapped.has(value)).length;
    if (covered === 0) continue;
    const share = String(Number((covered / attributes.length).toFixed(3)));
    yield quad(realisation, kdm.attributeShare, literal(share, xsd.decimal));
  }
}

/** The system that the mapping was read from, else those that the dataset is stored in. */
function systemsOf(graph: Graph, realisation: NamedNode, dataset: NamedNode): readonly NamedNode[] {
  const own = graph.nodes(realisation, kdm.system);
  return own.length > 0 ? own : graph.nodes(dataset, kdm.storedIn);
}

interface Realised {
  readonly realisation: NamedNode;
  readonly dataset: NamedNode;
  readonly objectType: NamedNode;
}

function* realisations(graph: Graph): Iterable<Realised> {
  for (const realisation of graph.instances(kdm.Realisation)) {
    const dataset = graph.node(realisation, kdm.dataset);
    const objectType = graph.node(realisation, kdm.objectType);
    if (dataset && objectType) yield { realisation, dataset, objectType };
  }
}
