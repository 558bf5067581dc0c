/**
 * What the parts of the evaluator share. A solution is a row of registers, one a variable of the query, each holding the id
 * of a term: ids below the dictionary's size are the snapshot's own, higher ones were made by the query (term-space.ts).
 */
import type { Snapshot } from '../../store/snapshot.js';
import type { Term } from '../../rdf/terms.js';

export type Id = number;

/** The register of a variable without a value; what an expression gives that has none (an error, SPARQL 1.1 17.2). */
export const UNBOUND = -1;

/** By number of variable. Operators change it in place: who keeps a row copies it. */
export type Row = Int32Array;

/** Terms of one query: the snapshot's and those that BIND, VALUES, aggregates and functions made. */
export interface TermSpace {
  readonly snapshot: Snapshot;
  /** The snapshot's own id when the term is there: equal ids are the same term, and the other way round. */
  intern(term: Term): Id;
  term(id: Id): Term;
  termType(id: Id): 'NamedNode' | 'BlankNode' | 'Literal';
  /** IRI, label or lexical form. */
  value(id: Id): string;
  /** Empty for what is no literal with a language. */
  language(id: Id): string;
  /** Empty for what is no literal. */
  datatype(id: Id): string;
}

/** A compiled expression: its value for a row, UNBOUND for an error. */
export type Expression = (row: Row) => Id;
/** Its effective boolean value: 1, 0, or UNBOUND for an error. */
export type Condition = (row: Row) => 1 | 0 | -1;

/** One aggregate of one group (SPARQL 1.1 18.5.1). */
export interface Accumulator {
  /** The value of the aggregate's expression for one more row of the group; UNBOUND counts as an error. */
  add(id: Id): void;
  result(): Id;
}
