/** The types that data.norge.no knows beside the usual ones: RDF/JSON, TriX and Notation3 (portals.md 1.1, row 1). */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Iri } from '../../src/model/iri.js';
import { canonicalNQuads, canonicalNTriples, canonize } from '../../src/rdf/canonical.js';
import { parseRdf, parseTurtle } from '../../src/rdf/parse.js';
import { RDF_JSON_WRITER } from '../../src/rdf/rdfjson-writer.js';
import { rewritten } from '../../src/rdf/rewrite.js';
import { PORTAL_SYNTAXES, serialize } from '../../src/rdf/serialize.js';
import { blankNode, literal, namedNode, quad, type Quad } from '../../src/rdf/terms.js';
import { TRIX_WRITER } from '../../src/rdf/trix-writer.js';
import { dct, rdf } from '../../src/rdf/vocabularies.js';
import { ANY, graphs, namedGraphs, XML } from './graphs.js';
import { readDocument, readRdfJson, readTrix } from './strict-readers.js';

const WORK = 8;
const RAPPER = '/usr/bin/rapper';
const EX = 'https://data.oslo.example/id/datasett/';
const node = (value: string) => namedNode(value as Iri);
const one = node(`${EX}en`);
const sample = parseTurtle(`
  @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
  <${EX}to> dct:title "To" .
  <${EX}en> dct:title "En \\"liten\\" & <kort>"@nb ; a dcat:Dataset ; dcat:byteSize 12 ;
    dct:relation [ dct:title "x" ] .`).quads;

test('RDF/JSON has a subject a line, a list of values for each property', () => {
  expect(serialize(sample, 'rj')).toBe(`{
"${EX}en": {"${rdf.type.value}":[{"type":"uri","value":"http://www.w3.org/ns/dcat#Dataset"}],\
"http://purl.org/dc/terms/relation":[{"type":"bnode","value":"_:b0"}],\
"http://purl.org/dc/terms/title":[{"type":"literal","value":"En \\"liten\\" & <kort>","lang":"nb"}],\
"http://www.w3.org/ns/dcat#byteSize":[{"type":"literal","value":"12","datatype":"http://www.w3.org/2001/XMLSchema#integer"}]},
"${EX}to": {"http://purl.org/dc/terms/title":[{"type":"literal","value":"To"}]},
"_:b0": {"http://purl.org/dc/terms/title":[{"type":"literal","value":"x"}]}
}
`);
});

test('TriX has a triple a line, texts escaped', () => {
  expect(serialize(sample, 'trix')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<TriX xmlns="http://www.w3.org/2004/03/trix/trix-1/">
  <graph>
    <triple><uri>${EX}en</uri><uri>${rdf.type.value}</uri><uri>http://www.w3.org/ns/dcat#Dataset</uri></triple>
    <triple><uri>${EX}en</uri><uri>http://purl.org/dc/terms/relation</uri><id>b0</id></triple>
    <triple><uri>${EX}en</uri><uri>http://purl.org/dc/terms/title</uri><plainLiteral xml:lang="nb">En "liten" &amp; &lt;kort&gt;</plainLiteral></triple>
    <triple><uri>${EX}en</uri><uri>http://www.w3.org/ns/dcat#byteSize</uri><typedLiteral datatype="http://www.w3.org/2001/XMLSchema#integer">12</typedLiteral></triple>
    <triple><uri>${EX}to</uri><uri>http://purl.org/dc/terms/title</uri><plainLiteral>To</plainLiteral></triple>
    <triple><id>b0</id><uri>http://purl.org/dc/terms/title</uri><plainLiteral>x</plainLiteral></triple>
  </graph>
</TriX>
`);
});

test('Notation3 is the Turtle', () => {
  expect(serialize(sample, 'n3')).toBe(serialize(sample, 'ttl'));
});

describe.each(PORTAL_SYNTAXES.map(({ syntax, mediaType }) => [syntax, mediaType] as const))(
  '%s, generated graphs',
  (syntax, mediaType) => {
    const kind = syntax === 'trix' ? XML : ANY;

    test('what is written is read back as the same graph', async () => {
      await fc.assert(
        fc.asyncProperty(graphs(kind), async (quads) => {
          const read = await readDocument(serialize(quads, syntax), mediaType);
          expect(await canonize(read, WORK)).toBe(await canonize(quads, WORK));
        }),
        { numRuns: 200 },
      );
    });

    test('the same quads in another order give the same bytes', () => {
      fc.assert(
        fc.property(graphs(kind), (quads) => {
          const text = serialize(quads, syntax);
          expect(serialize([...quads].reverse(), syntax)).toBe(text);
          expect(serialize([...quads, ...quads], syntax)).toBe(text);
        }),
      );
    });

    test('P7 an illegal IRI is never written', () => {
      const bad = node('https://x.example/<a>');
      for (const wrong of [
        quad(bad, dct.title, literal('x')),
        quad(one, bad, literal('x')),
        quad(one, dct.relation, bad),
        quad(one, dct.title, literal('x', bad)),
      ])
        expect(() => serialize([wrong], syntax)).toThrow(
          expect.objectContaining({ code: 'IRI_INVALID' }),
        );
    });
  },
);

test('TriX: named graphs come back as they were', () => {
  fc.assert(
    fc.property(namedGraphs(), (generated) => {
      const quads = generated.filter(
        ({ object }) => !/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(object.value),
      );
      expect(canonicalNQuads(readTrix(serialize(quads, 'trix')))).toBe(canonicalNQuads(quads));
    }),
  );
});

test('TriX refuses what XML cannot hold, and blank nodes beside named graphs', () => {
  expect(() => serialize([quad(one, dct.title, literal('a\u0008b'))], 'trix')).toThrow(
    expect.objectContaining({ code: 'NAME_NOT_XML' }),
  );
  const shared = quad(one, dct.relation, blankNode('a'), node(`${EX}graf`));
  expect(() => serialize([shared], 'trix')).toThrow(RangeError);
});

test.skipIf(!existsSync(RAPPER))('raptor reads the same graph from RDF/JSON', async () => {
  await fc.assert(
    fc.asyncProperty(graphs(XML), async (quads) => {
      const args = ['-q', '-i', 'json', '-o', 'ntriples', '-', 'https://lest.example/'];
      const input = serialize(quads, 'rj');
      const read = execFileSync(RAPPER, args, { input, encoding: 'utf8' });
      expect(await canonize(await parseRdf(read, 'application/n-triples'), WORK)).toBe(
        await canonize(quads, WORK),
      );
    }),
    { numRuns: 10 },
  );
});

describe('N-Triples become another syntax while they are read', () => {
  const withoutBlanks = graphs(XML).map((quads) =>
    quads.filter(
      (each) => ![each.subject, each.object].some((term) => term.termType === 'BlankNode'),
    ),
  );

  async function* inPieces(text: string, size: number): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield Promise.resolve(text.slice(at, at + size));
  }
  async function whole(quads: readonly Quad[], size: number, writer: typeof TRIX_WRITER) {
    let text = '';
    for await (const piece of rewritten(inPieces(canonicalNTriples(quads), size), writer))
      text += piece;
    return text;
  }

  test('however the pieces fall', async () => {
    await fc.assert(
      fc.asyncProperty(withoutBlanks, fc.integer({ min: 1, max: 700 }), async (quads, size) => {
        const json = await whole(quads, size, RDF_JSON_WRITER);
        const trix = await whole(quads, size, TRIX_WRITER);
        expect(canonicalNTriples(readRdfJson(json))).toBe(canonicalNTriples(quads));
        expect(canonicalNTriples(readTrix(trix))).toBe(canonicalNTriples(quads));
        expect(await whole(quads, 100_000, RDF_JSON_WRITER)).toBe(json);
      }),
      { numRuns: 200 },
    );
  });

  test('a node with many statements stays one', async () => {
    const quads = Array.from({ length: 500 }, (_, at) =>
      quad(one, dct.relation, node(`${EX}${at}`)),
    );
    const read = readRdfJson(await whole(quads, 64, RDF_JSON_WRITER));
    expect(canonicalNTriples(read)).toBe(canonicalNTriples(quads));
  });
});
