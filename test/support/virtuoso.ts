/**
 * A real Virtuoso for the tests, where the Debian package is installed: started without rights on free loopback ports, in a
 * folder of its own, ended by its process id.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/compose.js';
import type { EngineAddresses } from '../../src/store/remote-control.js';
import type { EngineAuth } from '../../src/store/remote-http.js';

/** Undefined where Virtuoso can be started, else why not and what to do. */
export const NO_VIRTUOSO =
  spawnSync('virtuoso-t', ['-?'], { stdio: 'ignore' }).error === undefined
    ? undefined
    : 'Virtuoso is not installed; to run these tests: apt-get install --no-install-recommends virtuoso-opensource-7-bin';

if (NO_VIRTUOSO !== undefined) console.info(NO_VIRTUOSO);

export interface Virtuoso extends EngineAddresses {
  readonly auth: EngineAuth;
  readonly pid: number;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** nobody and nogroup in Debian. */
const NOBODY = 65_534;

export async function startVirtuoso(): Promise<Virtuoso> {
  const folder = await mkdtemp(join(tmpdir(), 'datavev-virtuoso-'));
  const [sql, http] = [await freePort(), await freePort()];
  await writeFile(join(folder, 'virtuoso.ini'), settings(sql, http));
  await chmod(folder, 0o755);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(folder, NOBODY, NOBODY);
  const running = await begin(folder, http, isRoot);
  const base = `http://127.0.0.1:${http}`;
  return {
    query: `${base}/sparql`,
    update: `${base}/sparql-auth`,
    graphs: `${base}/sparql-graph-crud-auth`,
    auth: { kind: 'digest', user: 'dba', password: 'dba' },
    pid: running.pid ?? 0,
    async stop() {
      await end(running);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function begin(folder: string, port: number, isRoot: boolean): Promise<ChildProcess> {
  const command = ['virtuoso-t', '+foreground', '+configfile', 'virtuoso.ini'];
  const [program = '', ...args] = isRoot
    ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...command]
    : command;
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
  const gone = (): never => {
    throw new Error(`Virtuoso ended with ${child.exitCode ?? child.signalCode}; see ${folder}`);
  };
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) gone();
    const answer = await fetch(`http://127.0.0.1:${port}/sparql?query=ASK%7B%7D`).catch(
      () => undefined,
    );
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The settings of docs/guide/scale-out.md, but for ports, little memory and few rows: what is cut must be seen. */
function settings(sql: number, http: number): string {
  const guide = readFileSync(join(PROJECT_ROOT, 'docs/guide/scale-out.md'), 'utf8');
  const block = /```ini\n([^]*?)```/.exec(guide)?.[1];
  if (block === undefined) throw new Error('scale-out.md has no settings');
  return block
    .replace(/(ServerPort = 127\.0\.0\.1:)1111/, (_, name: string) => `${name}${sql}`)
    .replace(/(ServerPort = 127\.0\.0\.1:)8890/, (_, name: string) => `${name}${http}`)
    .replace(/(NumberOfBuffers = )\d+/, (_, name: string) => `${name}10000`)
    .replace(/(MaxDirtyBuffers = )\d+/, (_, name: string) => `${name}6000`)
    .replace(/(ResultSetMaxRows = )\d+/, (_, name: string) => `${name}2000`);
}
