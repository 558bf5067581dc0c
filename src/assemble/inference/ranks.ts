/** I4: ranks of classes as numbers, so that a shape can compare them (model.md 4.11; safety C2). */
import type { Graph } from '../../rdf/graph.js';
import { literal, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dcat, kdm, xsd } from '../../rdf/vocabularies.js';
import type { InferenceContext } from './rule.js';

export function* ranks(graph: Graph, { scheme, classIri }: InferenceContext): Iterable<Quad> {
  const byIri = new Map(scheme.classes.map(({ code, rank }) => [classIri(code) as string, rank]));
  /** A thing of two classes, or of an unknown one, has no rank. */
  const rankOf = (subject: NamedNode): number | undefined => {
    const [only, ...more] = graph.nodes(subject, kdm.confidentialityClass);
    return only && more.length === 0 ? byIri.get(only.value) : undefined;
  };
  for (const type of [dcat.Dataset, dcat.DataService, kdm.System]) {
    for (const subject of graph.instances(type))
      yield* rankFact(subject, kdm.classRank, [rankOf(subject)]);
  }
  for (const system of graph.instances(kdm.System))
    yield* rankFact(system, kdm.highestDataRank, graph.nodes(system, kdm.holds).map(rankOf));
  for (const integration of graph.instances(kdm.Integration)) {
    yield* rankFact(integration, kdm.fromRank, graph.nodes(integration, kdm.from).map(rankOf));
    yield* rankFact(integration, kdm.toRank, graph.nodes(integration, kdm.to).map(rankOf));
  }
}

function* rankFact(
  subject: NamedNode,
  property: NamedNode,
  found: readonly (number | undefined)[],
): Iterable<Quad> {
  const known = found.filter((rank) => rank !== undefined);
  if (known.length > 0)
    yield quad(subject, property, literal(String(Math.max(...known)), xsd.integer));
}
