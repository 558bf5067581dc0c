/**
 * What a portal takes as the description of each member (portals.md 1.1, row 11): its properties, then those of every node they lead to,
 * short of other members; hashed over sorted triples (row 14). What belongs to nobody's description alone is a leak.
 */
import { createHash } from 'node:crypto';
import type { SharedNode } from '../model/portal-report.js';
import { isLiteral } from '../rdf/terms.js';
import type { Graph } from '../rdf/graph.js';
import { contentHash } from '../rdf/canonical.js';
import type { BlankNames } from './blank-nodes.js';

/** What a description stops at: it names them and does not describe them. */
export interface MemberSet {
  readonly iris: readonly string[];
  readonly isMember: (node: string) => boolean;
}
export interface Closure {
  /** Nodes with statements, the member first. */
  readonly nodes: readonly string[];
  readonly statements: number;
  readonly hash: string;
}
export interface Closures {
  readonly of: ReadonlyMap<string, Closure>;
  /** Nodes that more than one description holds, most held first. */
  readonly shared: readonly SharedNode[];
  /** Hash of what is said of each of them. */
  readonly sharedHashes: Readonly<Record<string, string>>;
  /** False when they were too much to follow: hashes and shares are then left out. */
  readonly isComplete: boolean;
}

/** A catalogue of 20 000 datasets in order has three million; one that hangs together has its number squared. */
const MAX_STATEMENTS = 20_000_000;

export function closuresOf(graph: Graph, members: MemberSet, names: BlankNames): Closures {
  const about = described(graph, names);
  const of = new Map<string, Closure>();
  const uses = new Map<string, number>();
  let budget = MAX_STATEMENTS;
  for (const member of members.iris) {
    const closure = closureOf(member, about, members.isMember);
    budget -= closure.statements;
    if (budget < 0) return { of, shared: [], sharedHashes: {}, isComplete: false };
    of.set(member, closure);
    for (const node of closure.nodes.slice(1)) uses.set(node, (uses.get(node) ?? 0) + 1);
  }
  const shared = [...uses]
    .filter(([, count]) => count > 1)
    .map(([node, count]) => ({ node, members: count }))
    .sort((a, b) => b.members - a.members || (a.node < b.node ? -1 : 1));
  const sharedHashes = Object.fromEntries(
    shared.map(({ node }) => [node, contentHash(about(node).lines.join('\n'))]),
  );
  return { of, shared, sharedHashes, isComplete: true };
}

interface Described {
  /** Sorted lines of N-Triples. */
  readonly lines: readonly string[];
  /** What they lead to. */
  readonly next: readonly string[];
}

/** Each node is written and sorted once, however many descriptions hold it. */
function described(graph: Graph, names: BlankNames): (node: string) => Described {
  const known = new Map<string, Described>();
  return (node) => {
    const found = known.get(node);
    if (found) return found;
    const about = graph.about(node);
    const made = {
      lines: [...new Set(about.map(names.line))].sort(),
      next: [...new Set(about.flatMap(({ object }) => (isLiteral(object) ? [] : [object.value])))],
    };
    known.set(node, made);
    return made;
  };
}

function closureOf(
  member: string,
  about: (node: string) => Described,
  isMember: (node: string) => boolean,
): Closure {
  const seen = new Set([member]);
  const nodes: string[] = [];
  const lines: string[] = [];
  // The set grows while it is walked, so what is found is visited in its turn.
  for (const node of seen) {
    const { lines: own, next } = about(node);
    if (own.length === 0) continue;
    nodes.push(node);
    for (const line of own) lines.push(line);
    for (const one of next) if (!isMember(one)) seen.add(one);
  }
  const hash = createHash('sha256');
  for (const line of lines.sort()) hash.update(line).update('\n');
  return { nodes, statements: lines.length, hash: hash.digest('hex') };
}
