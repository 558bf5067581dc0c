import { describe, expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import type { Iri } from '../../src/model/iri.js';
import { canonicalNQuads, contentHash } from '../../src/rdf/canonical.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { RDF_SYNTAXES, serialize } from '../../src/rdf/serialize.js';
import { blankNode, literal, namedNode, quad } from '../../src/rdf/terms.js';
import { dct, rdf, xsd } from '../../src/rdf/vocabularies.js';

const EX = 'https://data.oslo.example/id/datasett/';
const node = (value: string) => namedNode(value as Iri);
const one = node(`${EX}en`);
const sample = parseTurtle(`
  @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
  @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
  <${EX}to> dct:title "To"@nb .
  <${EX}en> dct:title "En \\"liten\\" & <kort>"@nb , "One"@en ; a dcat:Dataset ;
    dcat:byteSize 12 , 1.50 , 2e3 , true ; dct:relation [ dct:title " x" ] .`).quads;

test('Turtle is readable: a block a subject, a first, sorted, forms as they were', () => {
  expect(serialize(sample, 'ttl')).toBe(`@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<${EX}en> a dcat:Dataset ;
    dct:relation _:b0 ;
    dct:title "En \\"liten\\" & <kort>"@nb ,
        "One"@en ;
    dcat:byteSize "1.50"^^xsd:decimal ,
        "12"^^xsd:integer ,
        "2e3"^^xsd:double ,
        "true"^^xsd:boolean .

<${EX}to> dct:title "To"@nb .

_:b0 dct:title " x" .
`);
});

test('RDF/XML has absolute IRIs, node ids and verbatim texts', () => {
  expect(serialize(sample, 'rdf')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
    xmlns:dcat="http://www.w3.org/ns/dcat#"
    xmlns:dct="http://purl.org/dc/terms/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="${EX}en">
    <rdf:type rdf:resource="http://www.w3.org/ns/dcat#Dataset"/>
    <dct:relation rdf:nodeID="b0"/>
    <dct:title xml:lang="nb">En "liten" &amp; &lt;kort&gt;</dct:title>
    <dct:title xml:lang="en">One</dct:title>
    <dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#decimal">1.50</dcat:byteSize>
    <dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">12</dcat:byteSize>
    <dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#double">2e3</dcat:byteSize>
    <dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true</dcat:byteSize>
  </rdf:Description>
  <rdf:Description rdf:about="${EX}to">
    <dct:title xml:lang="nb">To</dct:title>
  </rdf:Description>
  <rdf:Description rdf:nodeID="b0">
    <dct:title> x</dct:title>
  </rdf:Description>
</rdf:RDF>
`);
});

test('JSON-LD inlines its context and writes literals as value objects', () => {
  expect(JSON.parse(serialize(sample, 'jsonld'))).toEqual({
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      xsd: xsd.$.base,
    },
    '@graph': [
      {
        '@id': `${EX}en`,
        '@type': 'dcat:Dataset',
        'dct:relation': { '@id': '_:b0' },
        'dct:title': [
          { '@language': 'nb', '@value': 'En "liten" & <kort>' },
          { '@language': 'en', '@value': 'One' },
        ],
        'dcat:byteSize': [
          { '@type': 'xsd:decimal', '@value': '1.50' },
          { '@type': 'xsd:integer', '@value': '12' },
          { '@type': 'xsd:double', '@value': '2e3' },
          { '@type': 'xsd:boolean', '@value': 'true' },
        ],
      },
      { '@id': `${EX}to`, 'dct:title': { '@language': 'nb', '@value': 'To' } },
      { '@id': '_:b0', 'dct:title': { '@value': ' x' } },
    ],
  });
});

describe('F8 what XML cannot hold is NAME_NOT_XML, naming subject and predicate', () => {
  test.each([
    ['no local name', 'https://eksempel.example/ns#'],
    ['a name that is only digits', 'https://eksempel.example/ns/123'],
    ['rdf:li', `${rdf.$.base}li`],
    ['rdf:Description', `${rdf.$.base}Description`],
    ['rdf:about', `${rdf.$.base}about`],
    ['a name without namespace', 'navn'],
    ['the xmlns namespace', 'http://www.w3.org/2000/xmlns/a'],
  ])('%s', (_name, predicate) => {
    const write = (): string => serialize([quad(one, node(predicate), literal('x'))], 'rdf');
    expect(write).toThrow(expect.objectContaining({ code: 'NAME_NOT_XML' }));
    expect(write).toThrow(`${EX}en has the property ${predicate},`);
  });

  test.each(['\u0000', '\u0008', '\u000b', '\u001f', '\ufffe', '\ud800'])(
    'the character %j',
    (char) => {
      const write = (): string => serialize([quad(one, dct.title, literal(`a${char}b`))], 'rdf');
      expect(write).toThrow(expect.objectContaining({ code: 'NAME_NOT_XML' }));
    },
  );

  test('the other syntaxes write the same graph', () => {
    const quads = [quad(one, node('https://eksempel.example/ns/123'), literal('a\u0008b'))];
    for (const { syntax } of RDF_SYNTAXES.filter((entry) => entry.syntax !== 'rdf')) {
      expect(serialize(quads, syntax)).toContain('ns/123');
    }
  });
});

test('P7 an illegal IRI is never written, in any syntax', () => {
  for (const bad of ['https://x.example/ a', 'https://x.example/<a>', 'https://x.example/{id}']) {
    for (const { syntax } of RDF_SYNTAXES) {
      for (const quads of [
        [quad(node(bad), dct.title, literal('x'))],
        [quad(one, node(bad), literal('x'))],
        [quad(one, dct.relation, node(bad))],
        [quad(one, dct.title, literal('x', node(bad)))],
      ]) {
        try {
          serialize(quads, syntax);
          expect.unreachable(`${syntax} wrote ${bad}`);
        } catch (error) {
          expect(isCatalogError(error), String(error)).toBe(true);
        }
      }
    }
  }
});

test('an empty graph is a document in every syntax', () => {
  for (const { syntax } of RDF_SYNTAXES) expect(() => serialize([], syntax)).not.toThrow();
  expect(serialize([], 'nt')).toBe('');
});

test('TriG refuses blank nodes', () => {
  expect(() => serialize([quad(blankNode('a'), dct.title, literal('x'))], 'trig')).toThrow(
    RangeError,
  );
});

test('extensions and media types are those of the negotiation table', () => {
  expect(RDF_SYNTAXES.map(({ extension, mediaType }) => `${extension} ${mediaType}`)).toEqual([
    'ttl text/turtle',
    'jsonld application/ld+json',
    'rdf application/rdf+xml',
    'nt application/n-triples',
    'nq application/n-quads',
    'trig application/trig',
  ]);
});

test('canonical N-Quads are sorted and free of duplicates, and hash as SHA-256', () => {
  const quads = ['b', 'a', 'b'].map((text) => quad(one, dct.title, literal(text)));
  const text = canonicalNQuads(quads);
  expect(text).toBe(`<${EX}en> <${dct.title.value}> "a" .\n<${EX}en> <${dct.title.value}> "b" .\n`);
  expect(contentHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(contentHash(new TextEncoder().encode(text))).toBe(contentHash(text));
});
