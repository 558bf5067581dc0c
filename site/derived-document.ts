/** Documents in syntaxes that no file is kept in: written from the N-Triples file for those who ask (portals.md 1.1, row 1). */
import { Readable } from 'node:stream';
import { RDF_JSON_WRITER } from '../src/rdf/rdfjson-writer.js';
import { rewritten } from '../src/rdf/rewrite.js';
import { TRIX_WRITER } from '../src/rdf/trix-writer.js';
import { Problem } from './problem.js';

const WRITERS = { rj: RDF_JSON_WRITER, trix: TRIX_WRITER } as const;
export type DerivedSyntax = keyof typeof WRITERS;
/** Each takes a core for as long as it lasts; the rest of the machine belongs to the others. */
const MAX_AT_ONCE = 2;
let running = 0;

export function isDerived(syntax: string): syntax is DerivedSyntax {
  return Object.hasOwn(WRITERS, syntax);
}

/** The text of N-Triples in the syntax. */
export function derivedDocument(
  ntriples: AsyncIterable<Buffer>,
  syntax: DerivedSyntax,
): AsyncGenerator<string> {
  const text = Readable.from(ntriples, { objectMode: false }).setEncoding('utf8');
  return rewritten(text as AsyncIterable<string>, WRITERS[syntax]);
}

/** For large documents. Throws Problem 503 when enough are under way: portals come again. */
export async function inTurn(work: () => Promise<void>): Promise<void> {
  if (running >= MAX_AT_ONCE)
    throw new Problem('unavailable', {
      headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' },
    });
  running += 1;
  try {
    await work();
  } finally {
    running -= 1;
  }
}
