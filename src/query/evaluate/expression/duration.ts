/** Durations of XML Schema: months and seconds, which no rule turns into each other. */
import { compareDecimals, parseDecimal, type Decimal } from './decimal.js';

export interface Duration {
  readonly months: number;
  readonly seconds: Decimal;
}

const FORM =
  /^(-)?P(?=.)(?:([0-9]{1,9})Y)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})D)?(?:T(?=.)(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9}(?:\.[0-9]{1,100})?)S)?)?$/;

/** Undefined for what is not in the lexical space of xsd:duration, and for numbers of ten digits. */
export function parseDuration(text: string): Duration | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, sign, years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = '0'] = match;
  const whole = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60;
  const { digits, scale } = parseDecimal(seconds) ?? { digits: 0n, scale: 0 };
  const total = BigInt(whole) * 10n ** BigInt(scale) + digits;
  const direction = sign === '-' ? -1 : 1;
  return {
    months: direction * (Number(years) * 12 + Number(months)) + 0,
    seconds: { digits: BigInt(direction) * total, scale },
  };
}

export function compareMonths(a: Duration, b: Duration): number {
  return a.months - b.months;
}

export function compareSeconds(a: Duration, b: Duration): number {
  return compareDecimals(a.seconds, b.seconds);
}

export function equalDurations(a: Duration, b: Duration): boolean {
  return compareMonths(a, b) === 0 && compareSeconds(a, b) === 0;
}
