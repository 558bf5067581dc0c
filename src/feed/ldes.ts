/**
 * The change log as a Linked Data Event Stream of DCAT-AP Feeds (https://semiceu.github.io/LDES-DCAT-AP-feeds/, site.md 10.3):
 * activities about catalogue, datasets, series and services, each with the description in a named graph of its own name.
 *
 * Of each thing the latest activity is kept, deletions for ever (LatestVersionSubset): what was said of it before is gone from
 * the stream, so a demoted thing leaves nothing but a bare deletion (safety C8). An activity stays on the page that its place in
 * the log gave it, so a page that nothing happened to keeps its bytes, and one whose activities are all outdated is gone (410).
 */
import { changeIri, type Change, type ChangeKind } from '../model/change.js';
import { iri, type Iri } from '../model/iri.js';
import type { ResourceType } from '../model/resource-type.js';
import { literal, namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import { activity, dcatApFeeds, dct, ldes, rdf, tree, xsd } from '../rdf/vocabularies.js';
import { descriptionOf, type FeedGraph } from './feed-graph.js';
import { MEMBER_LINKS } from './followed-things.js';
import { latestChanges } from './latest-changes.js';

/** The standalone entities of DCAT-AP Feeds that are described here as wholes. */
const ENTITIES: ReadonlySet<ResourceType> = new Set([
  'katalog',
  'datasett',
  'serie',
  'datatjeneste',
]);
/** Activities of the log on one page, outdated ones included. */
export const PAGE_SIZE = 100;

export interface StreamPage {
  /** From 1. */
  readonly number: number;
  /** Oldest first; never none. */
  readonly changes: readonly Change[];
}

export interface EventStream {
  /** Address of the root, where a client begins. */
  readonly root: Iri;
  /** Those that hold something, in order. */
  readonly pages: readonly StreamPage[];
  /** Number of the last page there has been. */
  readonly lastPage: number;
}

/** `changes`: the public log, oldest first. */
export function eventStream(base: Iri, changes: readonly Change[]): EventStream {
  const log = changes.filter(({ type }) => ENTITIES.has(type));
  const latest = latestChanges(log);
  const pages: StreamPage[] = [];
  for (let from = 0; from < log.length; from += PAGE_SIZE) {
    const kept = log
      .slice(from, from + PAGE_SIZE)
      .filter((change) => latest.get(change.thing) === change);
    if (kept.length > 0) pages.push({ number: from / PAGE_SIZE + 1, changes: kept });
  }
  return {
    root: iri(`${base}feed/endringer`),
    pages,
    lastPage: Math.ceil(log.length / PAGE_SIZE),
  };
}

export function pageIri({ root }: EventStream, number: number): Iri {
  return iri(`${root}?side=${number}`);
}

/** What an activity's graph says: nothing for a deletion. The catalogue's links are left to its members' own activities. */
export function payloadQuads(feed: FeedGraph, change: Change): Quad[] {
  if (change.kind === 'delete') return [];
  if (change.type !== 'katalog') return descriptionOf(feed, change.thing);
  return feed.about(change.thing).filter(({ predicate }) => !MEMBER_LINKS.has(predicate.value));
}

const KINDS: Readonly<Record<ChangeKind, NamedNode>> = {
  create: activity.Create,
  update: activity.Update,
  delete: activity.Delete,
};

/** The activity itself. No more than this: the shape of DCAT-AP Feeds is closed. */
export function activityQuads(base: Iri, change: Change): Quad[] {
  const subject = namedNode(iri(changeIri(base, change)));
  return [
    quad(subject, rdf.type, KINDS[change.kind]),
    quad(subject, activity.object, namedNode(change.thing)),
    quad(subject, activity.published, moment(change)),
  ];
}

function moment({ at }: Change): ReturnType<typeof literal> {
  return literal(at, xsd.dateTime);
}

/** What every page says of the stream. */
export function streamQuads(stream: EventStream): Quad[] {
  const self = streamNode(stream);
  return [
    quad(self, rdf.type, ldes.EventStream),
    quad(self, tree.shape, dcatApFeeds.ActivityShape),
    quad(self, tree.view, namedNode(stream.root)),
    quad(self, ldes.timestampPath, activity.published),
    quad(self, ldes.versionOfPath, activity.object),
    quad(self, ldes.versionCreateObject, activity.Create),
    quad(self, ldes.versionUpdateObject, activity.Update),
    quad(self, ldes.versionDeleteObject, activity.Delete),
  ];
}

/** Not the address of the root: a stream is not one of its pages. */
function streamNode({ root }: EventStream): NamedNode {
  return namedNode(iri(`${root}#strom`));
}

/** The root: what the stream keeps, and which page holds which time. No members. */
export function rootQuads(stream: EventStream): Quad[] {
  const root = namedNode(stream.root);
  const policy = namedNode(iri(`${stream.root}#oppbevaring`));
  const one = literal('1', xsd.integer);
  return [
    ...streamQuads(stream),
    quad(root, rdf.type, tree.Node),
    quad(root, ldes.retentionPolicy, policy),
    quad(policy, rdf.type, ldes.RetentionPolicy),
    quad(policy, ldes.versionAmount, one),
    // The same in the words of LDES before 1.0, which its clients and DCAT-AP Feeds know.
    quad(policy, rdf.type, ldes.LatestVersionSubset),
    quad(policy, ldes.amount, one),
    ...stream.pages.flatMap((page) => relationQuads(stream, page)),
  ];
}

/** The page's first and last moment, both included. The last page has no end: what is new comes there. */
function relationQuads(stream: EventStream, { number, changes }: StreamPage): Quad[] {
  const [first, last] = [changes[0], changes.at(-1)];
  const relation = (name: string, type: NamedNode, change: Change | undefined): Quad[] => {
    if (!change) return [];
    const self = namedNode(iri(`${stream.root}#side-${number}-${name}`));
    return [
      quad(namedNode(stream.root), tree.relation, self),
      quad(self, rdf.type, type),
      quad(self, tree.node, namedNode(pageIri(stream, number))),
      quad(self, tree.path, activity.published),
      quad(self, tree.value, moment(change)),
    ];
  };
  return [
    ...relation('fra', tree.GreaterThanOrEqualToRelation, first),
    ...(number === stream.lastPage ? [] : relation('til', tree.LessThanOrEqualToRelation, last)),
  ];
}

/** What a page says before its activities. */
export function pageQuads(stream: EventStream, base: Iri, { number, changes }: StreamPage): Quad[] {
  const self = namedNode(pageIri(stream, number));
  return [
    ...streamQuads(stream),
    ...changes.map((change) =>
      quad(streamNode(stream), tree.member, namedNode(iri(changeIri(base, change)))),
    ),
    quad(self, rdf.type, tree.Node),
    quad(self, dct.isPartOf, namedNode(stream.root)),
  ];
}

/** A page whole, the descriptions in graphs of their activities' names. */
export function pageDataset(
  stream: EventStream,
  base: Iri,
  page: StreamPage,
  feed: FeedGraph,
): Quad[] {
  return [
    ...pageQuads(stream, base, page),
    ...page.changes.flatMap((change) => {
      const graph = namedNode(iri(changeIri(base, change)));
      const payload = payloadQuads(feed, change).map(({ subject, predicate, object }) =>
        quad(subject as NamedNode, predicate as NamedNode, object, graph),
      );
      return [...activityQuads(base, change), ...payload];
    }),
  ];
}
