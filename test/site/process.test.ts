import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BASE, publishZone, startSite } from './site-server.js';

const MAIN = join(import.meta.dirname, '..', '..', 'site', 'main.ts');
const MORE = `<${BASE}id/begrep/ny> a <http://www.w3.org/2004/02/skos/core#Concept> ; <http://www.w3.org/2004/02/skos/core#prefLabel> "Nytt begrep"@nb .`;

test('a new revision is served when its public part has changed, in pages, files and queries alike', async () => {
  const site = await startSite();
  try {
    await site.zones.warm();
    expect((await site.get('/nb/begrep/ny')).status).toBe(404);
    expect(await site.zones.refresh()).toBe(false);
    const ask = `/sparql?query=${encodeURIComponent(`ASK { <${BASE}id/begrep/ny> ?p ?o }`)}`;
    expect(await (await site.get(ask)).json()).toMatchObject({ boolean: false });
    await publishZone(site.folder, MORE);
    expect(await site.zones.refresh()).toBe(true);
    expect((await site.get('/nb/begrep/ny')).status).toBe(200);
    expect(await (await site.get(ask)).json()).toMatchObject({ boolean: true });
  } finally {
    await site.close();
  }
});

test('a revision with the same public content changes nothing but the folder, which is followed', async () => {
  const site = await startSite();
  try {
    const before = site.zones.current().zone;
    for (let round = 0; round < 4; round += 1) {
      await publishZone(site.folder);
      expect(await site.zones.refresh()).toBe(false);
    }
    const after = site.zones.current().zone;
    expect(after.hash).toBe(before.hash);
    expect(after.folder).toContain(await readlink(join(site.folder, 'current')));
    expect((await site.get('/katalog.ttl')).status).toBe(200); // the first folder is gone by now
  } finally {
    await site.close();
  }
});

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

test('R4 the process says when it is ready, serves, and ends in order on SIGTERM', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'datavev-process-'));
  try {
    await publishZone(folder);
    const args = ['--public', join(folder, 'current', 'public'), '--port', '0'];
    const child = fork(MAIN, args, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const [message] = (await once(child, 'message')) as [{ ready: boolean; port: number }];
    expect(message.ready).toBe(true);
    expect((await fetch(`http://127.0.0.1:${message.port}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(printed).toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('D5 who asks is told by a trusted proxy: each network behind it has limits of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'datavev-process-'));
  try {
    await publishZone(folder);
    const args = ['--public', join(folder, 'current', 'public'), '--port', '0'];
    const child = fork(MAIN, [...args, '--trusted-proxy', '127.0.0.1'], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    const ask = async (client: string): Promise<number> => {
      const headers = { 'X-Forwarded-For': client };
      return (await fetch(`http://127.0.0.1:${port}/sparql?query=%FF`, { headers })).status;
    };
    const statuses = new Set<number>();
    for (let turn = 0; turn < 40; turn += 1) statuses.add(await ask('203.0.113.1'));
    expect([...statuses]).toEqual([400, 429]);
    expect(await ask('198.51.100.1, 10.0.0.9, 127.0.0.1')).toBe(400);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test.each([[[]], [['--public', 'x', '--port', 'abc']], [['--ukjent']]])(
  'wrong usage %j ends with 2',
  async (args) => {
    const child = fork(MAIN, args, { execArgv: ['--import', 'tsx'], stdio: 'ignore' });
    expect(await ended(child)).toBe(2);
  },
);
