/** The syntaxes of documents about one thing: those that hold one graph. */
import { RDF_SYNTAXES, type RdfSyntaxEntry } from '../src/rdf/serialize.js';

export const DOCUMENT_SYNTAXES: readonly RdfSyntaxEntry[] = RDF_SYNTAXES.filter(
  ({ hasGraphs }) => !hasGraphs,
);

export function syntaxOfExtension(extension: string): RdfSyntaxEntry | undefined {
  return DOCUMENT_SYNTAXES.find((one) => one.extension === extension);
}

export function syntaxOfType(mediaType: string): RdfSyntaxEntry | undefined {
  return DOCUMENT_SYNTAXES.find((one) => one.mediaType === mediaType);
}
