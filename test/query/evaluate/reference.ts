/**
 * The algebra of SPARQL 1.1 (18.5) to the letter: whole multisets of solutions, bottom up, no index and no order of joins.
 * What the evaluator is compared with. Values of expressions are computed by the same functions; they have tests of their own.
 */
import { compileAggregate } from '../../../src/query/evaluate/expression/aggregates.js';
import { compileExpression } from '../../../src/query/evaluate/expression/compile.js';
import {
  entryFor,
  type ByType,
  type Expression,
  type Operation,
  type PatternTerm,
} from '../../../src/query/evaluate/algebra.js';
import type { QueryTerms } from '../../../src/query/evaluate/term-space.js';
import { boundBy, nameOf } from '../../../src/query/evaluate/variables.js';
import type { Term } from '../../../src/rdf/terms.js';
import { pathPairs, type Triple } from './reference-paths.js';

export type Solution = ReadonlyMap<string, number>;

export interface ReferenceData {
  readonly terms: QueryTerms;
  readonly defaultGraph: readonly Triple[];
  readonly named: ReadonlyMap<number, readonly Triple[]>;
}

export function evaluateReference(operation: Operation, data: ReferenceData): Solution[] {
  return new Reference(data).solutions(operation, data.defaultGraph, new Map());
}

class Reference {
  readonly #data: ReferenceData;

  constructor(data: ReferenceData) {
    this.#data = data;
  }

  /** `given`: values that stand in the pattern in the place of variables (EXISTS). */
  solutions(operation: Operation, graph: readonly Triple[], given: Solution): Solution[] {
    const entry = entryFor(this.#rules, operation);
    if (entry === undefined) throw new Error(`not in the reference: ${operation.type}`);
    return entry(operation, graph, given);
  }

  readonly #rules: ByType<[readonly Triple[], Solution], Solution[]> = {
    nop: () => [new Map()],
    bgp: ({ patterns }, graph, given) =>
      patterns.reduce<Solution[]>(
        (left, { subject, predicate, object }) =>
          join(
            left,
            graph.flatMap((triple) => this.#match([subject, predicate, object], triple)),
          ),
        [given],
      ),
    path: (operation, graph, given) => join([given], this.#path(operation, graph, given)),
    join: ({ input }, graph, given) =>
      input.map((one) => this.solutions(one, graph, given)).reduce(join, [given]),
    leftjoin: ({ input: [left, right], expression }, graph, given) => {
      const others = this.solutions(right, graph, given);
      return this.solutions(left, graph, given).flatMap((one) => {
        const joined = join([one], others).filter(
          (both) => expression === undefined || this.#holds(expression, both, graph),
        );
        return joined.length > 0 ? joined : [one];
      });
    },
    union: ({ input }, graph, given) => input.flatMap((one) => this.solutions(one, graph, given)),
    minus: ({ input: [left, right] }, graph, given) => {
      const others = this.solutions(right, graph, given);
      // Values given from outside of an EXISTS are no variables of the two sides' own.
      const possible = boundBy(right).possible;
      const shared = [...boundBy(left).possible].filter((name) => possible.has(name));
      return this.solutions(left, graph, given).filter(
        (one) =>
          !others.some(
            (other) =>
              merge(one, other) !== undefined &&
              shared.some((name) => one.has(name) && other.has(name)),
          ),
      );
    },
    filter: ({ input, expression }, graph, given) =>
      this.solutions(input, graph, given).filter((one) => this.#holds(expression, one, graph)),
    extend: ({ input, variable, expression }, graph, given) =>
      this.solutions(input, graph, given).flatMap((one) => {
        const id = this.#value(expression, one, graph);
        return id < 0 ? [one] : join([one], [new Map([[variable.value, id]])]);
      }),
    values: ({ bindings }, _, given) => {
      const { terms } = this.#data;
      const rows = bindings.map((row) =>
        Object.entries(row).map(([name, term]) => [name, terms.intern(term)] as const),
      );
      return join(
        [given],
        rows.map((row) => new Map(row)),
      );
    },
    graph: (operation, _, given) => this.#graph(operation, given),
    project: ({ input, variables }, graph, given) => {
      const names = new Set(variables.map(({ value }) => value));
      return this.solutions(input, graph, only(given, names)).map((one) => only(one, names));
    },
    distinct: ({ input }, graph, given) => distinct(this.solutions(input, graph, given)),
    reduced: ({ input }, graph, given) => distinct(this.solutions(input, graph, given)),
    group: (operation, graph, given) => join([given], this.#group(operation, graph, given)),
  };

  #graph({ name, input }: Extract<Operation, { type: 'graph' }>, given: Solution): Solution[] {
    const { terms, named } = this.#data;
    if (name.termType === 'NamedNode') {
      const graph = named.get(terms.intern(name));
      return graph === undefined ? [] : this.solutions(input, graph, given);
    }
    return [...named].flatMap(([id, graph]) => {
      const own = new Map([[name.value, id]]);
      // The name is known inside, as in every engine there is; 18.6 would bind it afterwards.
      const inside = merge(given, own);
      return inside === undefined ? [] : join(this.#within(input, graph, given, own), [own]);
    });
  }

  /** Filters and BINDs of the group itself may read the name of its graph. */
  #within(input: Operation, graph: readonly Triple[], given: Solution, own: Solution): Solution[] {
    if (input.type === 'filter') {
      return this.#within(input.input, graph, given, own).filter((one) => {
        const both = merge(one, own);
        return both !== undefined && this.#holds(input.expression, both, graph);
      });
    }
    return this.solutions(input, graph, given);
  }

  #group(
    { input, variables, aggregates }: Extract<Operation, { type: 'group' }>,
    graph: readonly Triple[],
    given: Solution,
  ): Solution[] {
    const names = new Set(variables.map(({ value }) => value));
    const groups = new Map<string, Solution[]>();
    if (names.size === 0) groups.set('', []);
    for (const one of this.solutions(input, graph, given)) {
      const key = keyOf(only(one, names));
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].map((rows) => {
      const result = new Map(only(rows[0] ?? new Map<string, number>(), names));
      for (const aggregate of aggregates) {
        const accumulator = compileAggregate(aggregate, this.#data.terms)();
        const isWhole = aggregate.expression.subType === 'wildcard';
        let ids = rows.map((row) => (isWhole ? 0 : this.#value(aggregate.expression, row, graph)));
        if (aggregate.distinct) ids = isWhole ? distinctRows(rows) : [...new Set(ids)];
        for (const id of ids) accumulator.add(id);
        const id = accumulator.result();
        if (id >= 0) result.set(aggregate.variable.value, id);
      }
      return result;
    });
  }

  #match(terms: readonly PatternTerm[], triple: Triple): Solution[] {
    const solution = new Map<string, number>();
    for (const [at, term] of terms.entries()) {
      const id = triple[at] as number;
      const name = nameOf(term);
      if (name === undefined) {
        if (this.#data.terms.intern(term as Term) !== id) return [];
      } else if (solution.has(name) && solution.get(name) !== id) return [];
      else solution.set(name, id);
    }
    return [solution];
  }

  #path(
    { subject, predicate, object }: Extract<Operation, { type: 'path' }>,
    graph: readonly Triple[],
    given: Solution,
  ): Solution[] {
    const { terms } = this.#data;
    const constant = (term: PatternTerm): number | undefined => {
      const name = nameOf(term);
      return name === undefined ? terms.intern(term as Term) : given.get(name);
    };
    const nodes = new Set(graph.flatMap(([s, , o]) => [s, o]));
    for (const end of [subject, object]) {
      const id = constant(end);
      if (id !== undefined) nodes.add(id);
    }
    const pairs = pathPairs(predicate, graph, nodes, (iri) => terms.iri(iri));
    return pairs.flatMap(([from, to]) => this.#match([subject, object], [from, to, -1]));
  }

  #holds(expression: Expression, solution: Solution, graph: readonly Triple[]): boolean {
    const { terms } = this.#data;
    const negated = { subType: 'operator', operator: '!', args: [expression] } as const;
    const twice = { subType: 'operator', operator: '!', args: [negated] } as const;
    const id = this.#value(twice, solution, graph); // the effective boolean value, as a literal
    return id >= 0 && terms.value(id) === 'true';
  }

  #value(expression: Expression, solution: Solution, graph: readonly Triple[]): number {
    const names = [...solution.keys()];
    const value = compileExpression(expression, {
      terms: this.#data.terms,
      register: (name) => {
        const at = names.indexOf(name);
        return at < 0 ? undefined : at;
      },
      exists: (pattern) => () => this.solutions(pattern, graph, solution).length > 0,
      solution: () => 0,
      now: '1970-01-01T00:00:00Z',
      randomBytes: (count) => new Uint8Array(count),
    });
    return value(Int32Array.from(solution.values()));
  }
}

function join(left: readonly Solution[], right: readonly Solution[]): Solution[] {
  return left.flatMap((one) =>
    right.flatMap((other) => {
      const both = merge(one, other);
      return both === undefined ? [] : [both];
    }),
  );
}

/** Undefined for solutions that are not compatible. */
function merge(one: Solution, other: Solution): Solution | undefined {
  const both = new Map(one);
  for (const [name, id] of other) {
    if (both.has(name) && both.get(name) !== id) return undefined;
    both.set(name, id);
  }
  return both;
}

function only(solution: Solution, names: ReadonlySet<string>): Solution {
  return new Map([...solution].filter(([name]) => names.has(name)));
}

function distinct(solutions: readonly Solution[]): Solution[] {
  return [...new Map(solutions.map((one) => [keyOf(one), one])).values()];
}

function distinctRows(rows: readonly Solution[]): number[] {
  return [...new Set(rows.map(keyOf))].map(() => 0);
}

function keyOf(solution: Solution): string {
  return [...solution]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, id]) => `${name}=${id}`)
    .join(' ');
}
