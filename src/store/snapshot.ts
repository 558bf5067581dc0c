/**
 * The snapshot of a zone: its quads as a sorted dictionary and three sorted integer indexes in one shared buffer
 * (performance.md 1.1). This file is the interface; `snapshot-build.ts` makes the bytes, `snapshot-open.ts` reads them.
 *
 * Ids run from 0 to `size - 1` in the order of the dictionary: IRIs, then blank nodes, then literals; literals lie together
 * by type (datatype, then language), and everything is sorted inside its kind by UTF-16 code unit. So the literals of a type
 * are a range of ids, and ids of one kind or type compare as their texts do.
 */
import type { Term } from '../rdf/terms.js';

export type TermId = number;

/** The id of a term that the snapshot does not hold, and the wildcard of a pattern. */
export const NONE = -1;

/** Stands in a set of graphs for the default graph. */
export const DEFAULT_GRAPH_ID = 0xffff_ffff;

/** Datatype and language of literals whose ids are `from` ≤ id < `to`. */
export interface LiteralType {
  readonly datatype: string;
  /** Empty for anything but rdf:langString. */
  readonly language: string;
  readonly from: TermId;
  readonly to: TermId;
}

export interface Dictionary {
  readonly size: number;
  /** IRIs are below; blank nodes from here. */
  readonly blankFrom: TermId;
  /** Literals from here. */
  readonly literalFrom: TermId;
  /** Sorted by `from`; every literal lies in exactly one. */
  readonly literalTypes: readonly LiteralType[];
  /** NONE for a term that is not there. */
  idOf(term: Term): TermId;
  idOfIri(iri: string): TermId;
  /** Of literals: the lexical form; of blank nodes: the label. */
  value(id: TermId): string;
  /** Index in `literalTypes`; NONE for what is no literal. */
  literalType(id: TermId): number;
  /** The RDF/JS term. */
  term(id: TermId): Term;
}

/**
 * Triples sorted by a first, a second and a third component. Rows of first component `a` are `offsets[a]` ≤ row <
 * `offsets[a + 1]`; inside them `second` ascends, inside equal `second` `third` does. A triple is one row, whatever the number
 * of graphs it lies in.
 */
export interface TripleIndex {
  /** `size + 1` long. */
  readonly offsets: Uint32Array;
  readonly second: Uint32Array;
  readonly third: Uint32Array;
  /** Index in `graphSets`: the graphs that the triple of a row lies in. */
  readonly graphSet: Uint32Array;
}

/** `mask[graphSet]` is 1 where a triple counts: the graphs of a query, as `graphMask` makes it. */
export type GraphMask = Uint8Array;

export interface Snapshot {
  /** The whole file, shared: post it to a worker thread and open it there with `openSnapshot`. */
  readonly buffer: SharedArrayBuffer;
  /** SHA-256 of the canonical N-Quads that it was built from. */
  readonly sourceHash: string;
  /** Distinct triples. */
  readonly tripleCount: number;
  /** Distinct quads. */
  readonly quadCount: number;
  readonly terms: Dictionary;
  /** Subject, predicate, object. */
  readonly spo: TripleIndex;
  /** Predicate, object, subject. */
  readonly pos: TripleIndex;
  /** Object, subject, predicate. */
  readonly osp: TripleIndex;
  /** Names of graphs, ascending, the default graph left out. */
  readonly graphs: readonly TermId[];
  readonly hasDefaultGraph: boolean;
  /** Each ascending; DEFAULT_GRAPH_ID last. */
  readonly graphSets: readonly Uint32Array[];
}

/** First row in `from` ≤ row < `to` whose value is at least `key`; `to` when there is none. */
export function lowerBound(column: Uint32Array, from: number, to: number, key: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which rows count when only these graphs do; DEFAULT_GRAPH_ID may be one of them. */
export function graphMask(snapshot: Snapshot, graphs: ReadonlySet<number>): GraphMask {
  return Uint8Array.from(snapshot.graphSets, (set) => (set.some((one) => graphs.has(one)) ? 1 : 0));
}
