/** One inference rule over a graph written as Turtle: what it finds, as sorted lines. */
import type { InferenceContext, InferenceRule } from '../../src/assemble/inference/rule.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { RULES } from './assembled.js';
import { BASE } from './harvest-world.js';
import { lines, turtle } from './turtle.js';

export function found(
  rule: InferenceRule,
  graph: string,
  context: Partial<InferenceContext> = {},
): string[] {
  const given = { ...RULES, base: BASE, reference: new GraphIndex([]), ...context };
  return lines(rule(new GraphIndex(turtle(graph)), given));
}

export function facts(text: string): string[] {
  return lines(turtle(text));
}
