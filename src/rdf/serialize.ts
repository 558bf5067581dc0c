/** One door to all writers, and the table of syntaxes that the site negotiates by (site.md 8). */
import { canonicalNQuads, canonicalNTriples } from './canonical.js';
import { writeJsonLd } from './jsonld-writer.js';
import { writeRdfJson } from './rdfjson-writer.js';
import { writeRdfXml } from './rdfxml-writer.js';
import type { Quad } from './terms.js';
import { writeTrix } from './trix-writer.js';
import { writeTrig, writeTurtle } from './turtle-writer.js';

/** Read and written: files, queries, documents. */
export type RdfSyntax = 'ttl' | 'jsonld' | 'rdf' | 'nt' | 'nq' | 'trig';
/** Written only, for portals that ask for them. */
export type PortalSyntax = 'n3' | 'rj' | 'trix';
export type WrittenSyntax = RdfSyntax | PortalSyntax;

export interface RdfSyntaxEntry<Syntax extends WrittenSyntax = WrittenSyntax> {
  readonly syntax: Syntax;
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

const WITH_GRAPHS: ReadonlySet<WrittenSyntax> = new Set<WrittenSyntax>(['nq', 'trig', 'trix']);

export const RDF_SYNTAXES: readonly RdfSyntaxEntry<RdfSyntax>[] = [
  entry('ttl', 'text/turtle', 'Turtle'),
  entry('jsonld', 'application/ld+json', 'JSON-LD'),
  entry('rdf', 'application/rdf+xml', 'RDF/XML'),
  entry('nt', 'application/n-triples', 'N-Triples'),
  entry('nq', 'application/n-quads', 'N-Quads'),
  entry('trig', 'application/trig', 'TriG'),
];

/** With those above the nine that data.norge.no may be set to ask for (portals.md 1.1, row 1). */
export const PORTAL_SYNTAXES: readonly RdfSyntaxEntry<PortalSyntax>[] = [
  entry('n3', 'text/n3', 'Notation3'),
  entry('rj', 'application/rdf+json', 'RDF/JSON'),
  entry('trix', 'application/trix', 'TriX'),
];

function entry<Syntax extends WrittenSyntax>(
  syntax: Syntax,
  mediaType: string,
  label: string,
): RdfSyntaxEntry<Syntax> {
  const contentType = mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
  const hasGraphs = WITH_GRAPHS.has(syntax);
  return { syntax, extension: syntax, mediaType, contentType, label, hasGraphs };
}

const WRITERS: Readonly<Record<WrittenSyntax, (quads: Iterable<Quad>) => string>> = {
  ttl: writeTurtle,
  jsonld: writeJsonLd,
  rdf: writeRdfXml,
  nt: canonicalNTriples,
  nq: canonicalNQuads,
  trig: writeTrig,
  n3: writeTurtle, // Turtle is Notation3 that says nothing but RDF
  rj: writeRdfJson,
  trix: writeTrix,
};

/**
 * The same set of quads always gives the same text. Throws CatalogError NAME_NOT_XML (RDF/XML, TriX), IRI_INVALID, and
 * RangeError for blank nodes in TriG.
 */
export function serialize(quads: Iterable<Quad>, syntax: WrittenSyntax): string {
  return WRITERS[syntax](quads);
}
