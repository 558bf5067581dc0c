/** The aggregates of SPARQL 1.1 (11.2, 18.5.1). */
import type * as Algebra from '../algebra.js';
import { UNBOUND, type Accumulator, type Id } from '../registers.js';
import type { QueryTerms } from '../term-space.js';
import { literalValues, type LiteralValues } from './literal-values.js';
import { calculate, integer, type Numeric } from './numeric.js';
import { termOrder } from './order.js';
import { checkLength } from './text-functions.js';

/**
 * A maker of one accumulator a group. `COUNT(*)` takes any id once a solution; for `COUNT(DISTINCT *)` the caller adds
 * each distinct solution once. A variable without a value takes no part; an expression without one is an error, which
 * COUNT and SAMPLE alone look past.
 */
export function compileAggregate(
  aggregate: Algebra.AggregateExpression,
  terms: QueryTerms,
): () => Accumulator {
  const make = makerOf(aggregate, literalValues(terms));
  const { aggregator, distinct, expression } = aggregate;
  if (expression.subType === 'wildcard') return make;
  const skipsUnbound = expression.subType === 'term' || IGNORES_ERRORS.has(aggregator);
  return () => {
    const inner = make();
    const each = skipsUnbound ? withoutUnbound(inner) : inner;
    return distinct ? distinctOnly(each) : each;
  };
}

const IGNORES_ERRORS = new Set<Algebra.AggregateExpression['aggregator']>(['count', 'sample']);

function makerOf(
  { aggregator, separator = ' ' }: Algebra.AggregateExpression,
  values: LiteralValues,
): () => Accumulator {
  switch (aggregator) {
    case 'count':
      return () => new Count(values);
    case 'sum':
      return () => new Sum(values, (sum) => sum);
    case 'avg':
      return () => new Sum(values, average);
    case 'min':
      return extreme(values, -1);
    case 'max':
      return extreme(values, 1);
    case 'sample':
      return () => new Sample();
    case 'group_concat':
      return () => new GroupConcat(values, separator);
  }
}

function withoutUnbound(inner: Accumulator): Accumulator {
  return {
    add: (id) => {
      if (id !== UNBOUND) inner.add(id);
    },
    result: () => inner.result(),
  };
}

function distinctOnly(inner: Accumulator): Accumulator {
  const seen = new Set<Id>();
  return {
    add: (id) => {
      const before = seen.size;
      if (seen.add(id).size > before) inner.add(id);
    },
    result: () => inner.result(),
  };
}

class Count implements Accumulator {
  readonly #values: LiteralValues;
  #count = 0;

  constructor(values: LiteralValues) {
    this.#values = values;
  }
  add(): void {
    this.#count += 1;
  }
  result(): Id {
    return this.#values.ofNumeric(integer(this.#count));
  }
}

const ZERO = integer(0);

/** Of nothing: 0 (18.5.1.4). */
function average(sum: Numeric, count: number): Numeric | undefined {
  return count === 0 ? ZERO : calculate('/', sum, integer(count));
}

class Sum implements Accumulator {
  readonly #values: LiteralValues;
  readonly #finish: (sum: Numeric, count: number) => Numeric | undefined;
  #sum: Numeric | undefined = ZERO;
  #count = 0;

  constructor(values: LiteralValues, finish: (sum: Numeric, count: number) => Numeric | undefined) {
    this.#values = values;
    this.#finish = finish;
  }
  add(id: Id): void {
    const number = this.#values.numeric(id);
    this.#count += 1;
    this.#sum = number && this.#sum && calculate('+', this.#sum, number);
  }
  result(): Id {
    return this.#values.ofNumeric(this.#sum && this.#finish(this.#sum, this.#count));
  }
}

/** MIN and MAX follow ORDER BY, so they are for all terms (18.5.1.5). */
function extreme(values: LiteralValues, sign: 1 | -1): () => Accumulator {
  const order = termOrder(values.terms);
  return () => {
    let best = UNBOUND;
    let hasError = false;
    return {
      add: (id) => {
        if (id === UNBOUND) hasError = true;
        else if (best === UNBOUND || order(id, best) * sign > 0) best = id;
      },
      result: () => (hasError ? UNBOUND : best),
    };
  };
}

class Sample implements Accumulator {
  #sample = UNBOUND;

  add(id: Id): void {
    if (this.#sample === UNBOUND) this.#sample = id;
  }
  result(): Id {
    return this.#sample;
  }
}

/** Of the STR() of its values, so blank nodes are errors. */
class GroupConcat implements Accumulator {
  readonly #values: LiteralValues;
  readonly #separator: string;
  readonly #texts: string[] = [];
  #length = 0;
  #hasError = false;

  constructor(values: LiteralValues, separator: string) {
    this.#values = values;
    this.#separator = separator;
  }
  add(id: Id): void {
    const { terms } = this.#values;
    if (id === UNBOUND || terms.termType(id) === 'BlankNode') {
      this.#hasError = true;
      return;
    }
    const text = terms.value(id);
    this.#length += text.length + this.#separator.length;
    checkLength(this.#length);
    this.#texts.push(text);
  }
  result(): Id {
    if (this.#hasError) return UNBOUND;
    return this.#values.ofText(this.#texts.join(this.#separator));
  }
}
