/** A feed, asked as any other graph is about one node at a time. */
import { Descriptions, type Node } from '../rdf/graph.js';
import type { NamedNode, Quad, Term } from '../rdf/terms.js';
import type { FeedGraph } from './feed-graph.js';

export class FeedDescriptions extends Descriptions {
  readonly #feed: FeedGraph;
  /** Several questions in a row are about the same node. */
  #last: { readonly node: string; readonly about: readonly Quad[] } | undefined;

  constructor(feed: FeedGraph) {
    super();
    this.#feed = feed;
  }

  about(subject: Node): readonly Quad[] {
    const node = typeof subject === 'string' ? subject : subject.value;
    if (this.#last?.node !== node) this.#last = { node, about: this.#feed.about(node) };
    return this.#last.about;
  }

  has(subject: Node): boolean {
    return this.about(subject).length > 0;
  }

  objects(subject: Node, predicate: NamedNode): readonly Term[] {
    return this.about(subject)
      .filter((one) => one.predicate.value === predicate.value)
      .map(({ object }) => object);
  }
}
