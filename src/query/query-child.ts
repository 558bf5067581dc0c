/** One child process seen from outside: started, asked, measured, killed (safety D1). */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CatalogError } from '../model/errors.js';
import {
  isChildMessage,
  type ChildFailure,
  type ChildMessage,
  type ChildRequest,
} from './child-protocol.js';
import type { QueryResult } from './query-engine.js';
import { queryError } from './query-error.js';

const STDERR_TAIL = 2_000;
// kB. The parser's recursion at 200 nested brackets overflows the default of 984 (measured); 8 MB is the usual ulimit.
const STACK_SIZE = '--stack-size=4000';

export interface QueryChild {
  readonly pid: number | undefined;
  /** Rejects with QUERY_FAILED when the child ends before its file is loaded. */
  readonly ready: Promise<void>;
  /** Resolves when the process is gone; never rejects. */
  readonly exited: Promise<void>;
  /** True from the moment it is killed or gone. */
  isDoomed(): boolean;
  /** Rejects with the child's CatalogError, or QUERY_FAILED when the child ends first. One at a time. */
  ask(text: string, limits: ChildRequest['limits']): Promise<QueryResult>;
  /** Undefined where there is no /proc. */
  residentBytes(): number | undefined;
  kill(): void;
}

export function startChild(file: string): QueryChild {
  const process = forkChild(file);
  const stderr = tailOf(process);
  let isDoomed = false;
  const kill = (): void => {
    isDoomed = true;
    process.kill('SIGKILL');
  };
  const exited = new Promise<void>((resolve) => {
    process.once('exit', () => {
      isDoomed = true;
      resolve();
    });
    process.on('error', () => process.pid === undefined && resolve()); // not started: no 'exit' follows
  });
  const ended = exited.then(() => Promise.reject(failed(stderr())));
  ended.catch(() => undefined); // a child may end unasked; who waits for `ready` hears of it
  return {
    pid: process.pid,
    ready: Promise.race([once(process, 'message').then(() => undefined), ended]),
    exited,
    isDoomed: () => isDoomed,
    ask: async (text, limits) => {
      const answer = await ask(process, { id: nextId(), text, limits }, stderr);
      if (answer.type === 'answer') return answer.result;
      // A failure without a verdict: the engine trapped, and nothing in the child is trusted any more.
      if (answer.failure.detail !== undefined) kill();
      throw errorOf(answer.failure);
    },
    residentBytes: () => residentBytes(process.pid),
    kill,
  };
}

function forkChild(file: string): ChildProcess {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const entry = fileURLToPath(new URL(`./oxigraph-child${extension}`, import.meta.url));
  return fork(entry, [file, String(globalThis.process.pid)], {
    execArgv: [STACK_SIZE, ...(extension === '.ts' ? typescriptLoader() : [])],
    env: {}, // no credential of the parent's
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced', // bodies are bytes
  });
}

/** Resolved from here: `--import tsx` alone would be looked up from the working directory. */
function typescriptLoader(): string[] {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(tsx).href];
}

let lastId = 0;
function nextId(): number {
  lastId += 1;
  return lastId;
}

type Reply = Exclude<ChildMessage, { type: 'ready' }>;

/** Listens by events that are taken off again: a race against one long promise would keep every body alive. */
function ask(child: ChildProcess, request: ChildRequest, stderr: () => string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      if (!isChildMessage(message) || message.type === 'ready' || message.id !== request.id) return;
      settle();
      resolve(message);
    };
    const onEnd = (detail = stderr()): void => {
      settle();
      reject(failed(detail));
    };
    const onExit = (): void => onEnd();
    const settle = (): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(request, (error) => error && onEnd(error.message));
  });
}

function errorOf({ code, params, detail }: ChildFailure): CatalogError {
  return detail === undefined ? queryError(code, params) : failed(detail);
}

function failed(detail: string): CatalogError {
  return new CatalogError('QUERY_FAILED', {}, new Error(detail || 'the query process ended'));
}

function tailOf(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-STDERR_TAIL);
  });
  return () => tail;
}

/** From /proc/<pid>/status, which counts in kB; statm counts in pages, whose size differs between machines. */
function residentBytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined; // no /proc on this system, or the process is gone
  }
}
