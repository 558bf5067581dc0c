/** `fdk`: tomorrow's harvest by data.norge.no, step by step as it does it (portals.md 1.1 and 5). */
import type { Instant } from '../../model/instant.js';
import type { PortalScore, PortalVerdict } from '../../model/portal-report.js';
import { GraphIndex } from '../../rdf/graph-index.js';
import type { Graph } from '../../rdf/graph.js';
import { dct } from '../../rdf/vocabularies.js';
import { compare, goneAfter, type Now } from '../compare.js';
import type { Harvested } from '../memory.js';
import type { Source } from '../source.js';
import { Traps } from '../trap.js';
import { nameBlankNodes } from '../blank-nodes.js';
import { closuresOf, type Closures } from '../closures.js';
import { FDK_LIMITS, parserOf, type FdkKind, type FdkLimits } from './contract.js';
import { fetchFeed } from './fetch.js';
import { findHistoryTraps, type History } from './history.js';
import { findLeaks, findMerged } from './leaks.js';
import { findMembers, type Members } from './members.js';
import { emptyFields } from './page-fields.js';
import { findContentTraps } from './reasoning.js';
import { readFeed } from './read.js';

export interface FdkRun {
  readonly kind: FdkKind;
  readonly url: string;
  /** As it is registered at the portal. */
  readonly accept: string;
  readonly history: History;
  readonly now: Instant;
  readonly limits?: FdkLimits;
  /** Average score of the feed's datasets, and what could be attained; nothing where there is none to score. */
  readonly score?: (graph: Graph) => Omit<PortalScore, 'before'> | undefined;
}
export interface FdkOutcome {
  readonly verdict: PortalVerdict;
  /** What the portal will hold; undefined when it could not read the feed. */
  readonly found?: Harvested;
}

/** What has to fall before it is told: one point on the average. */
const SCORE_FALL = 1;
/** Shared nodes that are listed: the most shared. */
const MAX_SHARED = 10;

export async function judgeFdk(source: Source, run: FdkRun): Promise<FdkOutcome> {
  const traps = new Traps();
  const graph = await readGraph(source, run, traps);
  const head = { portal: run.kind.portal, title: run.kind.title, url: run.url };
  if (!graph) {
    const nothing = { isRead: false, members: 0, empty: [], shared: [] };
    return { verdict: { ...head, ...nothing, traps: traps.list() } };
  }
  const members = findMembers(graph, run.kind, traps);
  const names = nameBlankNodes(graph, traps);
  const closures = closuresOf(graph, members, names);
  findMerged(closures, names, traps);
  findLeaks(graph, members, closures, traps);
  findContentTraps(graph, members, traps);
  const now = nowOf(graph, members, closures);
  const { held } = run.history;
  const changes = compare(held, now, closures.shared);
  findHistoryTraps(now, run.history, changes, traps);
  const score = scoreOf(graph, run, traps);
  const verdict: PortalVerdict = {
    ...head,
    isRead: true,
    members: members.iris.length,
    changes,
    empty: emptyFields(graph, members),
    shared: closures.shared.slice(0, MAX_SHARED),
    ...(score ? { score } : {}),
    traps: traps.list(),
  };
  const gone = goneAfter(held, now);
  const found = { ...now, at: run.now, gone, ...(score ? { score: score.now } : {}) };
  return { verdict, found };
}

async function readGraph(
  source: Source,
  { url, accept, limits = FDK_LIMITS }: FdkRun,
  traps: Traps,
): Promise<GraphIndex | undefined> {
  const mediaType = parserOf(accept);
  if (mediaType === undefined) {
    traps.add('FDK-01', `Accept: ${accept}`);
    return undefined;
  }
  const bytes = await fetchFeed(source, { url, accept }, limits, traps);
  const quads = bytes && (await readFeed(bytes, mediaType, traps));
  return quads && new GraphIndex(quads);
}

function nowOf(graph: Graph, { iris, catalogues }: Members, closures: Closures): Now {
  const ofMembers = (value: (iri: string) => string | undefined): Record<string, string> =>
    Object.fromEntries(
      iris.flatMap((iri) => {
        const found = value(iri);
        return found === undefined ? [] : [[iri, found]];
      }),
    );
  return {
    catalogues,
    // What could not be followed counts as unchanged: the trap says why.
    members: ofMembers((iri) => closures.of.get(iri)?.hash ?? ''),
    identifiers: ofMembers((iri) => graph.text(iri, dct.identifier)),
    shared: closures.sharedHashes,
  };
}

function scoreOf(graph: Graph, { history, score }: FdkRun, traps: Traps): PortalScore | undefined {
  const now = score?.(graph);
  if (!now) return undefined;
  const before = history.held?.score;
  if (before === undefined) return now;
  if (before - now.now >= SCORE_FALL)
    traps.add('FDK-47', `${Math.round(before)} → ${Math.round(now.now)}`);
  return { ...now, before };
}
