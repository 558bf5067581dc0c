/** An index of quads by subject, class and predicate: the lookups that rules, projection and view models share. */
import { rdf } from './vocabularies.js';
import {
  isLiteral,
  isNamedNode,
  type Literal,
  type NamedNode,
  type Quad,
  type Term,
} from './terms.js';

type ByPredicate = Map<string, Quad[]>;

export class GraphIndex {
  readonly #subjects = new Map<string, ByPredicate>();
  readonly #predicates = new Map<string, Quad[]>();
  readonly #instances = new Map<string, NamedNode[]>();
  readonly #objects = new Map<string, Quad[]>();

  constructor(quads: Iterable<Quad>) {
    for (const one of quads) this.add(one);
  }

  holds({ subject, predicate, object }: Quad): boolean {
    return this.objects(subject, predicate as NamedNode).some((one) => one.equals(object));
  }
  has(subject: Term | string): boolean {
    return this.#subjects.has(valueOf(subject));
  }
  subjects(): Iterable<string> {
    return this.#subjects.keys();
  }
  /** Everything stated about a subject, in the order it came. */
  about(subject: Term | string): readonly Quad[] {
    return [...(this.#subjects.get(valueOf(subject))?.values() ?? [])].flat();
  }
  withPredicate(predicate: NamedNode): readonly Quad[] {
    return this.#predicates.get(predicate.value) ?? [];
  }
  /** Quads whose object is this node: who points here. */
  pointingTo(object: Term | string): readonly Quad[] {
    return this.#objects.get(valueOf(object)) ?? [];
  }
  instances(type: NamedNode): readonly NamedNode[] {
    return this.#instances.get(type.value) ?? [];
  }
  types(subject: Term | string): readonly string[] {
    return this.objects(subject, rdf.type).map((type) => type.value);
  }
  objects(subject: Term | string, predicate: NamedNode): readonly Term[] {
    return (this.#subjects.get(valueOf(subject))?.get(predicate.value) ?? []).map(
      (one) => one.object,
    );
  }
  nodes(subject: Term | string, predicate: NamedNode): readonly NamedNode[] {
    return this.objects(subject, predicate).filter(isNamedNode);
  }
  literals(subject: Term | string, predicate: NamedNode): readonly Literal[] {
    return this.objects(subject, predicate).filter(isLiteral);
  }
  node(subject: Term | string, predicate: NamedNode): NamedNode | undefined {
    return this.nodes(subject, predicate)[0];
  }
  text(subject: Term | string, predicate: NamedNode): string | undefined {
    return this.literals(subject, predicate)[0]?.value;
  }

  /** Members of an rdf:List. */
  list(head: Term): readonly Term[] {
    const members: Term[] = [];
    const seen = new Set<string>();
    for (
      let node: Term | undefined = head;
      node && node.value !== rdf.nil.value && !seen.has(node.value);
    ) {
      seen.add(node.value);
      members.push(...this.objects(node, rdf.first));
      node = this.objects(node, rdf.rest)[0];
    }
    return members;
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

function valueOf(term: Term | string): string {
  return typeof term === 'string' ? term : term.value;
}
