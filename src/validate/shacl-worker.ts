/** Worker: keeps the compiled shapes of each profile and answers one job at a time. It may be ended at any moment. */
import { parentPort } from 'node:worker_threads';
import { parseNQuads } from '../rdf/parse.js';
import { openSnapshot } from '../store/snapshot-open.js';
import { BoundShapes } from './compiled/check.js';
import { compileAllShapes } from './compiled/compile.js';
import { rawResults } from './compiled/raw-results.js';
import type { CompiledShapes } from './compiled/shapes.js';
import type { Answer, Job, RawResult } from './shacl-jobs.js';

const profiles = new Map<string, CompiledShapes>();

async function answer(job: Job): Promise<Answer> {
  try {
    return { done: true, results: await resultsOf(job) };
  } catch (error) {
    return { done: false, cause: error instanceof Error ? error.message : String(error) };
  }
}

async function resultsOf({ profile, data, extent, load }: Job): Promise<RawResult[][]> {
  if (load !== undefined) profiles.set(profile, await compileAllShapes(parseNQuads(load)));
  const shapes = profiles.get(profile);
  if (!shapes) throw new Error(`profile ${profile} is not loaded`);
  const bound = new BoundShapes(shapes, openSnapshot(data));
  const found =
    'slice' in extent
      ? [bound.check(extent.slice)]
      : extent.parts.map((subjects) => bound.checkWithin(subjects));
  return found.map((findings) => rawResults(bound, findings));
}

parentPort?.on('message', (job: Job) => {
  void answer(job).then((reply) => parentPort?.postMessage(reply));
});
