/**
 * A compiled expression, seen in the way its user needs it: as a term, as text, as a number, as a truth value. So
 * `CONTAINS(LCASE(STR(?t)), "a")` makes no term on its way.
 */
import { UNBOUND, type Condition, type Expression, type Id, type Row } from '../registers.js';
import { STRING } from './literal-forms.js';
import { truthOfNumber, type LiteralValues } from './literal-values.js';
import type { Numeric } from './numeric.js';

export type TextExpression = (row: Row) => string | undefined;
export type NumberExpression = (row: Row) => Numeric | undefined;

export interface Compiled {
  readonly id: Expression;
  /** The lexical form of a string literal, whatever its language; undefined for anything else and for errors. */
  readonly text: TextExpression;
  /** Undefined for what is no number and for errors. */
  readonly number: NumberExpression;
  /** The effective boolean value. */
  readonly condition: Condition;
  /** Its values are strings without language, or errors. */
  readonly isPlain: boolean;
  /** Its values are numbers, or errors. */
  readonly isNumber: boolean;
  /** Says the same for the same values of its inputs: no randomness, no new nodes, no look at the data. */
  readonly isPure: boolean;
  /** Registers that it reads. */
  readonly inputs: ReadonlySet<number>;
  /** What it says depends only on the form (datatype and language) of the literal that `subject` gives. */
  readonly byForm?: { readonly subject: Expression; readonly id: (form: number) => Id };
}

/** What a compiled expression has of its arguments. */
export type Origin = Pick<Compiled, 'isPure' | 'inputs'>;

const NONE: ReadonlySet<number> = new Set();
export const CONSTANT: Origin = { isPure: true, inputs: NONE };
export const IMPURE: Origin = { isPure: false, inputs: NONE };

export function originOf(args: readonly Compiled[]): Origin {
  return {
    isPure: args.every(({ isPure }) => isPure),
    inputs: new Set(args.flatMap(({ inputs }) => [...inputs])),
  };
}

export function fromId(values: LiteralValues, origin: Origin, id: Expression): Compiled {
  return {
    ...origin,
    id,
    text: (row) => values.text(id(row)),
    number: (row) => values.numeric(id(row)),
    condition: (row) => values.truth(id(row)),
    isPlain: false,
    isNumber: false,
  };
}

/** Of texts without language. */
export function fromText(values: LiteralValues, origin: Origin, text: TextExpression): Compiled {
  return {
    ...origin,
    id: (row) => values.ofText(text(row)),
    text,
    number: () => undefined,
    condition: (row) => {
      const value = text(row);
      return value === undefined ? -1 : value === '' ? 0 : 1;
    },
    isPlain: true,
    isNumber: false,
  };
}

export function fromNumber(
  values: LiteralValues,
  origin: Origin,
  number: NumberExpression,
): Compiled {
  return {
    ...origin,
    id: (row) => values.ofNumeric(number(row)),
    text: () => undefined,
    number,
    condition: (row) => {
      const value = number(row);
      return value ? truthOfNumber(value) : -1;
    },
    isPlain: false,
    isNumber: true,
  };
}

export function fromCondition(
  values: LiteralValues,
  origin: Origin,
  condition: Condition,
): Compiled {
  return {
    ...origin,
    id: (row) => values.ofTruth(condition(row)),
    text: () => undefined,
    number: () => undefined,
    condition,
    isPlain: false,
    isNumber: false,
  };
}

const NO_ROW: Row = new Int32Array(0);

/** The value of an expression without inputs; undefined when it has some, or is another one each time. */
export function constantOf({ isPure, inputs, id }: Compiled): Id | undefined {
  return isPure && inputs.size === 0 ? id(NO_ROW) : undefined;
}

/** The text of an expression that is one plain text for all rows. */
export function constantText(compiled: Compiled): string | undefined {
  const { isPure, inputs, isPlain, text } = compiled;
  return isPure && inputs.size === 0 && isPlain ? text(NO_ROW) : undefined;
}

/** One value for all rows. */
export function constant(values: LiteralValues, id: Id): Compiled {
  const text = id === UNBOUND ? undefined : values.text(id);
  const number = values.numeric(id);
  const truth = values.truth(id);
  return {
    ...CONSTANT,
    id: () => id,
    text: () => text,
    number: () => number,
    condition: () => truth,
    isPlain: id !== UNBOUND && values.kind(id) === STRING,
    isNumber: number !== undefined,
  };
}
