/** Writes a source's new state, or only the note of a failed run beside the old one (H4: a failure never removes). */
import type { Instant } from '../model/instant.js';
import type { Issue } from '../model/issue.js';
import { canonicalNQuads, contentHash } from '../rdf/canonical.js';
import { diffRecords, type HarvestReport } from './harvest-report.js';
import type { MappedSource } from './map-records.js';
import type { Kept } from './raw-store.js';
import type { LastRun, SourceState, SourceStates } from './source-state.js';

/** One source's turn to be fetched: what was kept, or why nothing was. */
export interface Attempt {
  readonly startedAt: Instant;
  readonly kept?: readonly Kept[];
  readonly raw?: string;
  readonly reports: readonly Issue[];
  readonly held?: { readonly outcome: 'held' | 'failed'; readonly cause: Issue };
}

export interface Commit {
  readonly source: string;
  readonly kind: string;
  readonly now: Instant;
  readonly states: SourceStates;
  readonly dryRun: boolean;
  readonly before: SourceState | undefined;
  /** Undefined for a source that was not asked for: it is only mapped anew. */
  readonly attempt: Attempt | undefined;
  /** Undefined when nothing was ever kept of the source. */
  readonly mapped: MappedSource | undefined;
}

export async function commitSource(work: Commit): Promise<HarvestReport> {
  const { before, attempt, mapped, states, source, kind, now } = work;
  const startedAt = attempt?.startedAt ?? now;
  const cause = attempt?.held?.cause;
  if (!mapped) {
    const lastRun: LastRun = { at: startedAt, outcome: 'failed', ...(cause ? { cause } : {}) };
    if (!work.dryRun && attempt) await states.commit({ format: 1, source, kind, lastRun });
    return {
      source,
      outcome: 'failed',
      startedAt,
      endedAt: now,
      ...EMPTY,
      ...(cause ? { cause } : {}),
    };
  }
  const text = canonicalNQuads(mapped.quads);
  const quads = contentHash(text);
  const changedAt = before?.quads === quads ? before.changedAt : startedAt;
  const outcome = attempt?.held?.outcome ?? (before?.quads === quads ? 'unchanged' : 'changed');
  const lastRun: LastRun = attempt
    ? { at: startedAt, outcome, ...(cause ? { cause } : {}) }
    : (before?.lastRun ?? { at: now, outcome });
  const issues = [...sourceIssues(before, attempt), ...mapped.issues];
  if (!work.dryRun) {
    if (before?.quads !== quads) await states.writeQuads(source, quads, text);
    await states.commit({
      format: 1,
      source,
      kind,
      raw: attempt?.raw ?? before?.raw ?? '',
      quads,
      harvestedAt: attempt && !attempt.held ? startedAt : (before?.harvestedAt ?? startedAt),
      changedAt,
      records: mapped.records,
      rejections: mapped.rejections,
      issues,
      lastRun,
    });
  }
  const rejected = mapped.rejections.length;
  return {
    source,
    outcome,
    startedAt,
    endedAt: now,
    read: mapped.records.length + rejected,
    mapped: mapped.records.length,
    rejected,
    quads: mapped.quads.length,
    ...diffRecords(before?.records ?? [], mapped.records),
    issues,
    ...(cause ? { cause } : {}),
  };
}

/** Findings about the source as a whole come from its last good fetch; those about records are made anew each time. */
function sourceIssues(
  before: SourceState | undefined,
  attempt: Attempt | undefined,
): readonly Issue[] {
  if (attempt && !attempt.held) return attempt.reports;
  return (before?.issues ?? []).filter((found) => found.record === undefined);
}

const EMPTY = {
  read: 0,
  mapped: 0,
  rejected: 0,
  quads: 0,
  added: [],
  changed: [],
  withdrawn: [],
  unchanged: 0,
  issues: [],
};
