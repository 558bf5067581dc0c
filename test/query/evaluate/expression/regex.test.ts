import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../../../src/query/evaluate/expression/regex-pattern.js';
import { truthOf, valueOf } from './support.js';

describe('REGEX (SPARQL 1.1 17.4.3.14, XPath 5.6)', () => {
  test.each<[string, boolean | 'error']>([
    ['REGEX("Alice", "^ali", "i")', true],
    ['REGEX("Alice", "^ali")', false],
    ['REGEX("Blåbær"@nb, "BLÅBÆR", "i")', true],
    ['REGEX("a\\nb", "a.b")', false],
    ['REGEX("a\\nb", "a.b", "s")', true],
    ['REGEX("a\\nb", "^b$")', false],
    ['REGEX("a\\nb", "^b$", "m")', true],
    ['REGEX("a\\n", "a$")', false],
    ['REGEX("helloworld", "hello world", "x")', true],
    ['REGEX("hello world", "hello[ ]world", "x")', true],
    ['REGEX("a.b", "a.b", "q")', true],
    ['REGEX("axb", "a.b", "q")', false],
    ['REGEX("A.B", "a.b", "qi")', true],
    ['REGEX("øl", "^\\\\w+$")', true],
    ['REGEX("٣", "^\\\\d$")', true],
    ['REGEX("a-b", "^[\\\\w-]+$")', true],
    ['REGEX("a b", "\\\\s")', true],
    ['REGEX("ab", "\\\\S\\\\S")', true],
    ['REGEX("æ", "\\\\p{Ll}")', true],
    ['REGEX("æ", "\\\\p{Lu}")', false],
    ['REGEX("x]", "[\\\\]]")', true],
    ['REGEX("aaa", "^a{2,3}$")', true],
    ['REGEX("ab", "(a|b)*?b")', true],
    ['REGEX("a", "(")', 'error'],
    ['REGEX("a", "a", "z")', 'error'],
    ['REGEX("a", "a"@nb)', 'error'],
    ['REGEX(5, "5")', 'error'],
    ['REGEX(ex:a, "a")', 'error'],
    ['REGEX(STR(ex:a), "example")', true],
    ['REGEX(?a, "a")', 'error'],
  ])('%s is %s', (expression, truth) => {
    expect(truthOf(expression)).toBe(truth);
  });

  test('the look for the start of a pattern never changes what it matches', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'aAsSkKåÅ ſ\u212a\u212bİi'),
      maxLength: 8,
    });
    const pattern = fc
      .tuple(
        fc.constantFrom('', '^'),
        letters,
        fc.constantFrom('', '*', '?', '+', '{0}', '.*', '|a', '[s]'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, letters, fc.constantFrom('', 'i'), (source, text, flags) => {
        const compiled = compilePattern(source, flags);
        expect(compiled?.test(text)).toBe(compiled?.re2.test(text));
      }),
      { numRuns: 5_000 },
    );
  });

  test('a pattern may come from the data, and be another one each time', () => {
    expect(truthOf('REGEX(?a, ?b)', '"barnehage"', '"hage$"')).toBe(true);
    expect(truthOf('REGEX(?a, ?b, ?c)', '"barnehage"', '"HAGE$"', '"i"')).toBe(true);
    expect(truthOf('REGEX(?a, ?b)', '"barnehage"', '"^hage"')).toBe(false);
  });

  test.each(['(a)\\\\1', '[a-z-[aeiou]]', '\\\\i\\\\c*', '\\\\p{IsBasicLatin}', 'a{5000}'])(
    'D3: %s, which cannot be matched in linear time here, is refused, not taken for false',
    (pattern) => {
      expect(() => truthOf(`REGEX("aa", "${pattern}")`)).toThrow(
        expect.objectContaining({ code: 'QUERY_REFUSED' }),
      );
    },
  );

  // D6: each of these takes a backtracking engine longer than anybody waits. That they end is what is asked.
  test.each([
    ['(a+)+$', 'a'],
    ['(a|aa)+$', 'a'],
    ['(a|a)*b', 'a'],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'],
    ['(.*a){12}b', 'a'],
    ['(x+x+)+y', 'x'],
    ['\\\\s+$', ' '],
    ['(\\\\w*)*!', 'w'],
    ['.*.*.*=.*', 'x'],
    ['([a-zA-Z0-9])(([\\\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}', '0'],
  ])('D6: %s ends on 100 000 characters', (pattern, character) => {
    const text = `"${character.repeat(100_000)}\u0001"`;
    expect(truthOf(`REGEX(?a, "${pattern}")`, text)).toBe(false);
  });
});

describe('REPLACE (17.4.3.15)', () => {
  test.each([
    ['REPLACE("abcd", "b", "Z")', '"aZcd"'],
    ['REPLACE("abab", "B", "Z", "i")', '"aZaZ"'],
    ['REPLACE("abab", "B.", "Z", "i")', '"aZb"'],
    ['REPLACE("abracadabra", "bra", "*")', '"a*cada*"'],
    ['REPLACE("abracadabra", "a.*?a", "*")', '"*c*bra"'],
    ['REPLACE("abracadabra", "a(.)", "a$1$1")', '"abbraccaddabbra"'],
    ['REPLACE("AAAA", "A+?", "b")', '"bbbb"'],
    ['REPLACE("darted", "^(.*?)d(.*)$", "$1c$2")', '"carted"'],
    ['REPLACE("abc"@nb, "b", "")', '"ac"@nb'],
    ['REPLACE("pris", "is", "\\\\$9")', '"pr$9"'],
    ['REPLACE("a/b", "/", "\\\\\\\\")', '"a\\\\b"'],
    ['REPLACE("ab", "(a)(x)?", "[$2]")', '"[]b"'],
    ['REPLACE("ab", "(a)", "$12")', '"a2b"'],
    ['REPLACE("ab", "a", "$1")', '"b"'],
    ['REPLACE("a.b", ".", "$0", "q")', '"a$0b"'],
    ['REPLACE("🚲a🚲", "🚲", "sykkel")', '"sykkelasykkel"'],
    ['REPLACE("abc", "z", "y")', '"abc"'],
    ['REPLACE("abracadabra", ".*?", "$1")', 'error'],
    ['REPLACE("abc", "x*", "-")', 'error'],
    ['REPLACE("abc", "b", "$")', 'error'],
    ['REPLACE("abc", "b", "\\\\n")', 'error'],
    ['REPLACE(5, "5", "6")', 'error'],
    ['REPLACE("abc", "b", 5)', 'error'],
  ])('%s is %s', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });
});
