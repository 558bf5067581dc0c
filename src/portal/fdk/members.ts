/** What data.norge.no takes for a member and for a catalogue (rows 8–10). */
import type { Graph } from '../../rdf/graph.js';
import { isNamedNode, type NamedNode, type Quad } from '../../rdf/terms.js';
import { adms, dcat, kdm } from '../../rdf/vocabularies.js';
import { nodeText } from '../blank-nodes.js';
import type { MemberSet } from '../closures.js';
import type { Traps } from '../trap.js';
import type { FdkKind } from './contract.js';

/** In order of their IRIs. */
export interface Members extends MemberSet {
  readonly kind: FdkKind;
  /** Catalogues that hold members. */
  readonly catalogues: readonly string[];
}

export function findMembers(graph: Graph, kind: FdkKind, traps: Traps): Members {
  const typed = subjectsOf(graph, kind.types);
  const { iris } = typed;
  for (const iri of iris) tellUnreal(graph, iri, traps);
  for (const node of typed.blank) traps.add('FDK-21', nodeText(graph, node));
  if (iris.length === 0) traps.add('FDK-20');
  const set = new Set(iris);
  const isMember = (node: string): boolean => set.has(node);
  const homes = catalogueMembers(graph, kind, isMember);
  if (homes.blank) traps.add('FDK-24', homes.blank);
  for (const { object } of memberLinks(graph, kind))
    if (isNamedNode(object) && !isMember(object.value)) traps.add('FDK-29', object.value);
  for (const iri of iris) {
    const homesOf = homes.catalogues.filter(({ members }) => members.has(iri));
    if (homesOf.length === 0) traps.add('FDK-22', iri);
    if (homesOf.length > 1) traps.add('FDK-23', iri);
  }
  return { kind, iris, isMember, catalogues: homes.catalogues.map(({ iri }) => iri) };
}

interface Subjects {
  readonly iris: readonly string[];
  readonly blank: readonly string[];
}

function subjectsOf(graph: Graph, types: readonly NamedNode[]): Subjects {
  const wanted = new Set(types.map(({ value }) => value));
  const typings = types.flatMap((type) => graph.pointingTo(type));
  const subjects = new Map(
    typings
      .filter(({ object }) => wanted.has(object.value))
      .map(({ subject }) => [subject.value, subject]),
  );
  const valuesOf = (isNamed: boolean): string[] =>
    [...subjects.values()]
      .filter((subject) => isNamedNode(subject) === isNamed)
      .map(({ value }) => value);
  return { iris: valuesOf(true).sort(), blank: valuesOf(false) };
}

/** Samples, records and tombstones are shown as datasets when they are typed so. */
function tellUnreal(graph: Graph, iri: string, traps: Traps): void {
  const types = graph.types(iri);
  const isOther = types.includes(dcat.CatalogRecord.value) || types.includes(kdm.Tombstone.value);
  const isSample = graph
    .pointingTo(iri)
    .some(({ predicate }) => predicate.value === adms.sample.value);
  if (isOther || isSample) traps.add('FDK-25', iri);
}

interface Homes {
  readonly catalogues: readonly { readonly iri: string; readonly members: ReadonlySet<string> }[];
  /** A catalogue without an IRI. */
  readonly blank?: string;
}

/** A catalogue is what links members; a series that it links brings its own. */
function catalogueMembers(graph: Graph, kind: FdkKind, isMember: (node: string) => boolean): Homes {
  const catalogues = new Map<string, Set<string>>();
  let blank: string | undefined;
  for (const { subject, object } of memberLinks(graph, kind)) {
    if (!isNamedNode(subject)) blank = nodeText(graph, subject.value);
    else if (isMember(object.value)) {
      const members = catalogues.get(subject.value) ?? new Set<string>();
      catalogues.set(subject.value, members.add(object.value));
    }
  }
  for (const members of catalogues.values())
    for (const member of members)
      for (const { subject, predicate } of graph.pointingTo(member))
        if (predicate.value === dcat.inSeries.value && isMember(subject.value))
          members.add(subject.value);
  const found = [...catalogues]
    .map(([iri, members]) => ({ iri, members }))
    .sort((a, b) => (a.iri < b.iri ? -1 : 1));
  return { catalogues: found, ...(blank === undefined ? {} : { blank }) };
}

function memberLinks(graph: Graph, { link }: FdkKind): Quad[] {
  return graph
    .withPredicate(link)
    .filter(({ subject }) => graph.types(subject).includes(dcat.Catalog.value));
}
