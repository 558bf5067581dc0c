/** What the makers of functions share while one query is compiled. */
import type { Expression as Algebra } from '../algebra.js';
import { UNBOUND, type Condition, type Id, type Row } from '../registers.js';
import type { Compiled, Origin, TextExpression } from './compiled.js';
import { STRING } from './literal-forms.js';
import { literalValues, type LiteralValues, type Truth } from './literal-values.js';
import type { QueryTerms } from '../term-space.js';
import type { ExpressionScope } from './scope.js';

/** What all expressions of a query share. */
interface Shared {
  readonly values: LiteralValues;
  readonly answers: AnswerMemories;
  readonly labelled: LabelledNodes;
}

export interface CompileContext extends Shared {
  readonly scope: ExpressionScope;
  compile(expression: Algebra): Compiled;
}

/** Makes a function's value of those of its arguments; their number was checked. */
export type FunctionMaker = (args: readonly Compiled[], context: CompileContext) => Compiled;

export interface FunctionEntry {
  readonly min: number;
  readonly max: number;
  readonly make: FunctionMaker;
}

export function fixed(arity: number, make: FunctionMaker): FunctionEntry {
  return { min: arity, max: arity, make };
}

/** An argument that the number of arguments promises. */
export function argument(args: readonly Compiled[], index: number): Compiled {
  const found = args[index];
  if (!found) throw new RangeError(`no argument ${index}`);
  return found;
}

/** The text of a literal without language; anything else is an error. */
export function plainText(compiled: Compiled, values: LiteralValues): TextExpression {
  const { id, text, isPlain } = compiled;
  if (isPlain) return text;
  return (row) => {
    const term = id(row);
    return term !== UNBOUND && values.kind(term) === STRING ? values.terms.value(term) : undefined;
  };
}

/** The nodes of BNODE("label"): one a label and solution. */
export class LabelledNodes {
  readonly #nodes = new Map<string, Id>();
  #solution = -1;

  node(label: string, solution: number, make: () => Id): Id {
    if (solution !== this.#solution) this.#nodes.clear();
    this.#solution = solution;
    const node = this.#nodes.get(label) ?? make();
    this.#nodes.set(label, node);
    return node;
  }
}

/** One byte a term of the snapshot, for some conditions of a query: a text of 64 kB may hold thousands of them. */
const MAX_MEMORIES = 16;

/**
 * Conditions that depend on one variable alone are asked once for each term of the snapshot: joins bring the same titles
 * again and again.
 */
export class AnswerMemories {
  #given = 0;

  remembering({ isPure, inputs }: Origin, size: number, condition: Condition): Condition {
    const [register] = inputs;
    if (!isPure || inputs.size !== 1 || register === undefined) return condition;
    if (this.#given >= MAX_MEMORIES) return condition;
    this.#given += 1;
    // 0: not asked yet; else the answer and two.
    let answers: Uint8Array | undefined;
    return (row: Row): Truth => {
      const id = row[register] ?? UNBOUND;
      if (id === UNBOUND || id >= size) return condition(row);
      answers ??= new Uint8Array(size);
      const known = answers[id] ?? 0;
      if (known !== 0) return (known - 2) as Truth;
      const answer = condition(row);
      answers[id] = answer + 2;
      return answer;
    };
  }
}

const SHARED = new WeakMap<QueryTerms, Shared>();

/** A query is known by its terms. */
export function sharedBy(terms: QueryTerms): Shared {
  let shared = SHARED.get(terms);
  if (!shared) {
    const values = literalValues(terms);
    shared = { values, answers: new AnswerMemories(), labelled: new LabelledNodes() };
    SHARED.set(terms, shared);
  }
  return shared;
}

/** `condition` with its answers remembered, as far as that pays. */
export function remembering(
  { scope, answers }: CompileContext,
  origin: Origin,
  condition: Condition,
): Condition {
  return answers.remembering(origin, scope.terms.snapshot.terms.size, condition);
}
