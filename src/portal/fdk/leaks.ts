/** What stands in a description and is no part of it (rows 10–12): the catalogue, records, other members' parts, dates shared by all. */
import type { Graph } from '../../rdf/graph.js';
import { isLiteral } from '../../rdf/terms.js';
import { adms, dcat, dct, xsd } from '../../rdf/vocabularies.js';
import { nodeText, type BlankNames } from '../blank-nodes.js';
import type { Traps } from '../trap.js';
import type { Closure, Closures } from '../closures.js';
import type { Members } from './members.js';

/** Beyond this a description leads to what is not its own. */
const MANY_STATEMENTS = 1_000;
/** Shared by fewer, a date is the part's own business. */
const FEW_MEMBERS = 3;

export function findLeaks(graph: Graph, members: Members, closures: Closures, traps: Traps): void {
  if (!closures.isComplete) traps.add('FDK-37', `> ${closures.of.size} × ${members.iris.length}`);
  const owners = partOwners(graph, members);
  for (const [member, closure] of closures.of) {
    if (closure.statements > MANY_STATEMENTS)
      traps.add('FDK-35', `${member}: ${closure.statements}`);
    findForeign(graph, { member, closure, owners, traps });
  }
  findVolatile(graph, members, closures, traps);
  for (const catalogue of members.catalogues) inspectCatalogue(graph, catalogue, members, traps);
}

/** Blank nodes of one description that get the same name become one (row 13). */
export function findMerged({ of }: Closures, names: BlankNames, traps: Traps): void {
  for (const [member, { nodes }] of of) {
    const blank = nodes.flatMap((node) => names.nameOf(node) ?? []);
    if (new Set(blank).size < blank.length) traps.add('FDK-28', member);
  }
}

/** Part → the members whose own it is. */
function partOwners(graph: Graph, { iris }: Members): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const member of iris)
    for (const property of [dcat.distribution, adms.sample])
      for (const { value } of graph.objects(member, property))
        owners.set(value, (owners.get(value) ?? new Set<string>()).add(member));
  return owners;
}

function findForeign(
  graph: Graph,
  {
    member,
    closure,
    owners,
    traps,
  }: {
    member: string;
    closure: Closure;
    owners: ReadonlyMap<string, ReadonlySet<string>>;
    traps: Traps;
  },
): void {
  const foreign = new Map<string, number>();
  for (const node of closure.nodes.slice(1)) {
    const types = graph.types(node);
    if (types.includes(dcat.Catalog.value))
      traps.add('FDK-30', `${member} → ${nodeText(graph, node)}`);
    else if (types.includes(dcat.Dataset.value))
      traps.add('FDK-36', `${member} → ${nodeText(graph, node)}`);
    const of = owners.get(node);
    if (!of || of.has(member)) continue;
    const [owner = ''] = of;
    foreign.set(owner, (foreign.get(owner) ?? 0) + graph.about(node).length);
  }
  for (const [owner, count] of foreign) traps.add('FDK-33', `${member} ← ${owner}: ${count}`);
}

/** A date on what most members share: when it changes, they have all changed. */
function findVolatile(graph: Graph, { iris }: Members, { shared }: Closures, traps: Traps): void {
  for (const { node, members } of shared) {
    if (members < FEW_MEMBERS || members * 2 <= iris.length) continue;
    if (graph.types(node).includes(dcat.Catalog.value)) continue;
    const isDated = graph
      .about(node)
      .some(
        ({ predicate, object }) =>
          predicate.value === dct.modified.value ||
          (isLiteral(object) && object.datatype.value === xsd.dateTime.value),
      );
    if (isDated) traps.add('FDK-34', `${nodeText(graph, node)} (${members})`);
  }
}

/** The catalogue's own description goes with each changed member: what it leads to is sent over and over (row 12). */
function inspectCatalogue(graph: Graph, catalogue: string, { kind }: Members, traps: Traps): void {
  const count = (property: typeof dcat.record): number => graph.objects(catalogue, property).length;
  const records = count(dcat.record);
  if (records > 0) traps.add('FDK-31', `${catalogue}: dcat:record × ${records}`);
  if (kind.portal !== 'fdk') return;
  const services = count(dcat.service);
  if (services > 0) traps.add('FDK-32', `${catalogue}: dcat:service × ${services}`);
}
