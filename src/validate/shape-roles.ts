/** Which shapes give results of their own; the others are only asked by them (`sh:not`, `sh:or`, `sh:node` …). */
import type { GraphIndex } from '../rdf/graph-index.js';
import { namedNode, type Term } from '../rdf/terms.js';
import { sh } from '../rdf/vocabularies.js';
import { iri } from '../model/iri.js';
import { TARGETS } from './shape-terms.js';

/** Shapes with a target, and the property shapes below them. */
export function reportedShapes(index: GraphIndex): readonly Term[] {
  const found = new Map<string, Term>();
  const queue: Term[] = TARGETS.flatMap((target) =>
    index.withPredicate(namedNode(iri(target))).map((one) => one.subject),
  );
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (found.has(next.value)) continue;
    found.set(next.value, next);
    queue.push(...index.objects(next, sh.property));
  }
  return [...found.values()];
}
