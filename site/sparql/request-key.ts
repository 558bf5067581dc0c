/**
 * What an answer depends on, as one short text: it is known before anything is evaluated, so it serves as strong validator (RFC
 * 9110 §8.8.3) and as key of the result cache (safety D8). Equal content in a later revision gives equal keys (C6).
 */
import { createHash } from 'node:crypto';
import type { ProtocolRequest } from './protocol.js';

/** To be raised when the same query on the same content is answered with other bytes than before. */
const WRITER = 'datavev-sparql-1';

/** `format` names the representation, and whatever else changes its bytes. */
export function requestKey(content: string, request: ProtocolRequest, format: string): string {
  const { query, defaultGraphs, namedGraphs } = request;
  const parts = [WRITER, content, query, graphSet(defaultGraphs), graphSet(namedGraphs), format];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

export function keyTag(key: string): string {
  return `"${key.slice(0, 27)}"`;
}

/** A dataset is made of sets: neither order nor repetition changes it (protocol §2.1.4). */
function graphSet(graphs: readonly string[]): readonly string[] {
  return [...new Set(graphs)].sort();
}
