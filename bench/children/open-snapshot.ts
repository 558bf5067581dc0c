/**
 * One cold opening of a snapshot file, and what it leaves in memory when worker threads share it. The threads are there before,
 * so that only what the catalogue needs is counted.
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readSnapshot } from '../../src/store/snapshot-open.js';
import { residentBytes } from '../peers/resident.js';
import { answer } from './answer.js';
import type { LoadAnswer } from './load-peer.js';

export interface OpenTask {
  readonly file: string;
  readonly threads: number;
}

await answer(async ({ file, threads }: OpenTask): Promise<LoadAnswer> => {
  const program = join(import.meta.dirname, 'open-thread.js');
  const workers = Array.from({ length: threads }, () => new Worker(program));
  await Promise.all(workers.map((one) => once(one, 'message')));
  const before = residentBytes();
  const start = performance.now();
  const snapshot = readSnapshot(file);
  const ms = performance.now() - start;
  for (const one of workers) {
    one.postMessage(snapshot.buffer);
    await once(one, 'message');
  }
  const bytes = residentBytes() - before;
  if (snapshot.tripleCount === 0) throw new Error('nothing was opened');
  return { ms, bytes };
});
