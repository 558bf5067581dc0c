/**
 * Every IRI ever published, and its fate (promise 3). It travels inside the revision, so it is as atomic as the revision is.
 * What was public and is no longer becomes a tombstone: an ordinary withdrawal keeps its title, a demotion only date and
 * reason (safety.md 3.1). An IRI is that of one thing for ever: another record never gets it.
 */
import type { Instant } from '../model/instant.js';
import type { Iri } from '../model/iri.js';

export type Titles = Readonly<Record<string, string>>;

export interface RegistryEntry {
  readonly iri: Iri;
  readonly state: 'public' | 'withdrawn' | 'demoted' | 'renamed';
  /** When the state was reached. */
  readonly at: Instant;
  /** Language → title; none for what was demoted. */
  readonly title?: Titles;
  /** Where it went, or what came in its place. */
  readonly successor?: Iri;
  /** A person's words about a withdrawal. */
  readonly note?: string;
  /** The records it was made from: `source type key`. */
  readonly records?: readonly string[];
  /** The last time it was demoted: nothing from before may be told again, even when it is public once more. */
  readonly demotedAt?: Instant;
}

export type PublicThing = Pick<RegistryEntry, 'iri' | 'title' | 'records'>;

/** What has become of a thing that was public and is no longer. */
export type Departure = Pick<RegistryEntry, 'successor' | 'note'> & {
  readonly state: Exclude<RegistryEntry['state'], 'public'>;
};

/** Pure: the next registry, in order of the IRIs. `departureOf` is asked about everything that is not published. */
export function nextRegistry(
  previous: readonly RegistryEntry[],
  published: readonly PublicThing[],
  departureOf: (entry: RegistryEntry) => Departure,
  now: Instant,
): RegistryEntry[] {
  const known = new Map(previous.map((entry) => [entry.iri, entry]));
  const next = new Map<Iri, RegistryEntry>();
  for (const thing of published) next.set(thing.iri, asPublic(thing, known.get(thing.iri), now));
  for (const entry of previous) {
    if (next.has(entry.iri)) continue;
    // Once demoted, always: its title must not come back with a later withdrawal.
    next.set(
      entry.iri,
      entry.state === 'demoted' ? entry : departed(entry, departureOf(entry), now),
    );
  }
  settleSuccessors(next, now);
  return [...next.values()].sort((a, b) => (a.iri < b.iri ? -1 : 1));
}

/** Whether something was demoted just now: what older revisions tell of it may be told no longer. */
export function hasDemoted(registry: readonly RegistryEntry[], now: Instant): boolean {
  return registry.some(({ demotedAt }) => demotedAt === now);
}

function asPublic(
  { iri, title, records }: PublicThing,
  known: RegistryEntry | undefined,
  now: Instant,
): RegistryEntry {
  return {
    iri,
    state: 'public',
    at: known?.state === 'public' ? known.at : now,
    ...present({
      title,
      records: records ?? known?.records,
      demotedAt: known?.demotedAt,
    }),
  };
}

function departed(entry: RegistryEntry, departure: Departure, now: Instant): RegistryEntry {
  const { state, successor, note } = departure;
  if (state === 'demoted') return demoted(entry, now);
  const { iri, title, records, demotedAt } = entry;
  return {
    iri,
    state,
    // What went long ago went then; only a person's word about where it is now can be new.
    at: entry.state === 'public' ? now : entry.at,
    ...present({ title, successor, note, records, demotedAt }),
  };
}

function demoted({ iri, records }: RegistryEntry, now: Instant): RegistryEntry {
  return { iri, state: 'demoted', at: now, ...present({ records, demotedAt: now }) };
}

/**
 * A successor is named only while it may be known: one that never was public is no one's business, and what was renamed to
 * something that is now demoted was the same thing, so it is demoted with it. A circle of renamings leads nowhere.
 */
function settleSuccessors(entries: Map<Iri, RegistryEntry>, now: Instant): void {
  for (const entry of [...entries.values()]) {
    if (entry.successor === undefined) continue;
    const end = endOf(entry, entries);
    if (end?.state === 'demoted' && entry.state === 'renamed') {
      entries.set(entry.iri, demoted(entry, now));
    } else if (end === undefined || end.state === 'demoted') {
      entries.set(entry.iri, withdrawnAlone(entry));
    }
  }
}

function withdrawnAlone(entry: RegistryEntry): RegistryEntry {
  const { iri, at, title, note, records, demotedAt } = entry;
  return { iri, state: 'withdrawn', at, ...present({ title, note, records, demotedAt }) };
}

type Optional = 'title' | 'successor' | 'note' | 'records' | 'demotedAt';

/** Only what there is, in this order: the file is the same for the same registry. */
function present(facts: { readonly [Name in Optional]?: RegistryEntry[Name] | undefined }): Pick<
  RegistryEntry,
  Optional
> {
  const found = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(found);
}

/** What a chain of renamings ends in; undefined for an unknown IRI and for a circle. */
function endOf(
  entry: RegistryEntry,
  entries: ReadonlyMap<Iri, RegistryEntry>,
): RegistryEntry | undefined {
  const seen = new Set<Iri>([entry.iri]);
  let end = entry.successor && entries.get(entry.successor);
  while (end?.state === 'renamed' && end.successor && !seen.has(end.iri)) {
    seen.add(end.iri);
    end = entries.get(end.successor);
  }
  return end && seen.has(end.iri) ? undefined : end;
}

/** As the registry names the records of things. */
export function recordName(record: {
  readonly source: string;
  readonly type: string;
  readonly key: string;
}): string {
  return `${record.source} ${record.type} ${record.key}`;
}

/** As of version 0.1.0, whose titles had no language: they were written in bokmål. */
type StoredEntry = Omit<RegistryEntry, 'title'> & { readonly title?: Titles | string };

export function parseRegistry(text: string): RegistryEntry[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { title, ...entry } = JSON.parse(line) as StoredEntry;
      if (title === undefined) return entry;
      return { ...entry, title: typeof title === 'string' ? { nb: title } : title };
    });
}
export function formatRegistry(entries: readonly RegistryEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
