/**
 * A query as it is sent to an engine that keeps the catalogue's graphs under other names: those of the revision. The graphs
 * are named in the protocol's parameters; in the text `GRAPH <name>` gets the other name, and `GRAPH ?g` a variable of its own
 * that a VALUES ties to the public name, so that filters on ?g, joins and results see public names alone.
 *
 * What the engine cannot be trusted with is not sent: see `rewrite`.
 */
import { Generator } from '@traqula/generator-sparql-1-1';
import type { Iri } from '../model/iri.js';
import { xsd } from '../rdf/vocabularies.js';
import type { QueryTree } from './query-guard.js';
import {
  graphsOf,
  namesOf,
  orNowhere,
  type Dataset,
  type Expand,
  type RevisionGraphs,
} from './remote-dataset.js';

export interface RemoteQuery {
  readonly text: string;
  readonly defaultGraphs: readonly Iri[];
  readonly namedGraphs: readonly Iri[];
  /** In order; undefined for `*`. */
  readonly variables: readonly string[] | undefined;
  /** The query's own, or what was set to see whether there are more rows than may be. */
  readonly limit: number | undefined;
}

export interface RewriteOptions {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly dataset: Dataset;
  readonly maxRows: number;
}

/**
 * Undefined for what is answered elsewhere: CONSTRUCT and DESCRIBE (published literals come back changed), queries without a
 * triple, GRAPH with an empty pattern, BASE, a default graph of several graphs but not of all, functions and IRI schemes
 * that engines give meanings of their own (`bif:`, `sql:`). The tree is changed on the way.
 */
export function rewrite(
  tree: QueryTree,
  revision: RevisionGraphs,
  options: RewriteOptions,
): RemoteQuery | undefined {
  if (tree.subType !== 'select' && tree.subType !== 'ask') return undefined;
  const expand = namesOf(tree, options.prefixes);
  const graphs = graphsOf(tree, revision, { dataset: options.dataset, expand });
  if (graphs === undefined) return undefined;
  if (!new Walk(expand, revision, graphs.named).isSound(tree)) return undefined;
  tree.context = [];
  tree.datasets.clauses = [];
  const limit = tree.subType === 'select' ? limited(tree, options.maxRows) : undefined;
  return {
    text: new Generator().generate(tree),
    defaultGraphs: orNowhere(graphs.default, revision),
    namedGraphs: orNowhere(
      graphs.named.map(([, graph]) => graph),
      revision,
    ),
    variables: tree.subType === 'select' ? projected(tree) : [],
    limit,
  };
}

/** Parts of the tree, which is walked as plain data. */
interface Node {
  type?: unknown;
  subType?: unknown;
  value?: unknown;
  prefix?: unknown;
  name?: Node;
  patterns?: unknown;
  function?: Node;
}

/** Variables that the text has and the query does not, begin with this. */
export const HIDDEN_VARIABLE = 'datavevGraf';
/** Absolute, and of a scheme that no engine takes for its own functions. What is relative needs BASE. */
const PLAIN_SCHEME = /^(?:https?|urn|mailto|tel|ftp|geo|doi):/i;
const MADE = { sourceLocationType: 'autoGenerate' };

class Walk {
  readonly #expand: Expand;
  readonly #revision: RevisionGraphs;
  readonly #named: readonly (readonly [Iri, Iri])[];
  #triples = 0;
  #variables = 0;

  constructor(expand: Expand, revision: RevisionGraphs, named: readonly (readonly [Iri, Iri])[]) {
    this.#expand = expand;
    this.#revision = revision;
    this.#named = named;
  }

  /** Changes the tree; false when it must not be sent. */
  isSound(tree: QueryTree): boolean {
    const { context, where, variables, solutionModifiers, values } = tree as Select;
    if (context.some(({ subType }) => subType === 'base')) return false;
    if (JSON.stringify(tree).includes(HIDDEN_VARIABLE)) return false;
    const parts = { where, variables, solutionModifiers, values } as Node;
    return this.#visit(parts) && this.#triples > 0;
  }

  #visit(node: Node): boolean {
    const before = this.#triples;
    if (node.type === 'triple') this.#triples += 1;
    if (node.type === 'term' && !this.#takesTerm(node)) return false;
    for (const child of childrenOf(node)) {
      if (Array.isArray(child)) this.#ties(child as Node[]);
      if (!this.#visit(child)) return false;
    }
    if (node.subType === 'functionCall' && !isCast(node.function)) return false;
    return node.subType !== 'graph' || this.#triples > before;
  }

  #takesTerm(node: Node): boolean {
    if (node.subType !== 'namedNode') return true;
    node.value = this.#expand(node as { value: string });
    delete node.prefix;
    return PLAIN_SCHEME.test(String(node.value));
  }

  /** Every GRAPH among the patterns of a group gets the engine's names. */
  #ties(patterns: Node[]): void {
    for (let at = 0; at < patterns.length; at += 1) {
      const { subType, name } = patterns[at] ?? {};
      if (subType !== 'graph' || name === undefined) continue;
      if (name.subType === 'variable') {
        const tie = this.#tie(name);
        patterns.splice(at + 1, 0, tie.values);
        (patterns[at] as Node).name = tie.variable;
        at += 1;
      } else {
        const iri = this.#expand(name as { value: string });
        const found = this.#named.find(([known]) => known === iri)?.[1];
        (patterns[at] as Node).name = namedNode(found ?? this.#revision.nowhere);
      }
    }
  }

  #tie(name: Node): { readonly variable: Node; readonly values: Node } {
    const own = `${HIDDEN_VARIABLE}${(this.#variables += 1)}`;
    const variable = { ...name, value: own };
    const values = this.#named.map(([known, graph]) => ({
      [own]: namedNode(graph),
      [String(name.value)]: namedNode(known),
    }));
    const node = { type: 'pattern', subType: 'values', variables: [variable, name], values };
    return { variable, values: { ...node, loc: MADE } as Node };
  }
}

function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, child]: [string, unknown]) =>
    key === 'loc' || typeof child !== 'object' || child === null ? [] : [child],
  );
}

function namedNode(value: Iri): Node {
  return { type: 'term', subType: 'namedNode', value, loc: MADE } as Node;
}

function isCast(name: Node | undefined): boolean {
  return String(name?.value).startsWith(XSD);
}
const XSD = xsd.string.value.slice(0, -'string'.length);

type Select = Extract<QueryTree, { subType: 'select' }>;

/**
 * One row more than may be tells that there are too many. Not with ORDER BY: Virtuoso sorts at most 10 000 rows under a LIMIT,
 * and any number without.
 */
function limited(tree: Select, maxRows: number): number | undefined {
  const { solutionModifiers, values } = tree;
  const own = solutionModifiers.limitOffset?.limit;
  if (own !== undefined || values !== undefined || solutionModifiers.order !== undefined)
    return own;
  const limit = maxRows + 1;
  solutionModifiers.limitOffset = {
    ...(solutionModifiers.limitOffset ?? { loc: MADE }),
    type: 'solutionModifier',
    subType: 'limitOffset',
    limit,
  } as NonNullable<Select['solutionModifiers']['limitOffset']>;
  return limit;
}

function projected({ variables }: Select): readonly string[] | undefined {
  const names = variables.flatMap((one) => {
    if (one.type === 'wildcard') return [];
    return 'variable' in one ? [one.variable.value] : [one.value];
  });
  return names.length === 0 ? undefined : names;
}
