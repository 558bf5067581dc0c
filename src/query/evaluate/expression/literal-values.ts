/** From ids to values and back. One a query; parsed numbers and points in time are kept for a while. */
import { xsd } from '../../../rdf/vocabularies.js';
import { UNBOUND, type Id } from '../registers.js';
import type { QueryTerms } from '../term-space.js';
import { parseDuration, type Duration } from './duration.js';
import {
  BOOLEAN,
  DURATION,
  LANG_STRING,
  NO_LITERAL,
  NUMERIC,
  NUMERIC_DATATYPES,
  STRING,
  TEMPORAL,
  valueForm,
  type ValueForm,
} from './literal-forms.js';
import { INTEGER, isBetween, numericText, parseNumeric, type Numeric } from './numeric.js';
import { parseTemporal, type Temporal } from './temporal.js';

const VALUES = new WeakMap<QueryTerms, LiteralValues>();

/** The one of these terms. */
export function literalValues(terms: QueryTerms): LiteralValues {
  const known = VALUES.get(terms) ?? new LiteralValues(terms);
  VALUES.set(terms, known);
  return known;
}

export type Truth = 1 | 0 | -1;

const MAX_REMEMBERED = 50_000;

export class LiteralValues {
  readonly terms: QueryTerms;
  readonly true: Id;
  readonly false: Id;
  readonly #forms: ValueForm[] = [];
  readonly #numerics = new Map<Id, Numeric | undefined>();
  readonly #temporals = new Map<Id, Temporal | undefined>();
  readonly #plain: number;
  readonly #numericForms: readonly number[];

  constructor(terms: QueryTerms) {
    this.terms = terms;
    const boolean = terms.formNumber(xsd.boolean.value);
    this.true = terms.literal('true', boolean);
    this.false = terms.literal('false', boolean);
    this.#plain = terms.formNumber(xsd.string.value);
    this.#numericForms = Object.values(NUMERIC_DATATYPES).map((type) => terms.formNumber(type));
  }

  /** How the term's value is read. */
  form(id: Id): ValueForm {
    const number = this.terms.form(id);
    if (number < 0) return NO_LITERAL;
    return (this.#forms[number] ??= valueForm(this.terms.forms[number]?.datatype ?? ''));
  }

  kind(id: Id): number {
    return this.form(id).kind;
  }

  /** The lexical form of a string literal, with or without language. */
  text(id: Id): string | undefined {
    if (id === UNBOUND) return undefined;
    const kind = this.kind(id);
    return kind === STRING || kind === LANG_STRING ? this.terms.value(id) : undefined;
  }

  /** Undefined for what is no number, or an ill-typed one. */
  numeric(id: Id): Numeric | undefined {
    if (id === UNBOUND) return undefined;
    const form = this.form(id);
    if (form.kind !== NUMERIC) return undefined;
    return remembered(this.#numerics, id, () => this.#parseNumeric(id, form));
  }

  #parseNumeric(id: Id, { numericType, min, max }: ValueForm): Numeric | undefined {
    const number = parseNumeric(this.terms.value(id), numericType);
    if (!number || numericType !== INTEGER) return number;
    return isBetween(number, min, max) ? number : undefined;
  }

  temporal(id: Id): Temporal | undefined {
    const form = this.form(id);
    if (form.kind !== TEMPORAL) return undefined;
    return remembered(this.#temporals, id, () =>
      parseTemporal(this.terms.value(id), form.temporalType),
    );
  }

  duration(id: Id): Duration | undefined {
    return this.kind(id) === DURATION ? parseDuration(this.terms.value(id)) : undefined;
  }

  boolean(id: Id): boolean | undefined {
    if (id === this.true) return true;
    if (id === this.false) return false;
    if (this.kind(id) !== BOOLEAN) return undefined;
    const text = this.terms.value(id);
    return text === '1' ? true : text === '0' ? false : undefined;
  }

  /** The effective boolean value (17.2.2). */
  truth(id: Id): Truth {
    if (id === this.true) return 1;
    if (id === this.false) return 0;
    if (id === UNBOUND) return -1;
    switch (this.kind(id)) {
      case BOOLEAN:
        return this.boolean(id) === true ? 1 : 0;
      case NUMERIC:
        return truthOfNumber(this.numeric(id));
      case STRING:
      case LANG_STRING:
        return this.terms.value(id) === '' ? 0 : 1;
      default:
        return -1;
    }
  }

  ofTruth(truth: Truth): Id {
    return truth === -1 ? UNBOUND : truth === 1 ? this.true : this.false;
  }

  ofText(text: string | undefined): Id {
    return text === undefined ? UNBOUND : this.terms.literal(text, this.#plain);
  }

  /** With the language of another literal: `like` is a string literal. */
  ofTextLike(text: string, like: Id): Id {
    return this.terms.literal(text, this.terms.form(like));
  }

  ofNumeric(number: Numeric | undefined): Id {
    if (!number) return UNBOUND;
    return this.terms.literal(numericText(number), this.#numericForms[number.type] ?? 0);
  }

  ofTyped(text: string, datatype: string): Id {
    return this.terms.literal(text, this.terms.formNumber(datatype));
  }
}

/** An ill-typed number is false, not an error. */
export function truthOfNumber(number: Numeric | undefined): Truth {
  return number === undefined || number.value === 0 || Number.isNaN(number.value) ? 0 : 1;
}

function remembered<V>(cache: Map<Id, V>, id: Id, make: () => V): V {
  const known = cache.get(id);
  if (known !== undefined || cache.has(id)) return known as V;
  if (cache.size >= MAX_REMEMBERED) cache.clear();
  const made = make();
  cache.set(id, made);
  return made;
}
