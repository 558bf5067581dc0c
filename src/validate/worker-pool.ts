/** A few worker threads: a job goes to a free one that knows its profile already, else it waits its turn. */
import type { Answer, Job } from './shacl-jobs.js';
import { WorkerThread } from './worker-thread.js';

export class WorkerPool {
  readonly #threads: readonly WorkerThread[];
  readonly #busy = new Set<WorkerThread>();
  readonly #waiting: (() => void)[] = [];

  constructor(script: URL, size: number) {
    this.#threads = Array.from({ length: size }, () => new WorkerThread(script));
  }

  get size(): number {
    return this.#threads.length;
  }

  /**
   * `load` gives the shapes, for a thread that does not know the profile; `signal` is made when the job's turn has come.
   * Rejects as WorkerThread.ask does.
   */
  async ask(
    job: Omit<Job, 'load'>,
    load: () => NonNullable<Job['load']>,
    signal: () => AbortSignal,
  ): Promise<Answer> {
    const thread = await this.#free(job.profile);
    try {
      const whole = thread.knows(job.profile) ? job : { ...job, load: load() };
      return await thread.ask(whole, signal());
    } finally {
      this.#busy.delete(thread);
      this.#waiting.shift()?.();
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  async #free(profile: string): Promise<WorkerThread> {
    while (this.#busy.size === this.#threads.length)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const free = this.#threads.filter((thread) => !this.#busy.has(thread));
    const best = free.find((thread) => thread.knows(profile)) ?? free[0];
    if (!best) throw new Error('no thread is free');
    this.#busy.add(best);
    return best;
  }
}
