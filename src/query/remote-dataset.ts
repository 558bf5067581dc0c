/** Which of an engine's graphs a query may see: the public names of its dataset, as the revision's graphs. */
import type { Iri } from '../model/iri.js';
import type { QueryTree } from './query-guard.js';

/** The graphs that a query may see. */
export interface RevisionGraphs {
  readonly graphs: ReadonlyMap<Iri, Iri>;
  /** All triples once; undefined where there is one graph. */
  readonly union: Iri | undefined;
  /** A name that no graph has: an empty list of the protocol means any graph. */
  readonly nowhere: Iri;
}

export interface Dataset {
  readonly defaultGraphs?: readonly Iri[];
  readonly namedGraphs?: readonly Iri[];
}

export interface Graphs {
  /** Of the engine. */
  readonly default: readonly Iri[];
  /** Public name, and the engine's. */
  readonly named: readonly (readonly [Iri, Iri])[];
}

/** The protocol's parameters, else FROM and FROM NAMED, else every graph (SPARQL 1.1 Protocol 2.1.4). Unknown names are empty. */
export function graphsOf(
  tree: QueryTree,
  revision: RevisionGraphs,
  { dataset, expand }: { readonly dataset: Dataset; readonly expand: Expand },
): Graphs | undefined {
  const known = [...revision.graphs];
  const pick = (names: readonly string[]): (readonly [Iri, Iri])[] =>
    known.filter(([name]) => names.includes(name));
  const { defaultGraphs, namedGraphs } = dataset;
  if (defaultGraphs ?? namedGraphs) {
    return checked(
      { default: pick(defaultGraphs ?? []), named: pick(namedGraphs ?? []) },
      revision,
    );
  }
  const { clauses } = tree.datasets;
  if (clauses.length === 0) return checked({ default: known, named: known }, revision);
  const named = (type: 'default' | 'named'): (readonly [Iri, Iri])[] =>
    pick(clauses.flatMap(({ clauseType, value }) => (clauseType === type ? [expand(value)] : [])));
  return checked({ default: named('default'), named: named('named') }, revision);
}

/** An engine may count a triple of two default graphs twice: in place of all graphs the one that has each once, else none. */
function checked(
  chosen: Record<keyof Graphs, readonly (readonly [Iri, Iri])[]>,
  { graphs, union }: RevisionGraphs,
): Graphs | undefined {
  const { named } = chosen;
  const all = chosen.default.map(([, graph]) => graph);
  if (union === undefined || all.length <= 1) return { default: all, named };
  return all.length === graphs.size ? { default: [union], named } : undefined;
}

export function orNowhere(graphs: readonly Iri[], { nowhere }: RevisionGraphs): readonly Iri[] {
  return graphs.length === 0 ? [nowhere] : graphs;
}

export type Expand = (term: { readonly value: string; readonly prefix?: unknown }) => string;

/** The full IRI of a name, by the query's own prefixes and those that need no declaration. */
export function namesOf(tree: QueryTree, known: Readonly<Record<string, string>>): Expand {
  const prefixes = new Map(Object.entries(known));
  for (const one of tree.context) {
    if (one.subType === 'prefix') prefixes.set(one.key, one.value.value);
  }
  return ({ value, prefix }) =>
    typeof prefix === 'string' ? (prefixes.get(prefix) ?? '') + value : value;
}
