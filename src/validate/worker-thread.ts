/** One worker thread that answers jobs in order and can be ended from outside: a pattern gone wild stops nothing else. */
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../store/start-worker.js';
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
    const resourceLimits = { maxOldGenerationSizeMb: MAX_MEMORY_MB };
    return startWorker(this.#url, { resourceLimits });
  }
}

function exchange(worker: Worker, job: Job, signal: AbortSignal): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    // Taken off one by one: a Worker also listens to itself.
    const settle = (act: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (answer: Answer): void => settle(() => resolve(answer));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (code: number): void =>
      settle(() => reject(signal.aborted ? stopOf(signal) : new Error(`worker: exit ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}

function stopOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason));
}
