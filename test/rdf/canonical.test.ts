/** Canonical N-Quads are their lines, each once, in order of UTF-16 code units: as text and as bytes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { iri } from '../../src/model/iri.js';
import { canonicalBytes, canonicalNQuads, canonicalNTriples } from '../../src/rdf/canonical.js';
import { nquadsLine, ntriplesLine } from '../../src/rdf/nquads.js';
import { blankNode, literal, namedNode, quad, type Quad } from '../../src/rdf/terms.js';

// Each the beginning of others, which go on with what comes before and after the ">" that ends it.
const SUBJECTS = [
  ...['', '!', '#a', '-1', '/b', '0', '=c', '?d', 'e', 'æ', '\uff5e', '👌'].map((end) =>
    namedNode(iri(`https://eksempel.example/a${end}`)),
  ),
  ...['b1', 'b10', 'b1-x', 'b2'].map((name) => blankNode(name)),
];
const PREDICATES = ['urn:x:p', 'urn:x:p#q'].map((name) => namedNode(iri(name)));
const OBJECTS = [...SUBJECTS, literal(''), literal('æ\n"'), literal('👌'), literal('\uff5e')];
const GRAPHS = [undefined, namedNode(iri('urn:x:g'))];

const quads = fc.array(
  fc
    .tuple(...[SUBJECTS, PREDICATES, OBJECTS, GRAPHS].map((terms) => fc.nat(terms.length - 1)))
    .map(([s = 0, p = 0, o = 0, g = 0]) =>
      quad(SUBJECTS[s] as never, PREDICATES[p] as never, OBJECTS[o] as never, GRAPHS[g]),
    ),
  { maxLength: 60 },
);

function sorted(all: readonly Quad[], line: (one: Quad) => string): string {
  return [...new Set(all.map((one) => `${line(one)}\n`))].sort().join('');
}

test('with and without graph names, as text and as bytes', () => {
  fc.assert(
    fc.property(quads, (all) => {
      const text = sorted(all, nquadsLine);
      expect(canonicalNQuads(all)).toBe(text);
      expect(Buffer.from(canonicalBytes(all)).toString()).toBe(text);
      expect(canonicalNTriples(all)).toBe(sorted(all, ntriplesLine));
    }),
    { numRuns: 1_000 },
  );
});

test('bytes of more than a piece', () => {
  const long = literal('æ'.repeat(300_000));
  const many = SUBJECTS.flatMap((subject) => PREDICATES.map((one) => quad(subject, one, long)));
  expect(Buffer.from(canonicalBytes(many)).toString()).toBe(sorted(many, nquadsLine));
});
