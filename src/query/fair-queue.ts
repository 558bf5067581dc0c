/** Waiting work, served round robin over clients: whoever sends a hundred waits behind those who send one (safety D4). */
export class FairQueue<T> {
  /** Clients in the order of their turns. */
  readonly #waiting = new Map<string, T[]>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  lengthOf(client: string): number {
    return this.#waiting.get(client)?.length ?? 0;
  }

  push(client: string, job: T): void {
    const own = this.#waiting.get(client);
    if (own) own.push(job);
    else this.#waiting.set(client, [job]);
    this.#length += 1;
  }

  shift(): T | undefined {
    for (const [client, own] of this.#waiting) {
      const job = own.shift();
      this.#waiting.delete(client);
      if (own.length > 0) this.#waiting.set(client, own);
      this.#length -= 1;
      return job;
    }
    return undefined;
  }

  /** Does nothing when the job has been served. */
  remove(client: string, job: T): void {
    const own = this.#waiting.get(client);
    const at = own?.indexOf(job) ?? -1;
    if (own === undefined || at === -1) return;
    own.splice(at, 1);
    if (own.length === 0) this.#waiting.delete(client);
    this.#length -= 1;
  }

  /** Everything that waits, taken out. */
  drain(): T[] {
    const jobs = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    this.#length = 0;
    return jobs;
  }
}
