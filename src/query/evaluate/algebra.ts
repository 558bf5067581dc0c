/**
 * SPARQL algebra (SPARQL 1.1 18.2) as @traqula/algebra-sparql-1-1 1.3.1 gives it: the parts that a read query has, as plain
 * data. Its own types are an enum of a package behind it; `prepare` casts once.
 */
import type { BlankNode, Literal, NamedNode } from '../../rdf/terms.js';

export interface Variable {
  readonly termType: 'Variable';
  readonly value: string;
}
export type PatternTerm = NamedNode | BlankNode | Literal | Variable;

export type Operation =
  | Bgp
  | PathPattern
  | Join
  | LeftJoin
  | Minus
  | Union
  | Filter
  | Extend
  | GraphPattern
  | Values
  | Group
  | OrderBy
  | Slice
  | Project
  | Distinct
  | Reduced
  | Nop
  | From
  | Ask
  | Construct
  | Describe;

export type OperationOf<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/** What to do with operations of some types. */
export type ByType<Rest extends readonly unknown[], Result> = {
  readonly [Type in Operation['type']]?: (operation: OperationOf<Type>, ...rest: Rest) => Result;
};

/** The entry for an operation, to be called with it; undefined for a type that the table does not have. */
export function entryFor<Rest extends readonly unknown[], Result>(
  table: ByType<Rest, Result>,
  { type }: Operation,
): ((operation: Operation, ...rest: Rest) => Result) | undefined {
  return table[type] as ((operation: Operation, ...rest: Rest) => Result) | undefined;
}

export interface Bgp {
  readonly type: 'bgp';
  readonly patterns: readonly Pattern[];
}
export interface Pattern {
  readonly type: 'pattern';
  readonly subject: PatternTerm;
  readonly predicate: PatternTerm;
  readonly object: PatternTerm;
}
export interface PathPattern {
  readonly type: 'path';
  readonly subject: PatternTerm;
  readonly predicate: Path;
  readonly object: PatternTerm;
}
export type Path =
  | { readonly type: 'link'; readonly iri: NamedNode }
  | { readonly type: 'inv'; readonly path: Path }
  | { readonly type: 'nps'; readonly iris: readonly NamedNode[] }
  | { readonly type: 'seq' | 'alt'; readonly input: readonly Path[] }
  | {
      readonly type: 'ZeroOrMorePath' | 'OneOrMorePath' | 'ZeroOrOnePath';
      readonly path: Path;
    };
export interface Join {
  readonly type: 'join';
  readonly input: readonly Operation[];
}
export interface LeftJoin {
  readonly type: 'leftjoin';
  readonly input: readonly [Operation, Operation];
  readonly expression?: Expression;
}
export interface Minus {
  readonly type: 'minus';
  readonly input: readonly [Operation, Operation];
}
export interface Union {
  readonly type: 'union';
  readonly input: readonly Operation[];
}
export interface Filter {
  readonly type: 'filter';
  readonly input: Operation;
  readonly expression: Expression;
}
export interface Extend {
  readonly type: 'extend';
  readonly input: Operation;
  readonly variable: Variable;
  readonly expression: Expression;
}
export interface GraphPattern {
  readonly type: 'graph';
  readonly input: Operation;
  readonly name: NamedNode | Variable;
}
export interface Values {
  readonly type: 'values';
  readonly variables: readonly Variable[];
  readonly bindings: readonly Readonly<Record<string, NamedNode | Literal>>[];
}
export interface Group {
  readonly type: 'group';
  readonly input: Operation;
  readonly variables: readonly Variable[];
  readonly aggregates: readonly BoundAggregate[];
}
export interface OrderBy {
  readonly type: 'orderby';
  readonly input: Operation;
  readonly expressions: readonly Expression[];
}
export interface Slice {
  readonly type: 'slice';
  readonly input: Operation;
  readonly start: number;
  readonly length?: number;
}
export interface Project {
  readonly type: 'project';
  readonly input: Operation;
  readonly variables: readonly Variable[];
}
export interface Distinct {
  readonly type: 'distinct';
  readonly input: Operation;
}
export interface Reduced {
  readonly type: 'reduced';
  readonly input: Operation;
}
export interface Nop {
  readonly type: 'nop';
}
export interface From {
  readonly type: 'from';
  readonly input: Operation;
  readonly default: readonly NamedNode[];
  readonly named: readonly NamedNode[];
}
export interface Ask {
  readonly type: 'ask';
  readonly input: Operation;
}
export interface Construct {
  readonly type: 'construct';
  readonly input: Operation;
  readonly template: readonly Pattern[];
}
export interface Describe {
  readonly type: 'describe';
  readonly input: Operation;
  readonly terms: readonly (NamedNode | Variable)[];
}

/** Of type `expression` all of them. */
export type Expression =
  | TermExpression
  | OperatorExpression
  | NamedExpression
  | ExistenceExpression
  | AggregateExpression
  | WildcardExpression;

export interface TermExpression {
  readonly subType: 'term';
  readonly term: NamedNode | Literal | Variable;
}
export interface OperatorExpression {
  readonly subType: 'operator';
  /** Lower case: `str`, `+`, `&&`, `in`, `desc` … */
  readonly operator: string;
  readonly args: readonly Expression[];
}
/** A function by its IRI. */
export interface NamedExpression {
  readonly subType: 'named';
  readonly name: NamedNode;
  readonly args: readonly Expression[];
}
export interface ExistenceExpression {
  readonly subType: 'existence';
  readonly not: boolean;
  readonly input: Operation;
}
export interface AggregateExpression {
  readonly subType: 'aggregate';
  readonly aggregator: 'avg' | 'count' | 'group_concat' | 'max' | 'min' | 'sample' | 'sum';
  readonly distinct: boolean;
  readonly expression: Expression;
  readonly separator?: string;
}
export interface BoundAggregate extends AggregateExpression {
  readonly variable: Variable;
}
export interface WildcardExpression {
  readonly subType: 'wildcard';
}
