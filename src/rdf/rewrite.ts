/** N-Triples into another syntax while they are read: the whole is never in memory. */
import { groupOf } from './grouped.js';
import type { NodeWriter } from './node-writer.js';
import { parseNQuads } from './parse-turtle.js';
import type { Quad } from './terms.js';

/**
 * Of a document in which the statements about a node stand together and no node is blank: such are ours. Nodes keep their order.
 * Throws what the writer throws, and CatalogError PARSE_FAILED.
 */
export async function* rewritten(
  chunks: AsyncIterable<string>,
  writer: NodeWriter,
): AsyncGenerator<string> {
  yield writer.head;
  let separator = '';
  let rest = '';
  for await (const chunk of chunks) {
    rest += chunk;
    const end = startOfLastNode(rest);
    if (end === 0) continue;
    yield separator + nodes(rest.slice(0, end), writer);
    separator = writer.separator;
    rest = rest.slice(end);
  }
  if (rest !== '') yield separator + nodes(rest, writer);
  yield writer.foot;
}

/** More lines about it may come, and the last line may not be whole. */
function startOfLastNode(text: string): number {
  let at = startOfLine(text, text.lastIndexOf('\n'));
  const subject = text.slice(at, text.indexOf(' ', at) + 1);
  while (at > 0) {
    const before = startOfLine(text, at - 1);
    if (!text.startsWith(subject, before)) break;
    at = before;
  }
  return at;
}

/** Of the line that ends at `end`. */
function startOfLine(text: string, end: number): number {
  return end < 1 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
}

function nodes(text: string, writer: NodeWriter): string {
  const runs: Quad[][] = [];
  for (const quad of parseNQuads(text)) {
    const run = runs.at(-1);
    if (run?.[0]?.subject.equals(quad.subject)) run.push(quad);
    else runs.push([quad]);
  }
  return runs
    .map((run) => writer.node(groupOf(run[0]?.subject.value ?? '', run)))
    .join(writer.separator);
}
