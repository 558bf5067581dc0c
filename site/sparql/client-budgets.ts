/**
 * What each client may use of the endpoint: 60 s of processing and 30 errors a minute (safety D5). Two leaking buckets for each,
 * so a client needs a few numbers, no timer and no history. All queries count: one that is running counts while it runs.
 */
import { Problem } from '../problem.js';

export const CLIENT_LIMITS = {
  processingMs: 60_000,
  errors: 30,
  /** In this time a full bucket empties. */
  windowMs: 60_000,
  /** Beyond it the client that has asked nothing for longest is forgotten. */
  clients: 10_000,
} as const;
export type ClientLimits = Readonly<Record<keyof typeof CLIENT_LIMITS, number>>;

interface Account {
  processingMs: number;
  errors: number;
  /** Queries under way. */
  running: number;
  /** When the numbers above held. */
  at: number;
}

/** A query under way. Ended once; later calls do nothing. */
export interface Work {
  end(outcome?: 'answered' | 'failed'): void;
}

export class ClientBudgets {
  readonly #accounts = new Map<string, Account>();
  readonly #now: () => number;
  readonly #limits: ClientLimits;

  constructor(now: () => number, limits: ClientLimits = CLIENT_LIMITS) {
    this.#now = now;
    this.#limits = limits;
  }

  /** Clients that are remembered. */
  get size(): number {
    return this.#accounts.size;
  }

  /** Throws Problem 429 with Retry-After when the client has used what it may; that costs it nothing more. */
  begin(client: string): Work {
    const account = this.#accountOf(client);
    const waitMs = this.#waitMs(account);
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000);
      throw new Problem('tooManyRequests', {
        params: { seconds },
        headers: { 'Retry-After': String(seconds), 'Cache-Control': 'no-store' },
      });
    }
    account.running += 1;
    let isRunning = true;
    return {
      end: (outcome = 'answered') => {
        if (!isRunning) return;
        isRunning = false;
        this.#settle(account);
        account.running -= 1;
        if (outcome === 'failed') account.errors += 1;
      },
    };
  }

  /** Moves the client to the end: the map is in the order of last use. */
  #accountOf(client: string): Account {
    const account = this.#accounts.get(client) ?? this.#open();
    this.#settle(account);
    this.#accounts.delete(client);
    this.#accounts.set(client, account);
    return account;
  }

  #open(): Account {
    const oldest = this.#accounts.keys().next();
    if (this.#accounts.size >= this.#limits.clients && !oldest.done)
      this.#accounts.delete(oldest.value);
    return { processingMs: 0, errors: 0, running: 0, at: this.#now() };
  }

  #settle(account: Account): void {
    const { processingMs, errors, windowMs } = this.#limits;
    const now = this.#now();
    const passed = now - account.at;
    const leaked = passed / windowMs;
    account.at = now;
    account.processingMs += passed * account.running;
    account.processingMs = Math.max(0, account.processingMs - leaked * processingMs);
    account.errors = Math.max(0, account.errors - leaked * errors);
  }

  /** Until there is room for one error and a moment of processing. */
  #waitMs({ processingMs, errors }: Account): number {
    const limits = this.#limits;
    const overdrawn = Math.max(
      (processingMs - limits.processingMs) / limits.processingMs,
      (errors + 1 - limits.errors) / limits.errors,
    );
    return overdrawn > 1e-9 ? Math.max(1000, overdrawn * limits.windowMs) : 0;
  }
}
