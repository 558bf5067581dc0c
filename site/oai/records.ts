/**
 * Records of the repository (OAI-PMH 2.0, section 2.5): datasets and series as the feeds show them, and for ever those that have
 * been withdrawn, without their descriptions.
 */
import { latestChanges } from '../../src/feed/latest-changes.js';
import { instant, type Instant } from '../../src/model/instant.js';
import { dcat, dct } from '../../src/rdf/vocabularies.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { setsOf, type RecordFacts } from './sets.js';

export interface OaiRecord {
  /** IRI of the thing. */
  readonly identifier: string;
  /** Moment of its newest change, to the millisecond: what the list is ordered by. */
  readonly at: Instant;
  /** The same as the protocol tells it, to the second. */
  readonly datestamp: string;
  readonly isDeleted: boolean;
  readonly facts: RecordFacts;
  readonly sets: readonly string[];
}

export interface OaiRecords {
  /** In order of moment and identifier. */
  readonly all: readonly OaiRecord[];
  byIdentifier(identifier: string): OaiRecord | undefined;
  readonly earliest: string;
}

const RECORD_TYPES: ReadonlySet<string> = new Set(['datasett', 'serie']);
/** Of a thing that neither the log nor its description dates; only in catalogues from before there was a log. */
const UNDATED = instant('1970-01-01T00:00:00Z');

const known = new WeakMap<PublicCatalogue, OaiRecords>();

/** Made once for a catalogue, and thrown away with it. */
export function oaiRecords(catalogue: PublicCatalogue): OaiRecords {
  const found = known.get(catalogue) ?? indexed(catalogue);
  known.set(catalogue, found);
  return found;
}

function indexed(catalogue: PublicCatalogue): OaiRecords {
  const { feed, graph, zone } = catalogue;
  const latest = latestChanges(zone.changes);
  const series = new Set(graph.instances(dcat.DatasetSeries).map(({ value }) => value));
  const live = feed.members.map((identifier) => {
    const at = latest.get(identifier)?.at ?? statedMoment(catalogue, identifier);
    return record(catalogue, identifier, at, {
      type: series.has(identifier) ? 'serie' : 'datasett',
      publishers: graph.nodes(identifier, dct.publisher).map(({ value }) => value),
      themes: graph.nodes(identifier, dcat.theme).map(({ value }) => value),
    });
  });
  const gone = [...latest.values()]
    .filter(
      ({ kind, type, thing }) =>
        kind === 'delete' && RECORD_TYPES.has(type) && !feed.isMember(thing),
    )
    .map(({ thing, at, type, publisher, themes = [] }) => {
      const facts = { type, publishers: publisher ? [publisher] : [], themes };
      return { ...record(catalogue, thing, at, facts), isDeleted: true };
    });
  const all = [...live, ...gone].sort(byPlace);
  const byIdentifier = new Map(all.map((one) => [one.identifier, one]));
  return {
    all,
    byIdentifier: (identifier) => byIdentifier.get(identifier),
    earliest: all[0]?.datestamp ?? toSecond(UNDATED),
  };
}

function record(
  { settings }: PublicCatalogue,
  identifier: string,
  at: Instant,
  facts: RecordFacts,
): OaiRecord {
  const sets = setsOf(settings.base, facts);
  return { identifier, at, datestamp: toSecond(at), isDeleted: false, facts, sets };
}

/** A place in the list. A record that changes moves to the end, so one who goes on from a place misses nothing. */
export interface Place {
  readonly at: string;
  readonly identifier: string;
}

export function byPlace(a: Place, b: Place): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.identifier === b.identifier) return 0;
  return a.identifier < b.identifier ? -1 : 1;
}

/** `YYYY-MM-DDThh:mm:ssZ` (section 3.3). */
export function toSecond(at: Instant): string {
  return `${at.slice(0, 19)}Z`;
}

/** What the description says of its own date. */
function statedMoment({ graph }: PublicCatalogue, identifier: string): Instant {
  const stated = graph.text(identifier, dct.modified) ?? graph.text(identifier, dct.issued) ?? '';
  const isDate = /^\d{4}-\d\d-\d\d/.test(stated) && !Number.isNaN(Date.parse(stated));
  return isDate ? instant(stated) : UNDATED;
}
