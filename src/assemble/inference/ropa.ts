/** I7: the records of processing (model.md 4.11, 5.3; GDPR article 30). */
import type { Iri } from '../../model/iri.js';
import type { Graph } from '../../rdf/graph.js';
import { resource } from '../../rdf/resource.js';
import { namedNode, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dct, dpv, kdm } from '../../rdf/vocabularies.js';
import type { InferenceContext } from './rule.js';

/**
 * I7: the record of processing of each organisation = its own processes and the shared ones of systems whose use it
 * subscribes to (model.md 5.3). A shared process stays one resource under several records.
 */
export function* ropas(graph: Graph, rules: InferenceContext): Iterable<Quad> {
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

function* subscriptions(graph: Graph): Iterable<{ user: NamedNode; system: NamedNode }> {
  for (const use of graph.instances(kdm.SystemUse)) {
    const user = graph.node(use, kdm.user);
    const system = graph.node(use, kdm.system);
    if (user && system && graph.text(use, kdm.subscribesShared) === 'true') yield { user, system };
  }
}

/** The register itself is public as soon as one of its rows is; the projection removes the links to the others. */
function ropa(
  graph: Graph,
  rules: InferenceContext,
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
