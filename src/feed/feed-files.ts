/**
 * All that portals read, as files of the public zone (ADR 0023). They are made while they are written, from the texts of
 * their nodes: no document is ever whole in memory.
 */
import type { Change } from '../model/change.js';
import type { Iri } from '../model/iri.js';
import type { Graph } from '../rdf/graph.js';
import { blocksOf, type Blocks, type GraphSyntax, type Piece } from './blocks.js';
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

/** Other files go with Turtle. */
export const FEED_SYNTAXES = ['ttl', 'jsonld', 'rdf', 'nt'] as const;
export type FeedSyntax = (typeof FEED_SYNTAXES)[number];

/** Those in some of the syntaxes; all of them together are all files. */
export function feedFiles(
  input: FeedInput,
  syntaxes: readonly FeedSyntax[] = FEED_SYNTAXES,
): FeedFiles {
  return new Map(eachFile(input, syntaxes));
}

function* eachFile(input: FeedInput, syntaxes: readonly FeedSyntax[]): Generator<FeedFile> {
  const { base, view, changes } = input;
  if (syntaxes.includes('ttl')) yield* turtleFiles(input);
  const all = Object.values(blocksOf(view, syntaxes));
  const stream = eventStream(base, changes);
  for (const blocks of all) {
    const { syntax } = blocks;
    yield [`katalog.${syntax}`, () => wholeDocument(blocks)];
    for (const page of pagesOf(blocks))
      yield [pageFile(page.number, syntax), () => pageDocument(base, page, blocks)];
    if (canNameGraphs(blocks)) yield* eventStreamFiles(stream, base, blocks);
  }
}

function canNameGraphs(blocks: Blocks): blocks is Blocks<GraphSyntax> {
  return blocks.syntax === 'ttl' || blocks.syntax === 'jsonld';
}

function* turtleFiles(input: FeedInput): Generator<FeedFile> {
  const { base, graph, view, changes } = input;
  const { types } = followedThings(graph, view, base);
  yield* sitemapFiles({ base, types, changes });
  yield* fdkFiles(input);
}

function* fdkFiles({ view, bridge }: FeedInput): Generator<FeedFile> {
  const services = serviceFeed(view);
  yield [FDK_FILE, () => turtle(bridged(view, bridge))];
  if (services) yield [FDK_SERVICES_FILE, () => turtle(services)];
}

function turtle(feed: FeedGraph): Iterable<Piece> {
  return wholeDocument(blocksOf(feed, ['ttl']).ttl);
}
