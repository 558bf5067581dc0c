/**
 * The public change log as pages and Atom ask for it: newest first, by key, by thing. Made once for a zone's log and thrown
 * away with it.
 */
import type { Change } from '../../src/model/change.js';
import { localTime } from '../../src/model/instant.js';

export interface ChangeLog {
  readonly newestFirst: readonly Change[];
  byKey(key: string): Change | undefined;
  /** Changes of one thing, newest first. */
  ofThing(iri: string): readonly Change[];
  /** The deletion that came after a change of the same thing, if one did. */
  endOf(change: Change): Change | undefined;
  /** What the log mentions: the choices of the filter. */
  readonly types: ReadonlySet<string>;
  readonly publishers: ReadonlySet<string>;
  readonly themes: ReadonlySet<string>;
}

const known = new WeakMap<readonly Change[], ChangeLog>();

/** The log is oldest first, as it stands in the zone. */
export function changeLog(changes: readonly Change[]): ChangeLog {
  const found = known.get(changes) ?? indexed(changes);
  known.set(changes, found);
  return found;
}

function indexed(changes: readonly Change[]): ChangeLog {
  const newestFirst = changes.toReversed();
  const byKey = new Map(changes.map((one) => [one.key, one]));
  const byThing = new Map<string, Change[]>();
  for (const one of newestFirst) {
    const others = byThing.get(one.thing);
    if (others) others.push(one);
    else byThing.set(one.thing, [one]);
  }
  const ends = new Map<Change, Change>();
  for (const others of byThing.values()) {
    let end: Change | undefined;
    for (const one of others) {
      if (one.kind === 'delete') end = one;
      else if (end) ends.set(one, end);
    }
  }
  return {
    newestFirst,
    endOf: (change) => ends.get(change),
    byKey: (key) => byKey.get(key),
    ofThing: (iri) => byThing.get(iri) ?? [],
    types: new Set(changes.map(({ type }) => type)),
    publishers: new Set(changes.flatMap(({ publisher }) => publisher ?? [])),
    themes: new Set(changes.flatMap(({ themes }) => themes ?? [])),
  };
}

const days = new Map<string, string>();
const MAX_KNOWN_MOMENTS = 10_000;

/** The day in Norway, `2026-11-22`. One publishing gives all its changes one moment, so few are worked out. */
export function dayOf({ at }: Pick<Change, 'at'>): string {
  const found = days.get(at);
  if (found !== undefined) return found;
  if (days.size >= MAX_KNOWN_MOMENTS) days.clear();
  const day = localTime(at).slice(0, 10);
  days.set(at, day);
  return day;
}

/** Changes that are told as one: those that the same shared thing caused at the same time. Never empty. */
export type ChangeGroup = readonly [Change, ...Change[]];

/** In the order of the first of each group. */
export function grouped(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const { because = [], at, key } = change;
    const name = because.length > 0 ? `${at} ${because.join(' ')}` : key;
    const group = groups.get(name);
    if (group) group.push(change);
    else groups.set(name, [change]);
  }
  return [...groups.values()];
}
