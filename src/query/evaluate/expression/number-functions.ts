/** Functions on numbers (SPARQL 1.1 17.4.4) and the arithmetic operators (17.3). */
import { IMPURE, fromNumber, originOf } from './compiled.js';
import { argument, fixed, type FunctionEntry, type FunctionMaker } from './context.js';
import type { Rounding } from './decimal.js';
import { DOUBLE, Numeric, calculate, negate, rounded, type Operator } from './numeric.js';

function arithmetic(operator: Operator): FunctionEntry {
  return fixed(2, (args, { values }) => {
    const { number: left } = argument(args, 0);
    const { number: right } = argument(args, 1);
    return fromNumber(values, originOf(args), (row) => {
      const a = left(row);
      const b = right(row);
      return a && b && calculate(operator, a, b);
    });
  });
}

function changedNumber(change: (number: Numeric) => Numeric | undefined): FunctionEntry {
  return fixed(1, (args, { values }) => {
    const { number } = argument(args, 0);
    return fromNumber(values, originOf(args), (row) => {
      const value = number(row);
      return value && change(value);
    });
  });
}

function rounding(how: Rounding): FunctionEntry {
  return changedNumber((number) => rounded(number, how));
}

const rand: FunctionMaker = (_, { values, scope }) =>
  fromNumber(values, IMPURE, () => {
    // 48 random bits as the fraction of a number below 1.
    const bits = Buffer.from(scope.randomBytes(6)).readUIntBE(0, 6);
    return new Numeric(DOUBLE, bits / 2 ** 48);
  });

export const NUMBER_FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  '+': arithmetic('+'),
  '-': arithmetic('-'),
  '*': arithmetic('*'),
  '/': arithmetic('/'),
  uminus: changedNumber(negate),
  uplus: changedNumber((number) => number),
  abs: rounding('abs'),
  ceil: rounding('ceiling'),
  floor: rounding('floor'),
  round: rounding('round'),
  rand: fixed(0, rand),
};
