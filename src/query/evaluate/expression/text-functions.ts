/** Functions on strings (SPARQL 1.1 17.4.3), regular expressions apart. */
import { tooLarge } from '../../query-error.js';
import { UNBOUND, type Id, type Row } from '../registers.js';
import {
  constantText,
  fromCondition,
  fromId,
  fromNumber,
  fromText,
  originOf,
  type Compiled,
  type TextExpression,
} from './compiled.js';
import {
  argument,
  fixed,
  plainText,
  remembering,
  type CompileContext,
  type FunctionEntry,
  type FunctionMaker,
} from './context.js';
import { LANG_STRING, STRING } from './literal-forms.js';
import { formTest } from './form-test.js';
import type { LiteralValues, Truth } from './literal-values.js';
import { integer, rounded, type Numeric } from './numeric.js';

/** UTF-16 units: no answer may be longer (safety D3), and a query that doubles a text shall not fill the memory. */
const MAX_TEXT = 10_000_000;

/** Throws QUERY_TOO_LARGE for a text that is too long for any answer. */
export function checkLength(length: number): void {
  if (length > MAX_TEXT) throw tooLarge('textLength', MAX_TEXT);
}

export function bounded(text: string): string {
  checkLength(text.length);
  return text;
}

/** A text made of one, with its language. `change` may say undefined for an error. */
export function changed(
  subject: Compiled,
  args: readonly Compiled[],
  { values }: CompileContext,
  change: (text: string, row: Row) => string | undefined,
): Compiled {
  const text: TextExpression = (row) => {
    const value = subject.text(row);
    return value === undefined ? undefined : change(value, row);
  };
  if (subject.isPlain) return fromText(values, originOf(args), text);
  const withLanguage = fromId(values, originOf(args), (row) => {
    const id = subject.id(row);
    const value = values.text(id);
    const result = value === undefined ? undefined : change(value, row);
    return result === undefined ? UNBOUND : values.ofTextLike(result, id);
  });
  return { ...withLanguage, text };
}

function cased(change: (text: string) => string): FunctionEntry {
  return fixed(1, (args, context) => changed(argument(args, 0), args, context, change));
}

const SURROGATE = /[\ud800-\udfff]/;

function codePointCount(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}

const strlen: FunctionMaker = (args, { values }) => {
  const { text } = argument(args, 0);
  return fromNumber(values, originOf(args), (row) => {
    const value = text(row);
    return value === undefined ? undefined : integer(codePointCount(value));
  });
};

/** fn:substring: code points from 1, positions rounded as fn:round does. */
const substr: FunctionMaker = (args, context) => {
  const subject = argument(args, 0);
  const start = argument(args, 1).number;
  const length = args[2]?.number;
  return changed(subject, args, context, (text, row) => {
    const from = start(row);
    const count = length?.(row);
    if (!from || (length && !count)) return undefined;
    return substring(text, from, count);
  });
};

function substring(text: string, from: Numeric, count: Numeric | undefined): string {
  const first = rounded(from, 'round').value;
  const end = count ? first + rounded(count, 'round').value : Infinity;
  // NaN compares with nothing: nothing is taken.
  if (!(first < end)) return '';
  const units = SURROGATE.test(text) ? Array.from(text) : undefined;
  const low = Math.max(first - 1, 0);
  const high = Math.max(end - 1, 0);
  return units ? units.slice(low, high).join('') : text.slice(low, high);
}

/** 17.4.3.1.2: both plain, or the second plain, or both of one language. */
function compatible(values: LiteralValues, a: Id, b: Id): boolean {
  if (a === UNBOUND || b === UNBOUND) return false;
  const second = values.kind(b);
  const first = values.kind(a);
  if (second === STRING) return first === STRING || first === LANG_STRING;
  return second === LANG_STRING && values.terms.form(a) === values.terms.form(b);
}

function textTest(holds: (text: string, part: string) => boolean): FunctionEntry {
  return fixed(2, (args, context) => {
    const { values } = context;
    const [subject, part] = [argument(args, 0), argument(args, 1)];
    const known = constantText(part);
    const origin = originOf(args);
    if (!part.isPlain) {
      return fromCondition(values, origin, (row) => {
        const [a, b] = [subject.id(row), part.id(row)];
        if (!compatible(values, a, b)) return -1;
        return holds(values.terms.value(a), values.terms.value(b)) ? 1 : 0;
      });
    }
    const second: TextExpression = known === undefined ? part.text : () => known;
    const condition = remembering(context, origin, (row) => {
      const a = subject.text(row);
      const b = second(row);
      return a === undefined || b === undefined ? -1 : holds(a, b) ? 1 : 0;
    });
    return fromCondition(values, origin, condition);
  });
}

/** STRBEFORE and STRAFTER: with the first one's language when found, else the empty text without one. */
function split(take: (text: string, at: number, part: string) => string): FunctionEntry {
  return fixed(2, (args, { values }) => {
    const [subject, part] = [argument(args, 0), argument(args, 1)];
    return fromId(values, originOf(args), (row) => {
      const [a, b] = [subject.id(row), part.id(row)];
      if (!compatible(values, a, b)) return UNBOUND;
      const [text, found] = [values.terms.value(a), values.terms.value(b)];
      const at = text.indexOf(found);
      return at === -1 ? values.ofText('') : values.ofTextLike(take(text, at, found), a);
    });
  });
}

const concat: FunctionMaker = (args, { values }) => {
  const text: TextExpression = (row) => {
    let result = '';
    for (const one of args) {
      const value = one.text(row);
      if (value === undefined) return undefined;
      result += value;
    }
    return bounded(result);
  };
  if (args.every(({ isPlain }) => isPlain)) return fromText(values, originOf(args), text);
  const withLanguage = fromId(values, originOf(args), (row) => joined(values, args, row));
  return { ...withLanguage, text };
};

/** All of one language: that language; else none. */
function joined(values: LiteralValues, args: readonly Compiled[], row: Row): Id {
  let result = '';
  let like = UNBOUND;
  let isOneForm = true;
  for (const { id } of args) {
    const term = id(row);
    const value = values.text(term);
    if (value === undefined) return UNBOUND;
    if (like === UNBOUND) like = term;
    else if (values.terms.form(term) !== values.terms.form(like)) isOneForm = false;
    result += value;
  }
  bounded(result);
  return isOneForm ? values.ofTextLike(result, like) : values.ofText(result);
}

const encodeForUri: FunctionMaker = (args, { values }) => {
  const { text } = argument(args, 0);
  return fromText(values, originOf(args), (row) => {
    const value = text(row);
    return value === undefined || /\p{Surrogate}/u.test(value)
      ? undefined
      : bounded(percentEncoded(value));
  });
};

/** fn:encode-for-uri keeps unreserved characters alone; encodeURIComponent keeps five more. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Basic filtering (RFC 4647 3.3.1). */
function matchesRange(language: string, range: string): boolean {
  if (range === '*') return language !== '';
  const tag = language.toLowerCase();
  const prefix = range.toLowerCase();
  return tag === prefix || (prefix !== '' && tag.startsWith(`${prefix}-`));
}

const langMatches: FunctionMaker = (args, context) => {
  const { values, scope } = context;
  const [language, range] = [argument(args, 0), argument(args, 1)];
  const known = constantText(range);
  const origin = originOf(args);
  if (language.byForm && known !== undefined) {
    const { subject, id } = language.byForm;
    const holds = (form: number): Truth =>
      matchesRange(scope.terms.value(id(form)), known) ? 1 : 0;
    return fromCondition(values, origin, formTest(scope.terms, subject, holds));
  }
  const [tag, wanted] = [plainText(language, values), plainText(range, values)];
  return fromCondition(values, origin, (row) => {
    const [a, b] = [tag(row), wanted(row)];
    return a === undefined || b === undefined ? -1 : matchesRange(a, b) ? 1 : 0;
  });
};

export const TEXT_FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  strlen: fixed(1, strlen),
  substr: { min: 2, max: 3, make: substr },
  ucase: cased((text) => text.toUpperCase()),
  lcase: cased((text) => text.toLowerCase()),
  strstarts: textTest((text, part) => text.startsWith(part)),
  strends: textTest((text, part) => text.endsWith(part)),
  contains: textTest((text, part) => text.includes(part)),
  strbefore: split((text, at) => text.slice(0, at)),
  strafter: split((text, at, part) => text.slice(at + part.length)),
  encode_for_uri: fixed(1, encodeForUri),
  concat: { min: 0, max: Infinity, make: concat },
  langmatches: fixed(2, langMatches),
};
