/**
 * Random expressions on which engines have to agree. Left out is what the standard leaves open, and what Comunica 5.4.1 does
 * otherwise than it: fractions that doubles cannot hold, ill-typed literals, order of strings by locale, the truth value of a
 * string with a language, the language of an empty text before or after another, which characters ENCODE_FOR_URI keeps.
 */
import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

const of = (...texts: string[]): Text => fc.constantFrom(...texts);
/** One of the functions, applied to the arguments. */
const call = (names: string | readonly string[], ...args: readonly Text[]): Text =>
  fc
    .tuple(of(...[names].flat()), fc.tuple(...args))
    .map(([name, parts]) => `${name}(${parts.join(', ')})`);
/** One of the operators between two of a kind. */
const infix = (operators: readonly string[], side: Text): Text =>
  fc.tuple(side, of(...operators), side).map((parts) => `(${parts.join(' ')})`);

const NUMBER = of(
  ...['0', '1', '2', '7', '-3', '1.5', '-0.25', '2.75', '1e0', '-2.5e0', '1e3'],
  ...['"3"^^xsd:byte', '"1.5"^^xsd:float'],
);
const PLAIN = of('""', '"a"', '"abc"', '"ABC"', '"blåbær"', '"🚲b"', '"b c/d"', '"1"', '"true"');
const TAGGED = of('"a"@nb', '"abc"@nb', '"Abc"@en', '"blåbær"@nn');
const DATE = of('"2026-05-01Z"^^xsd:date', '"2024-02-29Z"^^xsd:date');
const TIME = fc.oneof(
  DATE,
  of(
    '"2026-05-01T10:00:00Z"^^xsd:dateTime',
    '"2026-05-01T12:00:00+02:00"^^xsd:dateTime',
    '"2011-01-10T14:45:13.5-05:00"^^xsd:dateTime',
  ),
);
const OTHER = of('ex:a', 'ex:b', '?unbound', 'true', 'false', '1 / 0');
const PATTERN = of('"a"', '"^[ab]"', '"b+c"', '"(b|l)"', '"[^a]"');
const COMPARISONS = ['=', '!=', '<', '>', '<=', '>='];

type Kinds = Record<'number' | 'text' | 'truth' | 'any', string>;

export const randomExpression: Text = fc.letrec<Kinds>((tie) => {
  const [number, text, truth, any] = [tie('number'), tie('text'), tie('truth'), tie('any')];
  const either = (kind: Text): Text =>
    fc.oneof(call('IF', truth, kind, kind), call('COALESCE', kind, kind));
  const untagged = call('STR', text);
  const depth = { maxDepth: 4, withCrossShrink: true };
  return {
    number: fc.oneof(
      depth,
      NUMBER,
      infix(['+', '-', '*'], number),
      fc.tuple(number, of('2', '4', '0.5')).map(([top, bottom]) => `(${top} / ${bottom})`),
      call(['ABS', 'CEIL', 'FLOOR', 'ROUND', '-', '+', 'xsd:double'], number),
      call('STRLEN', text),
      call(['YEAR', 'MONTH', 'DAY', 'HOURS', 'MINUTES', 'SECONDS'], TIME),
      call('xsd:integer', fc.oneof(number, truth)),
      either(number),
    ),
    text: fc.oneof(
      depth,
      PLAIN,
      TAGGED,
      call('CONCAT', text, text),
      call(['UCASE', 'LCASE', 'LANG', 'MD5', 'SHA1', 'SHA256'], text),
      call('SUBSTR', text, of('1', '2', '3')),
      call('SUBSTR', text, of('1', '2'), of('0', '1', '2', '9')),
      call(['STRBEFORE', 'STRAFTER'], untagged, untagged),
      call('REPLACE', text, PATTERN, of('"x"', '"[$0]"')),
      call('STR', fc.oneof(text, truth, DATE, of('ex:a', '5', '-2.5'))),
      call('STRLANG', text, of('"nb"', '"en"')),
      call('TZ', TIME),
      either(text),
    ),
    truth: fc.oneof(
      depth,
      of('true', 'false', '"1"^^xsd:boolean'),
      infix(COMPARISONS, number),
      infix(COMPARISONS, TIME),
      infix(['=', '!='], fc.oneof(text, any)),
      infix(['&&', '||'], fc.oneof(truth, number, untagged, OTHER)),
      call('!', fc.oneof(truth, number, untagged, OTHER)),
      call(['CONTAINS', 'STRSTARTS', 'STRENDS'], text, text),
      call('REGEX', text, PATTERN, of('""', '"i"')),
      call('LANGMATCHES', call('LANG', text), of('"*"', '"nb"', '"EN"')),
      call(['ISIRI', 'ISLITERAL', 'ISBLANK', 'ISNUMERIC'], any),
      call('SAMETERM', any, any),
      fc
        .tuple(any, of('IN', 'NOT IN'), any, any)
        .map(([one, operator, ...list]) => `(${one} ${operator} (${list.join(', ')}))`),
      either(truth),
    ),
    any: fc.oneof(
      { maxDepth: 3 },
      number,
      text,
      truth,
      OTHER,
      call('DATATYPE', any),
      call('IRI', of('ex:a', '"https://example.org/b"')),
      either(any),
    ),
  };
}).any;
