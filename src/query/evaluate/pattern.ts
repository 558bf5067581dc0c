/** A triple pattern as a step: a range of one of the three indexes, found by binary search. */
import type { Term } from '../../rdf/terms.js';
import { lowerBound, type Snapshot, type TripleIndex } from '../../store/snapshot.js';
import type { Pattern, PatternTerm } from './algebra.js';
import { ALL_GRAPHS } from './dataset.js';
import { MatchLoop, NOWHERE, type Gate } from './match-loop.js';
import { inNamedGraph } from './named-graph.js';
import type { Part } from './part.js';
import type { Context, Sink, Step } from './plan.js';
import { UNBOUND, type Id, type Row } from './registers.js';
import { tallying } from './tally.js';
import { nameOf } from './variables.js';

/** A position of a pattern: a term, or the register of a variable. */
export interface Place {
  readonly id: Id;
  readonly register: number;
}

export function compilePattern(pattern: Pattern, context: Context, sink: Sink): Step {
  const { graph, plan } = context;
  const terms = [pattern.subject, pattern.predicate, pattern.object];
  if (graph.kind === 'fixed') {
    const counting = tallying(pattern, context, sink, graph.mask);
    if (counting) return counting;
    return withRepeats(terms, context, sink.step, (places, next) =>
      matching(places as Places, next, plan.snapshot, { mask: graph.mask, setRegister: NOWHERE }),
    );
  }
  const setRegister = plan.allocate();
  const next = inNamedGraph(plan, { setRegister, graphRegister: graph.register }, sink.step);
  return withRepeats(terms, context, next, (places, step) =>
    matching(places as Places, step, plan.snapshot, { mask: ALL_GRAPHS, setRegister }),
  );
}

type Places = readonly [Place, Place, Place];

/** `?x ?p ?x`: the second place gets a register of its own, and rows where the two differ are dropped. */
export function withRepeats(
  terms: readonly PatternTerm[],
  { scope, plan }: Context,
  next: Step,
  compile: (places: readonly Place[], next: Step) => Step,
): Step {
  const used = new Set<number>();
  const repeats: { readonly first: number; readonly second: number }[] = [];
  const places = terms.map((term): Place => {
    const name = nameOf(term);
    if (name === undefined) return { id: plan.terms.intern(term as Term), register: NOWHERE };
    const register = scope.register(name);
    if (!used.has(register)) {
      used.add(register);
      return { id: UNBOUND, register };
    }
    const second = plan.allocate();
    repeats.push({ first: register, second });
    return { id: UNBOUND, register: second };
  });
  if (repeats.length === 0) return compile(places, next);
  const step = compile(
    places,
    (row) => repeats.some(({ first, second }) => row[first] !== row[second]) || next(row),
  );
  return (row) => {
    for (const { first, second } of repeats) row[second] = row[first] as Id;
    const goesOn = step(row);
    for (const { second } of repeats) row[second] = UNBOUND;
    return goesOn;
  };
}

function matching(places: Places, next: Step, snapshot: Snapshot, gate: Gate): Step {
  const [subject, predicate, object] = places;
  if (subject.register >= 0 && predicate.register < 0 && object.register < 0) {
    return havingValue(places, next, snapshot, gate);
  }
  return anyOf(places, next, snapshot, gate);
}

/**
 * `?x a dcat:Dataset` for one subject after the other: once it was asked for about as many as there are, the subjects are
 * marked in a set of bits, and a row costs one look.
 */
function havingValue(places: Places, next: Step, snapshot: Snapshot, gate: Gate): Step {
  const [{ register }, { id: predicate }, { id: object }] = places;
  const step = anyOf(places, next, snapshot, gate);
  const { size } = snapshot.terms;
  if (gate.setRegister !== NOWHERE || predicate >= size || object >= size) return step;
  const range = rangeOf(snapshot.pos, predicate, object);
  let asked = 0;
  let marked: Uint8Array | undefined;
  return (row) => {
    const id = row[register] as Id;
    if (marked === undefined) {
      if (id === UNBOUND || asked * ASKED_BEFORE_MARKING < range.to - range.from) {
        asked += 1;
        return step(row);
      }
      marked = marks(snapshot.pos, range, gate, size);
    }
    if (id === UNBOUND) return step(row);
    return ((marked[id >>> 3] ?? 0) & (1 << (id & 7))) === 0 || next(row);
  };
}

/** Marking a subject costs a fraction of searching for it. */
const ASKED_BEFORE_MARKING = 8;

function marks(
  { third, graphSet }: TripleIndex,
  { from, to }: { readonly from: number; readonly to: number },
  { mask }: Gate,
  size: number,
): Uint8Array {
  const bits = new Uint8Array((size >>> 3) + 1);
  for (let at = from; at < to; at += 1) {
    if (mask !== null && mask[graphSet[at] as number] !== 1) continue;
    const id = third[at] as Id;
    bits[id >>> 3] = (bits[id >>> 3] as number) | (1 << (id & 7));
  }
  return bits;
}

function rangeOf(index: TripleIndex, first: Id, second: Id): { from: number; to: number } {
  const start = index.offsets[first] as number;
  const to = lowerBound(index.second, start, index.offsets[first + 1] as number, second + 1);
  return { from: lowerBound(index.second, start, to, second), to };
}

function anyOf(
  [subject, predicate, object]: Places,
  next: Step,
  snapshot: Snapshot,
  gate: Gate,
): Step {
  const { size } = snapshot.terms;
  const [sRegister, pRegister, oRegister] = [subject.register, predicate.register, object.register];
  const spo = new MatchLoop(snapshot.spo, [sRegister, pRegister, oRegister], gate, next);
  const pos = new MatchLoop(snapshot.pos, [pRegister, oRegister, sRegister], gate, next);
  const osp = new MatchLoop(snapshot.osp, [oRegister, sRegister, pRegister], gate, next);
  return (row) => {
    const s = valueAt(subject, row);
    const p = valueAt(predicate, row);
    const o = valueAt(object, row);
    if (s >= size || p >= size || o >= size) return true; // made by the query: in no triple
    switch (formOf(s, p, o)) {
      case 0b111:
        return spo.find(row, s, p, o);
      case 0b110:
        return spo.third(row, s, p);
      case 0b101:
        return osp.third(row, o, s);
      case 0b100:
        return spo.both(row, s);
      case 0b011:
        return pos.third(row, p, o);
      case 0b010:
        return pos.both(row, p);
      case 0b001:
        return osp.both(row, o);
      default:
        return spo.all(row);
    }
  };
}

function valueAt({ id, register }: Place, row: Row): Id {
  return register < 0 ? id : (row[register] as Id);
}

/** A bit for each of subject, predicate and object that is known. */
function formOf(s: Id, p: Id, o: Id): number {
  return (s < 0 ? 0 : 0b100) | (p < 0 ? 0 : 0b010) | (o < 0 ? 0 : 0b001);
}

/**
 * The register in which the rows of a pattern that comes first ascend. Only where they hold no blank node: these come before
 * IRIs in ORDER BY, but behind them in the snapshot.
 */
export function ascendingRegister(part: Pick<Part, 'operation' | 'context'>): number | undefined {
  const { operation, context } = part;
  if (operation.type !== 'bgp') return undefined;
  const [pattern] = operation.patterns;
  if (pattern === undefined) return undefined;
  const { subject, predicate, object } = pattern;
  const { snapshot, terms } = context.plan;
  if (subject.termType !== 'Variable' || predicate.termType !== 'NamedNode') return undefined;
  if (nameOf(object) !== undefined) return undefined;
  const ids = [terms.intern(predicate), terms.intern(object as Term)] as const;
  const last = lastSubject(snapshot, ids[0], ids[1]);
  return last < snapshot.terms.blankFrom ? context.scope.register(subject.value) : undefined;
}

function lastSubject({ pos, terms }: Snapshot, predicate: Id, object: Id): Id {
  if (predicate >= terms.size || object >= terms.size) return UNBOUND;
  const { from, to } = rangeOf(pos, predicate, object);
  return to > from ? (pos.third[to - 1] as Id) : UNBOUND;
}
