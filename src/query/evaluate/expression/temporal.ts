/**
 * Points in time of XML Schema: dateTime, date, time and the Gregorian parts. What has no time zone is read as UTC where an
 * instant is needed (the implicit time zone of XPath, which is ours to choose).
 */
import { parseDecimal, type Decimal } from './decimal.js';

export interface Temporal {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Digits after the point of the seconds, without zeros at the end. */
  readonly fraction: string;
  /** Minutes east of Greenwich. */
  readonly offset: number | undefined;
  /** Seconds since 1970-01-01T00:00:00Z, without the fraction. */
  readonly instant: number;
}

export type TemporalType =
  'dateTime' | 'date' | 'time' | 'gYear' | 'gYearMonth' | 'gMonth' | 'gMonthDay' | 'gDay';

const YEAR = '(?<year>-?(?:[1-9][0-9]{4,8}|[0-9]{4}))';
const MONTH = '(?<month>0[1-9]|1[0-2])';
const DAY = '(?<day>0[1-9]|[12][0-9]|3[01])';
const TIME =
  '(?:(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9])(?:\\.(?<fraction>[0-9]+))?|(?<midnight>24:00:00(?:\\.0+)?))';
const ZONE = '(?<zone>Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?';

const FORMS: Readonly<Record<TemporalType, RegExp>> = {
  dateTime: whole(`${YEAR}-${MONTH}-${DAY}T${TIME}`),
  date: whole(`${YEAR}-${MONTH}-${DAY}`),
  time: whole(TIME),
  gYear: whole(YEAR),
  gYearMonth: whole(`${YEAR}-${MONTH}`),
  gMonth: whole(`--${MONTH}`),
  gMonthDay: whole(`--${MONTH}-${DAY}`),
  gDay: whole(`---${DAY}`),
};

function whole(form: string): RegExp {
  return new RegExp(`^${form}${ZONE}$`);
}

/** Undefined for what is not in the lexical space of the type (XML Schema 1.1 Datatypes 3.3). */
export function parseTemporal(text: string, type: TemporalType): Temporal | undefined {
  const groups = FORMS[type].exec(text)?.groups;
  if (!groups) return undefined;
  const number = (name: string, otherwise: number): number => Number(groups[name] ?? otherwise);
  // The reference date of XPath for what has none (1972: a leap year, for --02-29).
  const [year, month, day] = [number('year', 1972), number('month', 1), number('day', 1)];
  if (day > daysInMonth(year, month)) return undefined;
  const date =
    groups['midnight'] === undefined || type === 'time'
      ? { year, month, day }
      : nextDay(year, month, day);
  return temporal({
    ...date,
    hour: number('hour', 0),
    minute: number('minute', 0),
    second: number('second', 0),
    fraction: withoutZeros(groups['fraction'] ?? ''),
    offset: offsetOf(groups['zone']),
  });
}

export function temporal(fields: Omit<Temporal, 'instant'>): Temporal {
  const { year, month, day, hour, minute, second, offset = 0 } = fields;
  const minutes = (daysFromCivil(year, month, day) * 24 + hour) * 60 + minute - offset;
  return { ...fields, instant: minutes * 60 + second };
}

function withoutZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) end -= 1;
  return digits.slice(0, end);
}

function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? -minutes : minutes;
}

function nextDay(
  year: number,
  month: number,
  day: number,
): { year: number; month: number; day: number } {
  if (day < daysInMonth(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, whose year 0 is a leap year. */
function daysFromCivil(year: number, month: number, day: number): number {
  // Counted in years that begin in March, so that the leap day is a year's last.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function compareTemporals(a: Temporal, b: Temporal): number {
  if (a.instant !== b.instant) return a.instant - b.instant;
  // Fractions without zeros at their end compare as their digits do.
  return a.fraction === b.fraction ? 0 : a.fraction < b.fraction ? -1 : 1;
}

export function secondsOf({ second, fraction }: Temporal): Decimal {
  return (
    parseDecimal(`${second}.${fraction.slice(0, 100)}`) ?? { digits: BigInt(second), scale: 0 }
  );
}

/** The value of TZ(): empty without a zone, `Z` for none but UTC (17.4.5.9). */
export function zoneText({ offset }: Pick<Temporal, 'offset'>): string {
  if (offset === undefined) return '';
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The lexical form of TIMEZONE(), an xsd:dayTimeDuration. */
export function zoneDuration(offset: number): string {
  const minutes = Math.abs(offset);
  if (minutes === 0) return 'PT0S';
  const hour = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${offset < 0 ? '-' : ''}PT${hour > 0 ? `${hour}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2026-05-01` */
export function dateText({ year, month, day }: Temporal): string {
  const sign = year < 0 ? '-' : '';
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `09:30:00.5` */
export function timeText({ hour, minute, second, fraction }: Temporal): string {
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction === '' ? '' : `.${fraction}`}`;
}
