/**
 * Regular expressions of XPath (XPath Functions and Operators 5.6) as RE2 takes them. RE2 is linear in the text, whatever
 * the pattern: users' patterns never reach JavaScript's own engine (safety D6).
 */
import { RE2JS } from 're2js';
import { queryError } from '../../query-error.js';
import { prefilter } from './regex-prefilter.js';

/** What a class of XPath is made of in RE2, whose own `\w` and `\d` know ASCII alone. Usable inside brackets. */
const CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '\\p{L}\\p{M}\\p{N}\\p{S}',
  W: '\\p{P}\\p{Z}\\p{C}',
  s: ' \\t\\n\\r',
};

export interface Pattern {
  readonly re2: RE2JS;
  test(text: string): boolean;
}

/** Undefined for flags and patterns that are wrong. Throws QUERY_REFUSED for right ones that RE2 cannot match. */
export function compilePattern(pattern: string, flags: string): Pattern | undefined {
  if (!/^[smixq]*$/.test(flags)) return undefined;
  const isLiteral = flags.includes('q');
  const spaced = flags.includes('x') && !isLiteral ? withoutSpace(pattern) : pattern;
  const translated = isLiteral ? RE2JS.quote(spaced) : translatedPattern(spaced);
  try {
    const re2 = RE2JS.compile(translated, re2Flags(flags));
    const mayMatch = /[xq]/.test(flags) ? undefined : prefilter(pattern, flags.includes('i'));
    return { re2, test: (text) => mayMatch?.(text) !== false && re2.test(text) };
  } catch (error) {
    if (/repeat count|too large|nesting/i.test(String(error))) throw refused(pattern);
    return undefined;
  }
}

function re2Flags(flags: string): number {
  return (
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0)
  );
}

function refused(pattern: string): Error {
  return queryError('QUERY_REFUSED', { form: `REGEX ${JSON.stringify(pattern.slice(0, 100))}` });
}

/** Flag x: white space outside brackets says nothing. */
function withoutSpace(pattern: string): string {
  return pattern.replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|[\t\n\r ]/g, (part) =>
    /^[\t\n\r ]$/.test(part) ? '' : part,
  );
}

function translatedPattern(pattern: string): string {
  let result = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '\\') {
      at += 1;
      result += escape(pattern.charAt(at), depth > 0, pattern);
      continue;
    }
    if (character === '[') {
      // A bracket in brackets takes characters away, which RE2 has no words for.
      if (depth > 0) throw refused(pattern);
      depth = 1;
    } else if (character === ']') depth = 0;
    result += character;
  }
  return result;
}

function escape(character: string, isInBrackets: boolean, pattern: string): string {
  // References back, name characters, and blocks of Unicode (\p{IsBasicLatin}): none of them is in RE2.
  if (/[1-9iIcC]/.test(character)) throw refused(pattern);
  if (/[pP]/.test(character) && /\\[pP]\{Is/.test(pattern)) throw refused(pattern);
  if (character === 'S') return isInBrackets ? '\\S' : '[^ \\t\\n\\r]';
  const set = CLASSES[character];
  if (set === undefined) return `\\${character}`;
  return isInBrackets ? set : `[${set}]`;
}

/** A replacement of fn:replace: texts, and numbers of groups. */
export type ReplacementPart = string | number;

const PIECE = /[^\\$]+|\\[\\$]|\$[0-9]{1,4}/y;

/** Undefined for a wrong one: `\` before anything but `\` and `$`, `$` before anything but a digit. */
export function parseReplacement(
  text: string,
  groups: number,
): readonly ReplacementPart[] | undefined {
  const parts: ReplacementPart[] = [];
  let at = 0;
  while (at < text.length) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(text)?.[0];
    if (piece === undefined) return undefined;
    at += piece.length;
    if (piece.startsWith('$')) {
      const used = groupDigits(piece.slice(1), groups);
      parts.push(Number(used), piece.slice(1 + used.length));
    } else parts.push(piece.startsWith('\\') ? piece.slice(1) : piece);
  }
  return parts;
}

/** As many digits as name a group that there is; one digit at least. */
function groupDigits(digits: string, groups: number): string {
  let length = digits.length;
  while (length > 1 && Number(digits.slice(0, length)) > groups) length -= 1;
  return digits.slice(0, length);
}
