/** The syntaxes of documents: the nine that data.norge.no knows (portals.md 1.1, row 1), the most read ones first. */
import {
  PORTAL_SYNTAXES,
  RDF_SYNTAXES,
  type RdfSyntaxEntry,
  type WrittenSyntax,
} from '../src/rdf/serialize.js';

export interface DocumentSyntax extends RdfSyntaxEntry {
  /** The syntax whose bytes a document of one graph has: such Turtle is also Notation3 and TriG. */
  readonly writtenAs: WrittenSyntax;
}

const SAME_BYTES: Readonly<Partial<Record<WrittenSyntax, WrittenSyntax>>> = {
  n3: 'ttl',
  trig: 'ttl',
  nq: 'nt',
};

/** What pages offer people. */
export const MAIN_SYNTAXES: readonly RdfSyntaxEntry[] = RDF_SYNTAXES.filter(
  ({ hasGraphs }) => !hasGraphs,
);

export const DOCUMENT_SYNTAXES: readonly DocumentSyntax[] = [
  ...MAIN_SYNTAXES,
  ...RDF_SYNTAXES.filter(({ hasGraphs }) => hasGraphs),
  ...PORTAL_SYNTAXES,
].map((one) => ({ ...one, writtenAs: SAME_BYTES[one.syntax] ?? one.syntax }));

export const DOCUMENT_TYPES: readonly string[] = DOCUMENT_SYNTAXES.map(
  ({ mediaType }) => mediaType,
);

export function syntaxOfExtension(extension: string): DocumentSyntax | undefined {
  return DOCUMENT_SYNTAXES.find((one) => one.extension === extension);
}

export function syntaxOfType(mediaType: string): DocumentSyntax | undefined {
  return DOCUMENT_SYNTAXES.find((one) => one.mediaType === mediaType);
}
