/**
 * Turtle, TriG, N-Triples and N-Quads by n3, strictly: the first fault is CatalogError PARSE_FAILED with its line
 * (RDF 1.1 Turtle, TriG, N-Triples, N-Quads; safety.md 16.2).
 */
import { Parser } from 'n3';
import { CatalogError } from '../model/errors.js';
import { parserTerms, type ParserTerms } from './parser-terms.js';
import { StatementLineTracker, type StatementLines, type Token } from './statement-lines.js';
import type { Quad } from './terms.js';

export interface ParseOptions {
  /** Relative IRIs are resolved against it; without it they stay as they are. */
  readonly baseIri?: string;
  /** Named in messages. */
  readonly file?: string;
  /** Blank nodes keep the labels that the document gives them: for our own files, one document at a time. */
  readonly keepLabels?: boolean;
}
export interface ParsedTurtle {
  readonly quads: readonly Quad[];
  readonly lines: StatementLines;
}
export type N3Format = 'text/turtle' | 'application/trig' | 'N-Triples' | 'N-Quads';

/** Quads in document order, and the lines they come from. */
export function parseTurtle(text: string, options: ParseOptions = {}): ParsedTurtle {
  const lines = new StatementLineTracker();
  return { quads: parseByN3(text, 'text/turtle', options, lines), lines };
}

/** N-Quads, for our own files: as strict as any other. */
export function parseNQuads(text: string, options: ParseOptions = {}): Quad[] {
  return parseByN3(text, 'N-Quads', options);
}

/** Without a tracker no tokens are kept, which halves time and memory of large files. */
export function parseByN3(
  text: string,
  format: N3Format,
  options: ParseOptions,
  tracker?: StatementLineTracker,
): Quad[] {
  const document = `${options.baseIri ?? ''}\n${options.file ?? ''}\n${text}`;
  const terms = parserTerms(document, options.keepLabels);
  try {
    return runN3(text, format, options, { terms, tracker });
  } catch (error) {
    const line = tracker ? (lineOfError(error) ?? tracker.line) : lineOfError(error);
    // A refusal of our own has no line: read once more, with tokens, to find it.
    if (line === undefined) return parseByN3(text, format, options, new StatementLineTracker());
    const cause = causeOf(error);
    const column = columnOfError(error, text, line);
    const place = { file: options.file ?? 'RDF', line, ...(column ? { column } : {}) };
    throw new CatalogError('PARSE_FAILED', { ...place, cause }, error);
  }
}

interface Listeners {
  readonly terms: ParserTerms;
  readonly tracker: StatementLineTracker | undefined;
}

// n3 2.13 takes a factory and token listeners that @types/n3 1.26 does not know: the one untyped seam.
type ParseN3 = (
  text: string,
  listeners?: { onToken(token: Token): void; onTokenEnd(token: Token): void },
) => Quad[];

function runN3(text: string, format: N3Format, options: ParseOptions, by: Listeners): Quad[] {
  const { terms, tracker } = by;
  const factory: ParserTerms = tracker
    ? {
        ...terms,
        quad(subject, predicate, object, graph) {
          tracker.onQuad(subject, predicate, object);
          return terms.quad(subject, predicate, object, graph);
        },
      }
    : terms;
  const parser = new Parser({
    format,
    blankNodePrefix: options.keepLabels ? '_:' : '_:d',
    ...(options.baseIri === undefined ? {} : { baseIRI: options.baseIri }),
    factory: factory as never,
  });
  const parse = parser.parse.bind(parser) as unknown as ParseN3;
  if (!tracker) return parse(text);
  return parse(text, {
    onToken: (token) => tracker.onToken(token),
    onTokenEnd: (token) => tracker.onTokenEnd(token),
  });
}

function lineOfError(error: unknown): number | undefined {
  const { line } = (error as { context?: { line?: number } }).context ?? {};
  if (line !== undefined) return line;
  const found = / on line (\d+)\.?$/.exec(String(error));
  return found ? Number(found[1]) : undefined;
}

/** 1-based: where the token begins, or what the lexer could not read. Undefined when neither is told. */
function columnOfError(error: unknown, text: string, line: number): number | undefined {
  const { token } = (error as { context?: { token?: { start?: number } } }).context ?? {};
  if (token?.start !== undefined) return token.start + 1;
  const [, unread] = /^Error: Unexpected "(.*)" on line/s.exec(String(error)) ?? [];
  const at = unread ? (text.split(/\r\n|\n|\r/)[line - 1] ?? '').indexOf(unread) : -1;
  return at < 0 ? undefined : at + 1;
}

function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/ on line \d+\.?$/, '');
}
