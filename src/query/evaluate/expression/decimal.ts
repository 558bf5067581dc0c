/** Decimal numbers of any size: digits × 10^-scale. */

export interface Decimal {
  readonly digits: bigint;
  /** Not negative. */
  readonly scale: number;
}

/** Longer numbers are errors, as XPath lets an implementation have limits: no query may square its way to gigabytes. */
export const MAX_DIGITS = 1_000;

/** Fraction digits of a quotient. XPath asks for 18 digits at least. */
const QUOTIENT_SCALE = 18;

/** Without zeros at the end of the fraction. */
export function decimal(digits: bigint, scale: number): Decimal {
  let shorter = digits;
  let at = scale;
  while (at > 0 && shorter % 10n === 0n) {
    shorter /= 10n;
    at -= 1;
  }
  return { digits: shorter, scale: at };
}

/** Of a text in the lexical space of xsd:decimal. Undefined when it is longer than MAX_DIGITS. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > MAX_DIGITS) return undefined;
  const point = text.indexOf('.');
  if (point === -1) return { digits: toBigInt(text), scale: 0 };
  return {
    digits: toBigInt(text.slice(0, point) + text.slice(point + 1)),
    scale: text.length - point - 1,
  };
}

function toBigInt(text: string): bigint {
  return BigInt(text.startsWith('+') ? text.slice(1) : text);
}

/** Of the shortest decimal number that is rounded to this double, which is finite. */
export function decimalOfDouble(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const { digits, scale } = parseDecimal(mantissa) ?? { digits: 0n, scale: 0 };
  const at = scale - Number(exponent);
  return at >= 0 ? decimal(digits, at) : { digits: digits * 10n ** BigInt(-at), scale: 0 };
}

export function truncateDecimal({ digits, scale }: Decimal): Decimal {
  return { digits: digits / 10n ** BigInt(scale), scale: 0 };
}

export function decimalText({ digits, scale }: Decimal): string {
  if (scale === 0) return digits.toString();
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const left = a.digits * 10n ** BigInt(scale - a.scale);
  const right = b.digits * 10n ** BigInt(scale - b.scale);
  return left === right ? 0 : left < right ? -1 : 1;
}

/** `b` is not zero. Rounded half away from zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  const numerator = a.digits * 10n ** BigInt(b.scale + QUOTIENT_SCALE);
  const denominator = b.digits * 10n ** BigInt(a.scale);
  const isNegative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator, denominator].map((part) => (part < 0n ? -part : part)) as [
    bigint,
    bigint,
  ];
  const digits = (2n * n + d) / (2n * d);
  return { digits: isNegative ? -digits : digits, scale: QUOTIENT_SCALE };
}

export type Rounding = 'abs' | 'ceiling' | 'floor' | 'round';

export function roundDecimal({ digits, scale }: Decimal, rounding: Rounding): Decimal {
  if (rounding === 'abs') return { digits: digits < 0n ? -digits : digits, scale };
  const unit = 10n ** BigInt(scale);
  if (rounding === 'floor') return { digits: floorDivide(digits, unit), scale: 0 };
  if (rounding === 'ceiling') return { digits: -floorDivide(-digits, unit), scale: 0 };
  // fn:round: of two nearest, the one closer to positive infinity.
  return { digits: floorDivide(2n * digits + unit, 2n * unit), scale: 0 };
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}
