/**
 * A pattern taken apart into what may be evaluated in any order: triple patterns, paths, conditions, BIND, OPTIONAL … of one
 * group and of the groups inside it whose limits make no difference. Where they do (a FILTER or OPTIONAL reads a variable
 * that only its surroundings bind, 18.2.4), the inner operation stays one part, and is evaluated as if by itself.
 */
import { graphMask, NONE } from '../../store/snapshot.js';
import {
  entryFor,
  type ByType,
  type GraphPattern,
  type LeftJoin,
  type Minus,
  type Operation,
  type Pattern,
} from './algebra.js';
import { bindPart, conditionParts, valuesPart } from './condition-parts.js';
import { compileOperation } from './compile.js';
import { estimateModified, estimatePath, estimatePattern } from './estimate.js';
import { compileMinus } from './minus.js';
import { isModified } from './modifiers.js';
import { eachNamedGraph } from './named-graph.js';
import { NotCompiled } from './not-compiled.js';
import { compileOptional } from './optional.js';
import { estimateParts } from './order-parts.js';
import { compilePath } from './path.js';
import { compilePattern } from './pattern.js';
import { base, type Part } from './part.js';
import type { Context } from './plan.js';
import {
  boundBy,
  clash,
  NO_NAMES,
  readBy,
  union,
  without,
  type Bound,
  type Names,
} from './variables.js';

/** `beside`: names that rows may bring, or that parts beside the operation may bind. */
export function partsOf(operation: Operation, context: Context, beside: Names): Part[] {
  const [sensitive, certain] = sensitivity(operation);
  const others = without(beside, context.given);
  if (clash(sensitive, others, certain).length > 0) return [operatorPart(operation, context)];
  const entry = entryFor(PARTS, operation);
  return entry ? entry(operation, context, others) : [operatorPart(operation, context)];
}

const PARTS: ByType<[Context, Names], Part[]> = {
  nop: () => [],
  bgp: ({ patterns }, context) => patterns.map((pattern) => triplePart(pattern, context)),
  path: (operation, context) => [
    {
      ...base(context, operation),
      rows: (known) => estimatePath(operation, context, known),
      compile: (place, { step }) => compilePath(operation, place, step),
    },
  ],
  join: ({ input }, context, others) =>
    input.flatMap((one, at) => {
      const rest = input.filter((_, other) => other !== at).map((other) => boundBy(other).possible);
      return partsOf(one, context, union([others, ...rest]));
    }),
  values: (operation, context) => [valuesPart(operation, context)],
  filter: ({ input, expression }, context, others) => [
    ...partsOf(input, context, others),
    ...conditionParts(expression, context, boundBy(input).certain),
  ],
  extend: (operation, context, others) => [
    ...partsOf(operation.input, context, union([others, new Set([operation.variable.value])])),
    bindPart(operation, context),
  ],
  leftjoin: (operation, context, others) => {
    const [left, right] = operation.input;
    return [
      ...partsOf(left, context, union([others, boundBy(right).possible])),
      optionalPart(operation, context),
    ];
  },
  minus: (operation, context, others) => [
    ...partsOf(operation.input[0], context, others),
    ...minusParts(operation, context),
  ],
  graph: graphParts,
};

/** What an operation reads of its solutions, and what of it can be nobody else's because every solution has it. */
export function sensitivity(operation: Operation): readonly [Names, Names] {
  return entryFor(SENSITIVE, operation)?.(operation) ?? [NO_NAMES, NO_NAMES];
}

const SENSITIVE: ByType<[], readonly [Names, Names]> = {
  filter: ({ input, expression }) => [readBy(expression), boundBy(input).certain],
  extend: ({ input, expression }) => [readBy(expression), boundBy(input).certain],
  leftjoin: (operation) => [optionalReads(operation), boundBy(operation.input[0]).certain],
  minus: ({ input: [left, right] }) => [boundBy(right).possible, boundBy(left).certain],
};

function triplePart(pattern: Pattern, context: Context): Part {
  return {
    ...base(context, { type: 'bgp', patterns: [pattern] }),
    needs: NO_NAMES, // it binds the graph itself
    rows: (known) => estimatePattern(pattern, context, known),
    compile: (place, sink) => compilePattern(pattern, place, sink),
  };
}

function optionalReads({ input, expression }: LeftJoin): Names {
  const { possible } = boundBy(input[1]);
  return expression === undefined ? possible : union([possible, readBy(expression)]);
}

/** Behind what makes fewer rows, before what makes more. */
const OPTIONAL_ROWS = 1.5;

function optionalPart(operation: LeftJoin, context: Context): Part {
  const [, right] = operation.input;
  return {
    ...base(context, { type: 'nop' }),
    possible: boundBy(right).possible,
    reads: optionalReads(operation),
    rows: () => OPTIONAL_ROWS,
    compile: (place, { step }) => compileOptional(operation, place, step),
  };
}

function minusParts({ input }: Minus, context: Context): Part[] {
  const [left, right] = input.map(boundBy) as [Bound, Bound];
  const shared = new Set(clash(left.possible, right.possible, NO_NAMES));
  if (shared.size === 0) return []; // nothing in common takes nothing away (18.5)
  return [
    {
      ...base(context, { type: 'nop' }),
      reads: shared,
      rows: () => 0.7,
      compile: (place, { step }) => compileMinus({ left, right: input[1], shared }, place, step),
    },
  ];
}

function graphParts(operation: GraphPattern, context: Context, others: Names): Part[] {
  const { name, input } = operation;
  const { plan, scope } = context;
  if (name.termType === 'NamedNode') {
    const graph = plan.snapshot.terms.idOfIri(name.value);
    if (graph === NONE || !plan.dataset.named.includes(graph)) {
      return [valuesPart({ type: 'values', variables: [], bindings: [] }, context)];
    }
    const mask = graphMask(plan.snapshot, new Set([graph]));
    return partsOf(input, { ...context, graph: { kind: 'fixed', mask } }, others);
  }
  const register = scope.register(name.value);
  const own = new Set([name.value]);
  const inside: Context = { ...context, graph: { kind: 'register', register, name: name.value } };
  const parts = partsOf(input, inside, without(others, own));
  const isTriple = ({ operation: one, needs }: Part): boolean =>
    one.type === 'bgp' && needs.size === 0;
  const graphs: Part = {
    ...base(context, { type: 'nop' }),
    needs: NO_NAMES,
    possible: own,
    certain: own,
    rows: (known) => (known.has(name.value) ? 0.9 : plan.dataset.named.length),
    compile: (_, { step }) => eachNamedGraph(plan, register, step),
  };
  // The first triple pattern tells the graph; where there is none, all of them are tried.
  const bound = parts.map((part) =>
    isTriple(part) && part.context === inside
      ? { ...part, possible: union([part.possible, own]), certain: union([part.certain, own]) }
      : part,
  );
  return bound.some((part) => part.context === inside && isTriple(part))
    ? bound
    : [graphs, ...bound];
}

/** Throws NotCompiled for an operation that the algebra of SPARQL 1.1 does not have. */
function operatorPart(operation: Operation, context: Context): Part {
  const { type } = operation;
  if (type !== 'union' && !isModified(operation) && entryFor(PARTS, operation) === undefined) {
    throw new NotCompiled(type);
  }
  return {
    ...base(context, operation),
    rows: (known) => estimateOnce(operation, context, known),
    compile: (place, sink) => compileOperation(operation, place, sink),
  };
}

function estimateOnce(operation: Operation, context: Context, known: Names): number {
  const { estimates } = context.plan;
  const ofOperation = estimates.get(operation) ?? new Map<string, number>();
  estimates.set(operation, ofOperation);
  const key = [...boundBy(operation).possible].filter((name) => known.has(name)).join(' ');
  let rows = ofOperation.get(key);
  if (rows === undefined) {
    rows = estimateModified(operation, (one) =>
      estimateParts(partsOf(one, context, NO_NAMES), known),
    );
    ofOperation.set(key, rows);
  }
  return rows;
}
