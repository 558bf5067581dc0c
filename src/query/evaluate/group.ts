/** GROUP BY and aggregates (SPARQL 1.1 18.5.1): a table of keys, and beside it what each aggregate has so far. */
import { xsd } from '../../rdf/vocabularies.js';
import {
  entryFor,
  type BoundAggregate,
  type ByType,
  type Group,
  type Operation,
  type PatternTerm,
} from './algebra.js';
import { expressionScope } from './conditions.js';
import { compileOperation } from './compile.js';
import { compileAggregate } from './expression/aggregates.js';
import { compileExpression } from './expression/compile.js';
import type { Context, Plan, Sink, Step } from './plan.js';
import { UNBOUND, type Accumulator, type Id, type Row } from './registers.js';
import { RowTable } from './row-table.js';
import { boundBy, nameOf, type Names } from './variables.js';

/** One aggregate over all groups, by number of group. */
interface Column {
  add(group: number, row: Row, times: number): void;
  result(group: number): Id;
}

export function compileGroup(operation: Group, context: Context, next: Step): Step {
  const { plan, scope } = context;
  const keys = scope.registers(operation.variables.map(({ value }) => value));
  const results = scope.registers(operation.aggregates.map(({ variable }) => variable.value));
  const makers = operation.aggregates.map((one) => columnMaker(one, operation, context));
  let table = new RowTable(keys.length, plan.budget);
  let columns: readonly Column[] = [];
  const tally = (row: Row, times: number): boolean => {
    const found = table.put(row, keys);
    const group = found < 0 ? ~found : found;
    for (const column of columns) column.add(group, row, times);
    return true;
  };
  const reads = makers.map((one) => one.reads);
  const sink: Sink = reads.includes(undefined)
    ? { step: (row) => tally(row, 1) }
    : {
        step: (row) => tally(row, 1),
        tally,
        reads: new Set([...keys, ...reads.flatMap((registers) => registers ?? [])]),
      };
  const inner = compileOperation(operation.input, context, sink);
  return (row) => {
    table = new RowTable(keys.length, plan.budget);
    columns = makers.map((maker) => maker.make());
    // Without keys there is one group, of no rows too.
    if (keys.length === 0) table.put(row, keys);
    inner(row);
    for (let group = 0; group < table.size; group += 1) {
      keys.forEach((register, at) => (row[register] = table.cells[group * keys.length + at] as Id));
      results.forEach((register, at) => (row[register] = columns[at]?.result(group) ?? UNBOUND));
      const goesOn = next(row);
      keys.forEach((register) => (row[register] = UNBOUND));
      results.forEach((register) => (row[register] = UNBOUND));
      if (!goesOn) return false;
    }
    return true;
  };
}

interface ColumnMaker {
  make(): Column;
  /** What it reads of a row when equal rows may be tallied; undefined when they may not. */
  readonly reads?: readonly number[];
}

function columnMaker(aggregate: BoundAggregate, group: Group, context: Context): ColumnMaker {
  const { plan } = context;
  if (aggregate.aggregator === 'count') {
    const counted = countMaker(aggregate, group, context);
    if (counted) return counted;
  }
  const { expression, distinct } = aggregate;
  const register = plan.allocate();
  // COUNT(DISTINCT *) counts distinct solutions; every other aggregate looks at one value of each.
  const isWhole = expression.subType === 'wildcard';
  const value = isWhole ? () => 0 : compileExpression(expression, expressionScope(context));
  const names = isWhole ? boundBy(group.input).possible : [];
  const compared = Int32Array.from([plan.allocate(), register, ...context.scope.registers(names)]);
  const accumulator = compileAggregate(aggregate, plan.terms);
  return {
    make: () => {
      const groups: Accumulator[] = [];
      const seen = distinct ? new RowTable(compared.length, plan.budget) : undefined;
      return {
        add: (number, row) => {
          const id = value(row);
          if (seen !== undefined && !isNew(seen, compared, row, [number, id])) return;
          (groups[number] ??= accumulator()).add(id);
        },
        result: (number) => (groups[number] ?? accumulator()).result(),
      };
    },
  };
}

function isNew(
  seen: RowTable,
  registers: Int32Array,
  row: Row,
  [group, id]: readonly [number, Id],
): boolean {
  row[registers[0] as number] = group;
  row[registers[1] as number] = id;
  const found = seen.put(row, registers);
  row[registers[0] as number] = UNBOUND;
  row[registers[1] as number] = UNBOUND;
  return found < 0;
}

/** COUNT(*) and COUNT of a variable, by integers alone. */
function countMaker(
  { expression, distinct }: BoundAggregate,
  { input, variables }: Group,
  { plan, scope }: Context,
): ColumnMaker | undefined {
  if (expression.subType === 'wildcard') {
    return distinct ? undefined : { reads: [], make: () => counting(plan, ALL) };
  }
  if (expression.subType !== 'term' || expression.term.termType !== 'Variable') return undefined;
  const name = expression.term.value;
  const isSure = boundBy(input).certain.has(name);
  const determined = new Set([name, ...variables.map(({ value }) => value)]);
  if (!distinct || isSet(input, determined)) {
    if (isSure) return { reads: [], make: () => counting(plan, ALL) };
    const register = scope.register(name);
    return { reads: [register], make: () => counting(plan, register) };
  }
  const registers = Int32Array.from([plan.allocate(), scope.register(name)]);
  return { reads: [scope.register(name)], make: () => countingDistinct(plan, registers) };
}

const ALL = -1;

/** Rows of each group, or those with a value in the register. */
function counting(plan: Plan, register: number): Column {
  const counts: number[] = [];
  return {
    add: (group, row, times) => {
      if (register === ALL || row[register] !== UNBOUND)
        counts[group] = (counts[group] ?? 0) + times;
    },
    result: (group) => integer(plan, counts[group] ?? 0),
  };
}

function countingDistinct(plan: Plan, registers: Int32Array): Column {
  const [groupRegister, valueRegister] = registers as unknown as readonly [number, number];
  const counts: number[] = [];
  const seen = new RowTable(2, plan.budget);
  return {
    add: (group, row) => {
      if (row[valueRegister] === UNBOUND) return;
      row[groupRegister] = group;
      if (seen.put(row, registers) < 0) counts[group] = (counts[group] ?? 0) + 1;
      row[groupRegister] = UNBOUND;
    },
    result: (group) => integer(plan, counts[group] ?? 0),
  };
}

function integer({ terms }: Plan, value: number): Id {
  return terms.literal(String(value), terms.formNumber(xsd.integer.value));
}

/** Triple patterns give no solution twice: true when their variables are among `names`, so that nothing else tells rows apart. */
function isSet(operation: Operation, names: Names): boolean {
  return entryFor(SETS, operation)?.(operation, names) ?? false;
}

const SETS: ByType<[Names], boolean> = {
  bgp: ({ patterns }, names) =>
    patterns.every(({ subject, predicate, object }) =>
      [subject, predicate, object].every((term) => isAmong(term, names)),
    ),
  join: ({ input }, names) => input.every((one) => isSet(one, names)),
  filter: ({ input }, names) => isSet(input, names),
  graph: ({ input, name }, names) => isAmong(name, names) && isSet(input, names),
};

function isAmong(term: PatternTerm, names: Names): boolean {
  const name = nameOf(term);
  return name === undefined || names.has(name);
}
