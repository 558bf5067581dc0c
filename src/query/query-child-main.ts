/**
 * The program of a query child (safety D1): `query-child-main <parent pid>`. It opens the backend that its first message
 * describes, says ready, and answers one query after the other. After a fault it tells, and ends.
 */
import { setPriority } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { CatalogError } from '../model/errors.js';
import { AnswerSender } from './answer-sender.js';
import type { ChildFailure, ChildMessage, ParentMessage, RunMessage } from './child-protocol.js';
import { openBackend } from './open-backend.js';
import type { Backend } from './query-backend.js';
import { queryErrorParams, type QueryErrorCode } from './query-error.js';

const [, , parent = ''] = process.argv;

/** A query blocks this thread, so neither 'disconnect' nor a timer would fire: a second one watches the parent. */
const WATCHDOG = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL'); }, 500);
`;

const MEGABYTE = 1024 * 1024;
/** What V8 says of a text, a buffer or a table that is larger than any may be, or for which there is no room. */
const NO_ROOM =
  /^(?:Invalid (?:string|array|typed array) length|Array buffer allocation failed|(?:Map|Set) maximum size exceeded)/;

/** What a query may leave behind before it is collected at once: the next is judged by its own memory, not by this. */
const LEFT_OVER_BYTES = 64 * MEGABYTE;

function main(): void {
  process.on('disconnect', () => process.exit(0));
  new Worker(WATCHDOG, { eval: true, workerData: Number(parent) }).unref();
  let backend: Backend | undefined;
  process.on('message', (message: ParentMessage) => {
    if (message.type === 'run' && backend !== undefined) void answer(backend, message);
    if (message.type !== 'open') return;
    openBackend(message.spec, message.prefixes).then(
      (opened) => {
        backend = opened;
        setPriority(10); // Pages go before queries (D2), but the loading of a replacement does not wait.
        void send({ type: 'ready' });
      },
      (error: unknown) => {
        process.stderr.write(`${describe(error)}\n`, () => process.exit(1));
      },
    );
  });
}

async function answer(backend: Backend, { id, request }: RunMessage): Promise<void> {
  const before = process.memoryUsage.rss();
  const sender = new AnswerSender(id, request.maxBytes, send);
  try {
    await backend.run(request, sender);
    await sender.end();
  } catch (error) {
    const failure = failureOf(error);
    await send({ type: 'failure', id, failure });
    if (failure.detail !== undefined) process.exit(1);
  }
  if (process.memoryUsage.rss() - before > LEFT_OVER_BYTES) globalThis.gc?.();
}

function send(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve()); // a parent that is gone: 'disconnect' follows
  });
}

function failureOf(error: unknown): ChildFailure {
  if (error instanceof CatalogError) {
    return { code: error.code as QueryErrorCode, params: queryErrorParams(error) };
  }
  const detail = describe(error);
  if (error instanceof RangeError && NO_ROOM.test(error.message)) {
    const megabytes = Math.round(getHeapStatistics().heap_size_limit / MEGABYTE);
    return { code: 'QUERY_MEMORY', params: { megabytes }, detail };
  }
  return { code: 'QUERY_FAILED', params: {}, detail };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main();
