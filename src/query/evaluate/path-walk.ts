/** Property paths (SPARQL 1.1 9 and 18.4) as walks from one term to those that a path leads to. */
import {
  lowerBound,
  type GraphMask,
  type Snapshot,
  type TripleIndex,
} from '../../store/snapshot.js';
import type { Path } from './algebra.js';
import type { Budget } from './budget.js';
import { UNBOUND, type Id } from './registers.js';

/** Calls `visit` for each way to a term; false, given by `visit`, ends the walk and is returned. */
export type Walk = (from: Id, visit: Visit) => boolean;
export type Visit = (to: Id) => boolean;

/** Which triples count: by mask, or those of one graph where `graph` is set. */
export class WalkGraph {
  readonly snapshot: Snapshot;
  readonly #mask: GraphMask | null;
  graph: Id = UNBOUND;

  constructor(snapshot: Snapshot, mask: GraphMask | null) {
    this.snapshot = snapshot;
    this.#mask = mask;
  }

  counts(index: TripleIndex, at: number): boolean {
    const set = index.graphSet[at] as number;
    if (this.#mask !== null && this.#mask[set] !== 1) return false;
    return (
      this.graph === UNBOUND || (this.snapshot.graphSets[set] as Uint32Array).includes(this.graph)
    );
  }

  /** Whether the term is a subject or object of the graph. */
  hasNode(id: Id): boolean {
    const { spo, osp } = this.snapshot;
    return this.#hasFirst(spo, id) || this.#hasFirst(osp, id);
  }

  #hasFirst(index: TripleIndex, id: Id): boolean {
    const to = index.offsets[id + 1] ?? 0;
    for (let at = index.offsets[id] ?? 0; at < to; at += 1) if (this.counts(index, at)) return true;
    return false;
  }
}

/** `isInverse`: from objects to subjects. */
export interface PathDirection {
  readonly isInverse: boolean;
  idOf(iri: string): Id;
  readonly budget: Budget;
}

export function compileWalk(path: Path, graph: WalkGraph, direction: PathDirection): Walk {
  const part = (one: Path): Walk => compileWalk(one, graph, direction);
  switch (path.type) {
    case 'link':
      return link(graph, direction.idOf(path.iri.value), direction.isInverse);
    case 'inv':
      return compileWalk(path.path, graph, { ...direction, isInverse: !direction.isInverse });
    case 'nps':
      return otherThan(
        graph,
        new Set(path.iris.map(({ value }) => direction.idOf(value))),
        direction,
      );
    case 'seq':
      return (direction.isInverse ? [...path.input].reverse() : path.input).map(part).reduce(after);
    case 'alt': {
      const walks = path.input.map(part);
      return (from, visit) => walks.every((walk) => walk(from, visit));
    }
    case 'ZeroOrOnePath':
      return zeroOrOne(part(path.path));
    case 'ZeroOrMorePath':
      return closure(part(path.path), direction.budget, true);
    case 'OneOrMorePath':
      return closure(part(path.path), direction.budget, false);
  }
}

/** True for the paths of which every pair of ends is one solution, however many ways lead there. */
export function isClosure(path: Path): boolean {
  return path.type.endsWith('Path');
}

/** True when the path leads from a term to itself without a triple. */
export function canBeEmpty(path: Path): boolean {
  switch (path.type) {
    case 'ZeroOrMorePath':
    case 'ZeroOrOnePath':
      return true;
    case 'link':
    case 'nps':
      return false;
    case 'seq':
      return path.input.every(canBeEmpty);
    case 'alt':
      return path.input.some(canBeEmpty);
    case 'inv':
    case 'OneOrMorePath':
      return canBeEmpty(path.path);
  }
}

function link(graph: WalkGraph, predicate: Id, isInverse: boolean): Walk {
  const { spo, pos, terms } = graph.snapshot;
  const index = isInverse ? pos : spo;
  return (from, visit) => {
    if (from >= terms.size || predicate >= terms.size) return true;
    const first = isInverse ? predicate : from;
    const second = isInverse ? from : predicate;
    const end = index.offsets[first + 1] as number;
    let at = lowerBound(index.second, index.offsets[first] as number, end, second);
    for (; at < end && index.second[at] === second; at += 1) {
      if (graph.counts(index, at) && !visit(index.third[at] as Id)) return false;
    }
    return true;
  };
}

function otherThan(
  graph: WalkGraph,
  excluded: ReadonlySet<Id>,
  { isInverse }: PathDirection,
): Walk {
  const { spo, osp, terms } = graph.snapshot;
  const index = isInverse ? osp : spo;
  const predicates = isInverse ? osp.third : spo.second;
  const ends = isInverse ? osp.second : spo.third;
  return (from, visit) => {
    if (from >= terms.size) return true;
    const to = index.offsets[from + 1] as number;
    for (let at = index.offsets[from] as number; at < to; at += 1) {
      if (excluded.has(predicates[at] as Id) || !graph.counts(index, at)) continue;
      if (!visit(ends[at] as Id)) return false;
    }
    return true;
  };
}

function after(first: Walk, second: Walk): Walk {
  return (from, visit) => first(from, (middle) => second(middle, visit));
}

function zeroOrOne(walk: Walk): Walk {
  return (from, visit) => {
    if (!visit(from)) return false;
    const seen = new Set([from]);
    return walk(from, (to) => {
      if (seen.has(to)) return true;
      seen.add(to);
      return visit(to);
    });
  };
}

/** What a term costs in a set and a queue. */
const VALUES_A_TERM = 8;

/** Breadth first, each term once (ALP of 18.4, without its recursion). */
function closure(walk: Walk, budget: Budget, withStart: boolean): Walk {
  return (from, visit) => {
    const seen = new Set<Id>();
    const queue: Id[] = [];
    const reach = (to: Id): boolean => {
      if (seen.has(to)) return true;
      seen.add(to);
      queue.push(to);
      return visit(to);
    };
    if (withStart ? !reach(from) : !walk(from, reach)) return false;
    let taken = 0;
    let goesOn = true;
    for (let at = 0; goesOn && at < queue.length; at += 1) {
      goesOn = walk(queue[at] as Id, reach);
      const values = queue.length * VALUES_A_TERM;
      budget.take(values - taken);
      taken = values;
    }
    budget.release(taken);
    return goesOn;
  };
}
