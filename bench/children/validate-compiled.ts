/**
 * One cold validation by compiled shapes, the snapshot opened and the threads started before: shapes are compiled, the data
 * checked in slices, and the whole report brought together in this thread.
 */
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { snapshotOf } from '../../src/store/snapshot-build.js';
import { readSnapshot } from '../../src/store/snapshot-open.js';
import type { RawResult } from '../../src/validate/shacl-jobs.js';
import { WorkerPool } from '../../src/validate/worker-pool.js';
import { writeResults } from '../peers/result-lines.js';
import { shapeQuads } from '../peers/shapes.js';
import { answer } from './answer.js';
import type { ValidateAnswer } from './validate-peer.js';

export interface CompiledTask {
  /** Of a snapshot. */
  readonly file: string;
  readonly threads: number;
  readonly results: string;
}

const WORKER = new URL('../../src/validate/shacl-worker.js', import.meta.url);
const never = (): AbortSignal => new AbortController().signal;

await answer(async ({ file, threads, results }: CompiledTask): Promise<ValidateAnswer> => {
  const { buffer } = readSnapshot(file);
  const shapes = shapeQuads();
  const pool = new WorkerPool(WORKER, threads);
  const check = async (data: SharedArrayBuffer, text: string): Promise<RawResult[]> => {
    const slices = Array.from({ length: threads }, async (_, index) => {
      const job = { profile: text, data, extent: { slice: { index, count: threads } } };
      const found = await pool.ask(job, () => text, never);
      if (!found.done) throw new Error(found.cause);
      return found.results.flat();
    });
    return (await Promise.all(slices)).flat();
  };
  await check(snapshotOf([]).buffer, '');
  globalThis.gc?.();
  const start = performance.now();
  const all = await check(buffer, canonicalNQuads(shapes));
  const ms = performance.now() - start;
  writeResults(results, all);
  await pool.end();
  return { ms };
});
