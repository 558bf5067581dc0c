/** What has changed in a thing's description, and whether all of it is a change of something that others use too. */
import { closureOf, type FeedGraph } from '../feed/feed-graph.js';
import type { Change } from '../model/change.js';
import { iri } from '../model/iri.js';
import type { Graph } from '../rdf/graph.js';
import { ntriplesLine } from '../rdf/nquads.js';
import type { Quad } from '../rdf/terms.js';

export interface DiffSide {
  readonly view: FeedGraph;
  readonly descriptionOf: (thing: string) => readonly Quad[];
  /** Subjects that lead to a node. */
  readonly pointersTo: (node: string) => ReadonlySet<string>;
}

export function diffSide(
  graph: Graph,
  view: FeedGraph,
  descriptionOf: DiffSide['descriptionOf'],
): DiffSide {
  // Thousands of datasets may have changed for the sake of one node that they all lead to.
  const known = new Map<string, ReadonlySet<string>>();
  return {
    view,
    descriptionOf,
    pointersTo(node) {
      const found = known.get(node);
      if (found) return found;
      const made = new Set(graph.pointingTo(node).map(({ subject }) => subject.value));
      known.set(node, made);
      return made;
    },
  };
}

export function descriptionDiff(
  before: DiffSide,
  after: DiffSide,
  thing: string,
): Pick<Change, 'removed' | 'added' | 'because'> {
  const [old, now] = [before, after].map((one) => lines(one.descriptionOf(thing))) as [
    Set<string>,
    Set<string>,
  ];
  const removed = [...old].filter((line) => !now.has(line)).sort();
  const added = [...now].filter((line) => !old.has(line)).sort();
  const because = after.view.isMember(thing) ? causes(before, after, thing) : [];
  return { removed, added, ...(because.length > 0 ? { because: because.map(iri) } : {}) };
}

/** The shared nodes that changed, when nothing of the thing's own did. */
function causes(before: DiffSide, after: DiffSide, thing: string): string[] {
  const nodes = new Set([...closureOf(before.view, thing), ...closureOf(after.view, thing)]);
  const changed = [...nodes].filter((node) => !isSame(before.view, after.view, node));
  const shared = new Set([...sharedNodes(before, thing), ...sharedNodes(after, thing)]);
  return changed.every((node) => shared.has(node)) ? changed.sort() : [];
}

/** Nodes of the description that something outside leads to as well, and all that only those lead to. */
function sharedNodes({ view, pointersTo }: DiffSide, thing: string): ReadonlySet<string> {
  const own = new Set(closureOf(view, thing));
  const shared = new Set<string>();
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const node of own) {
      if (node === thing || isWithin(pointersTo(node), own)) continue;
      own.delete(node);
      shared.add(node);
      isSettled = false;
    }
  }
  return shared;
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  for (const one of some) if (!all.has(one)) return false;
  return true;
}

function isSame(before: FeedGraph, after: FeedGraph, node: string): boolean {
  const [old, now] = [lines(before.about(node)), lines(after.about(node))];
  return old.size === now.size && [...old].every((line) => now.has(line));
}

function lines(quads: readonly Quad[]): Set<string> {
  return new Set(quads.map(ntriplesLine));
}
