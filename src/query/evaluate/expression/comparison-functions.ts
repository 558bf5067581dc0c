/** `=`, `<` and the like, IN and NOT IN (SPARQL 1.1 17.3, 17.4.1). */
import { UNBOUND, type Condition, type Id, type Row } from '../registers.js';
import { areNumbers, compare, equal } from './comparison.js';
import { constantOf, fromCondition, originOf, type Compiled } from './compiled.js';
import {
  argument,
  fixed,
  remembering,
  type CompileContext,
  type FunctionEntry,
} from './context.js';
import { formTest } from './form-test.js';
import { compareNumerics } from './numeric.js';
import { NOT_LITERAL } from './literal-forms.js';
import type { Truth } from './literal-values.js';

function negated(truth: Truth): Truth {
  return truth === -1 ? -1 : truth === 1 ? 0 : 1;
}

/** `LANG(?x) = "nb"`, `DATATYPE(?x) = xsd:date`: one look at the form. */
function formEquality(
  a: Compiled,
  b: Compiled,
  { values, scope }: CompileContext,
): Condition | undefined {
  const [left, right] = a.byForm ? [a, b] : [b, a];
  const known = constantOf(right);
  if (!left.byForm || known === undefined) return undefined;
  const { subject, id } = left.byForm;
  return formTest(scope.terms, subject, (form) => equal(values, id(form), known));
}

/** With an IRI, equality is that of terms. */
function iriEquality(a: Compiled, b: Compiled, { values }: CompileContext): Condition | undefined {
  const [known, other] = [constantOf(a) ?? constantOf(b), constantOf(a) === undefined ? a : b];
  if (known === undefined || known === UNBOUND || values.kind(known) !== NOT_LITERAL) {
    return undefined;
  }
  return (row) => {
    const id = other.id(row);
    return id === UNBOUND ? -1 : id === known ? 1 : 0;
  };
}

function termEquality(a: Compiled, b: Compiled, context: CompileContext): Condition {
  const { values } = context;
  const condition: Condition = (row) => {
    const left = a.id(row);
    return left === UNBOUND ? -1 : equal(values, left, b.id(row));
  };
  return remembering(context, originOf([a, b]), condition);
}

/** What a calculated number is compared with needs no term; undefined where one may be. */
function numberOrder(
  a: Compiled,
  b: Compiled,
  holds: (order: number) => boolean,
): Condition | undefined {
  if (!a.isNumber || !b.isNumber) return undefined;
  return (row) => {
    const left = a.number(row);
    const right = b.number(row);
    return !left || !right ? -1 : holds(compareNumerics(left, right)) ? 1 : 0;
  };
}

function equality(isNegated: boolean): FunctionEntry {
  return fixed(2, (args, context) => {
    const [a, b] = [argument(args, 0), argument(args, 1)];
    const condition =
      formEquality(a, b, context) ??
      iriEquality(a, b, context) ??
      numberOrder(a, b, (result) => result === 0) ??
      termEquality(a, b, context);
    const result: Condition = isNegated ? (row) => negated(condition(row)) : condition;
    return fromCondition(context.values, originOf(args), result);
  });
}

function order(holds: (order: number) => boolean): FunctionEntry {
  return fixed(2, (args, context) => {
    const [a, b] = [argument(args, 0), argument(args, 1)];
    const condition = numberOrder(a, b, holds) ?? termOrderTest(a, b, context, holds);
    return fromCondition(context.values, originOf(args), condition);
  });
}

function termOrderTest(
  a: Compiled,
  b: Compiled,
  context: CompileContext,
  holds: (order: number) => boolean,
): Condition {
  const { values } = context;
  return remembering(context, originOf([a, b]), (row): Truth => {
    const left = a.id(row);
    const right = b.id(row);
    const result = compare(values, left, right);
    if (!Number.isNaN(result)) return holds(result) ? 1 : 0;
    return areNumbers(values, left, right) ? 0 : -1;
  });
}

/** 17.4.1.9: true when one is equal; else an error when one comparison was; else false. */
function membership(isNegated: boolean): FunctionEntry {
  const make = (args: readonly Compiled[], context: CompileContext): Compiled => {
    const [subject, ...list] = args as readonly [Compiled, ...Compiled[]];
    const { values } = context;
    const iris = constantIris(list, context);
    const test: Condition = iris
      ? (row) => {
          const id = subject.id(row);
          return id === UNBOUND ? -1 : iris.has(id) ? 1 : 0;
        }
      : (row) => isMember(subject, list, row);
    const origin = originOf(args);
    const condition: Condition = isNegated ? (row) => negated(test(row)) : test;
    return fromCondition(values, origin, remembering(context, origin, condition));

    function isMember({ id }: Compiled, members: readonly Compiled[], row: Row): Truth {
      const term = id(row);
      if (term === UNBOUND) return -1;
      let result: Truth = 0;
      for (const member of members) {
        const truth = equal(values, term, member.id(row));
        if (truth === 1) return 1;
        if (truth === -1) result = -1;
      }
      return result;
    }
  };
  return { min: 1, max: Infinity, make };
}

/** The ids of a list of IRIs alone. */
function constantIris(
  list: readonly Compiled[],
  { values }: CompileContext,
): ReadonlySet<Id> | undefined {
  const ids = list.map(constantOf);
  const areIris = ids.every(
    (id) => id !== undefined && id !== UNBOUND && values.kind(id) === NOT_LITERAL,
  );
  return areIris ? new Set(ids as Id[]) : undefined;
}

export const COMPARISON_FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  '=': equality(false),
  '!=': equality(true),
  '<': order((result) => result < 0),
  '>': order((result) => result > 0),
  '<=': order((result) => result <= 0),
  '>=': order((result) => result >= 0),
  in: membership(false),
  notin: membership(true),
};
