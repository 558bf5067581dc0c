/** The public process itself, started as `npm start` starts it: one path, port 0. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/compose.js';

export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}
export interface RunningSite {
  readonly origin: string;
  readonly pid: number;
  readonly commandLine: string;
  /** Every page and document reachable from the home pages by links: path → answer. Some of what robots.txt disallows. */
  crawl(): Promise<Map<string, Page>>;
  close(): Promise<void>;
}

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
    crawl: () => crawl(origin),
    close: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}

/** Of what robots are asked to leave alone (queries, filters) as many of each path: there is no end of them. */
const MAX_DISALLOWED = 200;

async function crawl(origin: string): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  const robots = await (await fetch(`${origin}/robots.txt`)).text();
  const disallowed = [...robots.matchAll(/^Disallow: (.+)$/gm)].map(([, prefix = '']) => prefix);
  const taken = new Map<string, number>();
  const isEnough = (path: string): boolean => {
    if (!disallowed.some((prefix) => path.startsWith(prefix))) return false;
    const [name = ''] = path.split('?');
    taken.set(name, (taken.get(name) ?? 0) + 1);
    return (taken.get(name) ?? 0) > MAX_DISALLOWED;
  };
  const queue = ['/nb/', '/nn/', '/en/', '/katalog', '/robots.txt'];
  const seen = new Set(queue);
  const take = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const response = await fetch(origin + path);
      const page = {
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        body: await response.text(),
      };
      pages.set(path, page);
      if (!page.type.startsWith('text/html')) continue;
      for (const [, href = ''] of page.body.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
        const url = new URL(href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='), origin + path);
        const next = url.pathname + url.search;
        if (url.origin !== origin || seen.has(next)) continue;
        seen.add(next);
        if (!isEnough(next)) queue.push(next);
      }
    }
  };
  // A few at a time: the queue may be empty for one taker while another still finds links.
  while (queue.length > 0) await Promise.all([take(), take(), take(), take()]);
  return pages;
}
