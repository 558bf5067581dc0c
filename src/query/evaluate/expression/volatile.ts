/** Expressions that say something else each time: they are asked once a solution, no more and no less. */
import type { Expression } from '../algebra.js';

const VOLATILE: ReadonlySet<string> = new Set(['rand', 'uuid', 'struuid', 'bnode']);

export function isVolatile(expression: Expression): boolean {
  if (expression.subType === 'operator' && VOLATILE.has(expression.operator)) return true;
  return 'args' in expression && expression.args.some(isVolatile);
}
