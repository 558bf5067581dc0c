/**
 * The child process of a query (safety D1): `oxigraph-child <file> <parent pid>`. It loads the file, says ready, and
 * answers one query after the other. After a trap of the engine it answers and ends.
 */
import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CatalogError } from '../model/errors.js';
import type { ChildFailure, ChildMessage, ChildRequest } from './child-protocol.js';
import { loadStore, runQuery } from './oxigraph-store.js';
import { queryErrorParams, type QueryErrorCode } from './query-error.js';

const [, , file = '', parent = ''] = process.argv;

/** A query blocks this thread, so neither 'disconnect' nor a timer would fire: a second one watches the parent. */
const WATCHDOG = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL'); }, 500);
`;

function main(): void {
  process.on('disconnect', () => process.exit(0));
  new Worker(WATCHDOG, { eval: true, workerData: Number(parent) }).unref();
  const store = loadStore(file);
  // Warm-up: the memory after load, against which growth is judged, then includes parser and engine.
  runQuery(store, 'ASK {}', { format: 'json', maxRows: 1, maxBytes: 1_000 });
  setPriority(10); // Pages go before queries (D2), but the loading of a replacement does not wait.
  process.on('message', (request: ChildRequest) => {
    const { id, text, limits } = request;
    try {
      reply({ type: 'answer', id, result: runQuery(store, text, limits) });
    } catch (error) {
      const isVerdict = error instanceof CatalogError;
      reply({ type: 'failure', id, failure: failureOf(error) }, () => {
        if (!isVerdict) process.exit(1);
      });
    }
  });
  reply({ type: 'ready' });
}

function reply(message: ChildMessage, sent: () => void = () => undefined): void {
  process.send?.(message, undefined, undefined, sent);
}

function failureOf(error: unknown): ChildFailure {
  if (!(error instanceof CatalogError)) {
    return { code: 'QUERY_FAILED', params: {}, detail: String(error) };
  }
  return { code: error.code as QueryErrorCode, params: queryErrorParams(error) };
}

main();
