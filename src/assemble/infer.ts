/** Inferred facts (model.md 4.11), each a small rule over an index of what is stated. Rewritten whole at each assemble. */
import type { ClassScheme } from '../model/classification.js';
import type { Iri } from '../model/iri.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { isNamedNode, namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import { resource } from '../rdf/resource.js';
import { accessRight, adms, dcat, dct, dpv, kdm } from '../rdf/vocabularies.js';

export interface InferenceRules {
  readonly scheme: ClassScheme;
  classIri(code: string): Iri;
  ropaIri(organisation: Iri): Iri;
}

export function* infer(
  stated: readonly Quad[],
  reference: readonly Quad[],
  rules: InferenceRules,
): Iterable<Quad> {
  const graph = new GraphIndex(stated);
  yield* usedBy(graph);
  yield* inverses(graph);
  yield* accessRights(graph, rules);
  yield* coarseStatus(graph, new GraphIndex(reference));
  yield* ropas(graph, rules);
}

/** I1: `kdm:usedBy` is the short form of a SystemUse. */
function* usedBy(graph: GraphIndex): Iterable<Quad> {
  for (const use of graph.instances(kdm.SystemUse)) {
    const user = graph.node(use, kdm.user);
    const system = graph.node(use, kdm.system);
    if (user && system) yield quad(system, kdm.usedBy, user);
  }
}

/** I1: what one side of a link states, the other side shows. */
function* inverses(graph: GraphIndex): Iterable<Quad> {
  for (const [predicate, inverse] of [
    [kdm.storedIn, kdm.holds],
    [kdm.processedBy, kdm.processesDataset],
    [kdm.processesDataset, kdm.processedBy],
  ] as const) {
    for (const { subject, object } of graph.withPredicate(predicate)) {
      if (isNamedNode(subject) && isNamedNode(object)) yield quad(object, inverse, subject);
    }
  }
}

/** I5: access rights follow the class of the data where the source states none. */
function* accessRights(graph: GraphIndex, rules: InferenceRules): Iterable<Quad> {
  const byIri = new Map(
    rules.scheme.classes.map((one) => [rules.classIri(one.code) as string, one]),
  );
  for (const type of [dcat.Dataset, dcat.DataService]) {
    for (const subject of graph.instances(type)) {
      if (graph.node(subject, dct.accessRights)) continue;
      const [only, ...more] = graph.nodes(subject, kdm.confidentialityClass);
      const definition = only && more.length === 0 ? byIri.get(only.value) : undefined;
      if (definition) yield quad(subject, dct.accessRights, accessRight[definition.accessRights]);
    }
  }
}

/** The public life cycle is coarse: in use, being phased out, ended (model.md 4.10). */
function* coarseStatus(graph: GraphIndex, reference: GraphIndex): Iterable<Quad> {
  for (const { subject, object } of graph.withPredicate(kdm.lifecycleStatus)) {
    const status = isNamedNode(object) ? reference.node(object, adms.status) : undefined;
    if (isNamedNode(subject) && status) yield quad(subject, adms.status, status);
  }
}

/**
 * I7: the record of processing of each organisation = its own processes and the shared ones of systems whose use it
 * subscribes to (model.md 5.3). A shared process stays one resource under several records.
 */
function* ropas(graph: GraphIndex, rules: InferenceRules): Iterable<Quad> {
  const protocols = new Map<string, Map<string, NamedNode>>();
  const enter = (organisation: NamedNode, processes: readonly NamedNode[]): void => {
    const known = protocols.get(organisation.value) ?? new Map<string, NamedNode>();
    for (const process of processes) known.set(process.value, process);
    protocols.set(organisation.value, known);
  };
  const sharedBySystem = new Map<string, NamedNode[]>();
  for (const process of graph.instances(dpv.Process)) {
    const owner = graph.node(process, dct.publisher);
    if (owner) enter(owner, [process]);
    if (graph.text(process, kdm.sharedProcessing) !== 'true') continue;
    for (const { value } of graph.nodes(process, kdm.usesSystem)) {
      sharedBySystem.set(value, [...(sharedBySystem.get(value) ?? []), process]);
    }
  }
  for (const { user, system } of subscriptions(graph)) {
    const shared = sharedBySystem.get(system.value);
    if (shared) enter(user, shared);
  }
  for (const [organisation, processes] of [...protocols].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield* ropa(graph, rules, organisation as Iri, [...processes.values()]);
  }
}

function* subscriptions(graph: GraphIndex): Iterable<{ user: NamedNode; system: NamedNode }> {
  for (const use of graph.instances(kdm.SystemUse)) {
    const user = graph.node(use, kdm.user);
    const system = graph.node(use, kdm.system);
    if (user && system && graph.text(use, kdm.subscribesShared) === 'true') yield { user, system };
  }
}

/** The register itself is public as soon as one of its rows is; the projection removes the links to the others. */
function ropa(
  graph: GraphIndex,
  rules: InferenceRules,
  organisation: Iri,
  processes: NamedNode[],
): Iterable<Quad> {
  const open = namedNode(rules.classIri(rules.scheme.open.code));
  const hasOpen = processes.some(
    (process) => graph.node(process, kdm.recordClass)?.value === open.value,
  );
  const strictest = rules.scheme.classes.at(-1) ?? rules.scheme.open;
  const made = resource(rules.ropaIri(organisation))
    .a(dpv.ROPA)
    .link(dct.publisher, organisation)
    .link(kdm.recordClass, hasOpen ? (open.value as Iri) : rules.classIri(strictest.code));
  for (const name of ['nb', 'nn', 'en'] as const) made.text(dct.title, ROPA_TITLE[name], name);
  for (const process of processes) made.add(dpv.hasProcess, process);
  return made;
}
const ROPA_TITLE = {
  nb: 'Behandlingsprotokoll',
  nn: 'Behandlingsprotokoll',
  en: 'Record of processing activities',
} as const;
