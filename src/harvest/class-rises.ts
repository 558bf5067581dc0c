/**
 * A class that rises is honoured at once, even out of a run that the guard holds back (safety C12): what the source now calls
 * protected must not stay open until a person has looked at the missing records. Nothing else of a held run is used.
 */
import { isIssue } from '../model/issue.js';
import { kdm } from '../rdf/vocabularies.js';
import type { Quad } from '../rdf/terms.js';
import type { HarvestSetup, HarvestSource } from './harvest-setup.js';
import { isRejection, type Fetched } from './harvester.js';
import { classIriOf, mapContext, minter } from './map-context.js';
import type { Kept, KeptRecord } from './raw-store.js';
import { recordId } from './withdrawal.js';

/** Ranks in the scheme; no class, two classes or an unknown one is stricter than any (C2). */
export interface ClassRanks {
  readonly description: number;
  readonly data: number;
}

/** The previous records with those put in their new form whose class rose, or that are now graded; undefined when none is. */
export function withClassRises(
  previous: readonly Kept[],
  fetched: readonly Fetched[],
  ranksOf: (record: KeptRecord) => ClassRanks | undefined,
): Kept[] | undefined {
  const now = new Map(fetched.map((record) => [recordId(record), record]));
  const kept = previous.map((record) => {
    const next = now.get(recordId(record));
    if (next === undefined || isRejection(record)) return record;
    return rises(record, next, ranksOf) ? next : record;
  });
  return kept.some((record, index) => record !== previous[index]) ? kept : undefined;
}

function rises(
  record: KeptRecord,
  next: Fetched,
  ranksOf: (record: KeptRecord) => ClassRanks | undefined,
): boolean {
  if (isRejection(next)) return next.rejected.code === 'GRADED';
  if (JSON.stringify(next.payload) === JSON.stringify(record.payload)) return false;
  const before = ranksOf(record);
  const after = ranksOf(next);
  if (!before || !after) return false;
  return after.description > before.description || after.data > before.data;
}

/** Undefined when the record cannot be mapped: a fault of ours says nothing about its class. */
export function classRanks(
  setup: HarvestSetup,
  one: HarvestSource,
  record: KeptRecord,
): ClassRanks | undefined {
  try {
    const { iri: subject } = one.harvester.identify(record, minter(setup.base), one.source);
    const context = mapContext(setup, one, { subject, resolve: () => [], names: () => [] });
    const quads = [...one.harvester.map(record, context)].filter(
      (output): output is Quad => !isIssue(output) && output.subject.value === subject,
    );
    const rankOf = (property: { readonly value: string }): number => {
      const stated = new Set(
        quads
          .filter(({ predicate }) => predicate.value === property.value)
          .map(({ object }) => object.value),
      );
      const found = setup.scheme.classes.find((definition) =>
        stated.has(classIriOf(setup.base, definition)),
      );
      return found && stated.size === 1 ? found.rank : Infinity;
    };
    return { description: rankOf(kdm.recordClass), data: rankOf(kdm.confidentialityClass) };
  } catch {
    return undefined;
  }
}
