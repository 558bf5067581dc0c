/**
 * What is checked before any parser sees a query: size, nesting, codepoint escapes (safety D3). One pass without
 * recursion that knows strings, comments and IRIs; cheap enough for the web process.
 */
import { syntaxError, tooLarge, type SyntaxPosition } from './query-error.js';

export const MAX_QUERY_BYTES = 65_536;
export const MAX_NESTING = 200;

export type QueryForm = 'select' | 'ask' | 'construct' | 'describe';

// In one sticky expression per kind of token: each is linear, and none can match twice from one start.
const LONG_STRING = /"""(?:[^"\\]|\\[^]|"(?!""))*"""|'''(?:[^'\\]|\\[^]|'(?!''))*'''/y;
const SHORT_STRING = /"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'/y;
const IRI = /<[^<>"{}|^`\\\u0000-\u0020]*>/y;
const COMMENT = /#[^\n\r]*/y;
const WORD = /[?$@]?[A-Za-z_][\w.-]*:?/y;
const ESCAPE = /\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g;

/** Returns the text's form as its first keyword tells (undefined: none). Throws QUERY_TOO_LARGE or QUERY_SYNTAX. */
export function scanQuery(text: string): QueryForm | undefined {
  if (Buffer.byteLength(text) > MAX_QUERY_BYTES) throw tooLarge('queryBytes', MAX_QUERY_BYTES);
  const lone = /\p{Surrogate}/u.exec(text);
  if (lone) throw syntaxError(positionAt(text, lone.index), 'unpaired surrogate');
  checkEscapes(text);
  return scanTokens(text);
}

function scanTokens(text: string): QueryForm | undefined {
  let form: QueryForm | undefined;
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if ('([{'.includes(char)) {
      depth += 1;
      if (depth > MAX_NESTING) throw tooLarge('nesting', MAX_NESTING);
    } else if (')]}'.includes(char)) depth -= 1;
    const token = tokenAt(text, at, char);
    if (depth === 0) form ??= formOf(token);
    at += token.length;
  }
  return form;
}

/** Functions that give another value at each call (SPARQL 1.1 §17.4.2.9, §17.4.4, §17.4.5.1). */
const VOLATILE = new Set(['now', 'rand', 'uuid', 'struuid', 'bnode']);

/**
 * Whether the text may be answered otherwise the next time, on the same data. Errs on that side: a name may be part of a
 * prefixed one (`ex:now`), and a codepoint escape outside strings and IRIs may spell a function.
 */
export function isVolatile(text: string): boolean {
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at, text.charAt(at));
    if (VOLATILE.has(token.toLowerCase()) || token.toLowerCase() === '\\u') return true;
    at += token.length;
  }
  return false;
}

/** A string, IRI, comment or word starting here, else one character (two after a backslash: `ex:a\(b`). */
function tokenAt(text: string, at: number, char: string): string {
  if (char === '"' || char === "'") {
    return match(LONG_STRING, text, at) ?? match(SHORT_STRING, text, at) ?? char;
  }
  if (char === '<') return match(IRI, text, at) ?? char;
  if (char === '#') return match(COMMENT, text, at) ?? char;
  if (char === '\\') return text.slice(at, at + 2);
  return match(WORD, text, at) ?? char;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function formOf(token: string): QueryForm | undefined {
  const word = token.toLowerCase();
  const isForm = word === 'select' || word === 'ask' || word === 'construct' || word === 'describe';
  return isForm ? word : undefined;
}

/**
 * SPARQL 1.1 §19.2 resolves \uXXXX before parsing, many engines only within strings and IRIs. An escaped quote or brace
 * would let the checked tree and the evaluated one differ, and SERVICE SILENT slip through, so it is refused.
 */
function checkEscapes(text: string): void {
  for (const found of text.matchAll(ESCAPE)) {
    const code = Number.parseInt(found[1] ?? found[2] ?? '', 16);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (isCharacter && code > 0x20 && !'"\'\\<>(){}[]#'.includes(String.fromCodePoint(code)))
      continue;
    const cause = isCharacter ? 'escaped structural character' : 'not a Unicode character';
    throw syntaxError(positionAt(text, found.index), `${cause} ${found[0]}`);
  }
}

/** Where the first token of this text stands, outside strings, comments and IRIs. */
export function positionOfToken(text: string, wanted: string): SyntaxPosition | undefined {
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at, text.charAt(at));
    if (token === wanted) return positionAt(text, at);
    at += token.length;
  }
  return undefined;
}

export function positionAt(text: string, offset: number): SyntaxPosition {
  const lines = text.slice(0, offset).split(/\r\n|[\n\r]/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
