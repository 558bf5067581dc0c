/** Constructor functions of XML Schema's datatypes (SPARQL 1.1 17.5, XPath Functions and Operators 19). */
import { xsd } from '../../../rdf/vocabularies.js';
import { UNBOUND, type Id } from '../registers.js';
import { fromId, originOf } from './compiled.js';
import { argument, fixed, type FunctionEntry } from './context.js';
import { parseDuration } from './duration.js';
import {
  BOOLEAN,
  DURATION,
  LANG_STRING,
  NOT_LITERAL,
  NUMERIC,
  OTHER,
  STRING,
  TEMPORAL,
  XSD_FORMS,
  type ValueForm,
} from './literal-forms.js';
import type { LiteralValues } from './literal-values.js';
import {
  INTEGER,
  converted,
  integer,
  isBetween,
  numberAsString,
  numericText,
  parseNumeric,
  type Numeric,
} from './numeric.js';
import {
  dateText,
  parseTemporal,
  timeText,
  two,
  zoneText,
  type Temporal,
  type TemporalType,
} from './temporal.js';

/** UNBOUND for what cannot be cast. */
type Cast = (id: Id, values: LiteralValues) => Id;

const COLLAPSIBLE = /^[\t\n\r ]+|[\t\n\r ]+$/g;

/** The text of a string that is cast: white space around it does not count (XPath 19.2). */
function sourceText(id: Id, values: LiteralValues): string | undefined {
  return values.kind(id) === STRING ? values.terms.value(id).replace(COLLAPSIBLE, '') : undefined;
}

const toString: Cast = (id, values) => {
  const { terms } = values;
  switch (values.kind(id)) {
    case NOT_LITERAL:
      return terms.termType(id) === 'NamedNode' ? values.ofText(terms.value(id)) : UNBOUND;
    case NUMERIC: {
      const number = values.numeric(id);
      return values.ofText(number && numberAsString(number));
    }
    case BOOLEAN: {
      const truth = values.boolean(id);
      return values.ofText(truth === undefined ? undefined : String(truth));
    }
    case LANG_STRING:
    case OTHER:
      return UNBOUND;
    default:
      return values.ofText(terms.value(id));
  }
};

const BOOLEANS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

const toBoolean: Cast = (id, values) => {
  const text = sourceText(id, values);
  const number = values.numeric(id);
  const truth =
    text !== undefined
      ? BOOLEANS.get(text)
      : number
        ? number.value !== 0 && !Number.isNaN(number.value)
        : values.boolean(id);
  return truth === undefined ? UNBOUND : truth ? values.true : values.false;
};

function toNumber(datatype: string, { numericType, min, max }: ValueForm): Cast {
  return (id, values) => {
    if (values.terms.datatype(id) === datatype) return values.numeric(id) ? id : UNBOUND;
    const number = numberOf(id, values, numericType);
    if (!number || (numericType === INTEGER && !isBetween(number, min, max))) return UNBOUND;
    return values.ofTyped(numericText(number), datatype);
  };
}

function numberOf(id: Id, values: LiteralValues, type: Numeric['type']): Numeric | undefined {
  const text = sourceText(id, values);
  if (text !== undefined) return parseNumeric(text, type);
  const truth = values.boolean(id);
  const number = truth === undefined ? values.numeric(id) : integer(truth ? 1 : 0);
  return number && converted(number, type);
}

/** What a point in time is cast to: what it has of the parts of the other type. */
const TEXTS: Partial<Record<TemporalType, (time: Temporal) => string>> = {
  dateTime: (time) => `${dateText(time)}T${timeText(time)}`,
  date: dateText,
  time: timeText,
  gYear: (time) => dateText(time).slice(0, -6),
  gYearMonth: (time) => dateText(time).slice(0, -3),
  gMonth: ({ month }) => `--${two(month)}`,
  gMonthDay: ({ month, day }) => `--${two(month)}-${two(day)}`,
  gDay: ({ day }) => `---${two(day)}`,
};

function toTemporal(datatype: string, { temporalType }: ValueForm): Cast {
  return (id, values) => {
    const text = sourceText(id, values);
    if (text !== undefined) {
      return parseTemporal(text, temporalType) ? values.ofTyped(text, datatype) : UNBOUND;
    }
    const { kind, temporalType: from } = values.form(id);
    const time = kind === TEMPORAL ? values.temporal(id) : undefined;
    if (!time) return UNBOUND;
    if (from === temporalType) return id;
    const canBeCast = from === 'dateTime' || (from === 'date' && temporalType !== 'time');
    const result = canBeCast ? TEXTS[temporalType]?.(time) : undefined;
    return result === undefined ? UNBOUND : values.ofTyped(result + zoneText(time), datatype);
  };
}

function toDuration(datatype: string): Cast {
  return (id, values) => {
    const text =
      sourceText(id, values) ?? (values.kind(id) === DURATION ? values.terms.value(id) : '');
    return parseDuration(text) ? values.ofTyped(text, datatype) : UNBOUND;
  };
}

function castTo(datatype: string, form: ValueForm): Cast {
  switch (form.kind) {
    case BOOLEAN:
      return toBoolean;
    case NUMERIC:
      return toNumber(datatype, form);
    case TEMPORAL:
      return toTemporal(datatype, form);
    case DURATION:
      return toDuration(datatype);
    default:
      return toString;
  }
}

function entry(cast: Cast): FunctionEntry {
  return fixed(1, (args, { values }) => {
    const { id } = argument(args, 0);
    return fromId(values, originOf(args), (row) => {
      const term = id(row);
      return term === UNBOUND ? UNBOUND : cast(term, values);
    });
  });
}

/** By the IRI of the datatype. */
export const CASTS: ReadonlyMap<string, FunctionEntry> = new Map(
  Object.entries(XSD_FORMS).map(([name, form]) => {
    const datatype = xsd.$.base + name;
    return [datatype, entry(castTo(datatype, form))];
  }),
);
