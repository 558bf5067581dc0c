/** A query that gave no answer: what is wrong and where, in the reader's language, and what to change. Pure. */
import type { Translator } from '../translator.js';
import type { Link } from './page-model.js';

/** What the endpoint said. */
export interface Fault {
  readonly title: string;
  readonly detail: string;
  readonly hint?: string | undefined;
  /** Of the CatalogError; undefined for faults of the request. */
  readonly code?: string | undefined;
  /** Of its message: line, column, cause; limit, value. */
  readonly params: Readonly<Record<string, string | number>>;
}
export interface SparqlFault {
  readonly title: string;
  readonly detail: string;
  readonly hint?: string | undefined;
  readonly advice: readonly string[];
  /** The lines around the place, where there is one. */
  readonly lines?: readonly FaultLine[];
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
  /** The whole answer as files, where it is only the page that it is too large for. */
  readonly downloads: readonly Link[];
}
export interface FaultLine {
  readonly number: number;
  readonly text: string;
  /** From the place on to the end of the word. */
  readonly fault?: { readonly before: string; readonly at: string; readonly after: string };
}

const CONTEXT_LINES = 2;
const ADVICE: Readonly<Record<string, string | undefined>> = {
  QUERY_SYNTAX: 'syntax',
  QUERY_TIMEOUT: 'narrow',
  QUERY_MEMORY: 'narrow',
  QUERY_TOO_LARGE: 'split',
};
/** The parser's words → ours, with what they quote. */
const CAUSES = [
  [/^unexpected "([^]+)"$/, 'sparql.fault.unexpected'],
  [/^unexpected character ([^]+)$/, 'sparql.fault.character'],
  [/^Unknown prefix: ([^]*)$/, 'sparql.fault.prefix'],
  [/^unexpected end\b/, 'sparql.fault.end'],
] as const;

export function sparqlFault(
  text: Translator,
  query: string,
  fault: Fault,
  downloads: readonly Link[],
): SparqlFault {
  const { title, detail, hint, code = '', params } = fault;
  const place = placeOf(params);
  const advice = ADVICE[code];
  // The endpoint's hint is short advice; of faults of syntax it is about prefixes alone.
  const isHintOfUse = advice === undefined || /^Unknown prefix/.test(String(params['cause']));
  return {
    title: place ? text.t('sparql.fault.title', { ...place }) : title,
    detail: (place ? causeText(text, params, place) : limitText(text, params)) ?? detail,
    hint: isHintOfUse ? hint : undefined,
    advice: advice === undefined ? [] : adviceOf(text, advice),
    downloads,
    ...(place ? { ...place, lines: linesAround(query, place) } : {}),
  };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function placeOf({ line, column }: Fault['params']): Place | undefined {
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;
}

function causeText(text: Translator, params: Fault['params'], place: Place): string {
  const cause = String(params['cause'] ?? '');
  for (const [pattern, key] of CAUSES) {
    const found = pattern.exec(cause);
    if (found) return text.t(key, { value: found[1] ?? '' });
  }
  return text.t('sparql.fault.other', { ...place, value: cause });
}

/** Undefined for a limit that has no words of ours. */
function limitText(text: Translator, { limit, value }: Fault['params']): string | undefined {
  const key = `sparql.limit.${limit ?? ''}`;
  if (text.find(key) === undefined) return undefined;
  const isBytes = limit === 'maxBytes' || limit === 'queryBytes';
  const shown = isBytes ? text.bytes(Number(value)) : text.number(Number(value));
  return text.t(key, { value: shown });
}

function adviceOf(text: Translator, name: string): string[] {
  const found: string[] = [];
  for (let at = 1; ; at += 1) {
    const one = text.find(`sparql.advice.${name}.${at}`);
    if (one === undefined) return found;
    found.push(one);
  }
}

function linesAround(query: string, { line, column }: Place): FaultLine[] {
  const lines = query.split(/\r\n|[\n\r]/);
  return lines
    .map((text, index): FaultLine => ({ number: index + 1, text }))
    .slice(Math.max(0, line - 1 - CONTEXT_LINES), line + CONTEXT_LINES)
    .map((one) => (one.number === line ? { ...one, fault: splitAt(one.text, column) } : one));
}

/** A fault at the end of a line is shown at the last character. */
function splitAt(line: string, column: number): NonNullable<FaultLine['fault']> {
  const start = Math.min(column - 1, Math.max(0, line.length - 1));
  const rest = line.slice(start);
  const at = /^(?:[\w?$:.-]+|[^])/.exec(rest)?.[0] ?? '';
  return { before: line.slice(0, start), at, after: rest.slice(at.length) };
}
