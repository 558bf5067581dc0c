/** The forms of `sh:path` that the engine walks (SHACL 2.3.1; the engine takes plain properties inside each form only). */
import type { GraphIndex } from '../rdf/graph-index.js';
import { isNamedNode, type Term } from '../rdf/terms.js';
import { rdf, sh } from '../rdf/vocabularies.js';

const ONE_STEP = ['inversePath', 'zeroOrMorePath', 'oneOrMorePath', 'zeroOrOnePath'];

export function isSimplePath(path: Term): boolean {
  return isNamedNode(path);
}

export function listItems(index: GraphIndex, list: Term): readonly Term[] {
  const items: Term[] = [];
  const seen = new Set<string>();
  let at: Term | undefined = list;
  while (at && !at.equals(rdf.nil) && !seen.has(at.value)) {
    seen.add(at.value);
    items.push(...index.objects(at, rdf.first));
    at = index.objects(at, rdf.rest)[0];
  }
  return items;
}

/** Undefined when the engine can walk the path. */
export function findPathFault(index: GraphIndex, path: Term): string | undefined {
  const isList = index.objects(path, rdf.first).length > 0;
  const steps = isList ? listItems(index, path) : [path];
  const isWalkable = steps.every((step) => isNamedNode(step) || isWalkableStep(index, step));
  return isWalkable ? undefined : 'sh:path';
}

function isWalkableStep(index: GraphIndex, step: Term): boolean {
  const alternatives = index.objects(step, sh.alternativePath)[0];
  if (alternatives) {
    const items = listItems(index, alternatives);
    return items.length > 0 && items.every(isNamedNode);
  }
  return ONE_STEP.some((name) => {
    const target = index.objects(step, sh.$.term(name))[0];
    return target !== undefined && isNamedNode(target);
  });
}
