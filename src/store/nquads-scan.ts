/** N-Quads as columns of numbers: every line of the text, in its order, and the distinct terms as canonical N-Quads has them. */
import { isUtf8 } from 'node:buffer';
import { CatalogError, isCatalogError } from '../model/errors.js';
import { nquadsLine } from '../rdf/nquads.js';
import { parseNQuads } from '../rdf/parse-turtle.js';
import { ByteTable, grown } from './byte-table.js';
import { LineReader, NOT_CANONICAL } from './nquads-line.js';

const LF = 0x0a;

export interface ScannedQuads {
  readonly count: number;
  /** Numbers of terms; at least `count` long. IN_DEFAULT_GRAPH in `graph` for quads of the default graph. */
  readonly subject: Uint32Array;
  readonly predicate: Uint32Array;
  readonly object: Uint32Array;
  readonly graph: Uint32Array;
  /** Written as canonical N-Quads has them. */
  readonly terms: ByteTable;
  /** The text with a line feed at its end. */
  readonly bytes: Uint8Array;
  /** The text is canonical N-Quads: sorted, nothing twice, everything written in the one way. */
  readonly isCanonical: boolean;
}

/** Throws CatalogError PARSE_FAILED for what is no N-Quads in UTF-8. */
export function scanNQuads(text: Uint8Array): ScannedQuads {
  if (!isUtf8(text)) throw parseFailed(1, 'teksten er ikke UTF-8');
  const bytes = withLineEnd(text);
  const terms = new ByteTable();
  const columns = new Columns();
  let isCanonical = true;
  const reader = new LineReader(bytes, terms);
  for (let at = 0; at < bytes.length;) {
    const next = reader.read(at);
    if (next !== NOT_CANONICAL) {
      columns.add(reader);
      at = next;
      continue;
    }
    const end = bytes.indexOf(LF, at) + 1;
    const line = rewrite(bytes, at, end);
    const single = new LineReader(line, terms);
    for (let from = 0; from < line.length;) {
      from = single.read(from);
      if (from === NOT_CANONICAL) throw new Error(`not canonical: ${line.toString('utf8')}`);
      columns.add(single);
    }
    isCanonical = false;
    at = end;
  }
  return { ...columns.filled(), terms, bytes, isCanonical: isCanonical && reader.ascending };
}

function withLineEnd(text: Uint8Array): Uint8Array {
  return text.length === 0 || text.at(-1) === LF ? text : Buffer.concat([text, Buffer.of(LF)]);
}

/** The line as canonical N-Quads; empty for comments and blank lines. */
function rewrite(bytes: Uint8Array, from: number, to: number): Buffer {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
  try {
    const quads = parseNQuads(line, { keepLabels: true });
    return Buffer.from(quads.map((one) => `${nquadsLine(one)}\n`).join(''));
  } catch (error) {
    if (!isCatalogError(error, 'PARSE_FAILED')) throw error;
    const before = bytes.subarray(0, from).reduce((sum, byte) => sum + (byte === LF ? 1 : 0), 0);
    throw parseFailed(before + 1, String(error.params['cause']), error);
  }
}

function parseFailed(line: number, cause: string, error?: unknown): CatalogError {
  return new CatalogError('PARSE_FAILED', { file: 'N-Quads', line, cause }, error);
}

class Columns {
  #count = 0;
  #subject = new Uint32Array(1 << 12);
  #predicate = new Uint32Array(1 << 12);
  #object = new Uint32Array(1 << 12);
  #graph = new Uint32Array(1 << 12);

  add({ subject, predicate, object, graph }: LineReader): void {
    const row = this.#count++;
    if (row === this.#subject.length) this.#grow();
    this.#subject[row] = subject;
    this.#predicate[row] = predicate;
    this.#object[row] = object;
    this.#graph[row] = graph;
  }

  #grow(): void {
    this.#subject = grown(this.#subject, this.#count);
    this.#predicate = grown(this.#predicate, this.#count);
    this.#object = grown(this.#object, this.#count);
    this.#graph = grown(this.#graph, this.#count);
  }

  filled(): Pick<ScannedQuads, 'count' | 'subject' | 'predicate' | 'object' | 'graph'> {
    return {
      count: this.#count,
      subject: this.#subject,
      predicate: this.#predicate,
      object: this.#object,
      graph: this.#graph,
    };
  }
}
