/** Functions on points in time (SPARQL 1.1 17.4.5). Dates and times have the parts that they have. */
import { xsd } from '../../../rdf/vocabularies.js';
import { UNBOUND, type Row } from '../registers.js';
import { CONSTANT, fromId, fromNumber, fromText, originOf, type Compiled } from './compiled.js';
import { argument, fixed, type FunctionEntry, type FunctionMaker } from './context.js';
import { TEMPORAL } from './literal-forms.js';
import type { LiteralValues } from './literal-values.js';
import { integer, parseNumeric, DECIMAL, type Numeric } from './numeric.js';
import { zoneDuration, zoneText, type Temporal, type TemporalType } from './temporal.js';

const ANY: readonly TemporalType[] = ['dateTime', 'date', 'time'];
const WITH_DATE: readonly TemporalType[] = ['dateTime', 'date'];
const WITH_TIME: readonly TemporalType[] = ['dateTime', 'time'];

function temporalOf(
  { id }: Compiled,
  values: LiteralValues,
  types: readonly TemporalType[],
): (row: Row) => Temporal | undefined {
  return (row) => {
    const term = id(row);
    if (term === UNBOUND) return undefined;
    const { kind, temporalType } = values.form(term);
    return kind === TEMPORAL && types.includes(temporalType) ? values.temporal(term) : undefined;
  };
}

function part(
  types: readonly TemporalType[],
  take: (time: Temporal) => Numeric | undefined,
): FunctionEntry {
  return fixed(1, (args, { values }) => {
    const time = temporalOf(argument(args, 0), values, types);
    return fromNumber(values, originOf(args), (row) => {
      const value = time(row);
      return value && take(value);
    });
  });
}

const timezone: FunctionMaker = (args, { values }) => {
  const time = temporalOf(argument(args, 0), values, ANY);
  return fromId(values, originOf(args), (row) => {
    const offset = time(row)?.offset;
    if (offset === undefined) return UNBOUND;
    return values.ofTyped(zoneDuration(offset), `${xsd.$.base}dayTimeDuration`);
  });
};

const tz: FunctionMaker = (args, { values }) => {
  const time = temporalOf(argument(args, 0), values, ANY);
  return fromText(values, originOf(args), (row) => {
    const value = time(row);
    return value && zoneText(value);
  });
};

const now: FunctionMaker = (_, { values, scope }) =>
  fromId(values, CONSTANT, () => values.ofTyped(scope.now, xsd.dateTime.value));

export const TIME_FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  now: fixed(0, now),
  year: part(WITH_DATE, ({ year }) => integer(year)),
  month: part(WITH_DATE, ({ month }) => integer(month)),
  day: part(WITH_DATE, ({ day }) => integer(day)),
  hours: part(WITH_TIME, ({ hour }) => integer(hour)),
  minutes: part(WITH_TIME, ({ minute }) => integer(minute)),
  seconds: part(WITH_TIME, ({ second, fraction }) =>
    parseNumeric(`${second}.${fraction}`, DECIMAL),
  ),
  timezone: fixed(1, timezone),
  tz: fixed(1, tz),
};
