/** Solution modifiers (SPARQL 1.1 15): on rows that come with nothing bound but what the operation itself binds. */
import {
  entryFor,
  type ByType,
  type Distinct,
  type Operation,
  type OrderBy,
  type Reduced,
  type Slice,
} from './algebra.js';
import { compileOperation } from './compile.js';
import { compileGroup } from './group.js';
import { projected } from './isolated.js';
import { compileOrderBy } from './order-by.js';
import type { Context, Sink, Step } from './plan.js';
import { RowTable } from './row-table.js';
import { boundBy, readBy, type Names } from './variables.js';

export interface Wanted {
  /** So many rows, in order, are enough. */
  readonly limit?: number;
  /** The names that are read behind. */
  readonly names?: Names;
}

export function compileModified(
  operation: Operation,
  context: Context,
  sink: Sink,
  wanted: Wanted = {},
): Step {
  const entry = entryFor(MODIFIERS, operation);
  return entry
    ? entry(operation, context, sink, wanted)
    : compileOperation(operation, context, sink);
}

const MODIFIERS: ByType<[Context, Sink, Wanted], Step> = {
  slice: compileSlice,
  distinct: compileDistinct,
  // As few duplicates as possible: 15.3 leaves it open.
  reduced: compileDistinct,
  project: ({ input, variables }, context, sink, wanted) => {
    const names = variables.map(({ value }) => value);
    const within = projected(names, context);
    return compileModified(input, within, sink, { ...wanted, names: new Set(names) });
  },
  orderby: (operation, context, { step }, wanted) =>
    compileOrderBy(operation, context, step, wanted),
  group: (operation, context, { step }) => compileGroup(operation, context, step),
};

/** True for the operations that are evaluated on their own. */
export function isModified(operation: Operation): boolean {
  return entryFor(MODIFIERS, operation) !== undefined;
}

function compileSlice(
  { input, start, length = Number.POSITIVE_INFINITY }: Slice,
  context: Context,
  { step }: Sink,
  { names }: Wanted,
): Step {
  let passed = 0;
  let goesOn = true;
  const inner = compileModified(
    input,
    context,
    {
      step: (row) => {
        passed += 1;
        if (passed <= start) return true;
        goesOn = step(row);
        return goesOn && passed - start < length;
      },
    },
    { limit: start + length, ...(names && { names }) },
  );
  return (row) => {
    passed = 0;
    goesOn = true;
    if (length > 0) inner(row);
    return goesOn;
  };
}

function compileDistinct(
  { input }: Distinct | Reduced,
  context: Context,
  sink: Sink,
  wanted: Wanted,
): Step {
  const ordered = sortedAfterwards(input);
  if (ordered) return compileModified(ordered, context, sink, wanted);
  const { step, ascending } = sink;
  const { scope, plan } = context;
  const registers = scope.registers(boundBy(input).possible);
  let table = new RowTable(registers.length, plan.budget);
  const fresh: Step = (row) => table.put(row, registers) >= 0 || step(row);
  const inner = compileModified(input, context, {
    step: fresh,
    tally: fresh,
    reads: new Set(registers),
    ...(ascending && { ascending }),
  });
  return (row) => {
    table = new RowTable(registers.length, plan.budget);
    return inner(row);
  };
}

/**
 * SELECT DISTINCT … ORDER BY what is projected: fewer rows are sorted, and a LIMIT is known to the sorting, when duplicates
 * go first. Undefined where the order depends on more than the projection.
 */
function sortedAfterwards(input: Operation): OrderBy | undefined {
  if (input.type !== 'project' || input.input.type !== 'orderby') return undefined;
  const { expressions, input: unsorted } = input.input;
  const names = new Set(input.variables.map(({ value }) => value));
  const read = expressions.flatMap((one) => [...readBy(one)]);
  if (!read.every((name) => names.has(name))) return undefined;
  return {
    type: 'orderby',
    expressions,
    input: { type: 'distinct', input: { ...input, input: unsorted } },
  };
}
