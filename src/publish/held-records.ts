/** What a violation holds back: the whole record it stands in, never only the bad statement (H17). */
import type { AssembledRecord, Assembly } from '../assemble/assembly.js';
import type { ValidationResult } from '../validate/validator.js';

export interface Held {
  readonly records: ReadonlySet<AssembledRecord>;
  /** A part that a sound record describes too is not held. */
  readonly subjects: ReadonlySet<string>;
}

export function heldBack(assembly: Assembly, results: readonly ValidationResult[]): Held {
  const records = new Set<AssembledRecord>();
  const subjects = new Set<string>();
  for (const { severity, focus } of results) {
    if (severity !== 'violation') continue;
    const describing = assembly.recordsOf(focus);
    if (describing.length === 0) subjects.add(focus);
    for (const record of describing) records.add(record);
  }
  return withSubjects(assembly, { records, subjects });
}

/** Records that are held for another reason. */
export function heldRecords(assembly: Assembly, records: Iterable<AssembledRecord>): Held {
  return withSubjects(assembly, { records: new Set(records), subjects: new Set() });
}

export function bothHeld(one: Held, other: Held): Held {
  return {
    records: new Set([...one.records, ...other.records]),
    subjects: new Set([...one.subjects, ...other.subjects]),
  };
}

function withSubjects(assembly: Assembly, { records, subjects }: Held): Held {
  const held = new Set(subjects);
  for (const record of records) {
    for (const subject of record.subjects) {
      if (assembly.recordsOf(subject).every((one) => records.has(one))) held.add(subject);
    }
  }
  return { records, subjects: held };
}
