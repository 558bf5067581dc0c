/** Graphs for property tests: what writers and readers get wrong is well represented. */
import fc from 'fast-check';
import type { Iri } from '../../src/model/iri.js';
import {
  blankNode,
  langLiteral,
  literal,
  namedNode,
  quad,
  type Quad,
  type QuadObject,
} from '../../src/rdf/terms.js';
import { dcat, dct, kdm, rdf, skos, xsd } from '../../src/rdf/vocabularies.js';

export const XML = 'XML';
export const ANY = 'any';

const IRIS = [
  'https://data.oslo.example/id/datasett/vannkvalitet',
  'https://data.oslo.example/id/datasett/badeplasser?år=2026&x=1#del',
  'https://data.oslo.example/id/begrep/gáhkko',
  // No "..": whoever reads RDF/XML resolves references, and that takes dot segments out (RFC 3986, 5.2.4).
  'https://data.oslo.example/a/b/.c',
  'https://data.oslo.example/%C3%A6/1a',
  'http://www.w3.org/ns/dcat#',
  'http://www.w3.org/ns/dcat#1',
  'mailto:post@oslo.example',
  'urn:isbn:123',
  'dcat:ikke-et-prefiks',
].map((value) => namedNode(value as Iri));
const PREDICATES = [
  ...[dct.title, dcat.keyword, rdf.type, skos.prefLabel, kdm.rank, rdf.first, rdf.rest],
  ...['https://eksempel.example/ns#æøå', 'https://eksempel.example/a/b-c.d', 'urn:x:p'].map(
    (value) => namedNode(value as Iri),
  ),
  namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#_1' as Iri),
];
const TEXTS = [
  ...[
    '',
    ' ',
    '  ledende blank',
    'slutt ',
    '\ttab',
    'linje\nskift',
    'vogn\rretur',
    '\r\n',
    '"',
    "'''",
  ],
  ...[
    '\\',
    '\\n',
    '</rdf:Description>',
    ']]>',
    '&amp;',
    '<!-- x -->',
    'æøå ÆØÅ',
    'áčđŋšŧž',
    '👌',
    '@nb',
  ],
  ...[
    'true',
    '1',
    '01',
    '+1',
    '1.0',
    '1.50',
    '2e3',
    '1E3',
    'INF',
    '2026-01-01',
    '.',
    '"""',
    '\u00a0',
    '\u2028',
  ],
];
const DATATYPES = [
  ...[xsd.string, xsd.boolean, xsd.integer, xsd.decimal, xsd.double, xsd.date, xsd.dateTime],
  ...[xsd.duration, xsd.anyURI, xsd.hexBinary, xsd.nonNegativeInteger],
  namedNode('https://eksempel.example/ns#grad' as Iri),
  namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral' as Iri),
];
const ILLEGAL_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const blanks = ['a', 'b', 'c', 'd'].map((label) => blankNode(label));

function text(kind: string): fc.Arbitrary<string> {
  const random = fc.string({ unit: 'binary', maxLength: 12 });
  // U+FEFF at the start of a document is a mark; U+FFFE and U+FFFF are no characters anywhere.
  const any = random.map((value) => value.replace(/[\ufeff\ufffe\uffff]/g, ''));
  const safe = kind === XML ? any.map((value) => value.replace(ILLEGAL_XML, '')) : any;
  return fc.oneof(fc.constantFrom(...TEXTS), safe);
}

function object(kind: string): fc.Arbitrary<QuadObject> {
  return fc.oneof(
    fc.constantFrom(...IRIS, rdf.nil),
    fc.constantFrom(...blanks),
    fc
      .tuple(text(kind), fc.constantFrom(...DATATYPES))
      .map(([value, type]) => literal(value, type)),
    fc
      .tuple(text(kind), fc.constantFrom('nb', 'nn', 'en', 'se', 'en-gb'))
      .map(([value, language]) => langLiteral(value, language)),
  );
}

/** Up to 25 triples: IRIs, blank nodes, lists as triples, literals of every kind. */
export function graphs(kind: string): fc.Arbitrary<Quad[]> {
  const subject = fc.constantFrom(...IRIS, ...blanks);
  const triple = fc
    .tuple(subject, fc.constantFrom(...PREDICATES), object(kind))
    .map(([s, p, o]) => quad(s, p, o));
  return fc.array(triple, { maxLength: 25 });
}

/** Quads in named graphs, without blank nodes. */
export function namedGraphs(): fc.Arbitrary<Quad[]> {
  const named = graphs(ANY).map((quads) =>
    quads.filter(
      ({ subject, object }) => subject.termType !== 'BlankNode' && object.termType !== 'BlankNode',
    ),
  );
  const graph = fc.constantFrom(undefined, ...IRIS.slice(0, 3));
  return fc
    .tuple(named, fc.array(graph, { minLength: 25, maxLength: 25 }))
    .map(([quads, names]) =>
      quads.map(({ subject, predicate, object }, index) =>
        quad(subject as never, predicate as never, object, names[index]),
      ),
    );
}
