/** Maps the kept records of one source to quads: pure, record by record, so that one bad record is only itself (H17). */
import { localTime, type Instant } from '../model/instant.js';
import { issue, isIssue, type Issue, type IssuePlace } from '../model/issue.js';
import type { Iri } from '../model/iri.js';
import { canonicalNQuads, contentHash } from '../rdf/canonical.js';
import { skolemise } from '../rdf/skolem.js';
import { isNamedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import {
  isRejection,
  type Harvester,
  type Identity,
  type MapContext,
  type RawRecord,
  type Source,
} from './harvester.js';
import { failure } from './collect.js';
import type { Kept, KeptRecord } from './raw-store.js';
import type { RecordState, RejectionState } from './source-state.js';
import { confirmableFrom } from './withdrawal.js';

export interface IdentifiedRecord {
  readonly record: KeptRecord;
  readonly identity: Identity;
}

export interface MappedSource {
  readonly records: readonly RecordState[];
  readonly rejections: readonly RejectionState[];
  readonly quads: readonly Quad[];
  readonly issues: readonly Issue[];
}

export interface MapJob {
  readonly harvester: Harvester;
  readonly source: Source;
  readonly kept: readonly Kept[];
  readonly identified: readonly IdentifiedRecord[];
  readonly graph: NamedNode;
  /** Records that got no identity of their own, and why. */
  readonly collisions: readonly (RejectionState & { readonly issue: Issue })[];
  contextFor(record: RawRecord, subject: Iri): MapContext;
}

export function mapRecords(job: MapJob): MappedSource {
  const records: RecordState[] = [];
  const rejections: RejectionState[] = [];
  const quads: Quad[] = [];
  const issues: Issue[] = [];

  for (const { type, key, origin, issue: found, code } of job.collisions) {
    rejections.push({ type, key, origin, code });
    issues.push(found);
  }
  for (const record of job.kept) {
    if (!isRejection(record)) continue;
    const { type, key, origin, rejected } = record;
    rejections.push({ type, key, origin, code: rejected.code });
    issues.push({ ...rejected, source: job.source.id, record: `${type} ${key}`, origin });
  }
  for (const { record, identity } of job.identified) {
    const mapped = mapOne(job, record, identity);
    issues.push(...mapped.issues);
    if (mapped.state) records.push(mapped.state);
    else rejections.push(...mapped.rejections);
    quads.push(...mapped.quads);
  }
  return { records, rejections, quads, issues: mergeIssues(issues) };
}

interface MappedRecord {
  /** Undefined for a record that could not be mapped: it is a rejection then. */
  readonly state?: RecordState;
  readonly rejections: readonly RejectionState[];
  readonly quads: readonly Quad[];
  readonly issues: readonly Issue[];
}

function mapOne(job: MapJob, record: KeptRecord, identity: Identity): MappedRecord {
  const { type, key, origin } = record;
  try {
    return stateRecord(job, record, identity);
  } catch (error) {
    const place = { source: job.source.id, record: `${type} ${key}`, origin };
    const found = failure(error, { ...place, focus: identity.iri }, 'MAP_FAILED');
    return { rejections: [{ type, key, origin, code: found.code }], quads: [], issues: [found] };
  }
}

/** Throws what the harvester's `map` throws, and CatalogError for statements that cannot be named or written. */
function stateRecord(job: MapJob, record: KeptRecord, identity: Identity): MappedRecord {
  const { type, key, origin, headings, missingSince } = record;
  const place = { source: job.source.id, record: `${type} ${key}`, origin };
  const base = {
    type,
    key,
    origin,
    iri: identity.iri,
    own: identity.own,
    ...(headings ? { headings } : {}),
    ...(missingSince ? { missingSince } : {}),
  };
  if (!identity.own)
    return { state: { ...base, hash: '', subjects: [] }, rejections: [], quads: [], issues: [] };

  const issues: Issue[] = [];
  const stated: Quad[] = [];
  const context = job.contextFor(record, identity.iri);
  for (const output of job.harvester.map(record, context)) {
    if (isIssue(output)) issues.push({ ...output, ...place, focus: output.focus ?? identity.iri });
    else stated.push(output);
  }
  const named = skolemise(stated, {
    base: context.base,
    source: job.source.id,
    recordKey: `${type} ${key}`,
  });
  const own = keepOwn(named.quads, context.base, (found) => issues.push({ ...found, ...place }));
  const quads = own.map(({ subject, predicate, object }) =>
    quad(subject as NamedNode, predicate as NamedNode, object, job.graph),
  );
  const subjects = new Set([identity.iri, ...quads.map((one) => one.subject.value as Iri)]);
  if (missingSince) issues.push(missing(missingSince, { ...place, focus: identity.iri }));
  return {
    state: { ...base, hash: contentHash(canonicalNQuads(quads)), subjects: [...subjects] },
    rejections: [],
    quads,
    issues,
  };
}

function missing(since: Instant, place: IssuePlace): Issue {
  const params = { since: localTime(since), from: localTime(confirmableFrom(since)) };
  return issue('MISSING_FROM_SOURCE', 'info', params, place);
}

/** W3: a source speaks only of IRIs under the municipality's base; the rest is kept out and reported, once a subject. */
function keepOwn(quads: Iterable<Quad>, base: Iri, report: (found: Issue) => void): Quad[] {
  const foreign = new Set<string>();
  const own: Quad[] = [];
  for (const one of quads) {
    if (isNamedNode(one.subject) && one.subject.value.startsWith(base)) own.push(one);
    else foreign.add(one.subject.value);
  }
  for (const found of [...foreign].sort()) report(issue('FOREIGN_SUBJECT', 'warning', { found }));
  return own;
}

/** The same unmapped category on 40 records is one finding with a count, not 40. */
function mergeIssues(issues: readonly Issue[]): Issue[] {
  const counts = new Map<string, number>();
  const firsts = new Map<string, Issue>();
  const single: Issue[] = [];
  for (const one of issues) {
    if (one.code !== 'TERM_UNMAPPED') {
      single.push(one);
      continue;
    }
    counts.set(one.message.nb, (counts.get(one.message.nb) ?? 0) + 1);
    if (!firsts.has(one.message.nb)) firsts.set(one.message.nb, one);
  }
  const merged = [...firsts.values()].map((one) => withCount(one, counts.get(one.message.nb) ?? 1));
  return [...single, ...merged];
}

/** TERM_UNMAPPED leaves `{count}` in its text for the place that knows it: here. */
function withCount(one: Issue, count: number): Issue {
  const fill = (text: string): string => text.replace('{count}', String(count));
  return {
    ...one,
    message: { nb: fill(one.message.nb), nn: fill(one.message.nn), en: fill(one.message.en) },
  };
}
