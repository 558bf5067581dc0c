/**
 * The port to where graphs are kept besides a revision's files. There is no update verb: a stage reads one set of graphs and
 * replaces one set, whole (architecture.md 5). Each adapter passes test/store/graph-store.contract.ts.
 */
import type { Iri } from '../model/iri.js';
import type { DatasetCore, NamedNode, Quad } from '../rdf/terms.js';

export type GraphChange =
  | {
      readonly put: NamedNode;
      /** Each once; read once, when their turn comes. */
      readonly quads: Iterable<Quad>;
    }
  | { readonly delete: NamedNode };

export interface GraphStore {
  /** Names of the graphs, sorted; those that begin with the prefix when one is given. */
  list(prefix?: Iri): AsyncIterable<NamedNode>;
  /** The graph's triples (in the default graph), or undefined when there is no such graph. */
  get(graph: NamedNode): Promise<DatasetCore | undefined>;
  /** All or nothing. Putting an empty graph deletes it. */
  commit(changes: readonly GraphChange[]): Promise<void>;
  close(): Promise<void>;
}
