/**
 * Canonical forms: sorted, deduplicated N-Quads, and hashes of them (strong ETags, diffs, revisions).
 * Lines are sorted by UTF-16 code unit, as rdf-canonize sorts, so both ways give the same bytes.
 */
import { createHash } from 'node:crypto';
import rdfCanonize from 'rdf-canonize';
import type { Quad } from './terms.js';
import { nquadsLine, ntriplesLine } from './nquads.js';

/** Sorted and deduplicated; meant for sets without blank nodes (their labels are written as they are). */
export function canonicalNQuads(quads: Iterable<Quad>): string {
  return joinLines(quads, nquadsLine);
}

/** The same without graph names. */
export function canonicalNTriples(quads: Iterable<Quad>): string {
  return joinLines(quads, ntriplesLine);
}

function joinLines(quads: Iterable<Quad>, line: (quad: Quad) => string): string {
  const lines = new Set<string>();
  for (const quad of quads) lines.add(line(quad));
  return lines.size === 0 ? '' : `${[...lines].sort().join('\n')}\n`;
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
