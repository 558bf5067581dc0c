import { describe, expect, test } from 'vitest';
import { valueOf } from './support.js';

const yes = '"true"^^xsd:boolean';
const no = '"false"^^xsd:boolean';
const integer = (text: string): string => `"${text}"^^xsd:integer`;

describe('functions on strings (SPARQL 1.1 17.4.3)', () => {
  test.each([
    ['STRLEN("chat")', integer('4')],
    ['STRLEN("æøå"@nb)', integer('3')],
    ['STRLEN("🚲🚲")', integer('2')],
    ['STRLEN("")', integer('0')],
    ['SUBSTR("foobar", 4)', '"bar"'],
    ['SUBSTR("foobar"@en, 4)', '"bar"@en'],
    ['SUBSTR("foobar"^^xsd:string, 4, 1)', '"b"'],
    ['SUBSTR("foobar"@en, 4, 1)', '"b"@en'],
    ['SUBSTR("foobar", 0, 3)', '"fo"'],
    ['SUBSTR("foobar", -2)', '"foobar"'],
    ['SUBSTR("foobar", 5, -3)', '""'],
    ['SUBSTR("foobar", 9)', '""'],
    ['SUBSTR("foobar", 1.5, 2.6)', '"oob"'],
    ['SUBSTR("foobar", "NaN"^^xsd:double)', '""'],
    ['SUBSTR("a🚲b🚲c", 2, 2)', '"🚲b"'],
    ['UCASE("blåbær"@nb)', '"BLÅBÆR"@nb'],
    ['LCASE("BLÅBÆR")', '"blåbær"'],
    ['STRSTARTS("foobar", "foo")', yes],
    ['STRSTARTS("foobar"@en, "foo"@en)', yes],
    ['STRSTARTS("foobar"@en, "bar")', no],
    ['STRENDS("foobar"@en, "bar")', yes],
    ['CONTAINS("foobar", "oba")', yes],
    ['CONTAINS("foobar"@en, "")', yes],
    ['STRBEFORE("abc", "b")', '"a"'],
    ['STRBEFORE("abc"@en, "bc")', '"a"@en'],
    ['STRBEFORE("abc"@en, "b"@en)', '"a"@en'],
    ['STRBEFORE("abc", "xyz")', '""'],
    ['STRBEFORE("abc"@en, "z"@en)', '""'],
    ['STRBEFORE("abc"@en, "")', '""@en'],
    ['STRAFTER("abc", "b")', '"c"'],
    ['STRAFTER("abc"@en, "ab")', '"c"@en'],
    ['STRAFTER("abc", "xyz")', '""'],
    ['STRAFTER("abc"@en, "")', '"abc"@en'],
    ['ENCODE_FOR_URI("Los Angeles")', '"Los%20Angeles"'],
    ['ENCODE_FOR_URI("~-_.!\'()*/æ"@nb)', '"~-_.%21%27%28%29%2A%2F%C3%A6"'],
    ['CONCAT("foo", "bar")', '"foobar"'],
    ['CONCAT("foo"@en, "bar"@en)', '"foobar"@en'],
    ['CONCAT("foo"@en, "bar")', '"foobar"'],
    ['CONCAT("foo"@en, "bar"@nb)', '"foobar"'],
    ['CONCAT()', '""'],
    ['CONCAT("e", "\\u0301")', '"e\u0301"'],
  ])('%s is %s', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test.each([
    'STRLEN(5)',
    'STRLEN(ex:a)',
    'STRLEN(?a)',
    'UCASE("a"^^ex:t)',
    'SUBSTR("foobar", "x")',
    'STRSTARTS("foobar", "foo"@en)',
    'CONTAINS("foobar"@en, "foo"@nb)',
    'STRBEFORE("abc"@en, "b"@cy)',
    'STRAFTER("abc", "b"@en)',
    'CONCAT("a", 1)',
    'CONCAT("a", ?a)',
    'ENCODE_FOR_URI(ex:a)',
  ])('%s is an error', (expression) => {
    expect(valueOf(expression)).toBe('error');
  });

  test.each([
    ['LANGMATCHES("fr-BE", "FR")', yes],
    ['LANGMATCHES("fr", "fr-BE")', no],
    ['LANGMATCHES("frc", "fr")', no],
    ['LANGMATCHES("nb", "*")', yes],
    ['LANGMATCHES("", "*")', no],
    ['LANGMATCHES(LANG("a"@nb-NO), "nb")', yes],
    ['LANGMATCHES(LANG("a"), "nb")', no],
    ['LANGMATCHES(LANG("a"@nb), CONCAT("n", "b"))', yes],
    ['LANGMATCHES(LANG(ex:a), "nb")', 'error'],
    ['LANGMATCHES(1, "nb")', 'error'],
  ])('%s is %s', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test.each([
    ['MD5("abc")', '"900150983cd24fb0d6963f7d28e17f72"'],
    ['SHA1("abc")', '"a9993e364706816aba3e25717850c26c9cd0d89d"'],
    ['SHA256("abc")', '"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"'],
    ['SUBSTR(SHA384("abc"), 1, 16)', '"cb00753f45a35e8b"'],
    ['SUBSTR(SHA512("abc"), 1, 16)', '"ddaf35a193617aba"'],
    ['MD5("æ") = MD5(LCASE("Æ"))', yes],
    ['MD5("abc"@en)', 'error'],
    ['SHA1(5)', 'error'],
  ])('%s is %s (17.4.6)', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test('D3: a text that grows and grows is refused before it fills the memory', () => {
    const tooLarge = expect.objectContaining({ code: 'QUERY_TOO_LARGE' }) as Error;
    const long = `"${'x'.repeat(6_000)}"`;
    expect(() => valueOf(`REPLACE(${long}, "x", ${long})`)).toThrow(tooLarge);
    const ten = (text: string): string => `CONCAT(${Array(10).fill(text).join(', ')})`;
    expect(() =>
      valueOf(ten(ten(ten('?a'))), `REPLACE("${'x'.repeat(200)}", "x", ${long})`),
    ).toThrow(tooLarge);
  });
});
