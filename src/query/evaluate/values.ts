/** VALUES: inline rows, joined with the row that comes. */
import type { Values } from './algebra.js';
import type { Context, Plan, Step } from './plan.js';
import { UNBOUND, type Id, type Row } from './registers.js';
import { RowTable } from './row-table.js';

export function compileValues({ variables, bindings }: Values, context: Context, next: Step): Step {
  const { plan, scope } = context;
  const registers = scope.registers(variables.map(({ value }) => value));
  const cells = Int32Array.from(
    bindings.flatMap((one) =>
      variables.map(({ value }) => {
        const term = one[value];
        return term === undefined ? UNBOUND : plan.terms.intern(term);
      }),
    ),
  );
  return joinRows({ registers, cells, count: bindings.length }, [], plan, next);
}

export interface Rows {
  readonly registers: Int32Array;
  /** `registers.length` values a row. */
  readonly cells: Int32Array;
  readonly count: number;
}

/** Each of the rows that is compatible with the row that comes. `keys`: places in `registers` that have values in both. */
export function joinRows(rows: Rows, keys: readonly number[], plan: Plan, next: Step): Step {
  const { registers, cells, count } = rows;
  const width = registers.length;
  const binding = bindFrom(registers, cells, next);
  if (keys.length === 0) {
    return (row) => {
      for (let at = 0; at < count; at += 1) if (!binding(row, at * width, 0)) return false;
      return true;
    };
  }
  const index = new RowIndex(rows, keys, plan);
  return (row) => {
    for (let at = index.first(row); at !== UNBOUND; at = index.after(at)) {
      if (!binding(row, at * width, 0)) return false;
    }
    return true;
  };
}

type Binding = (row: Row, from: number, at: number) => boolean;

function bindFrom(registers: Int32Array, cells: Int32Array, next: Step): Binding {
  const bind: Binding = (row, from, at) => {
    if (at === registers.length) return next(row);
    const value = cells[from + at] as Id;
    const register = registers[at] as number;
    const bound = row[register] as Id;
    if (value === UNBOUND || bound === value) return bind(row, from, at + 1);
    if (bound !== UNBOUND) return true;
    row[register] = value;
    const goesOn = bind(row, from, at + 1);
    row[register] = UNBOUND;
    return goesOn;
  };
  return bind;
}

/** Rows by the values of their keys: a table of the distinct keys, and a chain of rows for each. */
class RowIndex {
  readonly #table: RowTable;
  readonly #registers: Int32Array;
  readonly #heads: number[] = [];
  readonly #following: Int32Array;

  constructor({ registers, cells, count }: Rows, keys: readonly number[], { budget }: Plan) {
    budget.take(count * 2);
    this.#table = new RowTable(keys.length, budget);
    this.#registers = Int32Array.from(keys, (key) => registers[key] as number);
    this.#following = new Int32Array(count);
    const places = Int32Array.from(keys);
    for (let at = count - 1; at >= 0; at -= 1) {
      const row = cells.subarray(at * registers.length, (at + 1) * registers.length);
      const key = this.#table.put(row, places);
      this.#following[at] = key < 0 ? UNBOUND : (this.#heads[key] as number);
      this.#heads[key < 0 ? ~key : key] = at;
    }
  }

  /** UNBOUND when there is none. */
  first(row: Row): number {
    const key = this.#table.find(row, this.#registers);
    return key < 0 ? UNBOUND : (this.#heads[key] as number);
  }

  after(at: number): number {
    return this.#following[at] as number;
  }
}
