/**
 * Whether a literal's text is in the lexical space of its datatype (RDF 1.1 Semantics 7.1, XML Schema 1.1 Datatypes 3). An
 * ill-typed literal is legal RDF, kept and shown as it is; engines refuse it, or store something else in its place.
 */
import { xsd } from './vocabularies.js';

/** Datatypes that are not listed here have any text. Surrounding blanks are never part of a lexical form in RDF. */
export function isWellTyped(text: string, datatype: string): boolean {
  if (!datatype.startsWith(XSD)) return true;
  const name = datatype.slice(XSD.length);
  const range = INTEGERS[name];
  if (range !== undefined) return INTEGER.test(text) && isBetween(BigInt(text), range);
  const pattern = PATTERNS[name];
  if (pattern === undefined) return true;
  const found = pattern.exec(text);
  return found !== null && isDay(found.groups ?? {});
}

const XSD = xsd.string.value.slice(0, -'string'.length);
const INTEGER = /^[+-]?\d+$/;

type Range = readonly [lowest: bigint | undefined, highest: bigint | undefined];
const signed = (bits: bigint): Range => [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
const unsigned = (bits: bigint): Range => [0n, 2n ** bits - 1n];

const INTEGERS: Readonly<Record<string, Range>> = {
  integer: [undefined, undefined],
  nonNegativeInteger: [0n, undefined],
  positiveInteger: [1n, undefined],
  nonPositiveInteger: [undefined, 0n],
  negativeInteger: [undefined, -1n],
  long: signed(64n),
  int: signed(32n),
  short: signed(16n),
  byte: signed(8n),
  unsignedLong: unsigned(64n),
  unsignedInt: unsigned(32n),
  unsignedShort: unsigned(16n),
  unsignedByte: unsigned(8n),
};

function isBetween(value: bigint, [lowest, highest]: Range): boolean {
  return (lowest === undefined || value >= lowest) && (highest === undefined || value <= highest);
}

const YEAR = '-?(?:[1-9]\\d{3,}|0\\d{3})';
const MONTH = '(?<month>0[1-9]|1[0-2])';
const DAY = '(?<day>0[1-9]|[12]\\d|3[01])';
const TIME = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const ZONE = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))';
const DAYS = '(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?';
const whole = (...parts: string[]): RegExp => new RegExp(`^${parts.join('')}$`);
const zoned = (...parts: string[]): RegExp => whole(...parts, ZONE, '?');
const NUMBER = '[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)';
const FLOAT = whole(`(?:${NUMBER}(?:[eE][+-]?\\d+)?|[+-]?INF|NaN)`);

const PATTERNS: Readonly<Record<string, RegExp>> = {
  boolean: /^(?:true|false|1|0)$/,
  decimal: whole(NUMBER),
  double: FLOAT,
  float: FLOAT,
  dateTime: zoned(`(?<year>${YEAR})-${MONTH}-${DAY}T${TIME}`),
  dateTimeStamp: whole(`(?<year>${YEAR})-${MONTH}-${DAY}T${TIME}${ZONE}`),
  date: zoned(`(?<year>${YEAR})-${MONTH}-${DAY}`),
  time: zoned(TIME),
  gYear: zoned(YEAR),
  gYearMonth: zoned(`${YEAR}-${MONTH}`),
  gMonthDay: zoned(`--${MONTH}-${DAY}`),
  gMonth: zoned(`--${MONTH}`),
  gDay: zoned(`---${DAY}`),
  duration: whole('-?P(?=\\d|T)(?:\\d+Y)?(?:\\d+M)?', DAYS),
  yearMonthDuration: whole('-?P(?=\\d)(?:\\d+Y)?(?:\\d+M)?'),
  dayTimeDuration: whole('-?P(?=\\d|T)', DAYS),
  hexBinary: /^(?:[0-9a-fA-F]{2})*$/,
  base64Binary: /^(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}(?:[A-Za-z0-9+/] ?=|= ?=))?$/,
};

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day is one of its month; the 29th of February only in leap years, or where no year is told. */
function isDay({ year, month, day }: Readonly<Partial<Record<string, string>>>): boolean {
  if (month === undefined || day === undefined) return true;
  if (Number(day) > (LONGEST[Number(month) - 1] ?? 0)) return false;
  return month !== '02' || day !== '29' || year === undefined || isLeap(BigInt(year));
}

/** The proleptic Gregorian calendar; XML Schema 1.1 has a year 0. */
function isLeap(year: bigint): boolean {
  return year % 4n === 0n && (year % 100n !== 0n || year % 400n === 0n);
}
