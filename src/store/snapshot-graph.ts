/**
 * A graph over a snapshot, or over some of its graphs (PF1.8): read where it lies, terms and quads are made for what is asked for.
 * What comes back is in the order of the snapshot: by subject, predicate, object, but `withPredicate` by object first.
 */
import { Graph, type Node } from '../rdf/graph.js';
import {
  blankNode,
  quad,
  type NamedNode,
  type Quad,
  type Subject,
  type Term,
} from '../rdf/terms.js';
import { rdf } from '../rdf/vocabularies.js';
import { TripleCursor, rowsOf } from './snapshot-match.js';
import { NONE, type GraphMask, type Snapshot, type TermId } from './snapshot.js';

export class SnapshotGraph extends Graph {
  readonly #snapshot: Snapshot;
  readonly #mask: GraphMask | undefined;

  /** A triple that lies in two of the graphs is there once. Without a mask all graphs count. */
  constructor(snapshot: Snapshot, mask?: GraphMask) {
    super();
    this.#snapshot = snapshot;
    this.#mask = mask;
  }

  has(subject: Node): boolean {
    const id = this.#nodeId(subject);
    return id !== NONE && this.#walk(id, NONE, NONE).next();
  }
  *subjects(): Iterable<string> {
    const { terms } = this.#snapshot;
    for (let id = 0; id < terms.literalFrom; id++)
      if (this.#walk(id, NONE, NONE).next()) yield terms.value(id);
  }
  about(subject: Node): readonly Quad[] {
    return this.#quads(this.#nodeId(subject), undefined, undefined);
  }
  withPredicate(predicate: NamedNode): readonly Quad[] {
    return this.#quads(undefined, this.#snapshot.terms.idOf(predicate), undefined);
  }
  pointingTo(object: Node): readonly Quad[] {
    const { terms } = this.#snapshot;
    const iri = typeof object === 'string' ? object : object.value;
    return this.#quads(undefined, undefined, terms.idOfIri(iri));
  }
  instances(type: NamedNode): readonly NamedNode[] {
    const { terms } = this.#snapshot;
    const [predicate, object] = [terms.idOf(rdf.type), terms.idOf(type)];
    if (predicate === NONE || object === NONE) return [];
    const found: NamedNode[] = [];
    const cursor = this.#walk(NONE, predicate, object);
    while (cursor.next())
      if (cursor.subject < terms.blankFrom) found.push(terms.term(cursor.subject) as NamedNode);
    return found;
  }
  objects(subject: Node, predicate: NamedNode): readonly Term[] {
    const { terms } = this.#snapshot;
    const [from, by] = [this.#nodeId(subject), terms.idOf(predicate)];
    if (from === NONE || by === NONE) return [];
    const found: Term[] = [];
    const cursor = this.#walk(from, by, NONE);
    while (cursor.next()) found.push(terms.term(cursor.object));
    return found;
  }

  /** A string is an IRI, or the label of a blank node. */
  #nodeId(node: Node): TermId {
    const { terms } = this.#snapshot;
    if (typeof node !== 'string') return terms.idOf(node);
    const id = terms.idOfIri(node);
    return id === NONE ? terms.idOf(blankNode(node)) : id;
  }

  #walk(subject: TermId, predicate: TermId, object: TermId): TripleCursor {
    return new TripleCursor(rowsOf(this.#snapshot, subject, predicate, object), this.#mask);
  }

  /** Undefined stands for any; NONE is a term that the snapshot does not hold. */
  #quads(subject?: TermId, predicate?: TermId, object?: TermId): Quad[] {
    if (subject === NONE || predicate === NONE || object === NONE) return [];
    const { terms } = this.#snapshot;
    const cursor = this.#walk(subject ?? NONE, predicate ?? NONE, object ?? NONE);
    const found: Quad[] = [];
    while (cursor.next())
      found.push(
        quad(
          terms.term(cursor.subject) as Subject,
          terms.term(cursor.predicate) as NamedNode,
          terms.term(cursor.object),
        ),
      );
    return found;
  }
}
