/** read = published + held back + rejected, per source (H16). These numbers are internal: only `published` may be told. */
import type { AssembledRecord, AssembledSource, Assembly } from '../assemble/assembly.js';
import type { Projection } from '../project/project.js';
import type { Revision } from '../store/revisions.js';
import type { Held } from './held-records.js';
import { recordName } from './registry.js';

export type HeldReason = 'class' | 'invalid' | 'reference' | 'part' | 'never-public' | 'withdrawn';

export interface SourceAccount {
  readonly source: string;
  readonly read: number;
  readonly published: number;
  readonly heldBack: Readonly<Partial<Record<HeldReason, number>>>;
  readonly rejected: Readonly<Record<string, number>>;
  /** Names of the records that are security graded, as the registry writes them. */
  readonly graded?: readonly string[];
}

export interface AccountingRules {
  isOpen(subject: string): boolean;
  /** Records that a person has withdrawn. */
  readonly withdrawn?: ReadonlySet<AssembledRecord>;
}

export function accounts(
  assembly: Assembly,
  projection: Projection,
  held: Held,
  rules: AccountingRules,
): SourceAccount[] {
  const kept = new Set(
    projection.issues
      .filter(({ code }) => code === 'NEVER_PUBLIC')
      .map(({ focus }) => focus as string),
  );
  return assembly.sources.map((source) => {
    const { id, state } = source;
    const heldBackBy = new Map<string, number>();
    let published = 0;
    for (const record of assembly.records) {
      if (record.source !== id) continue;
      if (record.own && projection.subjects.has(record.iri)) {
        published += 1;
        continue;
      }
      let reason: HeldReason = 'part';
      if (!record.own) reason = 'reference';
      else if (rules.withdrawn?.has(record)) reason = 'withdrawn';
      else if (held.records.has(record)) reason = 'invalid';
      else if (kept.has(record.iri)) reason = 'never-public';
      else if (!rules.isOpen(record.iri)) reason = 'class';
      count(heldBackBy, reason);
    }
    const rejected = new Map<string, number>();
    for (const { code } of state.rejections) count(rejected, code);
    return {
      source: id,
      read: state.records.length + state.rejections.length,
      published,
      heldBack: Object.fromEntries([...heldBackBy].sort()),
      rejected: Object.fromEntries([...rejected].sort()),
      ...gradedOf(source),
    };
  });
}

/** Throws when a record was lost on the way: that is a fault of ours, and nothing may be published from it. */
export function assertBalanced(account: SourceAccount): void {
  const sum = (counts: Readonly<Record<string, number | undefined>>): number =>
    Object.values(counts).reduce<number>((total, one) => total + (one ?? 0), 0);
  if (account.read !== account.published + sum(account.heldBack) + sum(account.rejected)) {
    throw new Error(`records of ${account.source} do not add up: ${JSON.stringify(account)}`);
  }
}

/** Whether a record is graded that was not when the revision was made: it must not stay in any that is older. */
export function hasNewlyGraded(
  now: readonly SourceAccount[],
  before: Pick<Revision, 'manifest'> | undefined,
): boolean {
  const known = new Set(
    ((before?.manifest.sources ?? []) as readonly SourceAccount[]).flatMap(gradedIn),
  );
  return now.flatMap(gradedIn).some((record) => !known.has(record));
}

function gradedIn({ graded = [] }: SourceAccount): readonly string[] {
  return graded;
}

function gradedOf({ id, state }: AssembledSource): Pick<SourceAccount, 'graded'> {
  const graded = state.rejections
    .filter(({ code }) => code === 'GRADED')
    .map((one) => recordName({ ...one, source: id }));
  return graded.length > 0 ? { graded } : {};
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
