/** Which shapes give results of their own, and which are only asked by others (`sh:not`, `sh:or`, `sh:node` …). */
import type { GraphIndex } from '../rdf/graph-index.js';
import { namedNode, type Term } from '../rdf/terms.js';
import { sh } from '../rdf/vocabularies.js';
import { iri } from '../model/iri.js';
import { listItems } from './shape-paths.js';
import { TARGETS } from './shape-terms.js';

const ASKED = ['not', 'node', 'qualifiedValueShape'].map((name) => sh.$.term(name));
const ASKED_LISTS = ['or', 'xone', 'and'].map((name) => sh.$.term(name));

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

export function nestedShapes(index: GraphIndex): ReadonlySet<string> {
  const single = ASKED.flatMap((name) => index.withPredicate(name).map((one) => one.object));
  const listed = ASKED_LISTS.flatMap((name) =>
    index.withPredicate(name).flatMap((one) => listItems(index, one.object)),
  );
  return new Set([...single, ...listed].map((shape) => shape.value));
}
