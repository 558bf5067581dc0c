import { describe, expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import type { Iri } from '../../src/model/iri.js';
import { canonicalNQuads, canonize } from '../../src/rdf/canonical.js';
import { decodeText } from '../../src/rdf/decode-text.js';
import { parseTurtleTolerantly } from '../../src/rdf/illegal-iris.js';
import { parseNQuads, parseRdf, parseTurtle } from '../../src/rdf/parse.js';
import { namedNode } from '../../src/rdf/terms.js';

const EX = 'https://eksempel.example/';
const ex = (name: string) => namedNode((EX + name) as Iri);

async function failure(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (isCatalogError(error, 'PARSE_FAILED')) return error.message;
    throw error;
  }
  return 'no failure';
}

describe('lines of statements', () => {
  const text = [
    '\uFEFF# Eksempeldata',
    `@prefix : <${EX}> .`,
    ':a a :T ;',
    '  :tekst """første',
    'andre linje""" ,',
    '    "en til" ;',
    '  :kontakt [',
    '    :navn "x" ;',
    '    :sted [ :kode 1 ]',
    '  ] ; :liste (',
    '    1',
    '    2',
    '  ) .',
    '',
    ':b',
    '  :p true . :c :p 1.5 .',
    ':a :etterpå "x" .',
  ];

  for (const [name, ending] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    test(`subjects and predicates have the line where they begin (${name}, BOM)`, () => {
      const { lines } = parseTurtle(text.join(ending));
      expect(lines.lineOf(ex('a'))).toBe(3);
      expect(lines.lineOf(ex('a'), ex('tekst'))).toBe(4);
      expect(lines.lineOf(ex('a'), ex('kontakt'))).toBe(7);
      expect(lines.lineOf(ex('a'), ex('liste'))).toBe(10);
      expect(lines.lineOf(ex('b'))).toBe(15);
      expect(lines.lineOf(ex('b'), ex('p'))).toBe(16);
      expect(lines.lineOf(ex('c'), ex('p'))).toBe(16);
      expect(lines.lineOf(ex('a'), ex('etterpå'))).toBe(17);
      expect(lines.lineOf(ex('ukjent'))).toBeUndefined();
    });
  }

  test('statements inside brackets have lines of their own', () => {
    const { quads, lines } = parseTurtle(text.join('\n'));
    const [name] = quads.filter(({ predicate }) => predicate.equals(ex('navn')));
    const [code] = quads.filter(({ predicate }) => predicate.equals(ex('kode')));
    expect(name && lines.lineOf(name.subject, name.predicate)).toBe(8);
    expect(code && lines.lineOf(code.subject, code.predicate)).toBe(9);
  });

  test('a blank node without a line of its own answers with its nearest named parent', () => {
    const { quads, lines } = parseTurtle(`@prefix : <${EX}> .\n:a\n  :p _:x .`);
    const blank = quads[0]?.object;
    expect(blank && lines.lineOf(blank)).toBe(3);
    expect(blank && lines.lineOf(blank, ex('mangler'))).toBe(3);
  });
});

describe('labels of blank nodes', () => {
  const text = `<${EX}a> <${EX}p> [] , _:x , [ <${EX}q> _:x ] .`;

  test('are the same each time the same document is read', () => {
    const once = canonicalNQuads(parseTurtle(text).quads);
    parseTurtle('[] <urn:x:p> [] .');
    expect(canonicalNQuads(parseTurtle(text).quads)).toBe(once);
  });

  test('are never shared by two documents', () => {
    const labels = (file: string): string[] =>
      parseTurtle(text, { file }).quads.map(({ object }) => object.value);
    expect(labels('a.ttl').filter((label) => labels('b.ttl').includes(label))).toEqual([]);
  });
});

describe('faults are PARSE_FAILED with file and line', () => {
  const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
  test.each([
    ['text/turtle', `<${EX}a> a <${EX}T> .\n<${EX}b> a "x\n" .`, 2],
    ['text/turtle', `<${EX}a> a <${EX}T>`, 1],
    ['text/turtle', `<${EX}a>\n  a ukjent:T .`, 2],
    ['text/turtle', `<${EX}a> a <${EX}T> .\n<< <urn:a:a> <urn:a:b> 1 >> <urn:a:c> 1 .`, 2],
    ['text/turtle', `\n<${EX}a> a "x"@nb--ltr .`, 2],
    ['application/n-triples', `<${EX}a> <${EX}b> "\\x" .`, 1],
    ['application/n-quads', `<${EX}a> <${EX}b> <c> .`, 1],
    ['application/trig', `<${EX}g> {\n<${EX}a> <${EX}b> 1 .`, 2],
    ['application/ld+json', '{"@id":\n\n nei}', 3],
    ['application/ld+json', '{"@context": "https://fremmed.example/context"}', 1],
    ['application/ld+json', `{"__proto__": {"polluted": true}}`, 1],
    [
      'application/rdf+xml',
      `<rdf:RDF ${rdf}>\n<rdf:Description rdf:about="a" rdf:ID="b"/>\n</rdf:RDF>`,
      2,
    ],
    ['application/pdf', '%PDF', 1],
  ])('%s: %j', async (mediaType, text, line) => {
    const message = await failure(() => parseRdf(text, mediaType, { file: 'kilde' }));
    expect(message).toMatch(new RegExp(`^kilde cannot be parsed, line ${line}: .`));
  });

  test('P4 JSON nested 20 000 deep is refused without a stack overflow', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(await failure(() => parseRdf(deep, 'application/ld+json'))).toContain('100');
  });

  test('the context that is not bundled is named', async () => {
    const text = '{"@context": "https://fremmed.example/context"}';
    const message = await failure(() => parseRdf(text, 'application/ld+json'));
    expect(message).toContain('https://fremmed.example/context');
  });
});

test('a bundled context is used, nothing is fetched', async () => {
  const contexts = new Map([['https://eksempel.example/c', { '@context': { p: `${EX}p` } }]]);
  const text = `{"@context": "https://eksempel.example/c", "@id": "${EX}a", "p": "x"}`;
  const quads = await parseRdf(text, 'application/ld+json', { contexts });
  expect(canonicalNQuads(quads)).toBe(`<${EX}a> <${EX}p> "x" .\n`);
});

test('lexical forms survive JSON-LD, doubles too', async () => {
  const type = 'http://www.w3.org/2001/XMLSchema#double';
  const text = `{"@id": "${EX}a", "${EX}p": {"@type": "${type}", "@value": "2e3"}}`;
  const quads = await parseRdf(text, 'application/ld+json');
  expect(canonicalNQuads(quads)).toBe(`<${EX}a> <${EX}p> "2e3"^^<${type}> .\n`);
});

test('relative IRIs are resolved against the base', async () => {
  const base = { baseIri: 'https://data.oslo.example/katalog/' };
  const expected = `<https://data.oslo.example/katalog/a> <${EX}p> <https://data.oslo.example/b> .\n`;
  const turtle = parseTurtle(`<a> <${EX}p> </b> .`, base).quads;
  const json = await parseRdf(`{"@id": "a", "${EX}p": {"@id": "/b"}}`, 'application/ld+json', base);
  const xml = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="${EX}"><r:Description r:about="a"><e:p r:resource="/b"/></r:Description></r:RDF>`;
  const fromXml = await parseRdf(xml, 'application/rdf+xml; charset=utf-8', base);
  for (const quads of [turtle, json, fromXml]) expect(canonicalNQuads(quads)).toBe(expected);
});

test('text in several pieces is one literal in RDF/XML', async () => {
  const xml = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="${EX}"><r:Description r:about="${EX}a"><e:p>a<![CDATA[ <b> & ]]>c<!-- d -->e<?f?>g</e:p></r:Description></r:RDF>`;
  const quads = await parseRdf(xml, 'application/rdf+xml');
  expect(quads[0]?.object.value).toBe('a <b> & ceg');
});

describe('P6 encodings', () => {
  const letters = 'æøåÆØÅ áčđŋšŧž';
  const turtle = `<${EX}a> <${EX}p> "${letters}" .`;
  const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

  test.each([
    ['UTF-8', Buffer.from(turtle)],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${turtle}`)],
    ['UTF-16 LE', utf16(turtle)],
    ['UTF-16 BE', Buffer.from(utf16(turtle)).swap16()],
  ])('%s is read', async (_name, bytes) => {
    const quads = await parseRdf(bytes, 'text/turtle');
    expect(quads[0]?.object.value).toBe(letters);
  });

  test('bytes that are no UTF-8 are an error with a line', async () => {
    const bytes = Buffer.concat([Buffer.from(`# én\n<${EX}a>\n`), Buffer.from('æ', 'latin1')]);
    expect(await failure(() => decodeText(bytes, { file: 'f.ttl' }))).toContain(
      'f.ttl cannot be parsed, line 3',
    );
  });
});

describe('P7 illegal IRIs', () => {
  const text = [
    `@prefix : <${EX}> .`,
    `# <ikke en iri her> "heller ikke`,
    `:a :p <http://x/ bad> , <http://x/god> ; :q "<ikke her>" ;`,
    `  :r """<eller her>`,
    `""" , 'og <her>' .`,
    `<http://x/{id}> :p 1 .`,
    `:b :p <relativ> ; :q 2 .`,
  ].join('\n');

  test('each bad statement is reported with its line, each good one is kept', () => {
    const { quads, refused, lines } = parseTurtleTolerantly(text);
    expect(refused).toEqual([
      { found: 'http://x/ bad', line: 3 },
      { found: 'http://x/{id}', line: 6 },
      { found: 'relativ', line: 7 },
    ]);
    expect(quads.map(({ object }) => object.value)).toEqual([
      ...['http://x/god', '<ikke her>', '<eller her>\n', 'og <her>', '2'],
    ]);
    expect(lines.lineOf(ex('b'))).toBe(7);
  });

  test('an IRI without an end refuses the whole file', async () => {
    expect(await failure(() => parseTurtleTolerantly(`<${EX}a> a <${EX}T .\n`))).toContain(
      'line 1',
    );
  });

  test('a text without illegal IRIs is read as the strict reader reads it', async () => {
    const good = `<${EX}a> <${EX}\\u00e6> "x" , [ <${EX}q> 1 ] .`;
    expect(await canonize(parseTurtleTolerantly(good).quads)).toBe(
      await canonize(parseTurtle(good).quads),
    );
  });
});

test('N-Quads of our own are read back, escapes and graphs included', () => {
  const text = `<${EX}a> <${EX}p> "a\\"b\\\\\\n\\u0007"@nb <${EX}g> .\n`;
  expect(canonicalNQuads(parseNQuads(text))).toBe(text);
});
