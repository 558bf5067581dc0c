/**
 * The next change log: what was there, and a line for each thing that was published, altered or withdrawn since. Pure, and made
 * of public things alone, so that nothing else can be read from it (C6).
 */
import { descriptionDiff, diffSide, type DiffSide } from './description-diff.js';
import { followedThings, type FollowedThings } from '../feed/followed-things.js';
import type { FeedGraph } from '../feed/feed-graph.js';
import type { Change, ChangeKind } from '../model/change.js';
import type { Instant } from '../model/instant.js';
import { iri, type Iri } from '../model/iri.js';
import { hashedKey } from '../model/key.js';
import type { ResourceType } from '../model/resource-type.js';
import { canonicalNTriples, contentHash } from '../rdf/canonical.js';
import type { Graph } from '../rdf/graph.js';
import { titlesOf } from '../rdf/label.js';
import { dcat, dct } from '../rdf/vocabularies.js';
import type { RegistryEntry } from './registry.js';

/** One state of everything public. */
export interface PublicState {
  readonly graph: Graph;
  /** The same as the feeds show it. */
  readonly view: FeedGraph;
}

export interface LogInput {
  readonly base: Iri;
  /** So far, oldest first. */
  readonly log: readonly Change[];
  /** What is served now; without it changes are still seen, but not what in them has changed. */
  readonly before: PublicState | undefined;
  readonly after: PublicState;
  /** As it will be. */
  readonly registry: readonly RegistryEntry[];
  /** Not before the last moment of the log. */
  readonly now: Instant;
}

/** A clock that was set back must not hide a change from those who ask for changes since they last came. */
export function momentAfter(log: readonly Change[], now: Instant): Instant {
  const last = log.at(-1)?.at;
  return last !== undefined && last > now ? last : now;
}

/** A thing whose description is as it was gets no line. The order of the new ones is that of their keys. */
export function nextChanges(input: LogInput): Change[] {
  const { log, base, after } = input;
  const latest = new Map(log.map((change) => [change.thing as string, change]));
  const things = followedThings(after.graph, after.view, base);
  const changes = [...altered(input, things, latest), ...deleted(input, things, latest)];
  return [...log, ...changes.sort((a, b) => (a.key < b.key ? -1 : 1))];
}

type Latest = ReadonlyMap<string, Change>;

/** What is new, and what is no longer as it was. */
function* altered(input: LogInput, things: FollowedThings, latest: Latest): Generator<Change> {
  const { base, before, after, now: at } = input;
  const old = before && side(before, followedThings(before.graph, before.view, base));
  const next = side(after, things);
  for (const [thing, type] of things.types) {
    const hash = contentHash(canonicalNTriples(things.descriptionOf(thing)));
    const known = latest.get(thing);
    if (known?.hash === hash) continue;
    const isNew = known === undefined || known.kind === 'delete';
    yield {
      ...frame(isNew ? 'create' : 'update', { thing: iri(thing), type, at, hash }),
      hash,
      ...facts(after.graph, thing),
      ...(isNew || !old ? {} : descriptionDiff(old, next, thing)),
    };
  }
}

function* deleted(input: LogInput, things: FollowedThings, latest: Latest): Generator<Change> {
  const fates = new Map(input.registry.map((entry) => [entry.iri as string, entry]));
  for (const { thing, type, kind, reason } of latest.values()) {
    if (things.types.has(thing)) continue;
    const fate = fates.get(thing);
    // What was withdrawn long ago, and is demoted now, is deleted again: this time without its title.
    if (kind === 'delete' && (reason === 'demoted' || fate?.state !== 'demoted')) continue;
    yield deletion({ thing, type, at: input.now }, fate, input.before?.graph);
  }
}

function side({ graph, view }: PublicState, things: FollowedThings): DiffSide {
  return diffSide(graph, view, (thing) => things.descriptionOf(thing));
}

interface Happening {
  readonly thing: Iri;
  readonly type: ResourceType;
  readonly at: Instant;
  readonly hash?: string;
}

function frame(
  kind: ChangeKind,
  { thing, type, at, hash = '' }: Happening,
): Pick<Change, 'key' | 'kind' | 'thing' | 'type' | 'at'> {
  return { key: hashedKey('endring', `${thing} ${kind} ${at} ${hash}`), kind, thing, type, at };
}

/** What was demoted keeps nothing but its IRI and the moment (safety.md 3.1). */
function deletion(
  what: Happening,
  entry: RegistryEntry | undefined,
  before: Graph | undefined,
): Change {
  const reason = entry === undefined || entry.state === 'public' ? 'withdrawn' : entry.state;
  const bare = { ...frame('delete', what), reason };
  if (reason === 'demoted') return bare;
  const { title, successor } = entry ?? {};
  return {
    ...bare,
    ...(before ? facts(before, what.thing) : {}),
    ...(title ? { title } : {}),
    ...(successor ? { successor } : {}),
  };
}

function facts(graph: Graph, thing: string): Pick<Change, 'title' | 'publisher' | 'themes'> {
  const title = titlesOf(graph, thing);
  const publisher = graph.node(thing, dct.publisher)?.value;
  const themes = graph.nodes(thing, dcat.theme).map(({ value }) => iri(value));
  return {
    ...(title ? { title } : {}),
    ...(publisher === undefined ? {} : { publisher: iri(publisher) }),
    ...(themes.length > 0 ? { themes: themes.sort() } : {}),
  };
}
