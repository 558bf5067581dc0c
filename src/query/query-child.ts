/** One child process seen from outside: started, asked, measured, killed (safety D1). */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CatalogError } from '../model/errors.js';
import {
  isAnswer,
  type ChildFailure,
  type ParentMessage,
  type PartMessage,
} from './child-protocol.js';
import type { BackendRequest, BackendSpec, Prefixes } from './query-backend.js';
import { queryError } from './query-error.js';

const STDERR_TAIL = 2_000;
// kB. The parser's recursion at 200 nested brackets overflows the default of 984 (measured); 8 MB is the usual ulimit.
const STACK_SIZE = '--stack-size=4000';

export interface ChildSetup {
  readonly backend: BackendSpec;
  readonly prefixes: Prefixes;
  /** Objects of a query beyond this end the child as QUERY_MEMORY, at once and wherever the system is. */
  readonly heapMegabytes: number;
}

export interface QueryChild {
  readonly pid: number | undefined;
  /** Rejects with QUERY_FAILED when the child ends before its backend is open. */
  readonly ready: Promise<void>;
  /** Resolves when the process is gone; never rejects. */
  readonly exited: Promise<void>;
  /** True from the moment it is killed or gone. */
  isDoomed(): boolean;
  /** One at a time. Resolves after the last part; rejects with the child's CatalogError, or as `failure` tells. */
  ask(request: BackendRequest, onPart: (part: PartMessage) => void): Promise<void>;
  /** Undefined where there is no /proc. */
  residentBytes(): number | undefined;
  kill(): void;
}

export function startChild(setup: ChildSetup): QueryChild {
  const child = forkChild(setup.heapMegabytes);
  const failure = failureOf(child, setup.heapMegabytes);
  let isDoomed = false;
  const kill = (): void => {
    isDoomed = true;
    child.kill('SIGKILL');
  };
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isDoomed = true;
      resolve();
    });
    child.on('error', () => child.pid === undefined && resolve()); // not started: no 'exit' follows
  });
  const ready = readyOf(child, failure);
  ready.catch(() => undefined); // a child may end unasked; who waits for `ready` hears of it
  send(child, { type: 'open', spec: setup.backend, prefixes: setup.prefixes });
  return {
    pid: child.pid,
    ready,
    exited,
    isDoomed: () => isDoomed,
    ask: (request, onPart) => ask(child, { request, onPart, failure, kill }),
    residentBytes: () => residentBytes(child.pid),
    kill,
  };
}

function forkChild(heapMegabytes: number): ChildProcess {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const entry = fileURLToPath(new URL(`./query-child-main${extension}`, import.meta.url));
  return fork(entry, [String(process.pid)], {
    execArgv: [
      STACK_SIZE,
      '--expose-gc',
      `--max-old-space-size=${heapMegabytes}`,
      ...(extension === '.ts' ? typescriptLoader() : []),
    ],
    env: {}, // no credential of the parent's
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced', // answers are bytes
  });
}

/** Resolved from here: `--import tsx` alone would be looked up from the working directory. */
function typescriptLoader(): string[] {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(tsx).href];
}

function send(child: ChildProcess, message: ParentMessage, onError?: (error: Error) => void): void {
  child.send(message, (error) => error && onError?.(error));
}

function readyOf(child: ChildProcess, failure: () => CatalogError): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('close', () => reject(failure()));
    child.once('error', (error) => reject(failed(error)));
  });
}

let lastId = 0;

interface Asked {
  readonly request: BackendRequest;
  readonly onPart: (part: PartMessage) => void;
  readonly failure: () => CatalogError;
  readonly kill: () => void;
}

/** Listens by events that are taken off again: a race against one long promise would keep every answer alive. */
function ask(child: ChildProcess, { request, onPart, failure, kill }: Asked): Promise<void> {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      child.off('message', onMessage);
      child.off('close', onClose);
    };
    const onClose = (): void => {
      settle();
      reject(failure());
    };
    const onMessage = (message: unknown): void => {
      if (!isAnswer(message, id)) return;
      if (message.type === 'part') onPart(message);
      else {
        // A failure without a verdict: nothing in the child is trusted any more.
        if (message.failure.detail !== undefined) kill();
        settle();
        reject(errorOf(message.failure));
      }
      if (message.type === 'part' && message.isLast) {
        settle();
        resolve();
      }
    };
    child.on('message', onMessage);
    child.on('close', onClose);
    send(child, { type: 'run', id, request }, (error) => {
      settle();
      reject(failed(error));
    });
  });
}

function errorOf({ code, params, detail }: ChildFailure): CatalogError {
  return code === 'QUERY_FAILED' ? failed(new Error(detail)) : queryError(code, params);
}

function failed(cause: Error): CatalogError {
  return new CatalogError('QUERY_FAILED', {}, cause);
}

/** What it means that the child has ended without being killed. Valid after 'close', when all that it said has been read. */
function failureOf(child: ChildProcess, megabytes: number): () => CatalogError {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-STDERR_TAIL);
  });
  return () =>
    // V8's last words. Its stack trace follows, and may have pushed them out of the tail: the signal is theirs too.
    child.signalCode === 'SIGABRT' || tail.includes('JavaScript heap out of memory')
      ? queryError('QUERY_MEMORY', { megabytes })
      : failed(new Error(tail || 'the query process ended'));
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
