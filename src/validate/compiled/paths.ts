/** Property paths (SHACL 2.3.1): read from the shapes graph, and written as SPARQL writes them. */
import { rdf, sh } from '../../rdf/vocabularies.js';
import type { GraphIndex } from '../../rdf/graph-index.js';
import { isNamedNode, type NamedNode, type Term } from '../../rdf/terms.js';
import { iriRef } from '../../rdf/nquads.js';

export type Path =
  | { readonly kind: 'predicate'; readonly predicate: NamedNode }
  | { readonly kind: 'inverse'; readonly path: Path }
  | { readonly kind: 'sequence' | 'alternative'; readonly paths: readonly Path[] }
  | { readonly kind: 'repeat'; readonly path: Path; readonly sign: Sign };

/** Zero or one, zero or more, one or more times. */
type Sign = '?' | '*' | '+';

const REPEATS = new Map<string, Sign>([
  ['zeroOrOnePath', '?'],
  ['zeroOrMorePath', '*'],
  ['oneOrMorePath', '+'],
]);

/** Undefined for what is no path: a wrong form, one that holds itself, an empty list. */
export function readPath(
  graph: GraphIndex,
  node: Term,
  within: ReadonlySet<string> = new Set(),
): Path | undefined {
  if (isNamedNode(node)) return { kind: 'predicate', predicate: node };
  if (node.termType !== 'BlankNode' || within.has(node.value)) return undefined;
  const inside = new Set(within).add(node.value);
  // A node that is a list is a sequence, whatever else is said of it.
  if (graph.objects(node, rdf.first).length > 0) return many('sequence', graph, node, inside);
  const [choices] = graph.objects(node, sh.alternativePath);
  if (choices) return many('alternative', graph, choices, inside);
  const [inverse] = graph.objects(node, sh.$.term('inversePath'));
  const inverted = inverse && readPath(graph, inverse, inside);
  if (inverted) return { kind: 'inverse', path: inverted };
  for (const [name, sign] of REPEATS) {
    const [repeated] = graph.objects(node, sh.$.term(name));
    const path = repeated && readPath(graph, repeated, inside);
    if (path) return { kind: 'repeat', path, sign };
  }
  return undefined;
}

function many(
  kind: 'sequence' | 'alternative',
  graph: GraphIndex,
  list: Term,
  within: ReadonlySet<string>,
): Path | undefined {
  const read = graph.list(list).map((item) => readPath(graph, item, within));
  const paths = read.filter((one) => one !== undefined);
  return paths.length >= 2 && paths.length === read.length ? { kind, paths } : undefined;
}

/** A plain property is its IRI; anything else is a SPARQL property path. */
export function pathText(path: Path): string {
  return path.kind === 'predicate' ? path.predicate.value : sparqlPath(path);
}

export function sparqlPath(path: Path): string {
  switch (path.kind) {
    case 'predicate':
      return iriRef(path.predicate.value);
    case 'inverse':
      return `^${operand(path.path)}`;
    case 'repeat':
      return `${operand(path.path)}${path.sign}`;
    case 'sequence':
      return path.paths
        .map((one) => (one.kind === 'sequence' ? `(${sparqlPath(one)})` : sparqlPath(one)))
        .join('/');
    case 'alternative':
      return `(${path.paths.map(sparqlPath).join('|')})`;
  }
}

function operand(path: Path): string {
  const isOne = path.kind === 'predicate' || path.kind === 'alternative';
  return isOne ? sparqlPath(path) : `(${sparqlPath(path)})`;
}
