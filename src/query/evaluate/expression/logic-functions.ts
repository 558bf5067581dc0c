/** Functional forms (SPARQL 1.1 17.4.1): they look at errors themselves. */
import { UNBOUND, type Condition } from '../registers.js';
import { fromCondition, fromId, originOf } from './compiled.js';
import { argument, fixed, type FunctionEntry, type FunctionMaker } from './context.js';

const or: FunctionMaker = (args, { values }) => {
  const { condition: left } = argument(args, 0);
  const { condition: right } = argument(args, 1);
  const condition: Condition = (row) => {
    const a = left(row);
    if (a === 1) return 1;
    const b = right(row);
    return b === 1 ? 1 : a === -1 ? -1 : b;
  };
  return fromCondition(values, originOf(args), condition);
};

const and: FunctionMaker = (args, { values }) => {
  const { condition: left } = argument(args, 0);
  const { condition: right } = argument(args, 1);
  const condition: Condition = (row) => {
    const a = left(row);
    if (a === 0) return 0;
    const b = right(row);
    return b === 0 ? 0 : a === -1 ? -1 : b;
  };
  return fromCondition(values, originOf(args), condition);
};

const not: FunctionMaker = (args, { values }) => {
  const { condition: of } = argument(args, 0);
  const condition: Condition = (row) => {
    const truth = of(row);
    return truth === -1 ? -1 : truth === 1 ? 0 : 1;
  };
  return fromCondition(values, originOf(args), condition);
};

/** The branch that is chosen is the only one that is evaluated. */
const choose: FunctionMaker = (args) => {
  const { condition } = argument(args, 0);
  const [yes, no] = [argument(args, 1), argument(args, 2)];
  return {
    ...originOf(args),
    id: (row) => {
      const truth = condition(row);
      return truth === -1 ? UNBOUND : (truth === 1 ? yes : no).id(row);
    },
    text: (row) => {
      const truth = condition(row);
      return truth === -1 ? undefined : (truth === 1 ? yes : no).text(row);
    },
    number: (row) => {
      const truth = condition(row);
      return truth === -1 ? undefined : (truth === 1 ? yes : no).number(row);
    },
    condition: (row) => {
      const truth = condition(row);
      return truth === -1 ? -1 : (truth === 1 ? yes : no).condition(row);
    },
    isPlain: yes.isPlain && no.isPlain,
    isNumber: yes.isNumber && no.isNumber,
  };
};

const coalesce: FunctionMaker = (args, { values }) =>
  fromId(values, originOf(args), (row) => {
    for (const { id } of args) {
      const term = id(row);
      if (term !== UNBOUND) return term;
    }
    return UNBOUND;
  });

const bound: FunctionMaker = (args, { values }) => {
  const { id } = argument(args, 0);
  return fromCondition(values, originOf(args), (row) => (id(row) === UNBOUND ? 0 : 1));
};

export const LOGIC_FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  '||': fixed(2, or),
  '&&': fixed(2, and),
  '!': fixed(1, not),
  if: fixed(3, choose),
  coalesce: { min: 0, max: Infinity, make: coalesce },
  bound: fixed(1, bound),
};
