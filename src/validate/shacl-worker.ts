/** Worker: keeps the compiled shapes of each profile and answers one job at a time. It may be ended at any moment. */
import { parentPort } from 'node:worker_threads';
import { parseNQuads } from '../rdf/parse.js';
import type { Quad } from '../rdf/terms.js';
import { compileShapes, type ShapeRun } from './run-shapes.js';
import type { Answer, Job } from './shacl-jobs.js';

interface Loaded {
  readonly run: ShapeRun;
  readonly beside: readonly Quad[];
}
const profiles = new Map<string, Loaded>();

async function answer(job: Job): Promise<Answer> {
  try {
    if (job.load) {
      const { shapes, beside } = job.load;
      const run = compileShapes(parseNQuads(shapes));
      profiles.set(job.profile, { run, beside: parseNQuads(beside) });
    }
    const loaded = profiles.get(job.profile);
    if (!loaded) throw new Error(`profile ${job.profile} is not loaded`);
    const results = await loaded.run([...parseNQuads(job.data), ...loaded.beside]);
    return { done: true, results };
  } catch (error) {
    return { done: false, cause: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (job: Job) => {
  void answer(job).then((reply) => parentPort?.postMessage(reply));
});
