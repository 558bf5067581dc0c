/**
 * QueryEngine over child processes with Oxigraph (safety D1, D4; performance.md PF2.1). At most `size` queries run at
 * once; one child more is kept loaded, so a killed one is replaced without waiting for the file.
 */
import { CatalogError } from '../model/errors.js';
import { queryError } from './query-error.js';
import type { QueryEngine, QueryOptions, QueryResult, SparqlQuery } from './query-engine.js';
import { startChild, type QueryChild } from './query-child.js';
import { runOnChild } from './supervised-query.js';

const MEGABYTE = 1024 * 1024;

export interface PoolOptions {
  /** N-Quads of the revision to be queried. */
  readonly file: string;
  readonly size: number;
  /** Loaded children beyond `size`. Default 1. */
  readonly spares?: number;
  /** Queries that may wait; the next is refused with QUERY_BUSY. Default 20 (D4). */
  readonly queueLimit?: number;
  /** Resident memory of a child while it queries. Default: 512 MB, or what it has after loading + 384 MB. */
  readonly memoryBytes?: number;
}

export interface ChildStatus {
  readonly pid: number | undefined;
  readonly state: 'loading' | 'idle' | 'busy';
  readonly residentBytes: number | undefined;
}

export interface QueryPool extends QueryEngine {
  /** Loads the children now, not at the first query; resolves when one is ready, rejects with QUERY_FAILED. */
  warm(): Promise<void>;
  /**
   * Swaps the file for a new revision's. Resolves when new queries are answered from it; until then, and after a
   * rejection (QUERY_FAILED: the file does not load), the old one serves. Running queries end on the old.
   */
  reload(file: string): Promise<void>;
  status(): { readonly children: readonly ChildStatus[]; readonly queued: number };
}

interface Member {
  readonly child: QueryChild;
  readonly fleet: Fleet;
  state: ChildStatus['state'];
  loadedBytes: number;
}
interface Fleet {
  readonly file: string;
  readonly members: Set<Member>;
}
interface Job {
  readonly run: (member: Member) => Promise<void>;
  readonly reject: (error: unknown) => void;
}

export function createProcessPool(options: PoolOptions): QueryPool {
  return new ProcessPool(options);
}

class ProcessPool implements QueryPool {
  readonly #options: Required<Omit<PoolOptions, 'file' | 'memoryBytes'>> &
    Pick<PoolOptions, 'memoryBytes'>;
  readonly #members = new Set<Member>(); // of all fleets, until they are gone
  readonly #queue: Job[] = [];
  #fleet: Fleet;
  #isStarted = false;
  #isClosed = false;
  #reloading: Promise<void> = Promise.resolve();

  constructor({ file, ...options }: PoolOptions) {
    this.#options = { spares: 1, queueLimit: 20, ...options };
    this.#fleet = { file, members: new Set() };
  }

  async query(query: SparqlQuery, options: QueryOptions): Promise<QueryResult> {
    options.signal?.throwIfAborted();
    if (this.#isClosed) throw queryError('QUERY_BUSY');
    return new Promise<QueryResult>((resolve, reject) => {
      const leave = (error: unknown): void => {
        this.#drop(job);
        settle();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const onAbort = (): void => leave(options.signal?.reason);
      // Whoever has waited as long as a query may run is told to come back: no answer takes over 2 × timeoutMs.
      const patience = setTimeout(() => leave(queryError('QUERY_BUSY')), options.timeoutMs);
      const settle = (): void => {
        clearTimeout(patience);
        options.signal?.removeEventListener('abort', onAbort);
      };
      const job: Job = {
        reject: leave,
        run: async (member) => {
          settle();
          await this.#run(member, query, options).then(resolve, reject);
        },
      };
      options.signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(job);
      this.#work();
      if (this.#queue.length > this.#options.queueLimit) leave(queryError('QUERY_BUSY'));
    });
  }

  async warm(): Promise<void> {
    this.#refill();
    try {
      await Promise.any([...this.#fleet.members].map(({ child }) => child.ready));
    } catch (error) {
      throw new CatalogError('QUERY_FAILED', {}, error);
    }
  }

  async reload(file: string): Promise<void> {
    const next = this.#reloading.then(() => this.#swap(file));
    this.#reloading = next.catch(() => undefined); // the caller gets the rejection
    return next;
  }

  status(): { readonly children: readonly ChildStatus[]; readonly queued: number } {
    const children = [...this.#members].map(({ child, state }) => ({
      pid: child.pid,
      state,
      residentBytes: child.residentBytes(),
    }));
    return { children, queued: this.#queue.length };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#queue.splice(0)) job.reject(queryError('QUERY_BUSY'));
    const members = [...this.#members];
    for (const { child } of members) child.kill();
    await Promise.all(members.map(({ child }) => child.exited));
  }

  async #swap(file: string): Promise<void> {
    const next: Fleet = { file, members: new Set() };
    if (this.#isStarted && !this.#isClosed) await this.#add(next).child.ready;
    const old = this.#fleet;
    this.#fleet = next;
    for (const member of old.members) if (member.state !== 'busy') this.#retire(member);
    if (this.#isStarted) this.#refill();
    this.#work();
  }

  /** Starts what is missing of the current fleet. */
  #refill(): void {
    if (this.#isClosed) return;
    this.#isStarted = true;
    const wanted = this.#options.size + this.#options.spares;
    while (this.#fleet.members.size < wanted) this.#add(this.#fleet);
  }

  #add(fleet: Fleet): Member {
    const member: Member = {
      child: startChild(fleet.file),
      fleet,
      state: 'loading',
      loadedBytes: 0,
    };
    fleet.members.add(member);
    this.#members.add(member);
    member.child.ready.then(
      () => {
        member.state = 'idle';
        member.loadedBytes = member.child.residentBytes() ?? 0;
        this.#work();
      },
      (error: unknown) => this.#onLoadFailure(fleet, error),
    );
    void member.child.exited.then(() => this.#onExit(member));
    return member;
  }

  /** No child of this file lives: waiting would last for ever, and starting again at once would too. */
  #onLoadFailure(fleet: Fleet, error: unknown): void {
    if (fleet !== this.#fleet || fleet.members.size > 0) return;
    for (const job of this.#queue.splice(0)) job.reject(error);
  }

  #onExit(member: Member): void {
    this.#members.delete(member);
    member.fleet.members.delete(member);
    if (member.state === 'loading') return; // told by `ready`; starting another at once could go on for ever
    if (member.fleet === this.#fleet) this.#refill();
    this.#work();
  }

  #retire(member: Member): void {
    member.fleet.members.delete(member);
    member.child.kill();
  }

  /** Gives waiting queries to idle children. */
  #work(): void {
    if (this.#isClosed || this.#queue.length === 0) return;
    this.#refill();
    const members = [...this.#members];
    let free = this.#options.size - members.filter(({ state }) => state === 'busy').length;
    for (const member of this.#fleet.members) {
      if (free <= 0) return;
      if (member.state !== 'idle') continue;
      const job = this.#queue.shift();
      if (job === undefined) return;
      free -= 1;
      member.state = 'busy';
      void job.run(member);
    }
  }

  async #run(member: Member, query: SparqlQuery, options: QueryOptions): Promise<QueryResult> {
    try {
      return await runOnChild(member.child, query, options, this.#memoryLimit(member));
    } finally {
      this.#release(member);
    }
  }

  #release(member: Member): void {
    if (member.child.isDoomed()) return; // stays busy, and counted, until it is gone
    const resident = member.child.residentBytes() ?? 0;
    // WASM memory never goes back (safety fact 2).
    const hasGrown = member.loadedBytes > 0 && resident > 1.5 * member.loadedBytes;
    if (hasGrown || member.fleet !== this.#fleet) member.child.kill();
    else member.state = 'idle';
    this.#work();
  }

  #memoryLimit({ loadedBytes }: Member): number {
    return this.#options.memoryBytes ?? Math.max(512 * MEGABYTE, loadedBytes + 384 * MEGABYTE);
  }

  #drop(job: Job): void {
    const at = this.#queue.indexOf(job);
    if (at !== -1) this.#queue.splice(at, 1);
  }
}
