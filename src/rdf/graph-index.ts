/** A graph made of quads in memory: maps by subject, class and predicate, in the order the quads came. */
import { Graph, type Node } from './graph.js';
import { isNamedNode, type NamedNode, type Quad, type Term } from './terms.js';
import { rdf } from './vocabularies.js';

type ByPredicate = Map<string, Quad[]>;

export class GraphIndex extends Graph {
  readonly #subjects = new Map<string, ByPredicate>();
  readonly #predicates = new Map<string, Quad[]>();
  readonly #instances = new Map<string, NamedNode[]>();
  readonly #objects = new Map<string, Quad[]>();

  constructor(quads: Iterable<Quad>) {
    super();
    for (const one of quads) this.add(one);
  }

  has(subject: Node): boolean {
    return this.#subjects.has(valueOf(subject));
  }
  subjects(): Iterable<string> {
    return this.#subjects.keys();
  }
  about(subject: Node): readonly Quad[] {
    return [...(this.#subjects.get(valueOf(subject))?.values() ?? [])].flat();
  }
  withPredicate(predicate: NamedNode): readonly Quad[] {
    return this.#predicates.get(predicate.value) ?? [];
  }
  pointingTo(object: Node): readonly Quad[] {
    return this.#objects.get(valueOf(object)) ?? [];
  }
  instances(type: NamedNode): readonly NamedNode[] {
    return this.#instances.get(type.value) ?? [];
  }
  objects(subject: Node, predicate: NamedNode): readonly Term[] {
    return (this.#subjects.get(valueOf(subject))?.get(predicate.value) ?? []).map(
      (one) => one.object,
    );
  }

  add(one: Quad): void {
    const { subject, predicate, object } = one;
    let properties = this.#subjects.get(subject.value);
    if (!properties) {
      properties = new Map<string, Quad[]>();
      this.#subjects.set(subject.value, properties);
    }
    push(properties, predicate.value, one);
    push(this.#predicates, predicate.value, one);
    if (!isNamedNode(object)) return;
    push(this.#objects, object.value, one);
    if (predicate.value === rdf.type.value && isNamedNode(subject))
      push(this.#instances, object.value, subject);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function valueOf(term: Node): string {
  return typeof term === 'string' ? term : term.value;
}
