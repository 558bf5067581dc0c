/** A limit of time as an abort signal: its reason is a `DeadlineError` that says how many seconds were given. */
export class DeadlineError extends Error {
  readonly seconds: number;

  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
    this.name = 'DeadlineError';
    this.seconds = ms / 1000;
  }
}

export interface Deadline {
  readonly signal: AbortSignal;
  /** Rejects with the signal's reason as soon as it aborts, whatever becomes of the work. */
  guard<T>(work: Promise<T>): Promise<T>;
  /** Counts anew from now. */
  restart(ms: number): void;
  clear(): void;
}

/** Aborts after the time, or when `outer` does, with the reason of the one that came first. */
export function deadline(
  ms: number,
  outer: AbortSignal,
  options: { readonly reports?: number } = {},
): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const reports = options.reports ?? ms;
  const expire = (): void => {
    controller.abort(new DeadlineError(reports));
  };
  const follow = (): void => {
    controller.abort(outer.reason);
  };
  let timer = setTimeout(expire, ms);
  let cleared = false;
  if (outer.aborted) follow();
  else outer.addEventListener('abort', follow, { once: true });

  return {
    signal,
    guard: (work) =>
      new Promise((done, fail) => {
        const stop = (): void => {
          fail(signal.reason as Error);
        };
        if (signal.aborted) stop();
        else signal.addEventListener('abort', stop, { once: true });
        work.then(done, fail);
      }),
    restart(next) {
      clearTimeout(timer);
      // A late chunk must not start a timer that nobody clears: it would keep the process alive.
      if (!cleared) timer = setTimeout(expire, next);
    },
    clear() {
      cleared = true;
      clearTimeout(timer);
      outer.removeEventListener('abort', follow);
    },
  };
}
