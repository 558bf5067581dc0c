/**
 * Blank nodes as data.norge.no names them (row 13): by the sorted characters of what they say, leaves first, until none is
 * left. So a cycle never ends, and equal content becomes one node.
 */
import { createHash } from 'node:crypto';
import { ALL_NAMES } from '../rdf/compact-names.js';
import type { Graph } from '../rdf/graph.js';
import { ntriplesLine, termText } from '../rdf/nquads.js';
import { isLiteral, isNamedNode, type Quad } from '../rdf/terms.js';
import { rdf } from '../rdf/vocabularies.js';
import type { Traps } from './trap.js';

export interface BlankNames {
  /** The statement as a line of N-Triples, blank nodes by their names. */
  readonly line: (quad: Quad) => string;
  /** The name of a blank node; undefined for other nodes. */
  readonly nameOf: (node: string) => string | undefined;
}

export function nameBlankNodes(graph: Graph, traps: Traps): BlankNames {
  const nodes = [...graph.subjects()].flatMap((subject) => {
    const about = graph.about(subject);
    return about[0]?.subject.termType === 'BlankNode' ? [[subject, about] as const] : [];
  });
  const names = new Map<string, string>();
  const line = ({ subject, predicate, object }: Quad): string =>
    `${text(subject, names)} ${termText(predicate)} ${text(object, names)} .`;
  if (nodes.length === 0) return { line: ntriplesLine, nameOf: () => undefined };
  traps.add('FDK-26', ...nodes.map(([, about]) => wordsOf(about)));
  const pending = new Map(nodes);
  for (let round = nodes.length; round > 0 && pending.size > 0;) {
    const leaves = [...pending].filter(([, about]) =>
      about.every(({ object }) => object.termType !== 'BlankNode' || !pending.has(object.value)),
    );
    round = leaves.length;
    for (const [node] of leaves) pending.delete(node);
    for (const [node, about] of leaves) names.set(node, nameOf(about, line));
  }
  if (pending.size > 0) traps.add('FDK-27', ...[...pending.values()].map(wordsOf));
  for (const node of pending.keys()) names.set(node, `_:cycle-${node}`);
  return { line, nameOf: (node) => names.get(node) };
}

function text(term: Quad['subject'] | Quad['object'], names: ReadonlyMap<string, string>): string {
  return term.termType === 'BlankNode' ? (names.get(term.value) ?? '_:') : termText(term);
}

/** Characters, not lines, are sorted: so two nodes whose texts are anagrams become one as well. */
function nameOf(about: readonly Quad[], line: (quad: Quad) => string): string {
  const statements = about.map((one) => line(one).replace(/^\S+ /, ''));
  return `_:${createHash('md5')
    .update([...statements.join('')].sort().join(''))
    .digest('hex')}`;
}

export function isBlank(graph: Graph, node: string): boolean {
  const [first] = graph.about(node);
  // Of what is named and not described: an IRI has a colon.
  return first ? first.subject.termType === 'BlankNode' : !node.includes(':');
}

/** The IRI; of a blank node what it says, since its label is made up in the reading. */
export function nodeText(graph: Graph, node: string): string {
  return isBlank(graph, node) ? wordsOf(graph.about(node)) : node;
}

const MAX_WORDS = 60;

/** A text tells most, and a class least. */
function wordsOf(about: readonly Quad[]): string {
  const told =
    about.find(({ object }) => isLiteral(object)) ??
    about.find(({ predicate, object }) => !predicate.equals(rdf.type) && isNamedNode(object)) ??
    about.find(({ predicate }) => predicate.equals(rdf.type));
  if (!told) return '[ … ]';
  const { predicate, object } = told;
  const name = shortName(predicate.value);
  const value = isLiteral(object)
    ? `"${object.value.slice(0, MAX_WORDS)}"`
    : shortName(object.value);
  return `[ ${name} ${value} … ]`;
}

function shortName(iri: string): string {
  return ALL_NAMES.compact(iri) ?? `<${iri}>`;
}
