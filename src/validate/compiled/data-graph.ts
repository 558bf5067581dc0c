/**
 * A snapshot as validation reads it: one graph of integers, the graphs' names left out. Nodes that only the shapes name
 * (`sh:targetNode`, `sh:hasValue` …) get ids above the dictionary's, so that terms are equal exactly when their ids are.
 */
import { compare } from '../../query/evaluate/expression/comparison.js';
import {
  literalValues,
  type LiteralValues,
} from '../../query/evaluate/expression/literal-values.js';
import { QueryTerms } from '../../query/evaluate/term-space.js';
import type { NamedNode, Term } from '../../rdf/terms.js';
import { lowerBound, NONE, type Snapshot, type TermId } from '../../store/snapshot.js';

/** Distinct ids in `ids[from]` … `ids[to - 1]`. */
export class Span {
  ids: Uint32Array = EMPTY;
  from = 0;
  to = 0;

  set(ids: Uint32Array, from = 0, to = ids.length): void {
    this.ids = ids;
    this.from = from;
    this.to = to;
  }

  has(id: TermId): boolean {
    const at = this.ids.indexOf(id, this.from);
    return at !== -1 && at < this.to;
  }
}

const EMPTY = new Uint32Array(0);
/** Up to here going on step by step is quicker than halving. */
const SHORT = 16;

export class DataGraph {
  readonly snapshot: Snapshot;
  readonly terms: QueryTerms;
  readonly values: LiteralValues;
  /** Ids from here are the shapes' own. */
  readonly size: number;
  readonly #blankFrom: TermId;
  readonly #literalFrom: TermId;
  /** Only what is said of these subjects is seen; everything when undefined. */
  #visible: Uint8Array | undefined;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    this.terms = new QueryTerms(snapshot);
    this.values = literalValues(this.terms);
    this.size = snapshot.terms.size;
    this.#blankFrom = snapshot.terms.blankFrom;
    this.#literalFrom = snapshot.terms.literalFrom;
  }

  /** Looks at the part of the data that is said of these subjects, until it is called anew; at all of it without them. */
  look(subjects?: readonly TermId[]): void {
    if (!subjects) {
      this.#visible = undefined;
      return;
    }
    const visible = (this.#visible ??= new Uint8Array(this.size));
    visible.fill(0);
    for (const one of subjects) visible[one] = 1;
  }

  isVisible(subject: TermId): boolean {
    return this.#visible === undefined || this.#visible[subject] === 1;
  }

  idOf(term: Term): TermId {
    return this.terms.intern(term);
  }

  /** NONE for a predicate that no triple has. */
  predicate({ value }: NamedNode): TermId {
    return this.snapshot.terms.idOfIri(value);
  }

  isIri(id: TermId): boolean {
    return id < this.size ? id < this.#blankFrom : this.terms.termType(id) === 'NamedNode';
  }

  isBlank(id: TermId): boolean {
    if (id >= this.size) return this.terms.termType(id) === 'BlankNode';
    return id >= this.#blankFrom && id < this.#literalFrom;
  }

  /**
   * As SPARQL's `<` has it: below zero, zero or above, NaN where two have no order. A time with a zone and one without have
   * none, for SHACL knows no implicit zone.
   */
  order(a: TermId, b: TermId): number {
    const [left, right] = [this.values.temporal(a), this.values.temporal(b)];
    const isZoned = left?.offset !== undefined;
    return left && right && isZoned !== (right.offset !== undefined)
      ? NaN
      : compare(this.values, a, b);
  }

  /** Objects of a subject by a predicate, ascending. */
  objects(subject: TermId, predicate: TermId, into: Span): void {
    into.set(EMPTY);
    if (predicate === NONE || subject >= this.size || !this.isVisible(subject)) return;
    const { offsets, second, third } = this.snapshot.spo;
    const end = offsets[subject + 1] ?? 0;
    const from = lowerBound(second, offsets[subject] ?? 0, end, predicate);
    into.set(third, from, upperBound(second, from, end, predicate));
  }

  /** Subjects that have this object by a predicate, ascending. */
  subjects(object: TermId, predicate: TermId, into: Span): void {
    into.set(EMPTY);
    if (predicate === NONE || object >= this.size) return;
    const { offsets, second, third } = this.snapshot.pos;
    const end = offsets[predicate + 1] ?? 0;
    const from = lowerBound(second, offsets[predicate] ?? 0, end, object);
    const to = upperBound(second, from, end, object);
    if (this.#visible === undefined) into.set(third, from, to);
    else into.set(third.slice(from, to).filter((subject) => this.isVisible(subject)));
  }
}

function upperBound(column: Uint32Array, from: number, to: number, key: number): number {
  let at = from;
  const near = Math.min(to, from + SHORT);
  while (at < near && column[at] === key) at += 1;
  return at < near || at === to ? at : lowerBound(column, at, to, key + 1);
}
