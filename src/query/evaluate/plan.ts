/**
 * What compiling one query on one snapshot shares. An operator is compiled to a step: it is called with a row, adds what it
 * binds, hands the row on for each of its solutions that are compatible with it, and takes back what it bound. So
 * `step(row)` is the join of the row with the operator's solutions, and nothing is kept between operators.
 */
import type { GraphMask, Snapshot } from '../../store/snapshot.js';
import type { Operation } from './algebra.js';
import { Budget } from './budget.js';
import type { ALL_GRAPHS, Dataset } from './dataset.js';
import { UNBOUND, type Id, type Row } from './registers.js';
import { statisticsOf, type Statistics } from './statistics.js';
import type { QueryTerms } from './term-space.js';
import { NO_NAMES, type Names } from './variables.js';

/** False: nobody wants more rows. The row is then as it was before the call, as it is after true. */
export type Step = (row: Row) => boolean;

/** Where an operator's solutions go. */
export interface Sink {
  readonly step: Step;
  /** `times` equal rows at once; the row need only hold what is in `reads`. */
  readonly tally?: (row: Row, times: number) => boolean;
  /** With `tally`: the registers that anybody behind reads. */
  readonly reads?: ReadonlySet<number>;
  /** Told while compiling, when rows will come with ascending ids in this register. */
  readonly ascending?: (register: number) => void;
}

/** The graph that patterns are matched in (SPARQL 1.1 18.6): fixed, or the one whose id a register holds. */
export type ActiveGraph =
  | { readonly kind: 'fixed'; readonly mask: GraphMask | typeof ALL_GRAPHS }
  | { readonly kind: 'register'; readonly register: number; readonly name: string };

/** Around an operator. */
export interface Context {
  readonly plan: Plan;
  readonly scope: Scope;
  readonly graph: ActiveGraph;
  /** May be bound in the rows that come, by somebody whose solutions are joined with the operator's. */
  readonly outer: Names;
  /** Bound in every row that comes. */
  readonly certain: Names;
  /** Bound by the row as if their values stood in the pattern (EXISTS, 18.6): nothing inside is hidden from them. */
  readonly given: Names;
  /** Rows come with nothing bound, so that the operator may be evaluated on them by itself. */
  readonly isFirst: boolean;
}

/** Rows of the caller's that a query starts from. */
export interface Initial {
  readonly at: Operation;
  readonly variables: readonly string[];
  /** Of the snapshot, one a variable, row by row. */
  readonly ids: ArrayLike<Id>;
}

export interface Surroundings {
  /** The lexical form of the xsd:dateTime of NOW(). */
  readonly now: string;
  randomBytes(count: number): Uint8Array;
  readonly base?: string;
}

export class Plan {
  readonly snapshot: Snapshot;
  readonly terms: QueryTerms;
  readonly dataset: Dataset;
  readonly surroundings: Surroundings;
  readonly statistics: Statistics;
  readonly budget = new Budget();
  /** Solutions of an operation, by the names that are known: planning asks again and again. */
  readonly estimates = new Map<Operation, Map<string, number>>();
  /** Changes from solution to solution, for BNODE("label"). */
  solution = 0;
  /** Taken by the operation that it is meant for. */
  initial: Initial | undefined;
  #width = 0;

  constructor(terms: QueryTerms, dataset: Dataset, surroundings: Surroundings) {
    this.snapshot = terms.snapshot;
    this.terms = terms;
    this.dataset = dataset;
    this.surroundings = surroundings;
    this.statistics = statisticsOf(terms.snapshot);
  }

  allocate(): number {
    this.#width += 1;
    return this.#width - 1;
  }

  /** An empty row. Only when everything is compiled: rows are as wide as the query has registers. */
  row(): Row {
    return new Int32Array(this.#width).fill(UNBOUND);
  }

  start(): Context {
    return {
      plan: this,
      scope: new Scope(this),
      graph: { kind: 'fixed', mask: this.dataset.defaultGraph },
      outer: NO_NAMES,
      certain: NO_NAMES,
      given: NO_NAMES,
      isFirst: true,
    };
  }
}

/** Which register a name has. A name means another variable inside a subselect that does not project it (18.2.4.4). */
export class Scope {
  readonly #plan: Plan;
  readonly #parent: { readonly scope: Scope; isShared(name: string): boolean } | undefined;
  readonly #registers = new Map<string, number>();

  constructor(plan: Plan, parent?: { readonly scope: Scope; isShared(name: string): boolean }) {
    this.#plan = plan;
    this.#parent = parent;
  }

  register(name: string): number {
    let register = this.#registers.get(name);
    if (register === undefined) {
      register = this.#parent?.isShared(name)
        ? this.#parent.scope.register(name)
        : this.#plan.allocate();
      this.#registers.set(name, register);
    }
    return register;
  }

  registers(names: Iterable<string>): Int32Array {
    return Int32Array.from(names, (name) => this.register(name));
  }

  /** The same, but for names that have a register of their own inside. */
  renaming(names: Names): Scope {
    return new Scope(this.#plan, { scope: this, isShared: (name) => !names.has(name) });
  }

  /** Only these names are the same inside. */
  sharing(names: Names): Scope {
    return new Scope(this.#plan, { scope: this, isShared: (name) => names.has(name) });
  }
}
