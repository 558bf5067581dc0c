/** `--watch`: runs again when a file changes, until somebody types q or ends the program. */
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { basename } from 'node:path';
import type { ExitCode, Io } from './io.js';
import { say } from './texts.js';
import type { Lang } from '../model/lang-text.js';

/** A save is often several writes. */
const DEBOUNCE_MS = 150;

export interface Watched {
  /** Folders and files; those that are not there are left out. */
  readonly paths: readonly string[];
  /** One run; its exit code is that of the command when it ends. */
  readonly run: () => Promise<ExitCode>;
}

export async function watchAndRun(
  { paths, run }: Watched,
  io: Io,
  language: Lang,
): Promise<ExitCode> {
  const wishes = new Wishes(io);
  const watchers = paths.filter((path) => existsSync(path)).map((path) => wishes.watch(path));
  try {
    let code = await run();
    for (;;) {
      io.err(`${say('watching', language)}\n`);
      const changed = await wishes.next();
      // Stopped from outside: the process says so itself (130).
      if (changed === undefined) return io.signal.aborted ? 3 : code;
      io.err(`${say('watchChanged', language, { files: changed.join(', ') })}\n`);
      code = await run();
    }
  } finally {
    for (const one of watchers) one.close();
    wishes.close();
  }
}

/** What happened since the last run: names of files that changed, or the wish to stop. */
class Wishes {
  readonly #io: Io;
  readonly #changed = new Set<string>();
  readonly #stopListening: (() => void) | undefined;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;

  constructor(io: Io) {
    this.#io = io;
    io.signal.addEventListener('abort', this.#stop);
    this.#stopListening = io.onInput?.((text) => {
      if (/q/i.test(text)) this.#stop();
    });
  }

  watch(path: string): FSWatcher {
    return watch(path, { recursive: true }, (_event, name) => {
      this.#changed.add(basename(name ?? path));
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#wake?.(), DEBOUNCE_MS);
    });
  }

  /** Undefined when it is time to stop. */
  async next(): Promise<readonly string[] | undefined> {
    // What changed while the last run was going on counts too.
    while (!this.#isStopped && this.#changed.size === 0)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#isStopped) return undefined;
    const changed = [...this.#changed].sort();
    this.#changed.clear();
    return changed;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stopListening?.();
    this.#io.signal.removeEventListener('abort', this.#stop);
  }

  readonly #stop = (): void => {
    this.#isStopped = true;
    this.#wake?.();
  };
}
