/**
 * How a syntax is written: a text a node, and what stands around and between. Documents and feeds are both made of these, so a
 * node reads the same in each.
 */
import type { Grouped, SubjectGroup } from './grouped.js';

export interface NodeWriter {
  readonly head: string;
  readonly foot: string;
  /** Between two nodes. */
  readonly separator: string;
  /** Throws CatalogError IRI_INVALID, or what the syntax cannot say. */
  node(group: SubjectGroup): string;
}

export function written(graph: Grouped, writer: NodeWriter): string {
  return [...writtenInPieces(graph, writer)].join('');
}

/** For what is never in memory as a whole; its nodes are to come in order. */
export function* writtenInPieces(
  graph: Iterable<SubjectGroup>,
  writer: NodeWriter,
): Generator<string> {
  yield writer.head;
  let between = '';
  for (const group of graph) {
    yield between + writer.node(group);
    between = writer.separator;
  }
  yield writer.foot;
}
