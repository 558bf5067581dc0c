/** The child's side of `bench/child.ts`. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Runs on the task of the command line and tells the answer; the parent ends the process. */
export async function answer(run: (task: never) => unknown): Promise<void> {
  try {
    const task = JSON.parse(process.argv[2] ?? 'null') as never;
    process.send?.({ answer: await run(task) });
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.send?.({ failure });
  }
}

/** A bare server on a free port of this machine. */
export async function serve(listener: RequestListener): Promise<{ port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port };
}
