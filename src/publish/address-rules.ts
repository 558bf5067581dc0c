/** What an address keeps from being published: a person has withdrawn its thing, or it belonged to another one (promise 3). */
import type { AssembledRecord, Assembly } from '../assemble/assembly.js';
import { issue, type Issue } from '../model/issue.js';
import type { PersonsWords } from '../model/persons-word.js';
import { bothHeld, heldRecords, type Held } from './held-records.js';
import { recordName, type RegistryEntry } from './registry.js';

export interface HeldByAddress {
  readonly held: Held;
  /** Records that a person has withdrawn. */
  readonly withdrawn: ReadonlySet<AssembledRecord>;
  readonly issues: readonly Issue[];
}

export function heldByAddress(
  assembly: Assembly,
  registry: readonly RegistryEntry[],
  words: PersonsWords,
): HeldByAddress {
  const owners = new Map<string, AssembledRecord[]>();
  for (const record of assembly.records) {
    if (!record.own) continue;
    const known = owners.get(record.iri);
    if (known) known.push(record);
    else owners.set(record.iri, [record]);
  }
  const withdrawn = [...words].flatMap(([thing, { manner }]) =>
    manner === 'trukket' ? (owners.get(thing) ?? []) : [],
  );
  const reused = registry.flatMap((entry) => {
    const claimants = owners.get(entry.iri) ?? [];
    return isReused(entry, claimants, words) ? claimants : [];
  });
  return {
    held: bothHeld(heldRecords(assembly, withdrawn), heldRecords(assembly, reused)),
    withdrawn: new Set(withdrawn),
    issues: reused.map(({ iri, source, type, key, origin }) =>
      issue(
        'IRI_REUSED',
        'violation',
        { iri },
        { focus: iri, source, record: `${type} ${key}`, origin },
      ),
    ),
  };
}

/**
 * The thing is gone, and none of the records that have its address now is one that it was made from, nor does a person say that
 * it is the same.
 */
export function isReused(
  { iri, state, records }: RegistryEntry,
  claimants: readonly AssembledRecord[],
  words: PersonsWords,
): boolean {
  if (state === 'public' || records === undefined || claimants.length === 0) return false;
  if (words.get(iri)?.manner === 'tilbake') return false;
  return !claimants.some((record) => records.includes(recordName(record)));
}
