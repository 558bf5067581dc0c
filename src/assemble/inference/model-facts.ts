/** What the modelling rules of `shapes/ggm-rules.ttl` need to know of an information model (model.md 2.3: m4, p1, p2). */
import type { Graph } from '../../rdf/graph.js';
import { literal, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { kdm, modelldcatno, xsd } from '../../rdf/vocabularies.js';

/** m4: attributes, and relations by which an instance knows another; inherited ones count. */
export function* propertyCounts(graph: Graph): Iterable<Quad> {
  const own = ownProperties(graph);
  for (const type of graph.instances(modelldcatno.ObjectType)) {
    let count = 0;
    for (const one of [type, ...ancestors(graph, type)]) count += own.get(one.value) ?? 0;
    yield number(type, kdm.propertyCount, count);
  }
}

function ownProperties(graph: Graph): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  const count = (subject: NamedNode): void =>
    void own.set(subject.value, (own.get(subject.value) ?? 0) + 1);
  for (const { subject, object } of graph.withPredicate(modelldcatno.hasProperty)) {
    const types = graph.types(object);
    if (types.includes(modelldcatno.Attribute.value)) count(subject as NamedNode);
    if (!types.includes(modelldcatno.Association.value)) continue;
    const isNavigable = graph.text(object, modelldcatno.navigable);
    if (isNavigable === 'true') count(subject as NamedNode);
    // Not from here: then the one at the other end knows this one.
    if (isNavigable === 'false') graph.nodes(object, modelldcatno.references).forEach(count);
  }
  return own;
}

/** p2: steps to the topmost general type, by the longest way. */
export function* inheritanceDepths(graph: Graph): Iterable<Quad> {
  for (const type of graph.instances(modelldcatno.ObjectType)) {
    const depth = depthOf(graph, type, []);
    if (depth > 0) yield number(type, kdm.inheritanceDepth, depth);
  }
}

/** A ring ends where it began. */
function depthOf(graph: Graph, type: NamedNode, below: readonly string[]): number {
  if (below.includes(type.value)) return 0;
  const above = parents(graph, type);
  const path = [...below, type.value];
  return above.length === 0 ? 0 : 1 + Math.max(...above.map((one) => depthOf(graph, one, path)));
}

function ancestors(graph: Graph, type: NamedNode): readonly NamedNode[] {
  const found = new Map<string, NamedNode>();
  const queue = [...parents(graph, type)];
  for (let one = queue.pop(); one; one = queue.pop()) {
    if (one.value === type.value || found.has(one.value)) continue;
    found.set(one.value, one);
    queue.push(...parents(graph, one));
  }
  return [...found.values()];
}

function parents(graph: Graph, type: NamedNode): readonly NamedNode[] {
  return graph
    .nodes(type, modelldcatno.hasProperty)
    .flatMap((property) => graph.nodes(property, modelldcatno.hasGeneralConcept));
}

const POLICY_LAYER = 2;

/** p1: what lies low must not know what is built on it, and policy domains do not know each other. */
export function* layerBreaks(graph: Graph): Iterable<Quad> {
  for (const { subject, object } of graph.withPredicate(modelldcatno.hasProperty)) {
    const from = placeOf(graph, subject as NamedNode);
    for (const target of graph.nodes(object, modelldcatno.references)) {
      const to = placeOf(graph, target);
      if (!from || !to) continue;
      const relation = object as NamedNode;
      if (from.layer < to.layer) yield quad(relation, kdm.upwardRelation, target);
      const isSideways = from.layer === POLICY_LAYER && to.layer === POLICY_LAYER;
      if (isSideways && from.area !== to.area) yield quad(relation, kdm.sidewaysRelation, target);
    }
  }
}

/** Layer and policy area of the module that the type belongs to; undefined for one without a layer. */
function placeOf(
  graph: Graph,
  type: NamedNode,
): { readonly layer: number; readonly area: string | undefined } | undefined {
  const module = graph.node(type, modelldcatno.belongsToModule);
  const layer = module && graph.text(module, kdm.layer);
  return layer === undefined
    ? undefined
    : { layer: Number(layer), area: graph.node(module ?? type, kdm.policyArea)?.value };
}

function number(subject: NamedNode, property: NamedNode, value: number): Quad {
  return quad(subject, property, literal(String(value), xsd.integer));
}
