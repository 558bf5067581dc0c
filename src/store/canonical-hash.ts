/** SHA-256 of the canonical form (src/rdf/canonical.ts) of N-Quads, without making the form when the text is it already. */
import { createHash } from 'node:crypto';
import { sortSlices, type Slices } from './byte-order.js';
import { grown } from './byte-table.js';
import { sortedBy } from './counting-sort.js';
import { IN_DEFAULT_GRAPH } from './nquads-line.js';
import type { ScannedQuads } from './nquads-scan.js';
import { NONE } from './snapshot.js';

const CHUNK = 1 << 20;
const SPACE = 0x20;
const DOT = 0x2e;
const LF = 0x0a;

export function canonicalHash(scanned: ScannedQuads): string {
  const { bytes, isCanonical, terms } = scanned;
  if (isCanonical) return createHash('sha256').update(bytes).digest('hex');
  const { subject, predicate, object, graph } = scanned;
  const lines = new LineHash(terms.slices);
  let before = NONE;
  for (const row of canonicalOrder(scanned)) {
    const isAgain =
      before !== NONE &&
      object[row] === object[before] &&
      predicate[row] === predicate[before] &&
      subject[row] === subject[before] &&
      graph[row] === graph[before];
    before = row;
    if (isAgain) continue;
    lines.term(subject[row] as number);
    lines.term(predicate[row] as number);
    lines.term(object[row] as number);
    if (graph[row] !== IN_DEFAULT_GRAPH) lines.term(graph[row] as number);
    lines.end();
  }
  return lines.digest();
}

/** Rows in the order of their lines. Terms are followed by a blank, which no term holds unquoted: so lines sort as terms do. */
function canonicalOrder(scanned: ScannedQuads): Uint32Array {
  const { count, terms, subject, predicate, object, graph } = scanned;
  const sorted = Uint32Array.from({ length: terms.size }, (_, number) => number);
  sortSlices(terms.slices, sorted);
  // From 1: a quad of the default graph has a full stop in place of its graph, which comes before `<` and `_`.
  const ranks = new Uint32Array(terms.size);
  sorted.forEach((number, i) => (ranks[number] = i + 1));
  let order: Uint32Array = Uint32Array.from({ length: count }, (_, row) => row);
  for (const column of [graph, object, predicate, subject]) {
    const keys = new Uint32Array(count);
    for (let row = 0; row < count; row++) keys[row] = ranks[column[row] as number] ?? 0;
    order = sortedBy(keys, terms.size + 1, order);
  }
  return order;
}

class LineHash {
  readonly #terms: Slices;
  readonly #hash = createHash('sha256');
  #chunk = new Uint8Array(CHUNK);
  #length = 0;

  constructor(terms: Slices) {
    this.#terms = terms;
  }

  term(number: number): void {
    const { bytes, starts, ends } = this.#terms;
    const start = starts[number] as number;
    const end = ends[number] as number;
    this.#reserve(end - start + 1);
    const chunk = this.#chunk;
    let at = this.#length;
    for (let from = start; from < end; from++) chunk[at++] = bytes[from] as number;
    chunk[at++] = SPACE;
    this.#length = at;
  }

  end(): void {
    this.#reserve(2);
    this.#chunk[this.#length++] = DOT;
    this.#chunk[this.#length++] = LF;
  }

  digest(): string {
    return this.#hash.update(this.#chunk.subarray(0, this.#length)).digest('hex');
  }

  #reserve(length: number): void {
    if (this.#length + length <= this.#chunk.length) return;
    this.#hash.update(this.#chunk.subarray(0, this.#length));
    this.#length = 0;
    this.#chunk = grown(this.#chunk, length);
  }
}
