/** Patterns that are only counted: how often a row matches, straight from the ranges of an index. */
import { lowerBound, type GraphMask, type TripleIndex } from '../../store/snapshot.js';
import type { Pattern } from './algebra.js';
import type { ALL_GRAPHS } from './dataset.js';
import type { Context, Sink, Step } from './plan.js';
import { UNBOUND, type Id, type Row } from './registers.js';
import { nameOf } from './variables.js';

type Tally = NonNullable<Sink['tally']>;
type Mask = GraphMask | typeof ALL_GRAPHS;

/**
 * A step for a pattern behind which rows are tallied and at most one of the registers that it binds is read; undefined where
 * no index has its triples in the order that this asks for.
 */
export function tallying(
  { subject, predicate, object }: Pattern,
  { scope, plan, outer, certain }: Context,
  { tally, reads }: Sink,
  mask: Mask,
): Step | undefined {
  if (tally === undefined || reads === undefined) return undefined;
  const terms = [subject, predicate, object];
  const names = terms.map(nameOf);
  const variables = names.filter((name) => name !== undefined);
  if (new Set(variables).size < variables.length) return undefined;
  if (variables.some((name) => outer.has(name) && !certain.has(name))) return undefined;
  const places = terms.map((term, at) => {
    const name = names[at];
    return name === undefined
      ? { id: plan.terms.intern(term as never), register: UNBOUND, isFree: false }
      : { id: UNBOUND, register: scope.register(name), isFree: !certain.has(name) };
  });
  const isRead = places.map(({ register, isFree }) => isFree && reads.has(register));
  const order = orderFor(
    places.map(({ isFree }) => isFree),
    isRead,
  );
  if (order === undefined) return undefined;
  const { snapshot } = plan;
  const index = snapshot[order.index];
  const fixed = order.fixed.map((at) => places[at] as (typeof places)[number]);
  const wanted = order.wanted === undefined ? UNBOUND : (places[order.wanted]?.register ?? UNBOUND);
  const counter = new Counter(index, mask, tally);
  return (row) => {
    const ids = fixed.map(({ id, register }) => (register < 0 ? id : (row[register] as Id)));
    if (ids.some((id) => id >= snapshot.terms.size)) return true;
    return wanted === UNBOUND ? counter.count(row, ids) : counter.runs(row, ids, wanted);
  };
}

interface Order {
  readonly index: 'spo' | 'pos' | 'osp';
  /** Positions that are known, in the index's order. */
  readonly fixed: readonly number[];
  /** The position behind them, whose runs are counted. */
  readonly wanted?: number;
}

const ORDERS = [
  { index: 'spo', order: [0, 1, 2] },
  { index: 'pos', order: [1, 2, 0] },
  { index: 'osp', order: [2, 0, 1] },
] as const;

function orderFor(isFree: readonly boolean[], isRead: readonly boolean[]): Order | undefined {
  const known = isFree.filter((free) => !free).length;
  const read = isRead.filter(Boolean).length;
  if (read > 1) return undefined;
  const fit = ORDERS.find(
    ({ order }) =>
      order.slice(0, known).every((at) => !isFree[at]) &&
      (read === 0 || isRead[order[known] as number]),
  );
  if (fit === undefined) return undefined;
  const fixed = fit.order.slice(0, known);
  return read === 0
    ? { index: fit.index, fixed }
    : { index: fit.index, fixed, wanted: fit.order[known] as number };
}

interface Column {
  readonly column: Uint32Array;
  readonly from: number;
  readonly to: number;
}

class Counter {
  readonly #index: TripleIndex;
  readonly #mask: Mask;
  readonly #tally: Tally;

  constructor(index: TripleIndex, mask: Mask, tally: Tally) {
    this.#index = index;
    this.#mask = mask;
    this.#tally = tally;
  }

  count(row: Row, ids: readonly Id[]): boolean {
    const { from, to } = this.#range(ids);
    const times = this.#countRows(from, to);
    return times === 0 || this.#tally(row, times);
  }

  runs(row: Row, ids: readonly Id[], wanted: number): boolean {
    const { from, to } = this.#range(ids);
    const { second, third } = this.#index;
    const goesOn =
      ids.length === 0
        ? this.#firsts(row, wanted)
        : this.#column(row, { column: ids.length === 1 ? second : third, from, to }, wanted);
    row[wanted] = UNBOUND;
    return goesOn;
  }

  #firsts(row: Row, wanted: number): boolean {
    const { offsets } = this.#index;
    for (let first = 0; first + 1 < offsets.length; first += 1) {
      const from = offsets[first] as number;
      const to = offsets[first + 1] as number;
      if (from === to) continue;
      const times = this.#countRows(from, to);
      if (times === 0) continue;
      row[wanted] = first;
      if (!this.#tally(row, times)) return false;
    }
    return true;
  }

  #column(row: Row, { column, from, to }: Column, wanted: number): boolean {
    for (let at = from; at < to;) {
      const id = column[at] as Id;
      let end = at + 1;
      while (end < to && column[end] === id) end += 1;
      const times = this.#countRows(at, end);
      at = end;
      if (times === 0) continue;
      row[wanted] = id;
      if (!this.#tally(row, times)) return false;
    }
    return true;
  }

  #countRows(from: number, to: number): number {
    const mask = this.#mask;
    if (mask === null) return to - from;
    const { graphSet } = this.#index;
    let times = 0;
    for (let at = from; at < to; at += 1) times += mask[graphSet[at] as number] as number;
    return times;
  }

  #range([first, second, third]: readonly Id[]): { from: number; to: number } {
    const { offsets, second: seconds, third: thirds } = this.#index;
    if (first === undefined) return { from: 0, to: seconds.length };
    let from = offsets[first] as number;
    let to = offsets[first + 1] as number;
    if (second === undefined) return { from, to };
    to = lowerBound(seconds, from, to, second + 1);
    from = lowerBound(seconds, from, to, second);
    if (third === undefined) return { from, to };
    return {
      from: lowerBound(thirds, from, to, third),
      to: lowerBound(thirds, from, to, third + 1),
    };
  }
}
