/** MINUS (SPARQL 1.1 18.5): rows go on that no solution of the right side is compatible with and has a variable in common. */
import type { Operation } from './algebra.js';
import { compileOperation } from './compile.js';
import type { Context, Step } from './plan.js';
import { UNBOUND, type Id, type Row } from './registers.js';
import { boundBy, clash, NO_NAMES, without, type Bound, type Names } from './variables.js';

interface Sides {
  readonly left: Bound;
  readonly right: Operation;
  /** What both may bind. */
  readonly shared: Names;
}

export function compileMinus({ left, right, shared }: Sides, context: Context, next: Step): Step {
  const sure = new Set(clash(left.certain, boundBy(right).certain, NO_NAMES));
  const place: Context = { ...context, isFirst: false };
  // Where a variable has a value on both sides for sure, compatible solutions have it in common.
  const found = sure.size > 0 ? matching(right, place) : overlapping(right, shared, place);
  return (row) => found(row) || next(row);
}

function matching(right: Operation, context: Context): (row: Row) => boolean {
  let isFound = false;
  const step = compileOperation(right, context, {
    step: () => {
      isFound = true;
      return false;
    },
  });
  return (row) => {
    isFound = false;
    step(row);
    return isFound;
  };
}

/** The right side by itself, in registers of its own, compared solution by solution. */
function overlapping(right: Operation, shared: Names, context: Context): (row: Row) => boolean {
  const scope = context.scope.renaming(shared);
  const own = scope.registers(shared);
  const others = context.scope.registers(shared);
  let isFound = false;
  const step = compileOperation(
    right,
    {
      ...context,
      scope,
      outer: without(context.outer, shared),
      certain: without(context.certain, shared),
      given: without(context.given, shared),
    },
    {
      step: (row) => {
        isFound = excludes(row, own, others);
        return !isFound;
      },
    },
  );
  return (row) => {
    isFound = false;
    step(row);
    return isFound;
  };
}

function excludes(row: Row, own: Int32Array, others: Int32Array): boolean {
  let isShared = false;
  for (let at = 0; at < own.length; at += 1) {
    const left = row[others[at] as number] as Id;
    const right = row[own[at] as number] as Id;
    if (left === UNBOUND || right === UNBOUND) continue;
    if (left !== right) return false;
    isShared = true;
  }
  return isShared;
}
