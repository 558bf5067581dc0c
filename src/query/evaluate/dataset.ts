/** The RDF dataset of a query (SPARQL 1.1 13): which graphs are its default graph, which have names. */
import {
  DEFAULT_GRAPH_ID,
  graphMask,
  NONE,
  type GraphMask,
  type Snapshot,
} from '../../store/snapshot.js';
import type { Id } from './registers.js';

export interface DatasetDescription {
  readonly defaultGraphs?: readonly string[] | undefined;
  readonly namedGraphs?: readonly string[] | undefined;
}

/** Every graph. */
export const ALL_GRAPHS = null;

export interface Dataset {
  readonly defaultGraph: GraphMask | typeof ALL_GRAPHS;
  /** Ascending. */
  readonly named: readonly Id[];
  isNamed(graph: number): boolean;
}

/** Nothing described: the default graph is the union of all graphs, and all of them have their names. */
export function datasetOf(
  snapshot: Snapshot,
  { defaultGraphs, namedGraphs }: DatasetDescription,
): Dataset {
  if (defaultGraphs === undefined && namedGraphs === undefined) {
    const isNamed = (graph: number): boolean => graph !== DEFAULT_GRAPH_ID;
    return { defaultGraph: ALL_GRAPHS, named: snapshot.graphs, isNamed };
  }
  const named = new Set(known(snapshot, namedGraphs));
  return {
    defaultGraph: graphMask(snapshot, new Set(known(snapshot, defaultGraphs))),
    named: snapshot.graphs.filter((graph) => named.has(graph)),
    isNamed: (graph) => named.has(graph),
  };
}

function known(snapshot: Snapshot, graphs: readonly string[] = []): Id[] {
  return graphs.map((graph) => snapshot.terms.idOfIri(graph)).filter((id) => id !== NONE);
}
