/** Which targets a change of the data may give another verdict: those that read a changed node, found by walking back (PF3.3). */
import type { TermId } from '../../store/snapshot.js';
import type { BoundShapes } from './check.js';
import { Span, type DataGraph } from './data-graph.js';
import { readingMap, type Place, type ReadingMap } from './reading-map.js';
import type { Shape } from './shapes.js';

const maps = new WeakMap<Shape, ReadingMap>();

/**
 * `changed`: subjects and objects of all triples that came or went. Going back in the new data alone is enough: where a step of
 * the old way is gone, the node it began at has changed itself.
 * A change of `rdfs:subClassOf` concerns everything and is not for here.
 */
export function affectedTargets(
  bound: BoundShapes,
  root: Shape,
  changed: readonly TermId[],
): TermId[] {
  const map = maps.get(root) ?? readingMap(root);
  maps.set(root, map);
  const finder = bound.targetsOf(root);
  return [...nodesAt(map, bound.data, changed)]
    .filter((node) => finder.has(node))
    .sort((a, b) => a - b);
}

function nodesAt(
  { target, places }: ReadingMap,
  data: DataGraph,
  changed: readonly TermId[],
): ReadonlySet<TermId> {
  const met = new Map<Place, Set<TermId>>();
  const queue: { readonly place: Place; readonly node: TermId }[] = [];
  const meet = (place: Place, node: TermId): void => {
    let nodes = met.get(place);
    if (!nodes) met.set(place, (nodes = new Set()));
    if (nodes.has(node)) return;
    nodes.add(node);
    queue.push({ place, node });
  };
  for (const place of places) if (place.isRead) for (const node of changed) meet(place, node);
  const span = new Span();
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const { from, predicate, isBackward } of next.place.steps) {
      if (!predicate) {
        meet(from, next.node);
        continue;
      }
      const id = data.predicate(predicate);
      if (isBackward) data.objects(next.node, id, span);
      else data.subjects(next.node, id, span);
      for (let at = span.from; at < span.to; at += 1) meet(from, span.ids[at] ?? 0);
    }
  }
  return met.get(target) ?? new Set();
}
