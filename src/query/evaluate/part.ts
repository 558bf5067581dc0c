/** What a pattern is taken apart into, and joined in any order. */
import type { Operation } from './algebra.js';
import type { Context, Sink, Step } from './plan.js';
import { boundBy, NO_NAMES, type Bound, type Names } from './variables.js';

export interface Part extends Bound {
  readonly operation: Operation;
  readonly kind: 'source' | 'condition' | 'bind';
  readonly context: Context;
  /** Must have their values, or never get one from an earlier part, before this part. */
  readonly reads: Names;
  /** Must have their values. */
  readonly needs: Names;
  /** Solutions for one row in which these have values. */
  rows(certain: Names): number;
  /** In the context of its place. */
  compile(context: Context, sink: Sink): Step;
}

/** Of a part that binds what the operation does. */
export function base(context: Context, operation: Operation): Omit<Part, 'rows' | 'compile'> {
  return {
    operation,
    context,
    kind: 'source',
    reads: NO_NAMES,
    needs: graphName(context),
    ...boundBy(operation),
  };
}

function graphName({ graph }: Context): Names {
  return graph.kind === 'register' ? new Set([graph.name]) : NO_NAMES;
}
