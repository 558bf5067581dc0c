/**
 * The order of ORDER BY, MIN and MAX (SPARQL 1.1 15.1): unbound, blank nodes, IRIs, literals. Where the standard leaves it
 * open: numbers, truth values, days and instants on one axis, the other points in time, durations, strings by text and then
 * by language, the rest by datatype and text.
 */
import { UNBOUND, type Id } from '../registers.js';
import type { QueryTerms } from '../term-space.js';
import { compareTexts } from './comparison.js';
import { compareDecimals, decimalOfDouble, type Decimal } from './decimal.js';
import { BOOLEAN, DURATION, LANG_STRING, NUMERIC, STRING, TEMPORAL } from './literal-forms.js';
import { literalValues, type LiteralValues } from './literal-values.js';
import type { TemporalType } from './temporal.js';
import { isSortedByText } from './text-order.js';

/** What a term is ordered by, one after the other. */
interface Key {
  readonly rank: number;
  readonly number: number;
  /** Of numbers that are more exact than `number`. */
  readonly decimal: Decimal | undefined;
  readonly text: string;
  readonly more: string;
}

const RANKS = { blank: 0, iri: 1, nan: 2, number: 3, truth: 4, duration: 13, string: 14, rest: 15 };
const TIME_RANKS: Readonly<Record<TemporalType, number>> = {
  dateTime: 5,
  date: 5,
  gYearMonth: 5,
  gYear: 5,
  time: 6,
  gMonth: 7,
  gMonthDay: 8,
  gDay: 9,
};

const MAX_REMEMBERED = 200_000;

/**
 * Below zero when `a` comes first, zero for terms that stand for the same value: let the next condition, or the order they
 * came in, decide.
 */
export function termOrder(terms: QueryTerms): (a: Id, b: Id) => number {
  const values = literalValues(terms);
  const { size, blankFrom, literalFrom } = terms.snapshot.terms;
  const keys = new Map<Id, Key>();
  const keyOf = (id: Id): Key => {
    let key = keys.get(id);
    if (!key) {
      if (keys.size >= MAX_REMEMBERED) keys.clear();
      keys.set(id, (key = orderKey(values, id)));
    }
    return key;
  };
  return (a, b) => {
    if (a === b) return 0;
    if (a === UNBOUND || b === UNBOUND) return a === UNBOUND ? -1 : 1;
    // Ids of the snapshot are in the order of their texts, inside one kind.
    if (a < literalFrom && b < literalFrom) {
      const isBlank = a >= blankFrom;
      return isBlank === b >= blankFrom ? a - b : isBlank ? -1 : 1;
    }
    if (a < size && b < size && areInOrderOfIds(values, a, b)) return a - b;
    return compareKeys(keyOf(a), keyOf(b));
  };
}

/** Literals of one type of the snapshot lie in the order of their texts. */
function areInOrderOfIds(values: LiteralValues, a: Id, b: Id): boolean {
  const type = values.terms.form(a);
  if (values.terms.form(b) !== type) return false;
  const kind = values.kind(a);
  return kind === STRING || kind === LANG_STRING || isSortedByText(values, type);
}

function compareKeys(a: Key, b: Key): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.number !== b.number) return a.number - b.number;
  if (a.decimal || b.decimal) {
    const order = compareDecimals(
      a.decimal ?? decimalOfDouble(a.number),
      b.decimal ?? decimalOfDouble(b.number),
    );
    if (order !== 0) return order;
  }
  return compareTexts(a.text, b.text) || compareTexts(a.more, b.more);
}

function orderKey(values: LiteralValues, id: Id): Key {
  const { terms } = values;
  const type = terms.termType(id);
  if (type === 'BlankNode') return key(RANKS.blank, { text: terms.value(id) });
  if (type === 'NamedNode') return key(RANKS.iri, { text: terms.value(id) });
  return (
    valueKey(values, id) ?? key(RANKS.rest, { text: terms.datatype(id), more: terms.value(id) })
  );
}

/** Undefined for ill-typed literals, and datatypes whose values are not known here. */
function valueKey(values: LiteralValues, id: Id): Key | undefined {
  const form = values.form(id);
  switch (form.kind) {
    case STRING:
    case LANG_STRING:
      return key(RANKS.string, { text: values.terms.value(id), more: values.terms.language(id) });
    case NUMERIC:
      return numberKey(values, id);
    case BOOLEAN: {
      const truth = values.boolean(id);
      return truth === undefined ? undefined : key(RANKS.truth, { number: Number(truth) });
    }
    case TEMPORAL: {
      const time = values.temporal(id);
      return (
        time && key(TIME_RANKS[form.temporalType], { number: time.instant, text: time.fraction })
      );
    }
    case DURATION: {
      const duration = values.duration(id);
      return (
        duration && key(RANKS.duration, { number: duration.months, decimal: duration.seconds })
      );
    }
    default:
      return undefined;
  }
}

function numberKey(values: LiteralValues, id: Id): Key | undefined {
  const number = values.numeric(id);
  if (!number) return undefined;
  const { value, exact } = number;
  return Number.isNaN(value)
    ? key(RANKS.nan, {})
    : key(RANKS.number, { number: value, decimal: exact });
}

function key(rank: number, parts: Partial<Omit<Key, 'rank'>>): Key {
  const { number = 0, decimal, text = '', more = '' } = parts;
  return { rank, number, decimal, text, more };
}
