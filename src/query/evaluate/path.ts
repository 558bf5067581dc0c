/** A property path pattern as a step. */
import type { Path, PathPattern } from './algebra.js';
import { withRepeats, type Place } from './pattern.js';
import {
  canBeEmpty,
  compileWalk,
  isClosure,
  WalkGraph,
  type Visit,
  type Walk,
} from './path-walk.js';
import type { Context, Step } from './plan.js';
import { UNBOUND, type Id, type Row } from './registers.js';
import { nameOf } from './variables.js';

export function compilePath(pattern: PathPattern, context: Context, next: Step): Step {
  const { plan, graph } = context;
  const { subject, predicate: path, object } = pattern;
  const around = new WalkGraph(plan.snapshot, graph.kind === 'fixed' ? graph.mask : null);
  const walk = (isInverse: boolean): Walk =>
    compileWalk(path, around, {
      isInverse,
      idOf: (iri) => plan.terms.iri(iri),
      budget: plan.budget,
    });
  const ends: Ends = {
    path,
    graph: around,
    forwards: walk(false),
    backwards: walk(true),
    // A zero-length path from a variable has the nodes of the graph alone; a term is matched whatever the graph (18.4).
    isFree: nameOf(subject) !== undefined && nameOf(object) !== undefined,
  };
  const step = withRepeats([subject, object], context, next, ([start, end], after) =>
    between(start as Place, end as Place, ends, after),
  );
  if (graph.kind === 'fixed') return step;
  return (row) => {
    around.graph = row[graph.register] as Id;
    return step(row);
  };
}

interface Ends {
  readonly path: Path;
  readonly graph: WalkGraph;
  readonly forwards: Walk;
  readonly backwards: Walk;
  readonly isFree: boolean;
}

function between(start: Place, end: Place, ends: Ends, next: Step): Step {
  const { path, graph, forwards, backwards } = ends;
  const isOnce = isClosure(path);
  const needsNode = ends.isFree && canBeEmpty(path);
  const binding =
    (row: Row, register: number): Visit =>
    (to) => {
      row[register] = to;
      const goesOn = next(row);
      row[register] = UNBOUND;
      return goesOn;
    };
  const meeting = (row: Row, from: Id, target: Id): boolean => {
    let goesOn = true;
    forwards(from, (to) => {
      if (to !== target) return true;
      goesOn = next(row);
      return goesOn && !isOnce;
    });
    return goesOn;
  };
  const fromEverywhere = (row: Row): boolean => {
    const visit = binding(row, end.register);
    const { size } = graph.snapshot.terms;
    let goesOn = true;
    for (let id = 0; goesOn && id < size; id += 1) {
      if (!graph.hasNode(id)) continue;
      row[start.register] = id;
      goesOn = forwards(id, visit);
    }
    row[start.register] = UNBOUND;
    return goesOn;
  };
  return (row) => {
    const from = start.register < 0 ? start.id : (row[start.register] as Id);
    const to = end.register < 0 ? end.id : (row[end.register] as Id);
    if (from < 0 && to < 0) return fromEverywhere(row);
    if (needsNode && !graph.hasNode(from < 0 ? to : from)) return true;
    if (from < 0) return backwards(to, binding(row, start.register));
    return to < 0 ? forwards(from, binding(row, end.register)) : meeting(row, from, to);
  };
}
