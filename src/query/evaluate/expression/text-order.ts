/** Dates whose texts are in the order of their values: what a snapshot holds of them need not be read to be sorted. */
import type { Snapshot } from '../../../store/snapshot.js';
import type { Id } from '../registers.js';
import { TEMPORAL } from './literal-forms.js';
import type { LiteralValues } from './literal-values.js';

/** Four digits of year, no time zone: and the same of a dateTime in UTC, without fractions of a second. */
const SORTABLE: Partial<Record<string, RegExp>> = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(\d\d)$/,
  dateTime: /^\d{4}-(?:0[1-9]|1[0-2])-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
};

const known = new WeakMap<Snapshot, Map<number, boolean>>();

/** True when every literal of this type in the snapshot is of that form, so that their ids ascend with their values. */
export function isSortedByText(values: LiteralValues, type: number): boolean {
  const { snapshot } = values.terms;
  let answers = known.get(snapshot);
  if (answers === undefined) known.set(snapshot, (answers = new Map<number, boolean>()));
  let answer = answers.get(type);
  if (answer === undefined) answers.set(type, (answer = areAllSortable(values, type)));
  return answer;
}

function areAllSortable(values: LiteralValues, type: number): boolean {
  const range = values.terms.snapshot.terms.literalTypes[type];
  if (range === undefined) return false;
  const form = values.form(range.from);
  const pattern = form.kind === TEMPORAL ? SORTABLE[form.temporalType] : undefined;
  if (pattern === undefined) return false;
  for (let id = range.from; id < range.to; id += 1) {
    if (!isSortable(values, id, pattern)) return false;
  }
  return true;
}

function isSortable(values: LiteralValues, id: Id, pattern: RegExp): boolean {
  const day = Number(pattern.exec(values.terms.value(id))?.[1] ?? 0);
  // Whether a month has a 29th is for the calendar to say.
  return day > 0 && (day < 29 || values.temporal(id) !== undefined);
}
