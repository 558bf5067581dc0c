/** OPTIONAL (LeftJoin, SPARQL 1.1 18.5): the row with each solution of the right side, or alone when there is none. */
import type { LeftJoin } from './algebra.js';
import { compileConditional } from './compile.js';
import type { Context, Step } from './plan.js';

export function compileOptional(
  { input, expression }: LeftJoin,
  context: Context,
  next: Step,
): Step {
  let matches = 0;
  const right = compileConditional(
    { operation: input[1], condition: expression },
    { ...context, isFirst: false },
    (row) => {
      matches += 1;
      return next(row);
    },
  );
  return (row) => {
    matches = 0;
    return right(row) && (matches > 0 || next(row));
  };
}
