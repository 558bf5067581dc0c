/**
 * Virtuoso as a peer, where Debian's `virtuoso-opensource-7-bin` is installed: started on free ports of this machine in a folder of
 * its own, as a user without rights when we are root, and loaded by its bulk loader.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const NOBODY = 65_534;
const READY_MS = 60_000;

export interface Virtuoso {
  /** Address of its SPARQL endpoint. */
  readonly endpoint: string;
  readonly pid: number;
  /** Empties it and loads a file of N-Quads; milliseconds until the checkpoint is written. */
  load(path: string): number;
  close(): Promise<void>;
}

/** Undefined where it is not installed. */
export function virtuosoVersion(): string | undefined {
  const { stdout, stderr, error } = spawnSync('virtuoso-t', ['-?'], { encoding: 'utf8' });
  if (error) return undefined;
  return /Version (\d+(?:\.\d+)+)/.exec(`${stdout}${stderr}`)?.[1];
}

/** `dataFolder` holds the files that will be loaded. Rejects when it does not answer within a minute. */
export async function startVirtuoso(dataFolder: string): Promise<Virtuoso> {
  const folder = mkdtempSync(join(tmpdir(), 'datavev-virtuoso-'));
  const [sqlPort, httpPort] = [await freePort(), await freePort()];
  const data = realpathSync(dataFolder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'virtuoso.ini'), settings({ sqlPort, httpPort, data }));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const server = spawn('virtuoso-t', ['+foreground', '+configfile', 'virtuoso.ini'], {
    cwd: folder,
    stdio: 'ignore',
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const endpoint = `http://127.0.0.1:${httpPort}/sparql`;
  await answers(server, endpoint);
  const sql = (text: string): void => runSql(sqlPort, text);
  return {
    endpoint,
    pid: server.pid ?? 0,
    load(path) {
      sql('RDF_GLOBAL_RESET();');
      const start = performance.now();
      const file = join(data, path.slice(dirname(path).length + 1));
      sql(
        `log_enable(2,1); DB.DBA.TTLP_MT(file_to_string_output('${file}'), '', 'urn:default', 512); checkpoint;`,
      );
      return performance.now() - start;
    },
    async close() {
      const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
      server.kill('SIGKILL'); // its data are thrown away
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function runSql(port: number, text: string): void {
  const { status, stdout, stderr, error } = spawnSync(
    'isql-vt',
    [`127.0.0.1:${port}`, 'dba', 'dba', `exec=${text}`],
    { encoding: 'utf8' },
  );
  if (error) throw error;
  if (status !== 0 || /\*\*\* Error/.test(stdout + stderr))
    throw new Error(`Virtuoso: ${stdout}${stderr}`);
}

async function answers(server: ChildProcess, endpoint: string): Promise<void> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline && server.exitCode === null) {
    const response = await fetch(`${endpoint}?query=ASK%7B%7D`).catch(() => undefined);
    if (response?.ok) return;
    await setTimeout(200);
  }
  server.kill('SIGKILL');
  throw new Error('Virtuoso does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** Room for 1.3 GiB of pages: what is measured lies in memory, as it does for everybody else. */
function settings(use: { sqlPort: number; httpPort: number; data: string }): string {
  return `[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:${use.sqlPort}
DisableUnixSocket = 1
MaxClientConnections = 20
CheckpointInterval = 0
CaseMode = 2
DefaultIsolation = 2
DirsAllowed = ., ${use.data}
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
ThreadsPerQuery = 2
[HTTPServer]
ServerPort = 127.0.0.1:${use.httpPort}
ServerThreads = 8
MaxClientConnections = 8
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryCostEstimationTime = 4000
MaxQueryExecutionTime = 600
[Client]
SQL_PREFETCH_ROWS = 100
`;
}
