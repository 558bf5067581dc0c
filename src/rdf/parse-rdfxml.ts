/** RDF/XML: pre-scan, then rdfxml-streaming-parser (RDF 1.1 XML Syntax; safety P1). */
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { CatalogError, isCatalogError } from '../model/errors.js';
import { parserTerms } from './parser-terms.js';
import type { ParseOptions } from './parse-turtle.js';
import { prescanRdfXml } from './rdfxml-prescan.js';
import type { Quad } from './terms.js';

/** Rejects with CatalogError PARSE_FAILED; nothing of a faulty document is returned. */
export async function parseRdfXml(text: string, options: ParseOptions = {}): Promise<Quad[]> {
  const file = options.file ?? 'RDF/XML';
  prescanRdfXml(text, file);
  try {
    return await read(inOnePiece(text), file, options);
  } catch (error) {
    // The same fault again, with the line it has in the text as it was written.
    await read(text, file, options);
    throw error;
  }
}

async function read(text: string, file: string, options: ParseOptions): Promise<Quad[]> {
  const parser = new RdfXmlParser({
    baseIRI: options.baseIri ?? '',
    // The package carries older RDF/JS types (style.md 9.3).
    dataFactory: parserTerms(`${options.baseIri ?? ''}\n${file}\n${text}`) as never,
    trackPosition: true,
  });
  const quads: Quad[] = [];
  return new Promise((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', (error: unknown) => reject(failure(error, file)));
    parser.on('end', () => resolve(quads));
    // One chunk: the parser keeps only the last piece of a text that comes in several …
    parser.end(text);
  });
}

/** … and a text with CDATA, a comment or an instruction inside comes in several: CDATA is escaped, the others go. */
function inOnePiece(text: string): string {
  if (!/<!--|<!\[CDATA\[|<\?/.test(text)) return text;
  return text.replace(
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>/g,
    (_whole, data?: string) =>
      (data ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  );
}

function failure(error: unknown, file: string): CatalogError {
  if (isCatalogError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const place = /^(?:Line )?(\d+)(?: column |:)\d+: /i.exec(message);
  const cause = place ? message.slice(place[0].length) : message;
  return new CatalogError('PARSE_FAILED', { file, line: Number(place?.[1] ?? 1), cause }, error);
}
