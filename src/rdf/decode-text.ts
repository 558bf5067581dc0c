/**
 * Bytes of an RDF document as text (safety P1, P6): byte order mark first, then an XML declaration, else UTF-8. Bytes that
 * do not fit are an error with a line, never replaced by question marks.
 */
import { TextDecoder } from 'node:util';
import { CatalogError } from '../model/errors.js';

export interface DecodeOptions {
  readonly file?: string;
  /** True for XML, which may declare its own encoding. */
  readonly xml?: boolean;
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  // XML without a mark: "<?" in two bytes each (XML 1.0, appendix F).
  [[0x3c, 0x00, 0x3f, 0x00], 'utf-16le'],
  [[0x00, 0x3c, 0x00, 0x3f], 'utf-16be'],
];
const DECLARED = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

/** Text without byte order mark. Throws CatalogError PARSE_FAILED naming the line. */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1];
  const encoding = marked ?? (options.xml ? declaredEncoding(bytes) : undefined) ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw failure(options, 1, `ukjent tegnsett «${encoding}»`, error);
  }
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw failure(options, lineOfFault(bytes, encoding), `bytene er ikke ${encoding}`, error);
  }
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  const declared = DECLARED.exec(start)?.[1]?.toLowerCase();
  // Read as single bytes the text cannot be UTF-16, whatever it says of itself.
  return declared?.startsWith('utf-16') ? 'utf-8' : declared;
}

/** Decodes line by line: exact for UTF-8, the only encoding whose faults are common. */
function lineOfFault(bytes: Uint8Array, encoding: string): number {
  if (encoding !== 'utf-8') return 1;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const upTo = end < 0 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(from, upTo));
    } catch {
      return line;
    }
    from = upTo;
  }
  return line;
}

function failure(
  options: DecodeOptions,
  line: number,
  cause: string,
  error: unknown,
): CatalogError {
  return new CatalogError('PARSE_FAILED', { file: options.file ?? 'RDF', line, cause }, error);
}
