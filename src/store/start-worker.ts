/** Starts a worker thread from a module of ours: compiled, or TypeScript as tests and `tsx` run it. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

export type StartOptions = Pick<WorkerOptions, 'resourceLimits' | 'workerData'>;

export function startWorker(script: URL, options: StartOptions): Worker {
  if (!script.pathname.endsWith('.ts')) return new Worker(script, { execArgv: [], ...options });
  return new Worker(typescriptStart(script), { eval: true, execArgv: [], ...options });
}

/** On Node 20 `--import tsx` does nothing in a worker thread: the loader is registered from inside. */
function typescriptStart(script: URL): string {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api'));
  loader.pathname = loader.pathname.replace(/\.cjs$/, '.mjs');
  const [api, entry] = [loader.href, script.href].map((address) => JSON.stringify(address));
  return `import(${api}).then(({ register }) => { register(); return import(${entry}); })`;
}
