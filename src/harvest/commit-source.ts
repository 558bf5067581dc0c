/** Writes a source's new state, or only the note of a failed run beside the old one (H4: a failure never removes). */
import type { Instant } from '../model/instant.js';
import type { Issue } from '../model/issue.js';
import { canonicalNQuads, contentHash } from '../rdf/canonical.js';
import { diffRecords, type HarvestReport } from './harvest-report.js';
import type { MappedSource } from './map-records.js';
import type { Kept } from './raw-store.js';
import { rememberRejected } from './rejected-past.js';
import type { HarvestOutcome, LastRun, SourceState, SourceStates } from './source-state.js';

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
  if (!work.mapped) return commitFailure(work);
  const mapped = await rememberRejected(work.mapped, work.before, work.states);
  const text = canonicalNQuads(mapped.quads);
  const state = nextState(work, mapped, contentHash(text));
  if (!work.dryRun) {
    if (work.before?.quads !== state.quads)
      await work.states.writeQuads(work.source, state.quads, text);
    await work.states.commit(state);
  }
  const rejected = mapped.rejections.length;
  return {
    ...frame(work, state.lastRun.outcome),
    read: mapped.records.length + rejected,
    mapped: mapped.records.length,
    rejected,
    quads: mapped.quads.length,
    ...diffRecords(work.before?.records ?? [], mapped.records),
    rejections: mapped.rejections,
    issues: state.issues,
  };
}

/** The first run of a source failed: there is nothing to keep but the note. */
async function commitFailure(work: Commit): Promise<HarvestReport> {
  const { source, kind, attempt } = work;
  const lastRun = runOf(attempt, 'failed');
  if (!work.dryRun && lastRun) await work.states.commit({ format: 1, source, kind, lastRun });
  const none = {
    ...{ added: [], changed: [], withdrawn: [], unchanged: 0 },
    ...{ rejections: [], issues: [] },
  };
  return { ...frame(work, 'failed'), read: 0, mapped: 0, rejected: 0, quads: 0, ...none };
}

function nextState(work: Commit, mapped: MappedSource, quads: string): SourceState {
  const { source, kind, before, attempt } = work;
  const at = attempt?.startedAt ?? work.now;
  const old = before ?? newborn(at);
  const fresh = attempt?.held ? undefined : attempt;
  const isSame = old.quads === quads;
  const usual: HarvestOutcome = isSame ? 'unchanged' : 'changed';
  return {
    format: 1,
    source,
    kind,
    // A held run may have kept records whose class rose.
    raw: attempt?.raw ?? old.raw,
    quads,
    harvestedAt: fresh ? at : old.harvestedAt,
    changedAt: isSame ? old.changedAt : at,
    records: mapped.records,
    rejections: mapped.rejections,
    issues: [...sourceIssues(before, fresh), ...mapped.issues],
    lastRun: runOf(attempt, usual) ?? old.lastRun,
  };
}

/** What a source without a past is compared with. */
function newborn(
  at: Instant,
): Pick<SourceState, 'raw' | 'quads' | 'harvestedAt' | 'changedAt' | 'lastRun'> {
  return {
    raw: '',
    quads: '',
    harvestedAt: at,
    changedAt: at,
    lastRun: { at, outcome: 'changed' },
  };
}

function runOf(attempt: Attempt | undefined, usual: HarvestOutcome): LastRun | undefined {
  if (!attempt) return undefined;
  const { startedAt: at, held } = attempt;
  return held ? { at, outcome: held.outcome, cause: held.cause } : { at, outcome: usual };
}

/** Findings about the source as a whole come from its last good fetch; those about records are made anew each time. */
function sourceIssues(
  before: SourceState | undefined,
  fresh: Attempt | undefined,
): readonly Issue[] {
  return fresh?.reports ?? (before?.issues ?? []).filter((found) => found.record === undefined);
}

function frame(
  { source, now, attempt }: Commit,
  outcome: HarvestOutcome,
): Pick<HarvestReport, 'source' | 'outcome' | 'startedAt' | 'endedAt' | 'cause'> {
  const cause = attempt?.held?.cause;
  return {
    source,
    outcome,
    startedAt: attempt?.startedAt ?? now,
    endedAt: now,
    ...(cause ? { cause } : {}),
  };
}
