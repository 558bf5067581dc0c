/**
 * A catalogue as its documents show it, node by node (portals.md 3.2). Feeds, pages of feeds, OAI-PMH, LDES and a dataset's
 * own document are all made of these nodes, so a dataset reads the same in each of them.
 */
import { canonicalNTriples, contentHash } from '../rdf/canonical.js';
import { isLiteral, type Quad } from '../rdf/terms.js';

export interface FeedGraph {
  /** IRI of the dcat:Catalog. */
  readonly catalog: string;
  /** Datasets and series, in order of their IRIs. */
  readonly members: readonly string[];
  /** Data services, in order of their IRIs. */
  readonly services: readonly string[];
  isMember(node: string): boolean;
  /** What documents say of a node, in no graph; empty for a node that they only name. The same list for the same node. */
  about(node: string): readonly Quad[];
}

type Walked = Pick<FeedGraph, 'isMember' | 'about'>;

/**
 * The nodes that describe a member or service: it, and all that its statements lead to over any number of steps, short of
 * other members, which are named and not described (portals.md 1.1, row 11). In the order they are met, itself first.
 */
export function closureOf(feed: Walked, start: string): readonly string[] {
  const seen = new Set([start]);
  const nodes: string[] = [];
  // The set grows while it is walked, so what is found is visited in its turn.
  for (const node of seen) {
    const about = feed.about(node);
    if (about.length === 0) continue;
    nodes.push(node);
    for (const { object } of about) {
      if (!isLiteral(object) && !feed.isMember(object.value)) seen.add(object.value);
    }
  }
  return nodes;
}

/** Statements of the closure. */
export function descriptionOf(feed: Walked, start: string): Quad[] {
  return closureOf(feed, start).flatMap((node) => feed.about(node));
}

/** SHA-256 of the canonical statements (RDFC-1.0; there are no blank nodes): equal exactly when the descriptions are. */
export function descriptionHash(feed: Walked, start: string): string {
  return contentHash(canonicalNTriples(descriptionOf(feed, start)));
}
