/** The public process itself, started as `npm start` starts it: one path, port 0. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/compose.js';
import { crawl, type Page } from './crawl.js';

export interface RunningSite {
  readonly origin: string;
  readonly pid: number;
  readonly commandLine: string;
  /** Every page and document reachable from the home pages by links: path → answer. Some of what robots.txt disallows. */
  crawl(): Promise<Map<string, Page>>;
  close(): Promise<void>;
}

const ENTRANCES = ['/nb/', '/nn/', '/en/', '/katalog', '/robots.txt'];

export async function startSite(varFolder: string): Promise<RunningSite> {
  const args = [
    '--public',
    join(varFolder, 'current', 'public'),
    '--port',
    '0',
    '--host',
    '127.0.0.1',
  ];
  const child = fork(join(PROJECT_ROOT, 'dist/site/main.js'), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: { ready?: boolean; port?: number; error?: string }) => {
      if (message.ready && message.port) resolve(message.port);
      else reject(new Error(message.error ?? 'no port'));
    });
    child.on('exit', (code) => reject(new Error(`the site ended with ${String(code)}`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    pid: child.pid!,
    commandLine: args.join(' '),
    crawl: () => crawl(origin, { from: ENTRANCES }),
    close: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}
