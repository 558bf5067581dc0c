/** One door to all writers, and the table of syntaxes that the site negotiates by (site.md 8). */
import { canonicalNQuads, canonicalNTriples } from './canonical.js';
import { writeJsonLd } from './jsonld-writer.js';
import { writeRdfXml } from './rdfxml-writer.js';
import type { Quad } from './terms.js';
import { writeTrig, writeTurtle } from './turtle-writer.js';

export type RdfSyntax = 'ttl' | 'jsonld' | 'rdf' | 'nt' | 'nq' | 'trig';

export interface RdfSyntaxEntry {
  readonly syntax: RdfSyntax;
  /** Of a document's file name, without the dot. */
  readonly extension: string;
  /** Bare type, as it is matched against Accept. */
  readonly mediaType: string;
  /** As it is sent; RDF/XML and JSON-LD say their encoding themselves or have only one. */
  readonly contentType: string;
  readonly label: string;
  /** False for syntaxes that hold one graph: graph names are left out. */
  readonly hasGraphs: boolean;
}

export const RDF_SYNTAXES: readonly RdfSyntaxEntry[] = [
  entry('ttl', 'text/turtle', 'Turtle'),
  entry('jsonld', 'application/ld+json', 'JSON-LD'),
  entry('rdf', 'application/rdf+xml', 'RDF/XML'),
  entry('nt', 'application/n-triples', 'N-Triples'),
  entry('nq', 'application/n-quads', 'N-Quads'),
  entry('trig', 'application/trig', 'TriG'),
];

function entry(syntax: RdfSyntax, mediaType: string, label: string): RdfSyntaxEntry {
  const contentType = mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
  const hasGraphs = syntax === 'nq' || syntax === 'trig';
  return { syntax, extension: syntax, mediaType, contentType, label, hasGraphs };
}

const WRITERS: Readonly<Record<RdfSyntax, (quads: Iterable<Quad>) => string>> = {
  ttl: writeTurtle,
  jsonld: writeJsonLd,
  rdf: writeRdfXml,
  nt: canonicalNTriples,
  nq: canonicalNQuads,
  trig: writeTrig,
};

/**
 * The same set of quads always gives the same text. Throws CatalogError NAME_NOT_XML (RDF/XML), IRI_INVALID, and
 * RangeError for blank nodes in TriG.
 */
export function serialize(quads: Iterable<Quad>, syntax: RdfSyntax): string {
  return WRITERS[syntax](quads);
}
