/** Operations of the algebra as steps. */
import type { Expression, Operation } from './algebra.js';
import { compileIsolated } from './isolated.js';
import { compileModified, isModified } from './modifiers.js';
import { countingSolutions } from './conditions.js';
import { orderParts } from './order-parts.js';
import { conditionParts } from './condition-parts.js';
import type { Part } from './part.js';
import { partsOf, sensitivity } from './parts.js';
import { ascendingRegister } from './pattern.js';
import type { Context, Initial, Sink, Step } from './plan.js';
import { UNBOUND, type Id } from './registers.js';
import { boundBy, clash, NO_NAMES, union, without } from './variables.js';

export function compileOperation(operation: Operation, context: Context, sink: Sink): Step {
  const { initial } = context.plan;
  if (initial?.at === operation) return compileInitial(initial, context, sink);
  if (operation.type === 'union') {
    const branches = operation.input.map((one) => compileOperation(one, context, unordered(sink)));
    return (row) => branches.every((branch) => branch(row));
  }
  if (!isModified(operation)) return compileInScope(operation, context, sink);
  return context.isFirst
    ? compileModified(operation, context, sink)
    : compileIsolated(operation, context, sink.step);
}

/**
 * Names that the operation reads without binding them for sure are hidden from what the rows bring: it is evaluated as if
 * by itself, and its values are compared afterwards (18.2.4, 18.5).
 */
function compileInScope(operation: Operation, context: Context, sink: Sink): Step {
  const [sensitive, sure] = sensitivity(operation);
  const { graph, scope } = context;
  // The name of a graph is known inside of GRAPH, as in every engine there is.
  const own = graph.kind === 'register' ? new Set([graph.name]) : NO_NAMES;
  const outer = without(context.outer, own);
  const hidden = new Set(clash(sensitive, outer, sure));
  if (hidden.size === 0) return compileParts(partsOf(operation, context, outer), context, sink);
  const inner = scope.renaming(hidden);
  const within: Context = {
    ...context,
    scope: inner,
    outer: without(context.outer, hidden),
    certain: without(context.certain, hidden),
  };
  const shared = [...hidden].filter((name) => boundBy(operation).possible.has(name));
  const next = merging(inner.registers(shared), scope.registers(shared), sink.step);
  return compileParts(partsOf(operation, within, without(outer, hidden)), within, { step: next });
}

/** Joins the values of some registers with those of others: equal, or one of the two without a value. */
export function merging(from: Int32Array, into: Int32Array, next: Step): Step {
  return from.reduce<Step>((after, own, at) => mergingOne(own, into[at] as number, after), next);
}

function mergingOne(from: number, into: number, next: Step): Step {
  return (row) => {
    const value = row[from] as Id;
    if (value === UNBOUND || row[into] === value) return next(row);
    if (row[into] !== UNBOUND) return true;
    row[into] = value;
    const goesOn = next(row);
    row[into] = UNBOUND;
    return goesOn;
  };
}

/** Of several branches: their rows do not come in one order. */
function unordered({ step, tally, reads }: Sink): Sink {
  return tally && reads ? { step, tally, reads } : { step };
}

/** A group with conditions that may read what the rows bring: the right side of OPTIONAL. */
export function compileConditional(
  { operation, condition }: { operation: Operation; condition: Expression | undefined },
  context: Context,
  next: Step,
): Step {
  const parts = partsOf(operation, context, context.outer);
  const { certain } = boundBy(operation);
  const conditions = conditionParts(condition, context, certain);
  return compileParts([...parts, ...conditions], context, { step: next });
}

function compileParts(parts: readonly Part[], context: Context, sink: Sink): Step {
  const ordered = orderParts(parts, context.certain);
  const places = placesOf(ordered, context);
  const [first] = ordered;
  const register = context.isFirst && first ? ascendingRegister(first) : undefined;
  if (register !== undefined) sink.ascending?.(register);
  let step = sink.step;
  for (let at = ordered.length - 1; at >= 0; at -= 1) {
    const part = ordered[at] as Part;
    const isLast = at === ordered.length - 1;
    step = part.compile(places[at] as Context, isLast ? sink : { step });
    if (isNewSolution(ordered, at)) step = countingSolutions(context.plan, step);
  }
  return step;
}

/** A BIND behind something that gives several rows: BNODE("x") of the next row is another node. */
function isNewSolution(ordered: readonly Part[], at: number): boolean {
  return ordered[at]?.kind === 'bind' && (at === 0 || ordered[at - 1]?.kind === 'source');
}

function placesOf(ordered: readonly Part[], context: Context): Context[] {
  let { outer, certain, isFirst } = context;
  return ordered.map((part) => {
    const place: Context = { ...context, graph: part.context.graph, outer, certain, isFirst };
    outer = without(union([outer, part.possible]), context.given);
    certain = union([certain, part.certain]);
    isFirst = false;
    return place;
  });
}

/** Where the caller's own rows come in: their values are known to everything in the operation, as in EXISTS (18.6). */
function compileInitial({ at, variables, ids }: Initial, context: Context, sink: Sink): Step {
  context.plan.initial = undefined;
  const registers = context.scope.registers(variables);
  const given = new Set(variables);
  const within = { ...context, given, certain: union([context.certain, given]), isFirst: false };
  const step = compileOperation(at, within, unordered(sink));
  return (row) => {
    let goesOn = true;
    for (let from = 0; goesOn && from < ids.length; from += registers.length) {
      registers.forEach((register, column) => (row[register] = ids[from + column] as Id));
      goesOn = step(row);
    }
    for (const register of registers) row[register] = UNBOUND;
    return goesOn;
  };
}
