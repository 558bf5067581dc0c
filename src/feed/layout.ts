/**
 * In which order documents have the nodes of a feed (portals.md 3.3): the catalogue first, then each member with what is its own,
 * the services likewise, last what several of them share. Every node stands once, and the same graph always gives the same order.
 */
import { isLiteral } from '../rdf/terms.js';
import { dct } from '../rdf/vocabularies.js';
import type { FeedGraph } from './feed-graph.js';

export interface Layout {
  readonly catalog: string;
  /** By identifier, whatever its case, then by IRI: an order that stands when titles change. */
  readonly members: readonly string[];
  readonly services: readonly string[];
  /** The catalogue, a member or a service, then what only it leads to. */
  own(root: string): readonly string[];
  /** The services that a member or service leads to, over any number of steps. */
  servicesOf(root: string): readonly string[];
  /** What these and others lead to. */
  sharedBy(roots: readonly string[]): readonly string[];
}

/** What a root leads to short of other roots, and which of those it met. */
interface Reach {
  readonly nodes: readonly string[];
  readonly roots: readonly string[];
}

export function layoutOf(feed: FeedGraph): Layout {
  const { catalog, services } = feed;
  const roots = new Set([catalog, ...feed.members, ...services]);
  const reaches = new Map([...roots].map((root) => [root, reachOf(feed, root, roots)]));
  const reach = (root: string): Reach => reaches.get(root) ?? { nodes: [], roots: [] };
  const met = new Set<string>();
  const shared = new Set<string>();
  for (const { nodes } of reaches.values())
    for (const node of nodes) (met.has(node) ? shared : met).add(node);
  const isService = memberOf(services);
  return {
    catalog,
    members: byIdentifier(feed),
    services,
    own: (root) => [
      root,
      ...reach(root)
        .nodes.filter((node) => !shared.has(node))
        .sort(),
    ],
    servicesOf(root) {
      const found = new Set(reach(root).roots.filter(isService));
      // The set grows while it is walked.
      for (const one of found)
        for (const more of reach(one).roots) if (isService(more)) found.add(more);
      return [...found].sort();
    },
    sharedBy: (those) =>
      [
        ...new Set(those.flatMap((root) => reach(root).nodes.filter((node) => shared.has(node)))),
      ].sort(),
  };
}

/** The nodes of the closure of a member or service (feed-graph.ts), in the order of documents. */
export function closureIn(layout: Layout, root: string): readonly string[] {
  const roots = [...new Set([root, ...layout.servicesOf(root)])];
  return [...roots.flatMap((one) => layout.own(one)), ...layout.sharedBy(roots)];
}

function reachOf(feed: FeedGraph, start: string, roots: ReadonlySet<string>): Reach {
  const seen = new Set([start]);
  const nodes: string[] = [];
  const others: string[] = [];
  for (const node of seen) {
    if (node !== start && roots.has(node)) {
      others.push(node);
      continue;
    }
    const about = feed.about(node);
    if (node !== start && about.length > 0) nodes.push(node);
    for (const { object } of about) if (!isLiteral(object)) seen.add(object.value);
  }
  return { nodes, roots: others };
}

/** The first identifier of a thing, in small letters; undefined for one that has none. */
export function identifierOf(feed: FeedGraph, thing: string): string | undefined {
  return feed
    .about(thing)
    .filter(
      ({ predicate, object }) => predicate.value === dct.identifier.value && isLiteral(object),
    )
    .map(({ object }) => object.value.toLowerCase())
    .sort()[0];
}

function byIdentifier(feed: FeedGraph): readonly string[] {
  return feed.members
    .map((iri) => ({ iri, identifier: identifierOf(feed, iri) ?? '' }))
    .sort((a, b) => compare(a.identifier, b.identifier) || compare(a.iri, b.iri))
    .map(({ iri }) => iri);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function memberOf(all: readonly string[]): (one: string) => boolean {
  const set = new Set(all);
  return (one) => set.has(one);
}
