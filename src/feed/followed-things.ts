/**
 * What the change log follows: every public thing that stands alone, with the description that a change is seen in. Of datasets
 * and services that is what the feeds say; of other things their own statements and those of their parts, so that a
 * neighbour's new name is no change of theirs.
 */
import type { ResourceType } from '../model/resource-type.js';
import { STANDALONE_TYPES } from '../model/resource-type.js';
import { describedGraph } from '../rdf/described-graph.js';
import { wholeOf } from '../rdf/description.js';
import type { Graph } from '../rdf/graph.js';
import type { Quad } from '../rdf/terms.js';
import { dcat } from '../rdf/vocabularies.js';
import { descriptionOf, type FeedGraph } from './feed-graph.js';

export interface FollowedThings {
  /** Thing → its type, in order of the IRIs. */
  readonly types: ReadonlyMap<string, ResourceType>;
  descriptionOf(thing: string): readonly Quad[];
}

/** A catalogue's links to its members: each member has changes of its own. */
export const MEMBER_LINKS: ReadonlySet<string> = new Set(
  [dcat.dataset, dcat.service, dcat.record].map(({ value }) => value),
);

export function followedThings(graph: Graph, view: FeedGraph, base: string): FollowedThings {
  const types = new Map<string, ResourceType>();
  for (const subject of graph.subjects()) {
    const type = standaloneType(subject, base);
    if (type) types.set(subject, type);
  }
  const series = new Set(graph.instances(dcat.DatasetSeries).map(({ value }) => value));
  for (const member of view.members) types.set(member, series.has(member) ? 'serie' : 'datasett');
  for (const service of view.services) types.set(service, 'datatjeneste');
  const inFeeds = new Set([...view.members, ...view.services]);
  const described = describedGraph(graph);
  return {
    types: new Map([...types].sort(([a], [b]) => (a < b ? -1 : 1))),
    descriptionOf(thing) {
      if (inFeeds.has(thing)) return descriptionOf(view, thing);
      const { statements } = wholeOf(described, thing);
      if (types.get(thing) !== 'katalog') return statements;
      return statements.filter(({ predicate }) => !MEMBER_LINKS.has(predicate.value));
    },
  };
}

/** Undefined for a part, a code, and what is not the municipality's own. */
export function standaloneType(thing: string, base: string): ResourceType | undefined {
  const prefix = `${base}id/`;
  if (!thing.startsWith(prefix)) return undefined;
  const [type = '', key, ...more] = thing.slice(prefix.length).split('/');
  const isThing = key !== undefined && more.length === 0 && STANDALONE_TYPES.has(type);
  return isThing ? (type as ResourceType) : undefined;
}
