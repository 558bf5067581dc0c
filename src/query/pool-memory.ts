/** What a pool takes of a machine's memory, reckoned before it is started (safety D1, performance.md PF2.2). */
import { CHILD_MEMORY_BYTES, QUERY_MEMORY_BYTES } from './process-pool.js';

/** A child without data: Node.js, the parser, the evaluator. Measured: 92 MB with an index file of 6 MB, 145 MB with 61 MB. */
const CHILD_BASE_BYTES = 88 * 1024 * 1024;

export interface PoolMemory {
  /** All children and spares, none of them asked anything. */
  readonly idleBytes: number;
  /** As many queries as run at once, each at its limit. */
  readonly mostBytes: number;
}

/** `fileBytes`: the zone's index file, which each child holds. */
export function poolMemory(fileBytes: number, children: number, spares = 1): PoolMemory {
  const child = CHILD_BASE_BYTES + fileBytes;
  const limit = Math.max(CHILD_MEMORY_BYTES, child + QUERY_MEMORY_BYTES);
  return { idleBytes: (children + spares) * child, mostBytes: children * limit + spares * child };
}
