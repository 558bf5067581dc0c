/** What a cell says: nothing, a number, a moment. Pure. */
import type { ColumnType } from '../model/preview.js';

/** Statistics Norway's signs for what is not there, cannot be, or must not be told. */
const NO_VALUE = new Set(['', '.', '..', ':', '-', '–']);

export function isEmptyCell(text: string): boolean {
  return NO_VALUE.has(text.trim());
}

/** Thousands may be apart by a blank, as people write them. */
export const INTEGER = /^-?(?:\d{1,15}|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4})$/;
export const DECIMAL = /^-?(?:\d{1,15}|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4})[.,]\d{1,15}$/;

/** Undefined for what is no number. */
export function numberOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!INTEGER.test(trimmed) && !DECIMAL.test(trimmed)) return undefined;
  return Number(trimmed.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
}

const PERIOD = /^(\d{4})(?:-(\d{2})|-?[KQ]([1-4])|-?M(\d{2})|-?[UW](\d{2}))$/;
const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const NORWEGIAN_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const DAY = 86_400_000;

/** Milliseconds of the start of a month, quarter or week: `2026-01`, `2026K1`, `2026M01`, `2026U05`. */
export function periodTime(text: string): number | undefined {
  const found = PERIOD.exec(text.trim());
  if (!found) return undefined;
  const [year = 0, isoMonth, quarter, month, week] = found.slice(1).map(Number);
  if (week) return week > 53 ? undefined : Date.UTC(year, 0, 1) + (week - 1) * 7 * DAY;
  const at = quarter ? quarter * 3 - 2 : ((isoMonth || month) ?? 0);
  return at >= 1 && at <= 12 ? Date.UTC(year, at - 1, 1) : undefined;
}

/** Milliseconds of a day or moment: `2026-11-22`, `2026-11-22T12:00`, `22.11.2026`. The zone is not looked at. */
export function dateTime(text: string): number | undefined {
  const trimmed = text.trim();
  const norwegian = NORWEGIAN_DATE.exec(trimmed);
  if (norwegian) return dayTime(norwegian[3], norwegian[2], norwegian[1]);
  const [, year, month, day, ...clock] = ISO_DATE.exec(trimmed) ?? [];
  const time = dayTime(year, month, day);
  if (time === undefined) return undefined;
  const [hour = 0, minute = 0, second = 0] = clock.map((one: string | undefined) =>
    Number(one ?? 0),
  );
  return time + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Undefined for a day that no calendar has. */
function dayTime(...parts: readonly (string | undefined)[]): number | undefined {
  const [year = NaN, month = NaN, day = NaN] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? date.getTime() : undefined;
}

/** What cells of a column are sorted and drawn by. */
export function orderOf(type: ColumnType, text: string): number | undefined {
  if (type === 'integer' || type === 'number') return numberOf(text);
  if (type === 'year') return Date.UTC(Number(text.trim()), 0, 1);
  if (type === 'period') return periodTime(text);
  return type === 'date' ? dateTime(text) : undefined;
}
