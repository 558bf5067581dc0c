/** REGEX and REPLACE (SPARQL 1.1 17.4.3.14 and 17.4.3.15). */
import type { RE2JS } from 're2js';
import type { Row } from '../registers.js';
import {
  constantText,
  fromCondition,
  originOf,
  type Compiled,
  type TextExpression,
} from './compiled.js';
import {
  argument,
  plainText,
  remembering,
  type CompileContext,
  type FunctionEntry,
  type FunctionMaker,
} from './context.js';
import {
  compilePattern,
  parseReplacement,
  type Pattern,
  type ReplacementPart,
} from './regex-pattern.js';
import { bounded, changed } from './text-functions.js';

/** Compiled patterns that one call keeps: they come from the data when they are no constant. */
const MAX_PATTERNS = 100;

type PatternExpression = (row: Row) => Pattern | undefined;

function patternOf(
  pattern: Compiled,
  flags: Compiled | undefined,
  { values }: CompileContext,
): PatternExpression {
  const text = plainText(pattern, values);
  const flagText: TextExpression = flags ? plainText(flags, values) : () => '';
  const known = constantText(pattern);
  const knownFlags = flags ? constantText(flags) : '';
  if (known !== undefined && knownFlags !== undefined) {
    const compiled = compilePattern(known, knownFlags);
    return () => compiled;
  }
  const cache = new Map<string, Pattern | undefined>();
  return (row) => {
    const [source, letters] = [text(row), flagText(row)];
    if (source === undefined || letters === undefined) return undefined;
    const key = `${letters}/${source}`;
    if (!cache.has(key)) {
      if (cache.size >= MAX_PATTERNS) cache.clear();
      cache.set(key, compilePattern(source, letters));
    }
    return cache.get(key);
  };
}

const regex: FunctionMaker = (args, context) => {
  const { text } = argument(args, 0);
  const pattern = patternOf(argument(args, 1), args[2], context);
  const origin = originOf(args);
  const condition = remembering(context, origin, (row) => {
    const value = text(row);
    const compiled = value === undefined ? undefined : pattern(row);
    if (value === undefined || !compiled) return -1;
    return compiled.test(value) ? 1 : 0;
  });
  return fromCondition(context.values, origin, condition);
};

const replace: FunctionMaker = (args, context) => {
  const pattern = patternOf(argument(args, 1), args[3], context);
  const replacement = plainText(argument(args, 2), context.values);
  const flags = args[3] ? plainText(args[3], context.values) : undefined;
  return changed(argument(args, 0), args, context, (text, row) => {
    const compiled = pattern(row)?.re2;
    const by = replacement(row);
    if (!compiled || by === undefined) return undefined;
    const isLiteral = flags?.(row)?.includes('q') === true;
    const parts = isLiteral ? [by] : parseReplacement(by, compiled.groupCount());
    // A pattern that matches nothing at all is an error (FORX0003).
    return !parts || compiled.test('') ? undefined : replaced(text, compiled, parts);
  });
};

function replaced(text: string, pattern: RE2JS, parts: readonly ReplacementPart[]): string {
  const matcher = pattern.matcher(text);
  let result = '';
  let from = 0;
  while (matcher.find()) {
    result += text.slice(from, matcher.start());
    for (const part of parts) {
      result += typeof part === 'string' ? part : groupText(matcher, part);
    }
    bounded(result);
    from = matcher.end();
  }
  return bounded(result + text.slice(from));
}

/** Empty for a group that took no part in the match, and for one that the pattern does not have. */
function groupText(matcher: ReturnType<RE2JS['matcher']>, group: number): string {
  return group > matcher.groupCount() ? '' : (matcher.group(group) ?? '');
}

export const REGEX_FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  regex: { min: 2, max: 3, make: regex },
  replace: { min: 3, max: 4, make: replace },
};
