/**
 * The shrink guard (H4, H5; sources.md 12): per record type, a drop to zero, a drop of more than the limits, or half of a
 * small type, holds the run for a person. The first run has nothing to compare with.
 */
import { issue, type Issue } from '../model/issue.js';
import { isRejection, type Fetched } from './harvester.js';

export interface GuardLimits {
  /** Share of the records of a type, 0 to 1. */
  readonly maxDropShare: number;
  readonly maxDropCount: number;
}
/** Below this number the share is meaningless: half is the limit. */
const SMALL_TYPE = 20;

export function countByType(records: Iterable<{ readonly type: string }>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of records) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/**
 * What a run says is there, by type. A record turned away as broken counts as gone, so that a source that breaks all its
 * records is held and not emptied (H4). A graded one is there: it must go, and be no reason to keep the rest back.
 */
export function countFetched(records: readonly Fetched[]): Map<string, number> {
  return countByType(
    records.filter((record) => !isRejection(record) || record.rejected.code === 'GRADED'),
  );
}

/** The first reason to hold the run, or undefined. */
export function guard(
  source: string,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  limits: GuardLimits,
): Issue | undefined {
  for (const [type, had] of before) {
    const has = after.get(type) ?? 0;
    if (had === 0 || has >= had) continue;
    const params = { type, before: had, after: has, source };
    if (has === 0) return issue('SOURCE_EMPTY', 'violation', params, { source });
    const drop = had - has;
    const tooMuch =
      had < SMALL_TYPE
        ? drop * 2 >= had
        : drop > Math.max(limits.maxDropCount, limits.maxDropShare * had);
    if (tooMuch) return issue('SOURCE_SHRUNK', 'violation', params, { source });
  }
  return undefined;
}
