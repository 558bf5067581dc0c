/** One door to all readers: a media type and a text or bytes in, quads out (site.md 8 for the types). */
import { CatalogError } from '../model/errors.js';
import { decodeText } from './decode-text.js';
import { parseJsonLd, type JsonLdOptions } from './parse-jsonld.js';
import { parseRdfXml } from './parse-rdfxml.js';
import { parseByN3, type N3Format } from './parse-turtle.js';
import type { Quad } from './terms.js';

export { parseNQuads, parseTurtle, type ParsedTurtle, type ParseOptions } from './parse-turtle.js';
export type { StatementLines } from './statement-lines.js';

type Reader = (text: string, options: JsonLdOptions) => Quad[] | Promise<Quad[]>;

const byN3 =
  (format: N3Format): Reader =>
  (text, options) =>
    parseByN3(text, format, options);

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['text/turtle', byN3('text/turtle')],
  ['application/trig', byN3('application/trig')],
  ['application/n-triples', byN3('N-Triples')],
  ['application/n-quads', byN3('N-Quads')],
  ['application/ld+json', parseJsonLd],
  ['application/rdf+xml', parseRdfXml],
]);

/**
 * Parameters of the media type are ignored. Rejects with CatalogError PARSE_FAILED, for an unknown media type too:
 * a document is read whole or not at all.
 */
export async function parseRdf(
  content: string | Uint8Array,
  mediaType: string,
  options: JsonLdOptions = {},
): Promise<Quad[]> {
  const bare = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  const file = options.file ?? bare;
  const read = READERS.get(bare);
  if (!read) {
    const cause = `«${mediaType}» er ikke et RDF-format som kan leses`;
    throw new CatalogError('PARSE_FAILED', { file, line: 1, cause });
  }
  const xml = bare === 'application/rdf+xml';
  const text = typeof content === 'string' ? content : decodeText(content, { file, xml });
  return read(text, { ...options, file });
}
