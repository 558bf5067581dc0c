/** Worker: keeps the compiled shapes of each profile and answers one job at a time. It may be ended at any moment. */
import { parentPort } from 'node:worker_threads';
import { parseNQuads } from '../rdf/parse.js';
import type { DatasetCore, Quad } from '../rdf/terms.js';
import { compileForData, engineData } from './run-shapes.js';
import type { Answer, Job, JobData } from './shacl-jobs.js';

interface Loaded {
  readonly run: ReturnType<typeof compileForData>;
  readonly beside: readonly Quad[];
}
const profiles = new Map<string, Loaded>();
let last: { readonly key: string; readonly data: DatasetCore } | undefined;

async function answer(job: Job): Promise<Answer> {
  try {
    if (job.load) {
      const { shapes, beside } = job.load;
      const run = compileForData(parseNQuads(shapes));
      profiles.set(job.profile, { run, beside: parseNQuads(beside) });
    }
    const loaded = profiles.get(job.profile);
    if (!loaded) throw new Error(`profile ${job.profile} is not loaded`);
    const results = await loaded.run(withLists(dataOf(job.data), loaded.beside));
    return { done: true, results };
  } catch (error) {
    return { done: false, cause: error instanceof Error ? error.message : String(error) };
  }
}

/** Reading the data and indexing it takes as long as a profile: it is done once for all of them. */
function dataOf({ key, text }: JobData): DatasetCore {
  if (last?.key !== key) last = { key, data: engineData(parseNQuads(text)) };
  return last.data;
}

/** Lists are looked things up in, and never looked at themselves: they stay with the data for the next profile. */
function withLists(data: DatasetCore, beside: readonly Quad[]): DatasetCore {
  for (const one of beside) data.add(one);
  return data;
}

parentPort?.on('message', (job: Job) => {
  void answer(job).then((reply) => parentPort?.postMessage(reply));
});
