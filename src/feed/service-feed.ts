/**
 * The feed of data services (portals.md 3.1). data.norge.no harvests them apart from datasets and takes along whatever a service
 * leads to, so here the datasets are named and nothing is said of them (PR8). Pure.
 */
import type { NamedNode } from '../rdf/terms.js';
import { dcat } from '../rdf/vocabularies.js';
import type { FeedGraph } from './feed-graph.js';

/** The catalogue of services inside the full view's catalogue, as a feed of its own; undefined without services. */
export function serviceFeed(view: FeedGraph): FeedGraph | undefined {
  const objects = (node: string, property: NamedNode): string[] =>
    view
      .about(node)
      .filter(({ predicate }) => predicate.equals(property))
      .map(({ object }) => object.value);
  const catalog = objects(view.catalog, dcat.catalog).find(
    (one) => objects(one, dcat.service).length > 0,
  );
  if (catalog === undefined) return undefined;
  const services = new Set(view.services);
  return {
    catalog,
    members: view.services,
    services: [],
    isMember: (node) => services.has(node),
    about: (node) => (view.isMember(node) ? [] : view.about(node)),
  };
}
