import { describe, expect, test } from 'vitest';
import { QueryTerms } from '../../../src/query/evaluate/term-space.js';
import { GraphWriter } from '../../../src/query/results/graph-writer.js';
import { parseTurtle } from '../../../src/rdf/parse-turtle.js';
import { RDF_SYNTAXES, type RdfSyntax } from '../../../src/rdf/serialize.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';

const TURTLE = `@prefix ex: <https://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:a ex:title "Sier \\"varmt\\"\\r\\n\\t\\\\ \\u0007 🚲"@nb ; ex:count "007"^^xsd:int ; ex:name "æ" ; ex:see ex:b .
_:x ex:count "1.50"^^xsd:decimal .`;

/** The triples of `turtle`, each written twice. */
function written(syntax: RdfSyntax, turtle = TURTLE, maxRows = 100): string {
  const { quads } = parseTurtle(turtle, { file: 'test.ttl' });
  const terms = new QueryTerms(snapshotOf(quads));
  const chunks: Uint8Array[] = [];
  const limits = { maxRows, maxBytes: 1_000_000 };
  const writer = new GraphWriter({ syntax, terms, limits, sink: (chunk) => chunks.push(chunk) });
  for (const { subject, predicate, object } of [...quads, ...quads]) {
    writer.triple(terms.intern(subject), terms.intern(predicate), terms.intern(object));
  }
  writer.end();
  expect(writer.rows).toBe(quads.length);
  return Buffer.concat(chunks).toString();
}

describe('the graph of a query', () => {
  test('is written in N-Triples exactly as published, each triple once', () => {
    const [label] = /_:\S+/.exec(written('nt')) ?? [];
    expect(written('nt').split('\n')).toEqual([
      '<https://example.org/a> <https://example.org/title> "Sier \\"varmt\\"\\r\\n\\t\\\\ \\u0007 🚲"@nb .',
      '<https://example.org/a> <https://example.org/count> "007"^^<http://www.w3.org/2001/XMLSchema#int> .',
      '<https://example.org/a> <https://example.org/name> "æ" .',
      '<https://example.org/a> <https://example.org/see> <https://example.org/b> .',
      `${label} <https://example.org/count> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> .`,
      '',
    ]);
  });

  test('is the same graph in Turtle', () => {
    const lines = (nt: string): string[] => nt.replaceAll(/_:\S+/g, '_:x').split('\n').sort();
    expect(lines(written('nt', written('ttl')))).toEqual(lines(written('nt')));
  });

  test.each(RDF_SYNTAXES.map(({ syntax }) => syntax))('can be written as %s', (syntax) => {
    const named = 'PREFIX ex: <https://example.org/> ex:a ex:title "Bymiljø"@nb .';
    expect(written(syntax, named)).toContain('Bymiljø');
  });

  test.each<RdfSyntax>(['nt', 'ttl'])('D3: a triple too many is an error in %s', (syntax) => {
    expect(() => written(syntax, TURTLE, 4)).toThrow(
      expect.objectContaining({ code: 'QUERY_TOO_LARGE', cause: { limit: 'maxRows', value: 4 } }),
    );
  });
});
