/**
 * Which variables a pattern may bind, which it binds in every solution, and which an expression reads. Blank nodes of a
 * pattern are variables that nobody can name: `_:label`.
 */
import {
  entryFor,
  type ByType,
  type Expression,
  type Operation,
  type PatternTerm,
} from './algebra.js';

export type Names = ReadonlySet<string>;

export const NO_NAMES: Names = new Set();

export interface Bound {
  /** In some solution. */
  readonly possible: Names;
  /** In every solution. */
  readonly certain: Names;
}

const NOTHING: Bound = { possible: NO_NAMES, certain: NO_NAMES };

/** The name of the register that a term of a pattern stands for; undefined for a constant. */
export function nameOf(term: PatternTerm): string | undefined {
  if (term.termType === 'Variable') return term.value;
  return term.termType === 'BlankNode' ? `_:${term.value}` : undefined;
}

const computed = new WeakMap<Operation, Bound>();

/** Of an operation of algebra, once each. */
export function boundBy(operation: Operation): Bound {
  let bound = computed.get(operation);
  if (bound === undefined) {
    bound = compute(operation);
    computed.set(operation, bound);
  }
  return bound;
}

const BOUND: ByType<[], Bound> = {
  nop: () => NOTHING,
  bgp: ({ patterns }) =>
    both(patterns.flatMap(({ subject, predicate, object }) => [subject, predicate, object])),
  path: ({ subject, object }) => both([subject, object]),
  join: ({ input }) => {
    const inputs = input.map(boundBy);
    return {
      possible: union(inputs.map(({ possible }) => possible)),
      certain: union(inputs.map(({ certain }) => certain)),
    };
  },
  union: ({ input }) => {
    const inputs = input.map(boundBy);
    const [first = NO_NAMES, ...rest] = inputs.map(({ certain }) => certain);
    return {
      possible: union(inputs.map(({ possible }) => possible)),
      certain: new Set([...first].filter((name) => rest.every((other) => other.has(name)))),
    };
  },
  leftjoin: ({ input: [left, right] }) => ({
    possible: union([boundBy(left).possible, boundBy(right).possible]),
    certain: boundBy(left).certain,
  }),
  minus: ({ input: [left] }) => boundBy(left),
  extend: ({ input, variable, expression }) => {
    const { possible, certain } = boundBy(input);
    const name = new Set([variable.value]);
    return {
      possible: union([possible, name]),
      certain: isTotal(expression, certain) ? union([certain, name]) : certain,
    };
  },
  graph: ({ input, name }) => {
    const inner = boundBy(input);
    const own = both([name]);
    return {
      possible: union([inner.possible, own.possible]),
      certain: union([inner.certain, own.certain]),
    };
  },
  values: ({ variables, bindings }) => {
    const names = variables.map(({ value }) => value);
    return {
      possible: new Set(names),
      certain: new Set(names.filter((name) => bindings.every((row) => name in row))),
    };
  },
  group: ({ input, variables, aggregates }) => {
    const keys = variables.map(({ value }) => value);
    const { certain } = boundBy(input);
    const counts = aggregates.filter(({ aggregator }) => aggregator === 'count');
    return {
      possible: new Set([...keys, ...aggregates.map(({ variable }) => variable.value)]),
      certain: new Set([
        ...keys.filter((name) => certain.has(name)),
        ...counts.map(({ variable }) => variable.value),
      ]),
    };
  },
  project: ({ input, variables }) => {
    const { possible, certain } = boundBy(input);
    const names = variables.map(({ value }) => value);
    return {
      possible: new Set(names.filter((name) => possible.has(name))),
      certain: new Set(names.filter((name) => certain.has(name))),
    };
  },
};

/** An operation that is not in the table passes on what its one input binds. */
function compute(operation: Operation): Bound {
  const entry = entryFor(BOUND, operation);
  if (entry !== undefined) return entry(operation);
  return 'input' in operation ? boundBy(operation.input as Operation) : NOTHING;
}

/** Never an error: a term, or a variable that has a value. */
function isTotal(expression: Expression, certain: Names): boolean {
  if (expression.subType !== 'term') return false;
  return expression.term.termType !== 'Variable' || certain.has(expression.term.value);
}

/** All variables that an expression reads, those inside EXISTS included. */
export function readBy(expression: Expression, into = new Set<string>()): Set<string> {
  switch (expression.subType) {
    case 'term':
      if (expression.term.termType === 'Variable') into.add(expression.term.value);
      break;
    case 'existence':
      mentionedIn(expression.input, into);
      break;
    case 'aggregate':
      readBy(expression.expression, into);
      break;
    case 'operator':
    case 'named':
      for (const one of expression.args) readBy(one, into);
      break;
    case 'wildcard':
  }
  return into;
}

/** All variables that have a meaning outside the operation, read or bound. */
function mentionedIn(operation: Operation, into: Set<string>): void {
  for (const name of boundBy(operation).possible) into.add(name);
  if (operation.type === 'project') return; // what is not projected is another variable
  if ('expression' in operation) readBy(operation.expression, into);
  if (!('input' in operation)) return;
  const inputs = Array.isArray(operation.input) ? operation.input : [operation.input];
  for (const one of inputs as readonly Operation[]) mentionedIn(one, into);
}

export function union(sets: readonly Names[]): Names {
  const all = new Set<string>();
  for (const set of sets) for (const name of set) all.add(name);
  return all;
}

export function without(names: Names, others: Names): Names {
  return others.size === 0 ? names : new Set([...names].filter((name) => !others.has(name)));
}

/** In `names` and in `others`, but not in `except`. */
export function clash(names: Names, others: Names, except: Names): string[] {
  return [...names].filter((name) => others.has(name) && !except.has(name));
}

function both(terms: readonly PatternTerm[]): Bound {
  const names = new Set(terms.map(nameOf).filter((name) => name !== undefined));
  return { possible: names, certain: names };
}
