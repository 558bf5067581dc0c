/**
 * QueryEngine over child processes (safety D1, D4; performance.md PF2.1). At most `size` queries run at once; one child
 * more is kept loaded, so a killed one is replaced without waiting for the data.
 */
import { CatalogError } from '../model/errors.js';
import { UnreadBytes } from './answer-body.js';
import { FairQueue } from './fair-queue.js';
import type { BackendSpec, Prefixes } from './query-backend.js';
import { startChild, type QueryChild } from './query-child.js';
import type { QueryEngine, QueryOptions, QueryResult, SparqlQuery } from './query-engine.js';
import { queryError } from './query-error.js';
import { superviseQuery } from './supervised-query.js';

const MEGABYTE = 1024 * 1024;
/** D1: what a query may take, beyond what its child needs for the data. */
export const QUERY_MEMORY_BYTES = 384 * MEGABYTE;
/** D1: a child's limit while its data are small. */
export const CHILD_MEMORY_BYTES = 512 * MEGABYTE;
/** One client's part of the queue: four of them fill it. */
const CLIENT_SHARE = 1 / 4;

export interface PoolOptions {
  readonly backend: BackendSpec;
  readonly size: number;
  /** Known in every query without PREFIX. */
  readonly prefixes?: Prefixes;
  /** Loaded children beyond `size`. Default 1. */
  readonly spares?: number;
  /**
   * Queries that may wait; the next is refused with QUERY_BUSY. Default 20 (D4). Of one client a quarter of them may wait;
   * queries without a client are the program's own and know only the whole.
   */
  readonly queueLimit?: number;
  /** Resident memory of a child while it queries. Default: 512 MB, or what it has after loading + 384 MB. */
  readonly memoryBytes?: number;
  /** Answers that came and are not read yet, together: beyond it the slowest reader's fails with QUERY_BUSY. Default 256 MB. */
  readonly unreadBytes?: number;
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
   * Swaps the data for a new revision's. Resolves when new queries are answered from it; until then, and after a
   * rejection (QUERY_FAILED: the data do not load), the old one serves. Running queries end on the old.
   */
  reload(backend: BackendSpec): Promise<void>;
  status(): { readonly children: readonly ChildStatus[]; readonly queued: number };
}

interface Member {
  readonly child: QueryChild;
  readonly fleet: Fleet;
  state: ChildStatus['state'];
  loadedBytes: number;
}
interface Fleet {
  readonly backend: BackendSpec;
  readonly members: Set<Member>;
}
interface Job {
  readonly run: (member: Member) => void;
  readonly reject: (error: unknown) => void;
}

export function createProcessPool(options: PoolOptions): QueryPool {
  return new ProcessPool(options);
}

class ProcessPool implements QueryPool {
  readonly #options: Required<Pick<PoolOptions, 'size' | 'prefixes' | 'spares' | 'queueLimit'>>;
  readonly #memoryBytes: number | undefined;
  readonly #unread: UnreadBytes;
  readonly #members = new Set<Member>(); // of all fleets, until they are gone
  readonly #queue = new FairQueue<Job>();
  #fleet: Fleet;
  #isStarted = false;
  #isClosed = false;
  #reloading: Promise<void> = Promise.resolve();

  constructor({ backend, memoryBytes, unreadBytes = 256 * MEGABYTE, ...options }: PoolOptions) {
    this.#options = { prefixes: {}, spares: 1, queueLimit: 20, ...options };
    this.#memoryBytes = memoryBytes;
    this.#unread = new UnreadBytes(unreadBytes);
    this.#fleet = { backend, members: new Set() };
  }

  async query(query: SparqlQuery, options: QueryOptions): Promise<QueryResult> {
    const { signal, client = '' } = options;
    signal?.throwIfAborted();
    if (this.#isClosed) throw queryError('QUERY_BUSY');
    return new Promise<QueryResult>((resolve, reject) => {
      const leave = (error: unknown): void => {
        this.#queue.remove(client, job);
        settle();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const onAbort = (): void => leave(signal?.reason);
      // Whoever has waited as long as a query may run is told to come back: no answer takes over 2 × timeoutMs.
      const patience = setTimeout(() => leave(queryError('QUERY_BUSY')), options.timeoutMs);
      const settle = (): void => {
        clearTimeout(patience);
        signal?.removeEventListener('abort', onAbort);
      };
      const job: Job = {
        reject: leave,
        run: (member) => {
          settle();
          this.#run(member, query, options).then(resolve, reject);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(client, job);
      this.#work();
      if (this.#isFull(client)) leave(queryError('QUERY_BUSY'));
    });
  }

  #isFull(client: string): boolean {
    const { queueLimit } = this.#options;
    const share = client === '' ? queueLimit : Math.max(1, Math.floor(queueLimit * CLIENT_SHARE));
    return this.#queue.length > queueLimit || this.#queue.lengthOf(client) > share;
  }

  async warm(): Promise<void> {
    this.#refill();
    try {
      await Promise.any([...this.#fleet.members].map(({ child }) => child.ready));
    } catch (error) {
      if (this.#isClosed) return; // nobody waits for it any more
      throw new CatalogError('QUERY_FAILED', {}, error);
    }
  }

  async reload(backend: BackendSpec): Promise<void> {
    const next = this.#reloading.then(() => this.#swap(backend));
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
    for (const job of this.#queue.drain()) job.reject(queryError('QUERY_BUSY'));
    const members = [...this.#members];
    for (const { child } of members) child.kill();
    await Promise.all(members.map(({ child }) => child.exited));
  }

  async #swap(backend: BackendSpec): Promise<void> {
    const next: Fleet = { backend, members: new Set() };
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
    const memoryBytes = this.#memoryBytes ?? CHILD_MEMORY_BYTES;
    const setup = {
      backend: fleet.backend,
      prefixes: this.#options.prefixes,
      // V8 itself stops at what the data leave of it: between two polls a query could take a gigabyte.
      heapMegabytes: Math.ceil(
        (memoryBytes * (QUERY_MEMORY_BYTES / CHILD_MEMORY_BYTES)) / MEGABYTE,
      ),
    };
    const member: Member = {
      child: startChild(setup),
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

  /** No child of these data lives: waiting would last for ever, and starting again at once would too. */
  #onLoadFailure(fleet: Fleet, error: unknown): void {
    if (fleet !== this.#fleet || fleet.members.size > 0) return;
    for (const job of this.#queue.drain()) job.reject(error);
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
      job.run(member);
    }
  }

  #run(member: Member, query: SparqlQuery, options: QueryOptions): Promise<QueryResult> {
    const { child } = member;
    const memoryBytes = this.#memoryLimit(member);
    const running = superviseQuery(query, options, { child, memoryBytes, unread: this.#unread });
    void running.ended.then(() => this.#release(member));
    return running.result;
  }

  #release(member: Member): void {
    if (member.child.isDoomed()) return; // stays busy, and counted, until it is gone
    if (member.fleet === this.#fleet) member.state = 'idle';
    else member.child.kill();
    this.#work();
  }

  #memoryLimit({ loadedBytes }: Member): number {
    return this.#memoryBytes ?? Math.max(CHILD_MEMORY_BYTES, loadedBytes + QUERY_MEMORY_BYTES);
  }
}
