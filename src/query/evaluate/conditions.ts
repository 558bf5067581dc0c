/** FILTER and BIND as steps, and what their expressions may ask. */
import type { Expression, Extend } from './algebra.js';
import { compileOperation } from './compile.js';
import { compileCondition, compileExpression } from './expression/compile.js';
import type { ExpressionScope } from './expression/scope.js';
import type { Context, Plan, Step } from './plan.js';
import { UNBOUND, type Id } from './registers.js';
import { NO_NAMES, union } from './variables.js';

export function expressionScope(context: Context): ExpressionScope {
  const { plan, scope } = context;
  return {
    ...plan.surroundings,
    terms: plan.terms,
    register: (name) => scope.register(name),
    solution: () => plan.solution,
    exists: (pattern) => {
      let isFound = false;
      // The row's values stand in the pattern as if written there (substitute, 18.6): nothing is hidden from it.
      const given = union([context.given, context.outer, context.certain]);
      const within: Context = { ...context, given, outer: NO_NAMES, isFirst: false };
      const step = compileOperation(pattern, within, {
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
    },
  };
}

export function compileFilter(expression: Expression, context: Context, next: Step): Step {
  const condition = compileCondition(expression, expressionScope(context));
  return (row) => condition(row) !== 1 || next(row);
}

/** A value that is an error leaves the variable without one (18.5, Extend); one that it has already must be the same. */
export function compileBind(
  { variable, expression }: Pick<Extend, 'variable' | 'expression'>,
  context: Context,
  next: Step,
): Step {
  const value = compileExpression(expression, expressionScope(context));
  const register = context.scope.register(variable.value);
  return (row) => {
    const id: Id = value(row);
    const bound = row[register] as Id;
    if (id === UNBOUND || bound === id) return next(row);
    if (bound !== UNBOUND) return true;
    row[register] = id;
    const goesOn = next(row);
    row[register] = UNBOUND;
    return goesOn;
  };
}

export function countingSolutions(plan: Plan, next: Step): Step {
  return (row) => {
    plan.solution += 1;
    return next(row);
  };
}
