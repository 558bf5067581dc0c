/** What the change log says last of each thing. */
import type { Change } from '../model/change.js';

/** `changes`: a log, oldest first. */
export function latestChanges(changes: readonly Change[]): ReadonlyMap<string, Change> {
  const latest = new Map<string, Change>();
  for (const change of changes) latest.set(change.thing, change);
  return latest;
}
