/**
 * All that portals read, as files of the public zone (ADR 0023). They are made while they are written, from the texts of
 * their nodes: no document is ever whole in memory.
 */
import type { Change } from '../model/change.js';
import type { Iri } from '../model/iri.js';
import type { Graph } from '../rdf/graph.js';
import { blocksOf, type Piece } from './blocks.js';
import { bridged, type Bridge } from './bridge.js';
import type { FeedGraph } from './feed-graph.js';
import { followedThings } from './followed-things.js';
import { eventStreamFiles } from './ldes-files.js';
import { eventStream } from './ldes.js';
import { pageDocument, pageFile, pagesOf } from './pages.js';
import { serviceFeed } from './service-feed.js';
import { sitemapFiles } from './sitemap.js';
import { wholeDocument } from './whole-document.js';

/** Addresses that are registered with data.norge.no, for ever. */
export const FDK_FILE = 'feed/fdk.ttl';
export const FDK_SERVICES_FILE = 'feed/fdk-tjenester.ttl';

export interface FeedInput {
  readonly base: Iri;
  /** Everything public but the tombstones. */
  readonly graph: Graph;
  /** The full view of it. */
  readonly view: FeedGraph;
  readonly bridge: Bridge;
  /** The public log, oldest first. */
  readonly changes: readonly Change[];
}

/** Names of files, and what writes each; as often as it is asked for, from the same texts. */
export type FeedFiles = ReadonlyMap<string, () => Iterable<Piece>>;
type FeedFile = readonly [string, () => Iterable<Piece>];

const SYNTAXES = ['ttl', 'jsonld', 'rdf', 'nt'] as const;

export function feedFiles(input: FeedInput): FeedFiles {
  return new Map(eachFile(input));
}

function* eachFile(input: FeedInput): Generator<FeedFile> {
  const { base, graph, view, changes } = input;
  const { types } = followedThings(graph, view, base);
  yield* sitemapFiles({ base, types, changes });
  yield* fdkFiles(input);
  const blocks = blocksOf(view, SYNTAXES);
  const pages = pagesOf(blocks.ttl.layout);
  for (const syntax of SYNTAXES) {
    yield [`katalog.${syntax}`, () => wholeDocument(blocks[syntax])];
    for (const page of pages)
      yield [pageFile(page.number, syntax), () => pageDocument(base, page, blocks[syntax])];
  }
  const stream = eventStream(base, changes);
  yield* eventStreamFiles(stream, base, blocks.ttl);
  yield* eventStreamFiles(stream, base, blocks.jsonld);
}

function* fdkFiles({ view, bridge }: FeedInput): Generator<FeedFile> {
  const services = serviceFeed(view);
  yield [FDK_FILE, () => turtle(bridged(view, bridge))];
  if (services) yield [FDK_SERVICES_FILE, () => turtle(services)];
}

function turtle(feed: FeedGraph): Iterable<Piece> {
  return wholeDocument(blocksOf(feed, ['ttl']).ttl);
}
