/** One worker thread that answers jobs in order and can be ended from outside: a pattern gone wild stops nothing else. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answer, Job } from './shacl-jobs.js';

const MAX_MEMORY_MB = 2048;

export class WorkerThread {
  readonly #url: URL;
  #worker: Worker | undefined;
  #loaded = new Set<string>();

  constructor(url: URL) {
    this.#url = url;
  }

  /** False when the next job of this profile must bring its shapes along. */
  knows(profile: string): boolean {
    return this.#worker !== undefined && this.#loaded.has(profile);
  }

  /** One job at a time. Rejects when the worker dies, or with the signal's reason when it is stopped. */
  async ask(job: Job, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    const stop = (): void => void this.end();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const answer = await exchange(worker, job, signal);
      if (answer.done) this.#loaded.add(job.profile);
      return answer;
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      worker.unref();
    }
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#loaded = new Set();
    await worker?.terminate();
  }

  #start(): Worker {
    return new Worker(this.#url, {
      execArgv: this.#url.pathname.endsWith('.ts') ? ['--import', typescriptLoader()] : [],
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    });
  }
}

/** Its address, not its name: the working folder may be another one. */
function typescriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}

function exchange(worker: Worker, job: Job, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.removeAllListeners();
      act();
    };
    worker.once('message', (answer: Answer) => settle(() => resolve(answer)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) =>
      settle(() =>
        reject(
          signal.aborted
            ? (signal.reason as Error)
            : new Error(`the worker ended with code ${code}`),
        ),
      ),
    );
    worker.postMessage(job);
  });
}
