/** Expressions of SPARQL 1.1 (17) as functions of a row. */
import { queryError } from '../../query-error.js';
import type * as Algebra from '../algebra.js';
import { UNBOUND, type Condition, type Expression } from '../registers.js';
import { CASTS } from './casts.js';
import { COMPARISON_FUNCTIONS } from './comparison-functions.js';
import {
  CONSTANT,
  constant,
  constantOf,
  fromCondition,
  fromId,
  type Compiled,
} from './compiled.js';
import { sharedBy, type CompileContext, type FunctionEntry } from './context.js';
import { HASH_FUNCTIONS } from './hash-functions.js';
import { LOGIC_FUNCTIONS } from './logic-functions.js';
import { NUMBER_FUNCTIONS } from './number-functions.js';
import { REGEX_FUNCTIONS } from './regex-functions.js';
import type { ExpressionScope } from './scope.js';
import { TERM_FUNCTIONS } from './term-functions.js';
import { TEXT_FUNCTIONS } from './text-functions.js';
import { TIME_FUNCTIONS } from './time-functions.js';

const FUNCTIONS: ReadonlyMap<string, FunctionEntry> = new Map(
  [
    LOGIC_FUNCTIONS,
    COMPARISON_FUNCTIONS,
    TERM_FUNCTIONS,
    TEXT_FUNCTIONS,
    REGEX_FUNCTIONS,
    NUMBER_FUNCTIONS,
    TIME_FUNCTIONS,
    HASH_FUNCTIONS,
  ].flatMap((functions) => Object.entries(functions)),
);

/**
 * Throws QUERY_REFUSED for a function that nobody knows, and for a regular expression that cannot be matched in linear time.
 * Aggregates are the group's own: they never come here.
 */
export function compileExpression(
  expression: Algebra.Expression,
  scope: ExpressionScope,
): Expression {
  return contextOf(scope).compile(expression).id;
}

/** The effective boolean value of the expression (17.2.2). Throws as compileExpression. */
export function compileCondition(
  expression: Algebra.Expression,
  scope: ExpressionScope,
): Condition {
  return contextOf(scope).compile(expression).condition;
}

function contextOf(scope: ExpressionScope): CompileContext {
  const context: CompileContext = {
    ...sharedBy(scope.terms),
    scope,
    compile: (expression) => compile(expression, context),
  };
  return context;
}

function compile(expression: Algebra.Expression, context: CompileContext): Compiled {
  switch (expression.subType) {
    case 'term':
      return compileTerm(expression.term, context);
    case 'operator':
      return call(
        FUNCTIONS.get(expression.operator),
        expression.operator,
        expression.args,
        context,
      );
    case 'named': {
      const { value } = expression.name;
      return call(CASTS.get(value), `<${value}>`, expression.args, context);
    }
    case 'existence':
      return compileExistence(expression, context);
    case 'aggregate':
    case 'wildcard':
      throw new RangeError(`${expression.subType} outside a group`);
  }
}

function compileTerm(
  term: Algebra.TermExpression['term'],
  { scope, values }: CompileContext,
): Compiled {
  if (term.termType !== 'Variable') return constant(values, scope.terms.intern(term));
  const register = scope.register(term.value);
  if (register === undefined) return constant(values, UNBOUND);
  const origin = { isPure: true, inputs: new Set([register]) };
  return fromId(values, origin, (row) => row[register] ?? UNBOUND);
}

function compileExistence(
  { input, not }: Algebra.ExistenceExpression,
  { scope, values }: CompileContext,
): Compiled {
  const exists = scope.exists(input);
  return fromCondition(values, { ...CONSTANT, isPure: false }, (row) =>
    exists(row) === not ? 0 : 1,
  );
}

function call(
  entry: FunctionEntry | undefined,
  name: string,
  expressions: readonly Algebra.Expression[],
  context: CompileContext,
): Compiled {
  if (!entry || expressions.length < entry.min || expressions.length > entry.max) {
    throw queryError('QUERY_REFUSED', { form: name });
  }
  const args = expressions.map((one) => context.compile(one));
  const compiled = entry.make(args, context);
  // What is the same for all rows is worked out once.
  const known = constantOf(compiled);
  return known === undefined ? compiled : constant(context.values, known);
}
