/**
 * SPARQL 1.1 queries on the snapshot's integers, lossless (ADR 0017). Synchronous and without a time limit: only a process
 * that may be killed from outside evaluates what strangers send (safety D1).
 */
import { randomBytes } from 'node:crypto';
import { toAlgebra } from '@traqula/algebra-sparql-1-1';
import type { Snapshot } from '../../store/snapshot.js';
import { resolveIri } from '../iri-reference.js';
import type { Prefixes } from '../query-backend.js';
import { guardQuery, type GuardedQuery } from '../query-guard.js';
import type { Ask, From, Operation } from './algebra.js';
import { datasetOf, type DatasetDescription } from './dataset.js';
import { compileConstruct, compileDescribe, type Triples } from './graph-forms.js';
import { compileModified } from './modifiers.js';
import { Plan, type Context, type Initial, type Surroundings } from './plan.js';
import type { Id, Row } from './registers.js';
import { QueryTerms } from './term-space.js';

export { NotCompiled } from './not-compiled.js';

/** A query that was parsed, judged and translated. Depends on no snapshot: keep it by its text and prefixes. */
export interface Prepared {
  readonly kind: GuardedQuery['kind'];
  readonly operation: Operation;
  /** What IRI() resolves against, when the text says so. */
  readonly base?: string;
}

export interface PrepareOptions {
  /** Known without PREFIX. */
  readonly prefixes?: Prefixes;
}

export interface ExecuteOptions {
  /** The protocol's graphs. Given, they replace FROM and FROM NAMED; without any, the default graph is the union of all. */
  readonly defaultGraphs?: readonly string[];
  readonly namedGraphs?: readonly string[];
  /** What NOW() gives. */
  readonly now?: Date;
  /** Against which IRI() resolves relative references where the text has no BASE. */
  readonly base?: string;
  /** Rows that the pattern of WHERE starts from, one by one. */
  readonly bind?: InitialRows;
}

/** Their values are known everywhere in the pattern of WHERE, subselects that do not project them apart. */
export type InitialRows = Omit<Initial, 'at'>;

export interface Bindings {
  readonly kind: 'bindings';
  readonly variables: readonly string[];
  readonly terms: QueryTerms;
  /** Ids in the order of `variables`, UNBOUND for none. The row is used again for the next solution; false stops. */
  rows(emit: (row: Row) => boolean): void;
}

export interface Graph {
  readonly kind: 'graph';
  readonly terms: QueryTerms;
  /** Each triple once; false stops. */
  readonly triples: Triples;
}

export interface Truth {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export type Answer = Bindings | Graph | Truth;

/** Throws what `guardQuery` throws, and NotCompiled. */
export function prepare(text: string, { prefixes = {} }: PrepareOptions = {}): Prepared {
  const { kind, tree } = guardQuery(text, { prefixes });
  const operation = formFirst(toAlgebra(tree, { prefixes }) as unknown as Operation);
  const base = baseOf(tree);
  return { kind, operation, ...(base !== undefined && { base }) };
}

/** The translator slices the answer of a form. LIMIT and OFFSET are of the solutions that it is made from (SPARQL 1.1 15, 16). */
function formFirst(operation: Operation): Operation {
  if (operation.type === 'from') return { ...operation, input: formFirst(operation.input) };
  if (operation.type !== 'slice') return operation;
  const { input: form } = operation;
  if (form.type !== 'construct' && form.type !== 'describe' && form.type !== 'ask')
    return operation;
  return { ...form, input: { ...operation, input: form.input } };
}

/** The last BASE of the prologue; each may be relative to the one before (SPARQL 1.1 4.1.1.2). */
function baseOf({ context }: GuardedQuery['tree']): string | undefined {
  let base: string | undefined;
  for (const definition of context) {
    if (definition.subType === 'base') base = resolveIri(definition.value.value, base) ?? base;
  }
  return base;
}

/** Nothing is evaluated before `rows` or `triples` is called, ASK apart. Throws NotCompiled, QUERY_TOO_LARGE. */
export function execute(
  { operation, base }: Prepared,
  snapshot: Snapshot,
  options: ExecuteOptions = {},
): Answer {
  const { defaultGraphs, namedGraphs, bind } = options;
  const query = operation.type === 'from' ? operation.input : operation;
  const own = operation.type === 'from' ? graphsOf(operation) : {};
  const isGiven = defaultGraphs !== undefined || namedGraphs !== undefined;
  const dataset = datasetOf(snapshot, isGiven ? { defaultGraphs, namedGraphs } : own);
  const plan = new Plan(
    new QueryTerms(snapshot),
    dataset,
    surroundingsOf({ ...options, ...(base !== undefined && { base }) }),
  );
  if (bind) plan.initial = { at: patternOf(query), ...bind };
  return compileForm(query, plan);
}

function compileForm(query: Operation, plan: Plan): Answer {
  const context = plan.start();
  const { terms } = plan;
  if (query.type === 'ask') return { kind: 'boolean', value: hasSolution(query, context) };
  if (query.type === 'construct') {
    return { kind: 'graph', terms, triples: compileConstruct(query, context) };
  }
  if (query.type === 'describe') {
    return { kind: 'graph', terms, triples: compileDescribe(query, context) };
  }
  return compileSelect(query, context);
}

function hasSolution({ input }: Ask, context: Context): boolean {
  let isFound = false;
  const step = compileModified(input, context, {
    step: () => {
      isFound = true;
      return false;
    },
  });
  step(context.plan.row());
  return isFound;
}

function compileSelect(query: Operation, context: Context): Bindings {
  const { plan, scope } = context;
  const variables = projectionOf(query);
  const registers = scope.registers(variables);
  const solution = new Int32Array(registers.length);
  let emit: (row: Row) => boolean = () => false;
  const step = compileModified(query, context, {
    step: (row) => {
      for (let at = 0; at < registers.length; at += 1) {
        solution[at] = row[registers[at] as number] as Id;
      }
      return emit(solution);
    },
  });
  const rows: Bindings['rows'] = (each) => {
    emit = each;
    step(plan.row());
  };
  return { kind: 'bindings', variables, terms: plan.terms, rows };
}

function projectionOf(query: Operation): readonly string[] {
  if (query.type === 'project') return query.variables.map(({ value }) => value);
  return 'input' in query && !Array.isArray(query.input)
    ? projectionOf(query.input as Operation)
    : [];
}

const ABOVE_WHERE: ReadonlySet<Operation['type']> = new Set([
  ...(['ask', 'construct', 'describe'] as const),
  ...(['slice', 'distinct', 'reduced', 'project', 'orderby'] as const),
]);

/** The pattern of WHERE, below the modifiers, the grouping and what SELECT computes. */
function patternOf(query: Operation): Operation {
  if (ABOVE_WHERE.has(query.type)) return patternOf((query as { input: Operation }).input);
  return groupedPattern(query) ?? query;
}

/** What is grouped, where HAVING and the values of SELECT lie over a group. */
function groupedPattern(operation: Operation): Operation | undefined {
  if (operation.type === 'group') return operation.input;
  const isOver = operation.type === 'extend' || operation.type === 'filter';
  return isOver ? groupedPattern(operation.input) : undefined;
}

function graphsOf(from: From): DatasetDescription {
  return {
    defaultGraphs: from.default.map(({ value }) => value),
    namedGraphs: from.named.map(({ value }) => value),
  };
}

function surroundingsOf({ now, base }: ExecuteOptions): Surroundings {
  return {
    now: (now ?? UNTOLD).toISOString(),
    randomBytes: (count) => randomBytes(count),
    ...(base !== undefined && { base }),
  };
}

/** The clock is the caller's. */
const UNTOLD = new Date(0);
