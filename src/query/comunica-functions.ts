/**
 * What Comunica must not do in its own way: it gives whoever's regular expressions to JavaScript's RegExp (safety D6). REGEX and
 * REPLACE become functions of our evaluator, and a function that nobody knows is refused before anything is evaluated.
 */
import { exactNamedNode, type NamedNode, type Term } from '../rdf/terms.js';
import { xsd } from '../rdf/vocabularies.js';
import { compileExpression } from './evaluate/expression/compile.js';
import type { ExpressionScope } from './evaluate/expression/scope.js';
import { UNBOUND, type Expression } from './evaluate/registers.js';
import type { QueryTerms } from './evaluate/term-space.js';
import { queryError } from './query-error.js';

/** IRIs inside one process; the text of a query cannot name them. */
const OWN = 'urn:x-own-function:';
const OPERATORS = ['regex', 'replace'];
const MAX_ARGUMENTS = 4;

type ExtensionFunction = (args: Term[]) => Promise<Term>;

/** For Comunica's context. An error of the expression is a rejection, as Comunica wants it. */
export function ownFunctions(terms: QueryTerms): Record<string, ExtensionFunction> {
  return Object.fromEntries(
    OPERATORS.map((operator) => [OWN + operator, ownFunction(operator, terms)]),
  );
}

function ownFunction(operator: string, terms: QueryTerms): ExtensionFunction {
  const compiled: (Expression | undefined)[] = [];
  return (args) => {
    const evaluate = (compiled[args.length] ??= compileOperator(operator, args.length, terms));
    const id = evaluate(Int32Array.from(args, (term) => terms.intern(term)));
    return id === UNBOUND
      ? Promise.reject(new Error(`${operator} of these values is an error`))
      : Promise.resolve(terms.term(id));
  };
}

/** `operator(?0, ?1 …)` over rows that hold the arguments. */
function compileOperator(operator: string, count: number, terms: QueryTerms): Expression {
  const scope: ExpressionScope = {
    terms,
    register: Number,
    exists: () => () => false,
    solution: () => 0,
    now: '',
    randomBytes: (length) => new Uint8Array(length),
  };
  const args = Array.from({ length: Math.min(count, MAX_ARGUMENTS) }, (_, i) => ({
    subType: 'term' as const,
    term: { termType: 'Variable' as const, value: String(i) },
  }));
  return compileExpression({ subType: 'operator', operator, args }, scope);
}

interface Node {
  readonly termType?: unknown;
  type?: unknown;
  subType?: unknown;
  operator?: unknown;
  name?: NamedNode;
}

/**
 * Changes an algebra of the caller's own; the walk is not recursive. Throws QUERY_REFUSED for a function by its IRI that is no
 * cast (SPARQL 1.1 17.5).
 */
export function callOwnFunctions(operation: object): void {
  const stack: Node[] = [operation];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.termType !== undefined && node.type === undefined) continue; // a term
    if (node.subType === 'operator' && OPERATORS.includes(String(node.operator))) {
      node.subType = 'named';
      node.name = exactNamedNode(OWN + String(node.operator));
    } else if (node.subType === 'named' && node.name?.value.startsWith(xsd.$.base) === false) {
      throw queryError('QUERY_REFUSED', { form: `<${node.name.value}>` });
    }
    for (const child of Object.values(node) as unknown[]) {
      if (typeof child === 'object' && child !== null) stack.push(child);
    }
  }
}
