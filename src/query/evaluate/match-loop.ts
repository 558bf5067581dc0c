/** The inner loops of matching: rows of a range of one index, bound to registers and handed on. */
import { lowerBound, type GraphMask, type TripleIndex } from '../../store/snapshot.js';
import type { ALL_GRAPHS } from './dataset.js';
import type { Step } from './plan.js';
import { UNBOUND, type Id, type Row } from './registers.js';

/** For values that nobody keeps. */
export const NOWHERE = -1;

/** Which rows of an index count. */
export interface Gate {
  readonly mask: GraphMask | typeof ALL_GRAPHS;
  /** Where the number of the triple's set of graphs goes. */
  readonly setRegister: number;
}

/** Of the first, second and third component of the index. */
export type Registers = readonly [number, number, number];

export class MatchLoop {
  readonly #index: TripleIndex;
  readonly #registers: Registers;
  readonly #gate: Gate;
  readonly #next: Step;

  constructor(index: TripleIndex, registers: Registers, gate: Gate, next: Step) {
    this.#index = index;
    this.#registers = registers;
    this.#gate = gate;
    this.#next = next;
  }

  /** All three components known: one row at most. */
  find(row: Row, first: Id, second: Id, third: Id): boolean {
    const to = this.#upper(first, second);
    const at = lowerBound(this.#index.third, this.#lower(first, second, to), to, third);
    if (at === to || this.#index.third[at] !== third || !this.#counts(at)) return true;
    return this.#emit(row, at);
  }

  /** The first two known. */
  third(row: Row, first: Id, second: Id): boolean {
    const { third } = this.#index;
    const register = this.#registers[2];
    const to = this.#upper(first, second);
    for (let at = this.#lower(first, second, to); at < to; at += 1) {
      if (!this.#counts(at)) continue;
      row[register] = third[at] as Id;
      if (!this.#emit(row, at)) {
        row[register] = UNBOUND;
        return false;
      }
    }
    row[register] = UNBOUND;
    return true;
  }

  /** The first known. */
  both(row: Row, first: Id): boolean {
    const { second, third, offsets } = this.#index;
    const [, secondRegister, thirdRegister] = this.#registers;
    const to = offsets[first + 1] as number;
    let goesOn = true;
    for (let at = offsets[first] as number; goesOn && at < to; at += 1) {
      if (!this.#counts(at)) continue;
      row[secondRegister] = second[at] as Id;
      row[thirdRegister] = third[at] as Id;
      goesOn = this.#emit(row, at);
    }
    row[secondRegister] = UNBOUND;
    row[thirdRegister] = UNBOUND;
    return goesOn;
  }

  all(row: Row): boolean {
    const [register] = this.#registers;
    const terms = this.#index.offsets.length - 1;
    let goesOn = true;
    for (let first = 0; goesOn && first < terms; first += 1) {
      row[register] = first;
      goesOn = this.both(row, first);
    }
    row[register] = UNBOUND;
    return goesOn;
  }

  #counts(at: number): boolean {
    const { mask } = this.#gate;
    return mask === null || mask[this.#index.graphSet[at] as number] === 1;
  }

  #emit(row: Row, at: number): boolean {
    const { setRegister } = this.#gate;
    if (setRegister === NOWHERE) return this.#next(row);
    row[setRegister] = this.#index.graphSet[at] as number;
    const goesOn = this.#next(row);
    row[setRegister] = UNBOUND;
    return goesOn;
  }

  #lower(first: Id, second: Id, to: number): number {
    return lowerBound(this.#index.second, this.#index.offsets[first] as number, to, second);
  }

  #upper(first: Id, second: Id): number {
    const { offsets, second: column } = this.#index;
    return lowerBound(column, offsets[first] as number, offsets[first + 1] as number, second + 1);
  }
}
