/** One child process seen from outside: started, asked, measured, killed (safety D1). */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CatalogError } from '../model/errors.js';
import { isChildMessage, type ChildFailure, type ChildRequest } from './child-protocol.js';
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
  /** Rejects with the child's CatalogError, or QUERY_FAILED when the child ends first. One at a time. */
  ask(text: string, limits: ChildRequest['limits']): Promise<QueryResult>;
  /** Undefined where there is no /proc. */
  residentBytes(): number | undefined;
  kill(): void;
}

export function startChild(file: string): QueryChild {
  const process = forkChild(file);
  const stderr = tailOf(process);
  const exited = new Promise<void>((resolve) => {
    process.once('exit', () => resolve());
    process.once('error', () => resolve()); // could not be started at all: no 'exit' follows
  });
  const ended = exited.then(() => Promise.reject(failed(stderr())));
  ended.catch(() => undefined); // a child may end unasked; who waits for it races with `ended`
  return {
    pid: process.pid,
    ready: Promise.race([readyMessage(process), ended]),
    exited,
    ask: (text, limits) => Promise.race([ask(process, text, limits), ended]),
    residentBytes: () => residentBytes(process.pid),
    kill: () => void process.kill('SIGKILL'),
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

async function readyMessage(child: ChildProcess): Promise<void> {
  await once(child, 'message');
}

let lastId = 0;

function ask(
  child: ChildProcess,
  text: string,
  limits: ChildRequest['limits'],
): Promise<QueryResult> {
  lastId += 1;
  const request: ChildRequest = { id: lastId, text, limits };
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      if (!isChildMessage(message) || message.type === 'ready' || message.id !== request.id) return;
      child.off('message', onMessage);
      if (message.type === 'answer') resolve(message.result);
      else reject(errorOf(message.failure));
    };
    child.on('message', onMessage);
    // A child that ended meanwhile is told by its exit.
    child.send(request, (error) => error && reject(failed(error.message)));
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
