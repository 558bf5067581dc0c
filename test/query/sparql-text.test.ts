/** The scan before the parser, and the tag that binds terms (safety D3, I; style.md 0.4). */
import fc from 'fast-check';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import { iri } from '../../src/model/iri.js';
import { queryErrorParams } from '../../src/query/query-error.js';
import { guardQuery } from '../../src/query/query-guard.js';
import { parseQuery, queryForm, sparql } from '../../src/query/sparql-text.js';
import { langLiteral, literal, namedNode, type Literal } from '../../src/rdf/terms.js';

function limitOf(act: () => unknown): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    if (isCatalogError(error)) return queryErrorParams(error)['limit'] ?? error.code;
    throw error;
  }
}
const scanned = (text: string): unknown => limitOf(() => parseQuery(text));
const guarded = (text: string): unknown => limitOf(() => guardQuery(text));
const open = (count: number): string => `ASK ${'{'.repeat(count)}${'}'.repeat(count)}`;

describe('D3 before the parser', () => {
  test('takes 64 kB and not one byte more, counted as UTF-8', () => {
    const filled = (bytes: number): string => `ASK {} # ø${'x'.repeat(bytes - 11)}`;
    expect(scanned(filled(65_536))).toBeUndefined();
    expect(scanned(filled(65_537))).toBe('queryBytes');
  });

  test('takes 200 open brackets and not one more', () => {
    expect(scanned(open(200))).toBeUndefined();
    expect(scanned(open(201))).toBe('nesting');
    expect(scanned(`SELECT (${'('.repeat(20_000)}1${')'.repeat(20_000)} AS ?x) {}`)).toBe(
      'nesting',
    );
  });

  test.each([
    ['strings', (x: string) => `ASK { ?s ?p "${x}" , '${x}' }`],
    ['long strings', (x: string) => `ASK { ?s ?p """"${x}\n""" , '''\\'${x}''${x}''' }`],
    ['escaped quotes', (x: string) => `ASK { ?s ?p "\\"${x}" }`],
    ['comments', (x: string) => `ASK { # ${x} " '\n }`],
    ['IRIs', (x: string) => `ASK { ?s <urn:${x.replaceAll('{', '(')}#> ?o }`],
    [
      'escaped local names',
      (x: string) => `PREFIX e: <urn:e> ASK { e:${x.replaceAll('{', '\\(')} ?p 1 }`,
    ],
  ])('counts no brackets inside %s', (_, query) => {
    expect(scanned(query('{'.repeat(300)))).toBeUndefined();
  });

  test.each([
    ['a quote in a comment', `ASK { # it's\n ${open(201)} }`],
    ['a hash in an IRI', `ASK { ?s <urn:a#b> ?o ${open(201)} }`],
    ['less-than signs', `ASK { FILTER(?a < ?b) ${open(201)} }`],
    ['an unclosed string', `ASK { ?s ?p "a\n ${open(201)} }`],
    ['an empty string', `ASK { ?s ?p "" ${open(201)} "" }`],
  ])('counts brackets after %s', (_, query) => {
    expect(scanned(query)).toBe('nesting');
  });

  test('refuses escapes that would change what the text is made of', () => {
    for (const escape of [
      '\\u0022',
      '\\u005C',
      '\\U0000003e',
      '\\u000A',
      '\\uD800',
      '\\U00110000',
    ]) {
      expect(scanned(`ASK { ?s ?p "a${escape}b" }`)).toBe('QUERY_SYNTAX');
    }
    expect(scanned('ASK { ?s ?p "bl\\u00E5 \\U0001F600" }')).toBeUndefined();
    expect(scanned('ASK { ?s ?p "\ud800" }')).toBe('QUERY_SYNTAX');
  });

  test('is done at once with 64 kB of anything', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('"', "'", '<', '#', '\\', '"""', '<a', '?', '_', "'a\n"),
        (part) => {
          scanned(part.repeat(Math.floor(65_536 / part.length)));
        },
      ),
    );
  });

  test.each([
    ['PREFIX select: <urn:ask> # describe\nCONSTRUCT WHERE { ?s ?p ?o }', 'construct'],
    ['BASE <urn:select>\naSk{}', 'ask'],
    ['SELECT (1 AS ?ask) {}', 'select'],
    ['DESCRIBE <urn:x>', 'describe'],
    ['DROP ALL', undefined],
  ])('tells the form of %j', (text, form) => {
    expect(queryForm(parseQuery(text))).toBe(form);
  });
});

describe('D3 in the syntax tree', () => {
  const triples = (count: number): string => `ASK { ${'?s ?p ?o . '.repeat(count)} }`;
  const path = (depth: number): string =>
    `ASK { ?s ${'('.repeat(depth)}<urn:p>${')*'.repeat(depth)} ?o }`;
  const rows = (count: number): string => `SELECT * { VALUES ?x { ${'1 '.repeat(count)} } }`;
  const patterns = (count: number): string =>
    `ASK { ${'BIND(1 AS ?x) MINUS {} '.repeat(count / 2)} }`;

  test.each([
    ['triplePatterns', triples(200), triples(201)],
    [
      'triplePatterns',
      `ASK { ?s <a:a>${'/<a:a>'.repeat(100)} ?o }`,
      `ASK { ?s <a:a>${'/<a:a>'.repeat(300)} ?o }`,
    ],
    ['triplePatterns', 'ASK { ?s ?p (1 2 3) }', `ASK { ?s ?p (${'1 '.repeat(150)}) }`],
    [
      'triplePatterns',
      `CONSTRUCT WHERE { ${'?s ?p ?o . '.repeat(150)} }`,
      `CONSTRUCT WHERE { ${'?s ?p ?o . '.repeat(300)} }`,
    ],
    ['pathDepth', path(8), path(9)],
    ['valuesRows', rows(10_000), rows(10_001)],
    ['graphPatterns', patterns(400).replaceAll('BIND(1 AS ?x)', 'FILTER(1)'), patterns(600)],
  ])('has a limit of %s', (limit, within, beyond) => {
    expect(guarded(within)).toBeUndefined();
    expect(guarded(beyond)).toBe(limit);
  });
});

describe('the sparql tag', () => {
  const value = (term: Literal): string | undefined => {
    const query = sparql`SELECT ?x { VALUES ?x { ${term} } }`;
    guardQuery(query);
    const [row] = new oxigraph.Store().query(query) as Map<string, oxigraph.Term>[];
    return row?.get('x')?.value;
  };
  const hostile = fc.string({
    unit: fc.constantFrom('\\', 'u', 'U', '0', '2', '"', "'", '\n', '\r', '}', 'a', '#', '\\u0022'),
    maxLength: 30,
  });
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), hostile);

  test('binds any text so that both parsers read back exactly that text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const term = literal(text);
        expect(value(term)).toBe(term.value);
        expect(value(langLiteral(text, 'nb'))).toBe(term.value);
      }),
      { numRuns: 1_000 },
    );
  });

  test('binds an IRI that stays one IRI, or throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const term = namedNode(iri('urn:x'));
        Object.defineProperty(term, 'value', { value: `urn:x:${text}` });
        try {
          expect(sparql`ASK { ${term} ?p ?o }`).toBe(`ASK { <urn:x:${text}> ?p ?o }`);
          expect(text).not.toMatch(/[<>"{}|^`\\\s]/);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('binds counts, datatypes and languages, and nothing that is none', () => {
    const xsd = 'http://www.w3.org/2001/XMLSchema#';
    expect(sparql`SELECT * { ?s ?p ${literal('1', namedNode(iri(`${xsd}int`)))} } LIMIT ${7}`).toBe(
      `SELECT * { ?s ?p "1"^^<${xsd}int> } LIMIT 7`,
    );
    expect(sparql`ASK { ?s ?p "a\nb" , ${langLiteral('å', 'nb-NO')} }`).toMatch(
      /^ASK \{ \?s \?p "a\\nb" , "å"@nb-no \}$/i,
    );
    for (const count of [1.5, -1, Number.NaN, Infinity]) {
      expect(() => sparql`ASK {} LIMIT ${count}`).toThrow(RangeError);
    }
    expect(() => sparql`ASK { ?s ?p ${langLiteral('a', 'nb . ?x')} }`).toThrow(RangeError);
    expect(() => sparql`ASK { ?s ?p ${literal('\ud800')} }`).toThrow(RangeError);
  });
});
