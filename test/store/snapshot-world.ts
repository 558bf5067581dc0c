/** Quads for tests of snapshots: the forms that engines change (performance.md 3.1) and whatever else a term may hold. */
import fc from 'fast-check';
import {
  blankNode,
  defaultGraph,
  exactLiteral,
  exactNamedNode,
  quad,
  type Quad,
  type QuadObject,
  type Subject,
} from '../../src/rdf/terms.js';
import { SnapshotDataset } from '../../src/store/snapshot-dataset.js';
import type { Snapshot } from '../../src/store/snapshot.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

export const IRIS = [
  'https://data.oslo.example/id/datasett/a',
  'https://data.oslo.example/id/datasett/a/b',
  'https://data.oslo.example/id/datasett/a1',
  'https://data.oslo.example/id/begrep/gáhkko',
  'https://data.oslo.example/id/\u{ffe5}',
  'https://data.oslo.example/id/\u{1f44c}',
  'urn:x',
  'tag:1',
].map((iri) => exactNamedNode(iri));

const FORMS: readonly (readonly [lexical: string, type: string])[] = [
  ...[
    'nonNegativeInteger',
    'int',
    'long',
    'short',
    'byte',
    'positiveInteger',
    'unsignedInt',
    'integer',
    'boolean',
  ].map((type) => ['1', type] as const),
  ['007', 'integer'],
  ['abc', 'integer'],
  ['1.50', 'decimal'],
  ['1E0', 'double'],
  ['2026-01-01T00:00:00.000+00:00', 'dateTime'],
  ['2026-01-01T24:00:00Z', 'dateTime'],
  ['PT36H', 'duration'],
  ['P1Y', 'duration'],
  ['2026', 'gYear'],
  ['0AFF', 'hexBinary'],
  ['', 'string'],
];
const TEXTS = [
  '',
  ' ',
  '"',
  '\\',
  '\\n',
  '\n',
  '\r',
  '\t\b\f',
  '\u0000',
  '\u001f\u007f\u0080',
  'a@nb',
  '"@nb',
  '"^^<urn:x>',
  'e\u0301',
  'é',
  '\ufeff',
  '\uffff',
  '\u{10ffff}',
  '\ue000',
  'aa',
  'aab',
  '\u2028',
];

const texts = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 8 }));
const literals = fc.oneof(
  fc.constantFrom(...FORMS).map(([text, type]) => exactLiteral(text, exactNamedNode(XSD + type))),
  texts.map((text) => exactLiteral(text)),
  fc
    .tuple(texts, fc.constantFrom('nb', 'nn', 'en', 'nb-no', 'zh-hant-tw'))
    .map(([text, language]) => exactLiteral(text, language)),
  texts.map((text) => exactLiteral(text, exactNamedNode('https://eksempel.example/ns#grad'))),
);
const blanks = fc.constantFrom('a', 'b1', 'b.1', 'b-1', 'ø', '0').map((label) => blankNode(label));
const nodes = fc.oneof(fc.constantFrom(...IRIS), blanks);

/** Up to so many quads in the default graph and in named ones; some triples lie in more than one. */
export function quadSets(maxLength: number): fc.Arbitrary<Quad[]> {
  const objects: fc.Arbitrary<QuadObject> = fc.oneof(nodes, literals, literals);
  const predicates = fc.constantFrom(...IRIS.slice(0, 4));
  const graphs = fc.constantFrom(defaultGraph, ...IRIS.slice(0, 3), blankNode('a'));
  const one = fc
    .tuple(
      nodes as fc.Arbitrary<Subject>,
      predicates,
      objects,
      fc.array(graphs, { minLength: 1, maxLength: 2 }),
    )
    .map(([s, p, o, names]) => names.map((graph) => quad(s, p, o, graph)));
  return fc.array(one, { maxLength }).map((sets) => sets.flat());
}

export function allQuads(snapshot: Snapshot): Quad[] {
  return [...new SnapshotDataset(snapshot)];
}
