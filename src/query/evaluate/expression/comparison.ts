/** `=` and `<` of terms (SPARQL 1.1 17.3, 17.4.1.7). What the standard leaves without an operator is an error. */
import { UNBOUND, type Id } from '../registers.js';
import { compareMonths, compareSeconds, equalDurations } from './duration.js';
import {
  BOOLEAN,
  DURATION,
  LANG_STRING,
  NOT_LITERAL,
  NUMERIC,
  STRING,
  TEMPORAL,
} from './literal-forms.js';
import type { LiteralValues, Truth } from './literal-values.js';
import { compareNumerics } from './numeric.js';
import { compareTemporals } from './temporal.js';

/** Of two terms, neither unbound. */
export function equal(values: LiteralValues, a: Id, b: Id): Truth {
  if (a === UNBOUND || b === UNBOUND) return -1;
  if (a === b) return Number.isNaN(values.numeric(a)?.value) ? 0 : 1;
  const kind = values.kind(a);
  const other = values.kind(b);
  if (kind === NOT_LITERAL || other === NOT_LITERAL) return 0;
  if (isString(kind) && isString(other)) return 0;
  if (kind !== other) return -1;
  return kind === DURATION ? equalDurationLiterals(values, a, b) : equalValues(values, a, b);
}

function equalValues(values: LiteralValues, a: Id, b: Id): Truth {
  const order = compare(values, a, b);
  if (Number.isNaN(order)) return areNumbers(values, a, b) ? 0 : -1;
  return order === 0 ? 1 : 0;
}

function isString(kind: number): boolean {
  return kind === STRING || kind === LANG_STRING;
}

/** NaN is a number that no comparison holds for; an ill-typed literal is an error. */
export function areNumbers(values: LiteralValues, a: Id, b: Id): boolean {
  return values.numeric(a) !== undefined && values.numeric(b) !== undefined;
}

function equalDurationLiterals(values: LiteralValues, a: Id, b: Id): Truth {
  const left = values.duration(a);
  const right = values.duration(b);
  if (!left || !right) return -1;
  return equalDurations(left, right) ? 1 : 0;
}

/** Below zero, zero or above; NaN where there is no order: other kinds of terms, ill-typed literals, the number NaN. */
export function compare(values: LiteralValues, a: Id, b: Id): number {
  if (a === UNBOUND || b === UNBOUND) return NaN;
  const form = values.form(a);
  if (form.kind !== values.kind(b)) return NaN;
  switch (form.kind) {
    case NUMERIC:
      return compareNumericLiterals(values, a, b);
    case STRING:
      return compareTexts(values.terms.value(a), values.terms.value(b));
    case BOOLEAN:
      return Number(values.boolean(a) ?? NaN) - Number(values.boolean(b) ?? NaN);
    case TEMPORAL:
      return form.temporalType === values.form(b).temporalType
        ? compareTemporalLiterals(values, a, b)
        : NaN;
    case DURATION:
      return compareDurationLiterals(values, a, b);
    default:
      return NaN;
  }
}

function compareNumericLiterals(values: LiteralValues, a: Id, b: Id): number {
  const left = values.numeric(a);
  const right = values.numeric(b);
  return left && right ? compareNumerics(left, right) : NaN;
}

/** By UTF-16 code unit, as the ids of the snapshot are. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareTemporalLiterals(values: LiteralValues, a: Id, b: Id): number {
  const left = values.temporal(a);
  const right = values.temporal(b);
  return left && right ? compareTemporals(left, right) : NaN;
}

/** Only durations of months alone, or of seconds alone, have an order (XPath 8.2). */
function compareDurationLiterals(values: LiteralValues, a: Id, b: Id): number {
  const parts = values.form(a).durationParts;
  const left = values.duration(a);
  const right = values.duration(b);
  if (parts === 'all' || parts !== values.form(b).durationParts || !left || !right) return NaN;
  return parts === 'months' ? compareMonths(left, right) : compareSeconds(left, right);
}
