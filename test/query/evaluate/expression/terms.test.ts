import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../../../src/query/evaluate/expression/compile.js';
import { algebraOf, rowOf, scopeOf, termsOf, textOf, valueOf } from './support.js';

const yes = '"true"^^xsd:boolean';
const no = '"false"^^xsd:boolean';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

describe('functions on terms (SPARQL 1.1 17.4.2)', () => {
  test.each([
    ['ISIRI(ex:a)', yes],
    ['ISURI("http://example.org/")', no],
    ['ISBLANK(BNODE())', yes],
    ['ISBLANK(ex:a)', no],
    ['ISLITERAL("a"@nb)', yes],
    ['ISLITERAL(ex:a)', no],
    ['ISLITERAL(?a)', 'error'],
    ['ISNUMERIC(12)', yes],
    ['ISNUMERIC("12")', no],
    ['ISNUMERIC("12"^^xsd:nonNegativeInteger)', yes],
    ['ISNUMERIC("1200"^^xsd:byte)', no],
    ['ISNUMERIC(ex:a)', no],
    ['ISNUMERIC(?a)', 'error'],
    ['STR(ex:a)', '"https://example.org/a"'],
    ['STR("1.50"^^xsd:decimal)', '"1.50"'],
    ['STR("a"@nb)', '"a"'],
    ['STR(1 + 1)', '"2"'],
    ['STR(1 = 1)', '"true"'],
    ['STR(BNODE())', 'error'],
    ['LANG("a"@nb)', '"nb"'],
    ['LANG("a")', '""'],
    ['LANG(5)', '""'],
    ['LANG(ex:a)', 'error'],
    ['DATATYPE("a")', `<${XSD}string>`],
    ['DATATYPE(5)', `<${XSD}integer>`],
    ['DATATYPE("5"^^xsd:nonNegativeInteger)', `<${XSD}nonNegativeInteger>`],
    ['DATATYPE("a"@nb)', '<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>'],
    ['DATATYPE(ex:a)', 'error'],
    ['DATATYPE(5 / 2) = xsd:decimal', yes],
    ['LANG("a"@nb) IN ("nn", "nb")', yes],
    ['IRI("https://example.org/æ")', '<https://example.org/æ>'],
    ['URI(ex:a)', '<https://example.org/a>'],
    ['IRI("relative")', 'error'],
    ['IRI("https://example.org/a b")', 'error'],
    ['IRI("1a:b")', 'error'],
    ['IRI("https://example.org/"@en)', 'error'],
    ['IRI(5)', 'error'],
    ['STRDT("123", xsd:integer)', '"123"^^xsd:integer'],
    ['STRDT("iiii", <http://example/romanNumeral>)', '"iiii"^^<http://example/romanNumeral>'],
    ['STRDT("a"@en, xsd:string)', 'error'],
    ['STRDT("a", "b")', 'error'],
    ['STRDT(1, xsd:string)', 'error'],
    ['STRLANG("chat", "en")', '"chat"@en'],
    ['STRLANG("chat", "")', 'error'],
    ['STRLANG("chat", "\\" onload=\\"")', 'error'],
    ['STRLANG("chat"@en, "en")', 'error'],
    ['STRLANG(5, "en")', 'error'],
  ])('%s is %s', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test.each([
    ['g:h', 'g:h'],
    ['g', 'http://a/b/c/g'],
    ['./g/', 'http://a/b/c/g/'],
    ['/g', 'http://a/g'],
    ['//g', 'http://g'],
    ['?y', 'http://a/b/c/d;p?y'],
    ['g?y#s', 'http://a/b/c/g?y#s'],
    ['#s', 'http://a/b/c/d;p?q#s'],
    ['', 'http://a/b/c/d;p?q'],
    ['.', 'http://a/b/c/'],
    ['..', 'http://a/b/'],
    ['../g', 'http://a/b/g'],
    ['../../../g', 'http://a/g'],
    ['/./g', 'http://a/g'],
    ['g..', 'http://a/b/c/g..'],
    ['./../g', 'http://a/b/g'],
    ['g/../h', 'http://a/b/c/h'],
    ['g?y/./x', 'http://a/b/c/g?y/./x'],
  ])('IRI(%j) is resolved as in RFC 3986 5.4', (reference, resolved) => {
    const terms = termsOf();
    const scope = scopeOf(terms, { base: 'http://a/b/c/d;p?q' });
    const id = compileExpression(
      algebraOf(`IRI(${JSON.stringify(reference)})`),
      scope,
    )(new Int32Array(1));
    expect(textOf(terms, id)).toBe(`<${resolved}>`);
  });

  test('UUID and STRUUID are version 4, another one each time', () => {
    const form = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
    expect(valueOf('UUID()')).toMatch(new RegExp(`^<urn:uuid:${form}>$`));
    expect(valueOf('STRUUID()')).toMatch(new RegExp(`^"${form}"$`));
    expect(valueOf('UUID() = UUID()')).toBe(no);
  });

  test('BNODE("x") is one node in one solution, another one in the next', () => {
    const terms = termsOf();
    let solution = 1;
    const make = compileExpression(algebraOf('BNODE(?a)'), {
      ...scopeOf(terms),
      solution: () => solution,
    });
    const [x, y] = ['"x"', '"y"'].map((label) => rowOf(terms, [label]));
    const first = [make(x!), make(y!), make(x!)];
    solution = 2;
    expect(first[2]).toBe(first[0]);
    expect(new Set([...first, make(x!)]).size).toBe(3);
  });

  test('a function that nobody knows is refused by name', () => {
    expect(() => valueOf('ex:fn(1)')).toThrow(
      expect.objectContaining({
        code: 'QUERY_REFUSED',
        cause: { form: '<https://example.org/fn>' },
      }),
    );
  });

  test('PF1.2: a value that only passes through stays the published term', () => {
    for (const term of [
      '"007"^^xsd:int',
      '"1.50"^^xsd:decimal',
      '"x"^^xsd:integer',
      '"1"^^xsd:boolean',
    ]) {
      expect(valueOf('COALESCE(?a, 1)', term)).toBe(term);
      expect(valueOf('IF(true, ?a, 1)', term)).toBe(term);
    }
  });
});
