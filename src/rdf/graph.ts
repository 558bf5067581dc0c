/** A set of triples as rules, projection and pages ask for it: by subject, class and predicate, without graph names. */
import {
  isLiteral,
  isNamedNode,
  type Literal,
  type NamedNode,
  type Quad,
  type Term,
} from './terms.js';
import { rdf } from './vocabularies.js';

/** A node, or its IRI or label. */
export type Node = Term | string;

/** What is asked of one node at a time. */
export abstract class Descriptions {
  abstract has(subject: Node): boolean;
  /** Everything stated about a subject. */
  abstract about(subject: Node): readonly Quad[];
  abstract objects(subject: Node, predicate: NamedNode): readonly Term[];

  holds({ subject, predicate, object }: Quad): boolean {
    return this.objects(subject, predicate as NamedNode).some((one) => one.equals(object));
  }
  types(subject: Node): readonly string[] {
    return this.objects(subject, rdf.type).map((type) => type.value);
  }
  nodes(subject: Node, predicate: NamedNode): readonly NamedNode[] {
    return this.objects(subject, predicate).filter(isNamedNode);
  }
  literals(subject: Node, predicate: NamedNode): readonly Literal[] {
    return this.objects(subject, predicate).filter(isLiteral);
  }
  node(subject: Node, predicate: NamedNode): NamedNode | undefined {
    return this.nodes(subject, predicate)[0];
  }
  text(subject: Node, predicate: NamedNode): string | undefined {
    return this.literals(subject, predicate)[0]?.value;
  }
}

export abstract class Graph extends Descriptions {
  abstract subjects(): Iterable<string>;
  abstract withPredicate(predicate: NamedNode): readonly Quad[];
  /** Quads whose object is this named node: who points here. */
  abstract pointingTo(object: Node): readonly Quad[];
  abstract instances(type: NamedNode): readonly NamedNode[];

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
}
