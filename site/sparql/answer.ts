/**
 * An answer on its way out. Its first megabyte is waited for, so that a limit that is met early is told by status and words;
 * behind it the body streams, and can only be broken off (safety D3).
 */
import type { QueryResult } from '../../src/query/query-engine.js';

export const START_BYTES = 1_000_000;

export interface Answer {
  readonly kind: QueryResult['kind'];
  /** With its parameters. */
  readonly mediaType: string;
  readonly start: Uint8Array;
  /** What follows `start`, to be read once. Absent: `start` is all. */
  readonly rest?: AsyncIterable<Uint8Array>;
}

/** Rejects as reading the result does. */
export async function startOf({ kind, mediaType, body }: QueryResult): Promise<Answer> {
  const chunks = body[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  for (let size = 0; size <= START_BYTES; size += parts.at(-1)?.byteLength ?? 0) {
    const next = await chunks.next();
    if (next.done === true) return { kind, mediaType, start: Buffer.concat(parts) };
    parts.push(next.value);
  }
  const rest = { [Symbol.asyncIterator]: () => chunks };
  return { kind, mediaType, start: Buffer.concat(parts), rest };
}

/** The whole body in one piece. */
export async function wholeAnswer({ start, rest }: Answer): Promise<Uint8Array> {
  if (!rest) return start;
  const parts = [start];
  for await (const chunk of rest) parts.push(chunk);
  return Buffer.concat(parts);
}
