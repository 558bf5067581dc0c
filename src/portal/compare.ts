/** What a harvest changes at a portal that deletes what it does not see (portals.md 1.1, rows 14–17). Pure. */
import type { PortalChanges, SharedNode } from '../model/portal-report.js';
import type { Harvested } from './memory.js';

export type Now = Omit<Harvested, 'at' | 'gone' | 'score'>;

/** What is removed at once beyond these is a mistake until somebody says otherwise (PR2). */
const MAX_REMOVED = 5;
const MAX_REMOVED_SHARE = 0.05;

export function compare(
  held: Harvested | undefined,
  now: Now,
  shared: readonly SharedNode[],
): PortalChanges {
  const before = held?.members ?? {};
  const gone = new Set(held?.gone ?? []);
  const isNew = (iri: string): boolean => before[iri] === undefined;
  const fresh = Object.keys(now.members).filter(isNew);
  return {
    ...(held ? { since: held.at.slice(0, 10) } : {}),
    added: fresh.filter((iri) => !gone.has(iri)),
    returned: fresh.filter((iri) => gone.has(iri)),
    changed: Object.keys(now.members).filter(
      (iri) => !isNew(iri) && before[iri] !== now.members[iri],
    ),
    removed: Object.keys(before).filter((iri) => now.members[iri] === undefined),
    because: shared.filter(({ node }) => {
      const was = held?.shared[node];
      return was !== undefined && was !== now.shared[node];
    }),
  };
}

/** Every member that was here once and is not now. */
export function goneAfter(held: Harvested | undefined, { members }: Now): string[] {
  const known = [...(held?.gone ?? []), ...Object.keys(held?.members ?? {})];
  return [...new Set(known)].filter((iri) => members[iri] === undefined).sort();
}

export function removesTooMuch(
  held: Harvested | undefined,
  { removed }: Pick<PortalChanges, 'removed'>,
): boolean {
  const had = Object.keys(held?.members ?? {}).length;
  return removed.length > MAX_REMOVED || removed.length > had * MAX_REMOVED_SHARE;
}

/** Members that went and came back under another IRI: `old → new`. */
export function renamed(
  held: Harvested | undefined,
  now: Now,
  { added, removed }: Pick<PortalChanges, 'added' | 'removed'>,
): string[] {
  const arrived = new Map(
    added.flatMap((iri) =>
      now.identifiers[iri] === undefined ? [] : [[now.identifiers[iri], iri]],
    ),
  );
  return removed.flatMap((iri) => {
    const identifier = held?.identifiers[iri];
    const successor = identifier === undefined ? undefined : arrived.get(identifier);
    return successor === undefined ? [] : [`${iri} → ${successor}`];
  });
}
