/** How many solutions a part of a query has for one row: what the planner orders by. Counts are exact, joins guesses. */
import {
  entryFor,
  type ByType,
  type Operation,
  type PathPattern,
  type Pattern,
  type PatternTerm,
} from './algebra.js';
import type { Context } from './plan.js';
import { UNBOUND, type Id } from './registers.js';
import { nameOf, type Names } from './variables.js';

/** Of a path from a known end. */
const REACHED = 5;

/** A term that the row or the query has, by position. */
interface Known {
  readonly id: Id;
  readonly isKnown: boolean;
}

export function estimatePattern(pattern: Pattern, context: Context, certain: Names): number {
  const { statistics } = context.plan;
  const known = (term: PatternTerm): Known => knownOf(term, context, certain);
  const [subject, predicate, object] = [
    known(pattern.subject),
    known(pattern.predicate),
    known(pattern.object),
  ];
  let rows = statistics.count(subject.id, predicate.id, object.id) * shareOf(context);
  if (subject.isKnown && subject.id === UNBOUND) rows /= statistics.subjectsOf(predicate.id) || 1;
  if (object.isKnown && object.id === UNBOUND) rows /= statistics.objectsOf(predicate.id) || 1;
  if (predicate.isKnown && predicate.id === UNBOUND) rows /= statistics.predicates || 1;
  return rows;
}

function knownOf(term: PatternTerm, { plan }: Context, certain: Names): Known {
  const name = nameOf(term);
  if (name !== undefined) return { id: UNBOUND, isKnown: certain.has(name) };
  return {
    id: plan.terms.intern(term as Exclude<PatternTerm, { termType: 'Variable' }>),
    isKnown: true,
  };
}

function shareOf({ graph, plan }: Context): number {
  return graph.kind === 'fixed' && graph.mask !== null ? plan.statistics.shareOf(graph.mask) : 1;
}

export function estimatePath(
  { subject, object }: PathPattern,
  context: Context,
  certain: Names,
): number {
  const ends = [subject, object].filter((term) => knownOf(term, context, certain).isKnown).length;
  const { statistics } = context.plan;
  return [REACHED * (statistics.subjects + statistics.objects), REACHED, 0.5][ends] ?? 1;
}

type Estimate = (operation: Operation) => number;

/** Of what is evaluated by itself, from the sizes of its inputs; `inner` estimates everything else. */
export function estimateModified(operation: Operation, inner: Estimate): number {
  return (entryFor(MODIFIED, operation) ?? inner)(operation, inner);
}

const MODIFIED: ByType<[Estimate], number> = {
  slice: ({ input, length = Number.POSITIVE_INFINITY }, inner) =>
    Math.min(length, estimateModified(input, inner)),
  group: ({ input, variables }, inner) =>
    variables.length === 0 ? 1 : Math.sqrt(inner(input)) + 1,
  distinct: ({ input }, inner) => estimateModified(input, inner),
  reduced: ({ input }, inner) => estimateModified(input, inner),
  project: ({ input }, inner) => estimateModified(input, inner),
  orderby: ({ input }, inner) => estimateModified(input, inner),
  union: ({ input }, inner) => input.reduce((sum, one) => sum + estimateModified(one, inner), 0),
};
