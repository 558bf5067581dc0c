/** The harvest beside what data.norge.no holds already: removals, conflicts between sources, moves (rows 4, 15–17). */
import type { PortalChanges } from '../../model/portal-report.js';
import { removesTooMuch, renamed, type Now } from '../compare.js';
import type { Harvested } from '../memory.js';
import type { Traps } from '../trap.js';

export interface History {
  /** From this address; undefined before its first harvest. */
  readonly held: Harvested | undefined;
  /** From the other addresses that the portal has. */
  readonly elsewhere: readonly { readonly url: string; readonly held: Harvested }[];
}

export function findHistoryTraps(
  now: Now,
  { held, elsewhere }: History,
  changes: PortalChanges,
  traps: Traps,
): void {
  if (changes.removed.length > 0)
    traps.add(removesTooMuch(held, changes) ? 'FDK-40' : 'FDK-41', ...changes.removed);
  const moved = renamed(held, now, changes);
  if (moved.length > 0) traps.add('FDK-45', ...moved);
  findConflicts(now, elsewhere, traps);
  if (!held) return;
  const lost = held.catalogues.filter((iri) => !now.catalogues.includes(iri));
  if (lost.length > 0 && now.catalogues.length > 0)
    traps.add('FDK-44', ...lost.map((iri) => `${iri} → ${now.catalogues.join(', ')}`));
  const half = Object.keys(held.members).length / 2;
  if (changes.because.length > 0 && changes.changed.length > Math.max(half, 2))
    traps.add('FDK-46', ...changes.because.map(({ node, members }) => `${node} (${members})`));
}

/** A catalogue belongs to one address; a member to the source that brought it first. */
function findConflicts(now: Now, elsewhere: History['elsewhere'], traps: Traps): void {
  for (const { url, held } of elsewhere) {
    const catalogues = now.catalogues.filter((iri) => held.catalogues.includes(iri));
    const members = Object.keys(now.members).filter((iri) => held.members[iri] !== undefined);
    if (catalogues.length > 0) traps.add('FDK-42', ...catalogues.map((iri) => `${iri} ← ${url}`));
    // The conflict says it all: nothing of this source is taken in.
    else if (members.length > 0) traps.add('FDK-43', ...members.map((iri) => `${iri} ← ${url}`));
  }
}
