/** The line of a property in a Turtle file: what is known of a record is only where its subject begins. */
import { parseOrigin } from '../model/origin.js';
import { tryIri } from '../model/iri.js';
import { parseTurtleTolerantly } from '../rdf/illegal-iris.js';
import type { StatementLines } from '../rdf/parse.js';
import { namedNode } from '../rdf/terms.js';

/** `read` gives a file's text as it is now, or undefined. A file that cannot be parsed any more adds nothing. */
export function turtleLines(
  read: (file: string) => string | undefined,
): (origin: string, subject: string, path: string | undefined) => string | undefined {
  const known = new Map<string, StatementLines | undefined>();
  return (origin, subject, path) => {
    const { file } = parseOrigin(origin);
    if (!file.endsWith('.ttl')) return undefined;
    if (!known.has(file)) known.set(file, linesOf(read(file)));
    const lines = known.get(file);
    const node = tryIri(subject);
    const property = tryIri(path ?? '');
    if (!lines || !node) return undefined;
    const line =
      (property && lines.lineOf(namedNode(node), namedNode(property))) ??
      lines.lineOf(namedNode(node));
    return line === undefined ? undefined : `${file}#L${line}`;
  };
}

function linesOf(text: string | undefined): StatementLines | undefined {
  try {
    return text === undefined ? undefined : parseTurtleTolerantly(text).lines;
  } catch {
    return undefined;
  }
}
