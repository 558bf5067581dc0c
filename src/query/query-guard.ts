/**
 * What the syntax tree of a query may hold (safety D3, D7). Runs in the query's child process; the parser is
 * @traqula/parser-sparql-1-1 1.3.1. No walk is recursive: a tree of 60 000 levels fits in 64 kB.
 */
import { Parser } from '@traqula/parser-sparql-1-1';
import type { CatalogError } from '../model/errors.js';
import { queryError, syntaxError, tooLarge, type SyntaxPosition } from './query-error.js';
import { MAX_NESTING, positionAt, positionOfToken } from './text-scan.js';

export const MAX_TRIPLE_PATTERNS = 200;
export const MAX_VALUES_ROWS = 10_000;
export const MAX_PATH_DEPTH = 8;
/** Chains of some thousand operators overflow the stack of a planner that walks them, and cost a child. */
export const MAX_GRAPH_PATTERNS = 500;
export const MAX_TREE_DEPTH = 1_500;

export interface GuardedQuery {
  readonly kind: 'bindings' | 'boolean' | 'graph';
  readonly tree: QueryTree;
  /** It asks other endpoints. */
  readonly hasService: boolean;
}

export interface GuardOptions {
  /** Need no declaration; one of the query's own goes before. */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** SERVICE passes: for a steward's own questions, never for a stranger's (D7). */
  readonly allowsService?: boolean;
}

type SyntaxTree = ReturnType<Parser['parse']>;
export type QueryTree = Extract<SyntaxTree, { type: 'query' }>;
type Update = Extract<SyntaxTree, { type: 'update' }>;

// Building the parser costs 80 ms: once a process.
const parser = new Parser({ lexerConfig: { positionTracking: 'full', skipValidations: true } });

/**
 * Parses and judges a query. Throws QUERY_SYNTAX with line and column, QUERY_REFUSED for what is no read, QUERY_TOO_LARGE for
 * what no engine should plan.
 */
export function guardQuery(
  text: string,
  { prefixes = {}, allowsService = false }: GuardOptions = {},
): GuardedQuery {
  const tree = parse(text, prefixes);
  if (tree.type === 'update') throw refusal(tree);
  const service = inspect(tree);
  if (service !== undefined && !allowsService) throw queryError('QUERY_REFUSED', { form: service });
  return { kind: KINDS[tree.subType], tree, hasService: service !== undefined };
}

const KINDS = {
  select: 'bindings',
  ask: 'boolean',
  construct: 'graph',
  describe: 'graph',
} as const satisfies Record<QueryTree['subType'], GuardedQuery['kind']>;

function parse(text: string, prefixes: Readonly<Record<string, string>>): SyntaxTree {
  try {
    return parser.parse(text, { prefixes: { ...prefixes } }); // it puts the query's own among them
  } catch (error) {
    // A stack overflow in plain JavaScript: nesting that has no brackets to count.
    if (error instanceof RangeError) throw tooLarge('nesting', MAX_NESTING);
    const message = error instanceof Error ? error.message : String(error);
    throw syntaxError(positionOf(message, text), causeOf(message));
  }
}

/** The tree's own checks (scope, prefixes) tell no place: the start of the form, where no name helps. */
function positionOf(message: string, text: string): SyntaxPosition {
  const placed = /^Parse error on line (\d+)\n[^\n]*\n(-*)\^/.exec(message);
  if (placed) return { line: Number(placed[1]), column: (placed[2]?.length ?? 0) + 1 };
  const offset = /^unexpected character: .* at offset: (\d+)/s.exec(message)?.[1];
  if (offset !== undefined) return positionAt(text, Number(offset));
  if (message.startsWith('Parse error')) return positionAt(text, text.length);
  const prefix = /^Unknown prefix: (.*)$/.exec(message)?.[1];
  const token = prefix === undefined ? undefined : positionOfToken(text, `${prefix}:`);
  return token ?? { line: 1, column: 1 };
}

function causeOf(message: string): string {
  const character = /^unexpected character: ->(.*?)<-/s.exec(message)?.[1];
  if (character !== undefined) return `unexpected character ${character}`;
  if (!message.startsWith('Parse error')) return message.slice(0, 200);
  const found = /but found:? (?:--> )?'?([^\n]*?)'?(?: <--)?$/m.exec(message)?.[1];
  return found ? `unexpected "${found.slice(0, 100)}"` : 'unexpected end of the query';
}

const UPDATE_FORMS: Readonly<Record<string, string>> = {
  insertdata: 'INSERT DATA',
  deletedata: 'DELETE DATA',
  deletewhere: 'DELETE WHERE',
  modify: 'DELETE/INSERT',
};

function refusal(update: Update): CatalogError {
  const form = update.updates.find((one) => one.operation !== undefined)?.operation?.subType;
  if (form === undefined) return syntaxError({ line: 1, column: 1 }, 'no query');
  return queryError('QUERY_REFUSED', { form: UPDATE_FORMS[form] ?? form.toUpperCase() });
}

/** The parts of a node that are judged; the tree is plain data, so it is walked as such. */
interface Node {
  readonly type?: unknown;
  readonly subType?: unknown;
  readonly silent?: unknown;
  readonly items?: unknown;
  readonly values?: unknown;
}
interface Counts {
  triples: number;
  rows: number;
  patterns: number;
  service: string | undefined;
}
interface Step {
  readonly node: Node;
  readonly depth: number;
  readonly pathDepth: number;
}

/** Throws QUERY_TOO_LARGE. Gives the form of a SERVICE that is somewhere in it. */
function inspect(tree: QueryTree): string | undefined {
  const counts: Counts = { triples: 0, rows: 0, patterns: 0, service: undefined };
  const seen = new Set<object>(); // CONSTRUCT WHERE has its template twice
  const stack: Step[] = [{ node: tree, depth: 0, pathDepth: 0 }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, depth } = step;
    if (seen.has(node)) continue;
    seen.add(node);
    if (depth > MAX_TREE_DEPTH) throw tooLarge('nesting', MAX_NESTING);
    const pathDepth = node.type === 'path' ? step.pathDepth + 1 : 0;
    if (pathDepth > MAX_PATH_DEPTH) throw tooLarge('pathDepth', MAX_PATH_DEPTH);
    judge(node, counts);
    for (const [key, child] of Object.entries(node)) {
      if (key !== 'loc' && typeof child === 'object' && child !== null) {
        stack.push({
          node: child as Node,
          depth: depth + 1,
          pathDepth: pathOf(node, pathDepth, step),
        });
      }
    }
  }
  return counts.service;
}

/** The list between a path and its parts is no end of the path. */
function pathOf(node: Node, own: number, step: Step): number {
  return Array.isArray(node) ? step.pathDepth : own;
}

function judge(node: Node, counts: Counts): void {
  if (node.type === 'triple') counts.triples += 1;
  // p1/p2/p3 is planned as a join of three patterns.
  if (node.type === 'path') counts.triples += Math.max(0, lengthOf(node.items) - 1);
  if (node.type === 'pattern') {
    counts.patterns += 1;
    if (node.subType === 'values') counts.rows += lengthOf(node.values);
    if (node.subType === 'service') counts.service = node.silent ? 'SERVICE SILENT' : 'SERVICE';
  }
  if (counts.triples > MAX_TRIPLE_PATTERNS) throw tooLarge('triplePatterns', MAX_TRIPLE_PATTERNS);
  if (counts.rows > MAX_VALUES_ROWS) throw tooLarge('valuesRows', MAX_VALUES_ROWS);
  if (counts.patterns > MAX_GRAPH_PATTERNS) throw tooLarge('graphPatterns', MAX_GRAPH_PATTERNS);
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
