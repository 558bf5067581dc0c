/**
 * Numbers of XPath (XPath Functions and Operators 4): integers and decimals exactly, floats and doubles as IEEE 754.
 * Exact numbers that fit are JavaScript's own safe integers; the others are digits and a scale.
 */
import {
  MAX_DIGITS,
  compareDecimals,
  decimal,
  decimalOfDouble,
  decimalText,
  divideDecimals,
  parseDecimal,
  roundDecimal,
  truncateDecimal,
  type Decimal,
  type Rounding,
} from './decimal.js';

/** In the order of promotion. */
export const INTEGER = 0;
export const DECIMAL = 1;
export const FLOAT = 2;
export const DOUBLE = 3;
export type NumericType = typeof INTEGER | typeof DECIMAL | typeof FLOAT | typeof DOUBLE;

export class Numeric {
  readonly type: NumericType;
  /** The number itself, or the nearest double when `exact` is there. */
  readonly value: number;
  /** Of integers and decimals that are no safe integer. */
  readonly exact: Decimal | undefined;

  constructor(type: NumericType, value: number, exact?: Decimal) {
    this.type = type;
    this.value = value;
    this.exact = exact;
  }
}

const INTEGER_FORM = /^[+-]?[0-9]+$/;
const DECIMAL_FORM = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;
const DOUBLE_FORM = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const SPECIAL = new Map([
  ['INF', Infinity],
  ['+INF', Infinity],
  ['-INF', -Infinity],
  ['NaN', NaN],
]);

/** Undefined for what is not in the lexical space of the type. */
export function parseNumeric(text: string, type: NumericType): Numeric | undefined {
  if (type === INTEGER || type === DECIMAL) {
    if (!(type === INTEGER ? INTEGER_FORM : DECIMAL_FORM).test(text)) return undefined;
    // 15 characters are a safe integer for certain.
    if (text.length <= 15 && !text.includes('.')) return new Numeric(type, Number(text));
    const parsed = parseDecimal(text);
    return parsed && exactly(type, parsed);
  }
  const special = SPECIAL.get(text);
  if (special === undefined && !DOUBLE_FORM.test(text)) return undefined;
  return inexactly(type, special ?? Number(text));
}

/** Undefined when it has more digits than are kept (XPath: FOAR0002). */
function exactly(type: NumericType, { digits, scale }: Decimal): Numeric | undefined {
  const exact = decimal(digits, scale);
  const text = decimalText(exact);
  const value = Number(text);
  if (exact.scale === 0 && Number.isSafeInteger(value)) return new Numeric(type, value);
  return text.length > MAX_DIGITS ? undefined : new Numeric(type, value, exact);
}

function inexactly(type: NumericType, value: number): Numeric {
  return new Numeric(type, type === FLOAT ? Math.fround(value) : value);
}

export function integer(value: number | bigint): Numeric {
  return typeof value === 'number'
    ? new Numeric(INTEGER, value)
    : (exactly(INTEGER, { digits: value, scale: 0 }) ?? new Numeric(INTEGER, 0));
}

/** The number as another type (XPath 19.1): cut towards zero for integers. Undefined for infinities and NaN among exact types. */
export function converted(number: Numeric, type: NumericType): Numeric | undefined {
  if (number.type === type) return number;
  if (type === FLOAT || type === DOUBLE) return inexactly(type, number.value);
  if (!Number.isFinite(number.value)) return undefined;
  const exact = number.exact ?? decimalOfDouble(number.value);
  return exactly(type, type === INTEGER ? truncateDecimal(exact) : exact);
}

export function toDecimal({ value, exact }: Numeric): Decimal {
  return exact ?? { digits: BigInt(value), scale: 0 };
}

/** The lexical form that a computed number has: canonical as in XSD 1.1, integers among decimals without point. */
export function numericText({ type, value, exact }: Numeric): string {
  if (type === INTEGER || type === DECIMAL) return exact ? decimalText(exact) : String(value + 0);
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  const [mantissa = '', exponent = ''] = (type === FLOAT ? shortestFloat(value) : value)
    .toExponential()
    .split('e');
  const sign = Object.is(value, -0) ? '-' : '';
  const point = mantissa.includes('.') ? '' : '.0';
  return `${sign}${mantissa}${point}E${exponent.replace('+', '')}`;
}

/** The double with the fewest digits that is rounded to this float. */
function shortestFloat(value: number): number {
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}

export function isBetween(number: Numeric, min: number | bigint, max: number | bigint): boolean {
  const value = number.exact?.digits ?? number.value;
  return value >= min && value <= max;
}

/** As fn:string writes a number (XPath 19.1.2): floats of a usual size without exponent. */
export function numberAsString(number: Numeric): string {
  const { type, value } = number;
  if (type === INTEGER || type === DECIMAL || !Number.isFinite(value)) return numericText(number);
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const size = Math.abs(value);
  if (size < 1e-6 || size >= 1e6) return numericText(number);
  return decimalText(decimalOfDouble(type === FLOAT ? shortestFloat(value) : value));
}

export type Operator = '+' | '-' | '*' | '/';

/** Undefined for an error: an exact number divided by zero, a result too long. */
export function calculate(operator: Operator, a: Numeric, b: Numeric): Numeric | undefined {
  const type = Math.max(a.type, b.type) as NumericType;
  if (type === FLOAT || type === DOUBLE) {
    const [left, right] =
      type === FLOAT ? [Math.fround(a.value), Math.fround(b.value)] : [a.value, b.value];
    return inexactly(type, calculateDoubles(operator, left, right));
  }
  // xs:integer divided by xs:integer is a decimal (XPath 4.2.4).
  if (operator === '/') return quotient(a, b);
  if (!a.exact && !b.exact) {
    const result = calculateDoubles(operator, a.value, b.value);
    if (Number.isSafeInteger(result)) return new Numeric(type, result);
  }
  return exactly(type, calculateDecimals(operator, toDecimal(a), toDecimal(b)));
}

function quotient(a: Numeric, b: Numeric): Numeric | undefined {
  const divisor = toDecimal(b);
  return divisor.digits === 0n
    ? undefined
    : exactly(DECIMAL, divideDecimals(toDecimal(a), divisor));
}

function calculateDoubles(operator: Operator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
  }
}

function calculateDecimals(operator: '+' | '-' | '*', a: Decimal, b: Decimal): Decimal {
  if (operator === '*') return { digits: a.digits * b.digits, scale: a.scale + b.scale };
  const scale = Math.max(a.scale, b.scale);
  const left = a.digits * 10n ** BigInt(scale - a.scale);
  const right = b.digits * 10n ** BigInt(scale - b.scale);
  return { digits: operator === '+' ? left + right : left - right, scale };
}

export function negate({ type, value, exact }: Numeric): Numeric {
  return new Numeric(type, -value, exact && { digits: -exact.digits, scale: exact.scale });
}

/** Below zero, zero or above as `a` is less than, equal to or greater than `b`; NaN when one of them is NaN. */
export function compareNumerics(a: Numeric, b: Numeric): number {
  const type = Math.max(a.type, b.type);
  if (type === DOUBLE || (!a.exact && !b.exact)) return difference(a.value, b.value);
  if (type === FLOAT) return difference(Math.fround(a.value), Math.fround(b.value));
  return compareDecimals(toDecimal(a), toDecimal(b));
}

function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** fn:abs, fn:ceiling, fn:floor, fn:round (halves upwards); the type stays. */
export function rounded(number: Numeric, rounding: Rounding): Numeric {
  const { type, value, exact } = number;
  if (exact) return exactly(type, roundDecimal(exact, rounding)) ?? number;
  return new Numeric(type, roundDouble(value, rounding));
}

function roundDouble(value: number, rounding: Rounding): number {
  switch (rounding) {
    case 'abs':
      return Math.abs(value);
    case 'ceiling':
      return Math.ceil(value);
    case 'floor':
      return Math.floor(value);
    case 'round':
      return Math.round(value);
  }
}
