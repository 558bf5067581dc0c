/**
 * Canonical forms: sorted, deduplicated N-Quads, and hashes of them (strong ETags, diffs, revisions).
 * Lines are sorted by UTF-16 code unit, as rdf-canonize sorts, so both ways give the same bytes.
 */
import { createHash } from 'node:crypto';
import rdfCanonize from 'rdf-canonize';
import type { Quad } from './terms.js';
import { nameOf } from './grouped.js';
import { nquadsLine, ntriplesLine, termText } from './nquads.js';

/** Sorted and deduplicated; meant for sets without blank nodes (their labels are written as they are). */
export function canonicalNQuads(quads: Iterable<Quad>): string {
  return joinLines(quads, nquadsLine);
}

/** The same without graph names. */
export function canonicalNTriples(quads: Iterable<Quad>): string {
  return joinLines(quads, ntriplesLine);
}

/** `canonicalNQuads` as UTF-8. The text of a large catalogue is half a gigabyte, for which there is never room twice. */
export function canonicalBytes(quads: Iterable<Quad>): Uint8Array {
  const pieces: Buffer[] = [];
  let text = '';
  for (const lines of linesBySubject(quads, nquadsLine)) {
    text += lines;
    if (text.length < PIECE) continue;
    pieces.push(Buffer.from(text));
    text = '';
  }
  return Buffer.concat([...pieces, Buffer.from(text)]);
}
const PIECE = 1 << 20;

function joinLines(quads: Iterable<Quad>, line: (quad: Quad) => string): string {
  return [...linesBySubject(quads, line)].join('');
}

/** A line begins with its subject, so the subjects in order and the lines of each in order are all lines in order. */
function* linesBySubject(quads: Iterable<Quad>, line: (quad: Quad) => string): Generator<string> {
  const subjects = new Map<string, Quad[]>();
  for (const quad of quads) {
    const name = nameOf(quad.subject);
    const known = subjects.get(name);
    if (known) known.push(quad);
    else subjects.set(name, [quad]);
  }
  const begun = [...subjects.values()].map((about) => ({ begin: beginOf(about), about }));
  begun.sort((a, b) => (a.begin < b.begin ? -1 : 1));
  for (const { about } of begun) {
    const lines = new Set(about.map(line));
    yield `${[...lines].sort().join('\n')}\n`;
  }
}

/** Of a line; no line's beginning goes on as another's (`>` and the space end it). */
function beginOf([first]: readonly Quad[]): string {
  return first ? `${termText(first.subject)} ` : '';
}

/** SHA-256 as 64 hexadecimal digits; text is hashed as UTF-8. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * RDFC-1.0 for graphs with blank nodes: equal text exactly when the graphs are isomorphic.
 * Rejects when the work exceeds the cap: the number of look-alike blank nodes to the power of `maxWorkFactor`.
 */
export async function canonize(quads: Iterable<Quad>, maxWorkFactor = 2): Promise<string> {
  const set = new Map<string, Quad>();
  for (const quad of quads) set.set(nquadsLine(quad), quad);
  return rdfCanonize.canonize([...set.values()], { algorithm: 'RDFC-1.0', maxWorkFactor });
}
