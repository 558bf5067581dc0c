/**
 * True deletion (H6): a record that a complete run lacks stays, marked, until another complete run at least an hour later
 * lacks it too. A source whose deletions are a person's own act (a curated file) may drop at once.
 */
import { later, type Instant } from '../model/instant.js';
import { isRejection, type Fetched } from './harvester.js';
import type { Kept, KeptRecord } from './raw-store.js';

const HOUR_MS = 3_600_000;

export function mergeMissing(
  fetched: readonly Fetched[],
  previous: readonly Kept[],
  policy: 'confirm' | 'immediate',
  now: Instant,
): Kept[] {
  if (policy === 'immediate') return [...fetched];
  // A record that is now rejected is not absent: the source still has it, and says something we refuse.
  const present = new Set(fetched.map(recordId));
  const missing: KeptRecord[] = [];
  for (const record of previous) {
    if (isRejection(record) || present.has(recordId(record))) continue;
    const since = record.missingSince ?? now;
    const confirmed =
      record.missingSince !== undefined && confirmableFrom(record.missingSince) <= now;
    if (!confirmed) missing.push({ ...record, missingSince: since });
  }
  return [...fetched, ...missing];
}

/** The first moment at which another run without the record may withdraw it. */
export function confirmableFrom(missingSince: Instant): Instant {
  return later(missingSince, HOUR_MS);
}

export function recordId(record: { readonly type: string; readonly key: string }): string {
  return `${record.type}\u0000${record.key}`;
}
