/** Datatypes that have values here: which operators of SPARQL 1.1 17.3 a literal is for. */
import { rdf, xsd } from '../../../rdf/vocabularies.js';
import { DECIMAL, DOUBLE, FLOAT, INTEGER, type NumericType } from './numeric.js';
import type { TemporalType } from './temporal.js';

/** What kind of value a literal has; OTHER are compared as terms alone. */
export const STRING = 1;
export const LANG_STRING = 2;
export const BOOLEAN = 3;
export const NUMERIC = 4;
export const TEMPORAL = 5;
export const DURATION = 6;
export const OTHER = 7;
/** Of what is no literal. */
export const NOT_LITERAL = 0;

export interface ValueForm {
  readonly kind: number;
  /** Of NUMERIC: the type that its values are calculated as. */
  readonly numericType: NumericType;
  /** Of the types derived from xsd:integer. */
  readonly min: number | bigint;
  readonly max: number | bigint;
  /** Of TEMPORAL. */
  readonly temporalType: TemporalType;
  /** Of DURATION: what its values may be made of. */
  readonly durationParts: 'all' | 'months' | 'seconds';
}

const NO_VALUE: ValueForm = {
  kind: OTHER,
  numericType: INTEGER,
  min: -Infinity,
  max: Infinity,
  temporalType: 'dateTime',
  durationParts: 'all',
};
export const NO_LITERAL: ValueForm = { ...NO_VALUE, kind: NOT_LITERAL };

function number(
  numericType: NumericType,
  min: number | bigint = -Infinity,
  max: number | bigint = Infinity,
): ValueForm {
  return { ...NO_VALUE, kind: NUMERIC, numericType, min, max };
}
function point(temporalType: TemporalType): ValueForm {
  return { ...NO_VALUE, kind: TEMPORAL, temporalType };
}
function duration(durationParts: ValueForm['durationParts']): ValueForm {
  return { ...NO_VALUE, kind: DURATION, durationParts };
}

/** XML Schema 1.1 Datatypes 3.3 and 3.4, by local name. */
export const XSD_FORMS: Readonly<Record<string, ValueForm>> = {
  string: { ...NO_VALUE, kind: STRING },
  boolean: { ...NO_VALUE, kind: BOOLEAN },
  integer: number(INTEGER),
  decimal: number(DECIMAL),
  float: number(FLOAT),
  double: number(DOUBLE),
  nonPositiveInteger: number(INTEGER, -Infinity, 0),
  negativeInteger: number(INTEGER, -Infinity, -1),
  long: number(INTEGER, -(2n ** 63n), 2n ** 63n - 1n),
  int: number(INTEGER, -(2 ** 31), 2 ** 31 - 1),
  short: number(INTEGER, -32_768, 32_767),
  byte: number(INTEGER, -128, 127),
  nonNegativeInteger: number(INTEGER, 0),
  unsignedLong: number(INTEGER, 0, 2n ** 64n - 1n),
  unsignedInt: number(INTEGER, 0, 2 ** 32 - 1),
  unsignedShort: number(INTEGER, 0, 65_535),
  unsignedByte: number(INTEGER, 0, 255),
  positiveInteger: number(INTEGER, 1),
  dateTime: point('dateTime'),
  dateTimeStamp: point('dateTime'),
  date: point('date'),
  time: point('time'),
  gYear: point('gYear'),
  gYearMonth: point('gYearMonth'),
  gMonth: point('gMonth'),
  gMonthDay: point('gMonthDay'),
  gDay: point('gDay'),
  duration: duration('all'),
  yearMonthDuration: duration('months'),
  dayTimeDuration: duration('seconds'),
};

const FORMS = new Map([
  ...Object.entries(XSD_FORMS).map(([name, form]) => [xsd.$.base + name, form] as const),
  [rdf.langString.value, { ...NO_VALUE, kind: LANG_STRING }] as const,
]);

export function valueForm(datatype: string): ValueForm {
  return FORMS.get(datatype) ?? NO_VALUE;
}

/** The datatype that calculated numbers of a type have. */
export const NUMERIC_DATATYPES: Readonly<Record<NumericType, string>> = {
  [INTEGER]: xsd.integer.value,
  [DECIMAL]: xsd.decimal.value,
  [FLOAT]: `${xsd.$.base}float`,
  [DOUBLE]: xsd.double.value,
};
