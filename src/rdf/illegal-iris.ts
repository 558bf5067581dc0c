/**
 * Turtle with illegal IRIs in it (safety P7): strict parsers stop at the first, so they are set aside before parsing. The
 * statements that hold one are left out and reported with their line; all others are kept. Any other fault, and an IRI
 * without an end, still refuses the whole file.
 */
import { parseTurtle, type ParsedTurtle, type ParseOptions } from './parse-turtle.js';
import { isLiteral, isNamedNode, type Quad, type Term } from './terms.js';

export interface RefusedIri {
  /** As it was written. */
  readonly found: string;
  readonly line: number;
}
export interface TolerantlyParsed extends ParsedTurtle {
  /** In the order of their lines. */
  readonly refused: readonly RefusedIri[];
}

/** Strings, comments and escapes are passed over; what stands between angle brackets is an IRI. */
const TOKENS =
  /"""(?:[^"\\]|\\.|"(?!""))*"""|'''(?:[^'\\]|\\.|'(?!''))*'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|#[^\r\n]*|\\.|<<|<([^>\r\n]*)>/gs;
const LEGAL = /^(?:[^\u0000-\u0020<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*$/;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const MARK = 'urn:datavev:illegal-iri:';

/** Throws CatalogError PARSE_FAILED for faults other than illegal or relative IRIs. */
export function parseTurtleTolerantly(text: string, options: ParseOptions = {}): TolerantlyParsed {
  const refused: RefusedIri[] = [];
  const masked = text.replace(TOKENS, (token, content: string | undefined, at: number) => {
    if (content === undefined || LEGAL.test(content)) return token;
    refused.push({ found: content, line: lineAt(text, at) });
    return `<${MARK}${refused.length}>`;
  });
  const parsed = parseTurtle(masked, options);
  const kept: Quad[] = [];
  for (const quad of parsed.quads) {
    const relative = irisIn(quad).find((value) => !ABSOLUTE.test(value));
    if (relative !== undefined) {
      const line = parsed.lines.lineOf(quad.subject, quad.predicate) ?? 1;
      refused.push({ found: relative, line });
    } else if (!irisIn(quad).some((value) => value.startsWith(MARK))) {
      kept.push(quad);
    }
  }
  return { ...parsed, quads: kept, refused: refused.sort((a, b) => a.line - b.line) };
}

function irisIn({ subject, predicate, object }: Quad): string[] {
  const terms: Term[] = [subject, predicate, isLiteral(object) ? object.datatype : object];
  return terms.filter(isNamedNode).map((term) => term.value);
}

function lineAt(text: string, end: number): number {
  return text.slice(0, end).split(/\r\n|\n|\r/).length;
}
