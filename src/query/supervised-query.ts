/** One query on one child under the limits of time and memory (safety D1) and the client's patience (D4). */
import { queryError } from './query-error.js';
import type { QueryOptions, QueryResult, SparqlQuery } from './query-engine.js';
import type { QueryChild } from './query-child.js';

const MEMORY_POLL_MS = 250;
const MEGABYTE = 1024 * 1024;

/**
 * Rejects with QUERY_TIMEOUT, QUERY_MEMORY or the signal's reason after killing the child, else with what the child
 * answered. `memoryBytes` is not watched where there is no /proc.
 */
export async function runOnChild(
  child: QueryChild,
  query: SparqlQuery,
  options: QueryOptions,
  memoryBytes: number,
): Promise<QueryResult> {
  const { signal, timeoutMs } = options;
  let stop: (reason: unknown) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      child.kill();
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
  });
  const onAbort = (): void => stop(signal?.reason);
  const clock = setTimeout(() => {
    stop(queryError('QUERY_TIMEOUT', { seconds: timeoutMs / 1000 }));
  }, timeoutMs);
  const watch = setInterval(() => {
    if ((child.residentBytes() ?? 0) <= memoryBytes) return;
    stop(queryError('QUERY_MEMORY', { megabytes: Math.round(memoryBytes / MEGABYTE) }));
  }, MEMORY_POLL_MS);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const { format, maxRows, maxBytes, defaultGraphs, namedGraphs } = options;
    const limits = {
      format,
      maxRows,
      maxBytes,
      ...(defaultGraphs && { defaultGraphs }),
      ...(namedGraphs && { namedGraphs }),
    };
    return await Promise.race([child.ask(query, limits), stopped]);
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
    signal?.removeEventListener('abort', onAbort);
  }
}
