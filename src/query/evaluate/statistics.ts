/** What the planner knows about a snapshot: exact counts, and distinct subjects and objects of each predicate. */
import {
  lowerBound,
  type GraphMask,
  type Snapshot,
  type TripleIndex,
} from '../../store/snapshot.js';
import { UNBOUND, type Id } from './registers.js';

const known = new WeakMap<Snapshot, Statistics>();

/** Computed once a snapshot: one pass over two indexes (5 ms a million). */
export function statisticsOf(snapshot: Snapshot): Statistics {
  let statistics = known.get(snapshot);
  if (statistics === undefined) {
    statistics = new Statistics(snapshot);
    known.set(snapshot, statistics);
  }
  return statistics;
}

export class Statistics {
  readonly subjects: number;
  readonly objects: number;
  readonly predicates: number;
  readonly #snapshot: Snapshot;
  readonly #subjectsOf: Uint32Array;
  readonly #objectsOf: Uint32Array;
  /** Triples by set of graphs. */
  readonly #rowsOfSet: Uint32Array;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    const { blankFrom } = snapshot.terms;
    this.subjects = firsts(snapshot.spo);
    this.objects = firsts(snapshot.osp);
    this.predicates = firsts(snapshot.pos);
    this.#subjectsOf = seconds(snapshot.spo, blankFrom);
    this.#objectsOf = new Uint32Array(blankFrom);
    for (let predicate = 0; predicate < blankFrom; predicate += 1) {
      const { from, to } = rangeOf(snapshot.pos, predicate);
      this.#objectsOf[predicate] = distinct(snapshot.pos.second, from, to);
    }
    this.#rowsOfSet = new Uint32Array(snapshot.graphSets.length);
    for (const set of snapshot.spo.graphSet) this.#rowsOfSet[set] = (this.#rowsOfSet[set] ?? 0) + 1;
  }

  /** Distinct subjects of a predicate; of all where none is known. */
  subjectsOf(predicate: Id): number {
    return predicate === UNBOUND ? this.subjects : (this.#subjectsOf[predicate] ?? 0);
  }

  objectsOf(predicate: Id): number {
    return predicate === UNBOUND ? this.objects : (this.#objectsOf[predicate] ?? 0);
  }

  /** Triples with these terms in whatever graph; UNBOUND for any. */
  count(subject: Id, predicate: Id, object: Id): number {
    const { spo, pos, osp, tripleCount, terms } = this.#snapshot;
    if (Math.max(subject, predicate, object) >= terms.size) return 0;
    if (subject !== UNBOUND) {
      return object !== UNBOUND && predicate === UNBOUND
        ? countIn(osp, object, subject, UNBOUND)
        : countIn(spo, subject, predicate, object);
    }
    if (predicate !== UNBOUND) return countIn(pos, predicate, object, UNBOUND);
    return object === UNBOUND ? tripleCount : countIn(osp, object, UNBOUND, UNBOUND);
  }

  /** The share of the triples that lie in these graphs. */
  shareOf(mask: GraphMask): number {
    const rows = this.#rowsOfSet.reduce((sum, count, set) => sum + (mask[set] ? count : 0), 0);
    return rows / Math.max(1, this.#snapshot.tripleCount);
  }
}

function countIn(index: TripleIndex, first: Id, second: Id, third: Id): number {
  let { from, to } = rangeOf(index, first);
  if (second === UNBOUND) return to - from;
  from = lowerBound(index.second, from, to, second);
  to = lowerBound(index.second, from, to, second + 1);
  if (third === UNBOUND) return to - from;
  const at = lowerBound(index.third, from, to, third);
  return at < to && index.third[at] === third ? 1 : 0;
}

function rangeOf({ offsets }: TripleIndex, first: Id): { from: number; to: number } {
  return { from: offsets[first] as number, to: offsets[first + 1] as number };
}

/** How many terms are first components. */
function firsts({ offsets }: TripleIndex): number {
  let count = 0;
  for (let at = 1; at < offsets.length; at += 1) if (offsets[at] !== offsets[at - 1]) count += 1;
  return count;
}

/** By second component: in how many first components' rows it is. */
function seconds({ offsets, second }: TripleIndex, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let first = 1; first < offsets.length; first += 1) {
    let last = UNBOUND;
    const to = offsets[first] as number;
    for (let at = offsets[first - 1] as number; at < to; at += 1) {
      const one = second[at] as number;
      if (one !== last) counts[one] = (counts[one] as number) + 1;
      last = one;
    }
  }
  return counts;
}

function distinct(column: Uint32Array, from: number, to: number): number {
  let count = 0;
  let last = UNBOUND;
  for (let at = from; at < to; at += 1) {
    const one = column[at] as number;
    if (one !== last) count += 1;
    last = one;
  }
  return count;
}
