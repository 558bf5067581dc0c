/** ORDER BY (SPARQL 1.1 15.1): rows in one column, sorted as a whole, or the first few of them kept in a heap. */
import type { Expression, OrderBy } from './algebra.js';
import { expressionScope } from './conditions.js';
import { compileExpression } from './expression/compile.js';
import { termOrder } from './expression/order.js';
import type { Wanted } from './modifiers.js';
import { compileModified } from './modifiers.js';
import type { Context, Step } from './plan.js';
import { UNBOUND, type Id, type Row } from './registers.js';
import { RowList } from './row-list.js';
import { boundBy } from './variables.js';

interface Key {
  readonly register: number;
  readonly sign: 1 | -1;
  readonly value: (row: Row) => Id;
}

/** Beyond this, sorting everything is cheaper than a heap. */
const MAX_HEAP = 100_000;

export function compileOrderBy(
  { input, expressions }: OrderBy,
  context: Context,
  next: Step,
  { limit = Number.POSITIVE_INFINITY, names }: Wanted,
): Step {
  const { plan, scope } = context;
  const { possible } = boundBy(input);
  const kept = scope.registers([...possible].filter((name) => !names || names.has(name)));
  const keys = expressions.map((expression) => keyOf(expression, context));
  const registers = Int32Array.from([...keys.map(({ register }) => register), ...kept]);
  const compareTerms = termOrder(plan.terms);
  const [first] = expressions;
  let isAscending = false;
  let rows = new SortedRows(keys, registers.length, { limit, compareTerms, plan });
  const inner = compileModified(input, context, {
    step: (row) => {
      for (const { register, value } of keys) row[register] = value(row);
      const goesOn = rows.add(row, registers, isAscending);
      for (const { register } of keys) row[register] = UNBOUND;
      return goesOn;
    },
    ascending: (register) => {
      const name =
        first?.subType === 'term' && first.term.termType === 'Variable' && first.term.value;
      isAscending = typeof name === 'string' && scope.register(name) === register;
    },
  });
  return (row) => {
    rows = new SortedRows(keys, registers.length, { limit, compareTerms, plan });
    inner(row);
    return rows.each((cells, from) => {
      for (let at = 0; at < kept.length; at += 1) {
        row[kept[at] as number] = cells[from + keys.length + at] as Id;
      }
      const goesOn = next(row);
      for (const register of kept) row[register] = UNBOUND;
      return goesOn;
    });
  };
}

function keyOf(expression: Expression, context: Context): Key {
  const isDescending = expression.subType === 'operator' && expression.operator === 'desc';
  const [own] = isDescending ? expression.args : [expression];
  return {
    register: context.plan.allocate(),
    sign: isDescending ? -1 : 1,
    value: compileExpression(own as Expression, expressionScope(context)),
  };
}

interface Sorting {
  readonly limit: number;
  readonly compareTerms: (a: Id, b: Id) => number;
  readonly plan: Context['plan'];
}

/** Rows that begin with their keys. With a small limit only the first rows stay, in a heap with the last of them on top. */
class SortedRows {
  readonly #keys: readonly Key[];
  readonly #width: number;
  readonly #sorting: Sorting;
  readonly #list: RowList;
  readonly #heap: number[] | undefined;

  constructor(keys: readonly Key[], width: number, sorting: Sorting) {
    this.#keys = keys;
    this.#width = width;
    this.#sorting = sorting;
    this.#list = new RowList(width, sorting.plan.budget);
    this.#heap = sorting.limit <= MAX_HEAP ? [] : undefined;
  }

  /** False when no later row can be among the first, for rows whose first key ascends. */
  add(row: Row, registers: Int32Array, isAscending: boolean): boolean {
    const heap = this.#heap;
    if (heap === undefined || heap.length < this.#sorting.limit) {
      this.#list.add(row, registers);
      if (heap !== undefined) this.#push(heap, this.#list.size - 1);
      return true;
    }
    const last = heap[0];
    if (last === undefined) return false;
    const order = this.#compareRow(row, last);
    if (order >= 0) return !isAscending || !this.#isPast(row, last);
    const from = last * this.#width;
    for (let at = 0; at < this.#width; at += 1) {
      this.#list.cells[from + at] = row[registers[at] as number] as Id;
    }
    this.#sink(heap, 0);
    return true;
  }

  each(visit: (cells: Int32Array, from: number) => boolean): boolean {
    const { size, cells } = this.#list;
    const order = Int32Array.from({ length: size }, (_, at) => at);
    order.sort((a, b) => this.#compare(a, b) || a - b);
    for (const at of order) if (!visit(cells, at * this.#width)) return false;
    return true;
  }

  #isPast(row: Row, last: number): boolean {
    const [key] = this.#keys;
    return (
      key !== undefined && (row[key.register] as Id) > (this.#list.cells[last * this.#width] as Id)
    );
  }

  #compareRow(row: Row, other: number): number {
    const from = other * this.#width;
    for (let at = 0; at < this.#keys.length; at += 1) {
      const key = this.#keys[at] as Key;
      const order = this.#terms(row[key.register] as Id, this.#list.cells[from + at] as Id);
      if (order !== 0) return order * key.sign;
    }
    return 0;
  }

  #compare(one: number, other: number): number {
    const { cells } = this.#list;
    for (let at = 0; at < this.#keys.length; at += 1) {
      const order = this.#terms(
        cells[one * this.#width + at] as Id,
        cells[other * this.#width + at] as Id,
      );
      if (order !== 0) return order * (this.#keys[at] as Key).sign;
    }
    return 0;
  }

  #terms(a: Id, b: Id): number {
    return a === b ? 0 : this.#sorting.compareTerms(a, b);
  }

  #push(heap: number[], row: number): void {
    let at = heap.push(row) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#compare(heap[at] as number, heap[parent] as number) <= 0) return;
      swap(heap, at, parent);
      at = parent;
    }
  }

  #sink(heap: number[], from: number): void {
    for (let at = from; ;) {
      const left = 2 * at + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const isRight =
        right < heap.length && this.#compare(heap[right] as number, heap[left] as number) > 0;
      const child = isRight ? right : left;
      if (this.#compare(heap[child] as number, heap[at] as number) <= 0) return;
      swap(heap, at, child);
      at = child;
    }
  }
}

function swap(heap: number[], a: number, b: number): void {
  const held = heap[a] as number;
  heap[a] = heap[b] as number;
  heap[b] = held;
}
