/** Compiled shapes bound to a snapshot: asked whether nodes conform, or what is wrong with them (SHACL 3.4). */
import type { Snapshot, TermId } from '../../store/snapshot.js';
import { DataGraph, Span } from './data-graph.js';
import { Findings } from './findings.js';
import type { Binding, CompiledShapes, SetTest, Shape, ValueTest } from './shapes.js';
import { targetFinder, type TargetFinder } from './targets.js';
import { bindPath, type Walk } from './walk.js';

/** One of several runs that share the work: each takes its slice of the targets. */
export interface Part {
  readonly index: number;
  readonly count: number;
}
const WHOLE: Part = { index: 0, count: 1 };

export class BoundShapes implements Binding {
  readonly data: DataGraph;
  readonly shapes: CompiledShapes;
  readonly #bound = new Map<Shape, BoundShape>();
  readonly #targets = new Map<Shape, TargetFinder>();

  constructor(shapes: CompiledShapes, snapshot: Snapshot) {
    this.shapes = shapes;
    this.data = new DataGraph(snapshot);
    // At once: classes are those of the whole data, whatever part is looked at later.
    for (const root of shapes.roots) {
      this.#bind(root);
      this.#targets.set(root, targetFinder(root, this.data));
    }
  }

  /** Everything that is a target. */
  check({ index, count }: Part = WHOLE): Findings {
    const findings = new Findings();
    this.data.look();
    for (const root of this.shapes.roots) {
      const targets = this.targetsOf(root).all();
      const from = Math.floor((targets.length * index) / count);
      const to = Math.floor((targets.length * (index + 1)) / count);
      this.checkFocus(root, targets.subarray(from, to), findings);
    }
    return findings;
  }

  /** These nodes alone, targets of the shape or not. */
  checkFocus(root: Shape, nodes: ArrayLike<TermId> & Iterable<TermId>, findings: Findings): void {
    const shape = this.#bind(root);
    shape.expect(nodes);
    for (const node of nodes) {
      findings.aim(root.index, node);
      shape.report(node, findings);
    }
  }

  /** What is found when the data are no more than what is said of these subjects. */
  checkWithin(subjects: readonly TermId[]): Findings {
    const findings = new Findings();
    this.data.look(subjects);
    for (const root of this.shapes.roots)
      this.checkFocus(root, [...this.targetsOf(root).among(subjects)], findings);
    this.data.look();
    return findings;
  }

  targetsOf(root: Shape): TargetFinder {
    const finder = this.#targets.get(root);
    if (!finder) throw new RangeError(`no shape with a target: ${root.name.value}`);
    return finder;
  }

  readonly conforms = (shape: Shape): ValueTest => {
    const bound = this.#bind(shape);
    return (id) => bound.conforms(id);
  };

  #bind(shape: Shape): BoundShape {
    const known = this.#bound.get(shape);
    if (known) return known;
    const bound = new BoundShape(shape);
    // Known before its parts are bound: they may lead back to it.
    this.#bound.set(shape, bound);
    bound.fill(this, (one) => this.#bind(one));
    return bound;
  }
}

class BoundShape {
  readonly #shape: Shape;
  readonly #span = new Span();
  readonly #inProgress = new Set<TermId>();
  readonly #valueTests: { readonly index: number; readonly test: ValueTest }[] = [];
  readonly #setTests: { readonly index: number; readonly test: SetTest }[] = [];
  #properties: readonly BoundShape[] = [];
  #walk: Walk | undefined;

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  fill(binding: Binding, bind: (shape: Shape) => BoundShape): void {
    const { path, constraints, properties } = this.#shape;
    this.#walk = path && bindPath(binding.data, path);
    constraints.forEach((one, index) => {
      if (one.kind === 'value') this.#valueTests.push({ index, test: one.bind(binding) });
      else this.#setTests.push({ index, test: one.bind(binding) });
    });
    this.#properties = properties.map(bind);
  }

  /** Focus nodes of it and, without a path, of its property shapes. */
  expect(nodes: Iterable<TermId>): void {
    if (this.#shape.isRecursive) return;
    for (const { test } of this.#setTests) test.expect?.([...nodes]);
    if (!this.#walk) for (const property of this.#properties) property.expect(nodes);
  }

  conforms(focus: TermId): boolean {
    if (!this.#shape.isRecursive) return this.#holds(focus);
    if (this.#inProgress.has(focus)) return true;
    this.#inProgress.add(focus);
    const holds = this.#holds(focus);
    this.#inProgress.delete(focus);
    return holds;
  }

  report(focus: TermId, findings: Findings): void {
    if (!this.#shape.isRecursive) {
      this.#tell(focus, findings);
      return;
    }
    if (this.#inProgress.has(focus)) return;
    this.#inProgress.add(focus);
    this.#tell(focus, findings);
    this.#inProgress.delete(focus);
  }

  #holds(focus: TermId): boolean {
    const values = this.#values(focus);
    for (const { test } of this.#setTests) if (!test(focus, values, undefined)) return false;
    const { ids, from, to } = values;
    for (let at = from; at < to; at += 1) {
      const value = ids[at] ?? 0;
      for (const { test } of this.#valueTests) if (!test(value)) return false;
      for (const property of this.#properties) if (!property.conforms(value)) return false;
    }
    return true;
  }

  #tell(focus: TermId, findings: Findings): void {
    const values = this.#values(focus);
    const { index: shape } = this.#shape;
    for (const { index, test } of this.#setTests) {
      findings.about(shape, index, focus);
      test(focus, values, findings);
    }
    const { ids, from, to } = values;
    for (const { index, test } of this.#valueTests) {
      for (let at = from; at < to; at += 1) {
        const value = ids[at] ?? 0;
        if (test(value)) continue;
        findings.about(shape, index, focus);
        findings.fault(value);
      }
    }
    for (const property of this.#properties)
      for (let at = from; at < to; at += 1) property.report(ids[at] ?? 0, findings);
  }

  /** Of a node shape the focus node itself (SHACL 2.2). */
  #values(focus: TermId): Span {
    const span = this.#shape.isRecursive ? new Span() : this.#span;
    if (this.#walk) this.#walk(focus, span);
    else span.set(Uint32Array.of(focus));
    return span;
  }
}
