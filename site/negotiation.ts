/**
 * Content and language negotiation (site.md 8; RFC 9110 §12.5). Headers are normalised before the library sees them: it knows
 * neither media-type parameters, `application/xml` for RDF/XML, nor the language tag `no`.
 */
import accepts from 'accepts';
import { LANGUAGES, type Lang } from '../src/model/lang-text.js';

/** What was asked for under another name, and the type it means here. */
const ALIASES: Readonly<Record<string, string>> = {
  'application/xml': 'application/rdf+xml',
  'text/xml': 'application/rdf+xml',
  'application/xhtml+xml': 'text/html',
  'text/plain': 'application/n-triples',
  'text/rdf+n3': 'text/n3',
  'application/trix+xml': 'application/trix',
};
const MEDIA_RANGE = /^(\*\/\*|[\w!#$&^.+-]+\/(?:\*|[\w!#$&^.+-]+))$/;
const LANGUAGE_RANGE = /^(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)$/;
/** A header longer than this is no negotiation; the first ranges decide. */
const MAX_RANGES = 50;

interface Range {
  readonly value: string;
  readonly q: number;
}

/** The best of the offers, first offer first where the client does not care; undefined: 406. */
export function negotiateType<T extends string>(
  accept: string | undefined,
  offers: readonly T[],
): T | undefined {
  const ranges = parseRanges(accept, MEDIA_RANGE);
  const named = new Set(ranges.map(({ value }) => value));
  const aliases = ranges.flatMap(({ value, q }) => {
    const meant = ALIASES[value];
    // Ranked below the real name, and never against what is said of it.
    return meant === undefined || named.has(meant) ? [] : [{ value: meant, q: lower(q) }];
  });
  const found = accepts(request('accept', [...ranges, ...aliases])).types(offers);
  return found === false ? undefined : (found as T);
}

/** The language of pages without a prefix; bokmål when nothing known is asked for. */
export function negotiateLanguage(header: string | undefined): Lang {
  const ranges = parseRanges(header, LANGUAGE_RANGE).map(({ value, q }) => ({
    value: value.replace(/^no(?=-|$)/, 'nb'),
    q,
  }));
  const named = new Set(ranges.map(({ value }) => value));
  const withBases = ranges.flatMap((range) => {
    const base = range.value.split('-', 1)[0] ?? '';
    return named.has(base) ? [range] : [range, { ...range, value: base }];
  });
  const found = accepts(request('accept-language', withBases)).languages(LANGUAGES);
  return found === false ? 'nb' : (found as Lang);
}

/** Malformed parts are left out; a header with nothing else in it counts as absent. */
function parseRanges(header: string | undefined, valid: RegExp): readonly Range[] {
  const parts = splitOutsideQuotes(header ?? '', ',').slice(0, MAX_RANGES);
  return parts.flatMap((part) => {
    const [value = '', ...parameters] = splitOutsideQuotes(part, ';').map((one) =>
      one.trim().toLowerCase(),
    );
    if (!valid.test(value)) return [];
    const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
    return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? [{ value, q: Number(weight) }] : [];
  });
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts = [''];
  let isQuoted = false;
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted;
    if (char === separator && !isQuoted) parts.push('');
    else parts.push((parts.pop() ?? '') + char);
  }
  return parts;
}

function lower(q: number): number {
  return q === 0 ? 0 : Math.max(0.001, q - 0.001);
}

function request(name: string, ranges: readonly Range[]): Parameters<typeof accepts>[0] {
  const value = ranges.map((range) => `${range.value};q=${range.q.toFixed(3)}`).join(', ');
  return { headers: ranges.length === 0 ? {} : { [name]: value } };
}
