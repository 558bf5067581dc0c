/** Programs of `bench/children/` in processes of their own: nothing that an earlier measurement left behind is measured. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** `--expose-gc` for those who measure memory; room for peers that need more than V8's usual heap. */
const NODE_OPTIONS = ['--expose-gc', '--max-old-space-size=14000'];

type Message<T> = { readonly answer: T } | { readonly failure: string };

/** Started, and the first thing it tells. Rejects when it fails or ends before. */
async function start<T>(program: string, task: unknown): Promise<[ChildProcess, T]> {
  const child = fork(
    join(import.meta.dirname, 'children', `${program}.js`),
    [JSON.stringify(task)],
    { execArgv: NODE_OPTIONS, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const message = await new Promise<Message<T>>((resolve, reject) => {
    child.once('message', (one) => resolve(one as Message<T>));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`${program} ended early (${String(code ?? signal)})`)),
    );
  });
  if ('failure' in message) throw new Error(`${program}: ${message.failure}`);
  return [child, message.answer];
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** What the program answers to its task. */
export async function askChild<T>(program: string, task: unknown): Promise<T> {
  const [child, answer] = await start<T>(program, task);
  await stopped(child);
  return answer;
}

export interface ServingChild {
  readonly port: number;
  readonly pid: number;
  close(): Promise<void>;
}

/** A program that answers with its port and serves until it is closed. */
export async function serveInChild(program: string, task: unknown): Promise<ServingChild> {
  const [child, { port }] = await start<{ port: number }>(program, task);
  return { port, pid: child.pid ?? 0, close: () => stopped(child) };
}
