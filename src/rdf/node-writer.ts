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
  const nodes = graph.map((group) => writer.node(group));
  return writer.head + nodes.join(writer.separator) + writer.foot;
}
