/** A graph with some statements put in and others taken out: how it stood before a change, and how right after it. */
import { Graph, type Node } from '../../src/rdf/graph.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { ntriplesLine } from '../../src/rdf/nquads.js';
import type { NamedNode, Quad, Term } from '../../src/rdf/terms.js';

export interface Patch {
  readonly put: readonly Quad[];
  readonly taken: readonly Quad[];
}

export class PatchedGraph extends Graph {
  readonly #base: Graph;
  readonly #put: GraphIndex;
  readonly #taken: ReadonlySet<string>;
  readonly #touched: ReadonlySet<string>;

  constructor(base: Graph, { put, taken }: Patch) {
    super();
    this.#base = base;
    this.#put = new GraphIndex(put);
    this.#taken = new Set(taken.map(ntriplesLine));
    this.#touched = new Set([...put, ...taken].map(({ subject }) => subject.value));
  }

  has(subject: Node): boolean {
    return this.#isTouched(subject) ? this.about(subject).length > 0 : this.#base.has(subject);
  }
  subjects(): Iterable<string> {
    return new Set([...this.#base.subjects(), ...this.#put.subjects()]);
  }
  about(subject: Node): readonly Quad[] {
    const base = this.#base.about(subject);
    return this.#isTouched(subject) ? this.#merged(base, this.#put.about(subject)) : base;
  }
  withPredicate(predicate: NamedNode): readonly Quad[] {
    return this.#merged(this.#base.withPredicate(predicate), this.#put.withPredicate(predicate));
  }
  pointingTo(object: Node): readonly Quad[] {
    return this.#merged(this.#base.pointingTo(object), this.#put.pointingTo(object));
  }
  instances(type: NamedNode): readonly NamedNode[] {
    const found = [...this.#base.instances(type), ...this.#put.instances(type)];
    const different = new Map(found.map((one) => [one.value, one]));
    return [...different.values()].filter((one) => this.types(one).includes(type.value));
  }
  objects(subject: Node, predicate: NamedNode): readonly Term[] {
    if (!this.#isTouched(subject)) return this.#base.objects(subject, predicate);
    return this.about(subject)
      .filter((one) => one.predicate.value === predicate.value)
      .map((one) => one.object);
  }

  #isTouched(subject: Node): boolean {
    return this.#touched.has(typeof subject === 'string' ? subject : subject.value);
  }
  #merged(base: readonly Quad[], put: readonly Quad[]): Quad[] {
    const kept = new Map<string, Quad>();
    for (const one of base) {
      const line = ntriplesLine(one);
      if (!this.#taken.has(line)) kept.set(line, one);
    }
    for (const one of put) kept.set(ntriplesLine(one), one);
    return [...kept.values()];
  }
}
