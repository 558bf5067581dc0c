/** The pool of query processes: limits, fairness, replacement, new revisions, shutting down (safety D1 to D4). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createProcessPool, type QueryPool } from '../../src/query/process-pool.js';
import type { SnapshotSpec } from '../../src/query/query-backend.js';
import {
  allIdle,
  ask,
  busyPid,
  COUNT,
  ENDLESS,
  isAlive,
  pidsOf,
  poolOf,
  pools,
  settled,
  until,
} from './pool-support.js';
import { errorOf, LIMITS } from './query-engine.contract.js';
import { snapshotSpec, twenty, TWENTY_NQUADS } from './snapshots.js';

/** 3.2 million rows, all kept before the first is given. */
const SORTED_PRODUCT =
  'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o } ORDER BY ?a ?d ?g ?j ?m';

describe('process pool', () => {
  let shared: QueryPool;
  beforeAll(async () => {
    shared = createProcessPool({ backend: twenty(), size: 1, queueLimit: 2 });
    await shared.warm();
  });
  afterAll(() => shared.close());

  test('starts no process before it is asked', async () => {
    const pool = createProcessPool({ backend: twenty(), size: 1, spares: 0 });
    pools.push(pool);
    expect(pool.status().children).toEqual([]);
    expect((await ask(pool, COUNT, { format: 'csv' })).text).toBe('n\r\n20\r\n');
    expect(pool.status().children).toHaveLength(1);
  });

  test('D1 kills the process of a query that takes too long, and replaces it', async () => {
    const pool = await settled(shared);
    const running = errorOf(ask(pool, ENDLESS, { timeoutMs: 400 }));
    const pid = await busyPid(pool);
    expect((await running).code).toBe('QUERY_TIMEOUT');
    await until(() => !isAlive(pid));
    await allIdle(pool, 2);
    expect(pidsOf(pool)).not.toContain(pid);
  });

  test('D1 kills a query that outgrows the memory it may have', async () => {
    const pool = await poolOf({ memoryBytes: 96 * 1024 * 1024 });
    const running = errorOf(ask(pool, SORTED_PRODUCT));
    const pid = await busyPid(pool);
    expect((await running).code).toBe('QUERY_MEMORY');
    await until(() => !isAlive(pid));
    await allIdle(pool, 2);
  });

  test('D4 kills the process of a query whose client has gone', async () => {
    const pool = await settled(shared);
    const gone = new AbortController();
    const running = ask(pool, ENDLESS, { signal: gone.signal });
    const pid = await busyPid(pool);
    gone.abort();
    await expect(running).rejects.toThrow('aborted');
    await until(() => !isAlive(pid));
  });

  test('D4 refuses what comes when the queue is full, and forgets who leaves it', async () => {
    const pool = await settled(shared);
    const gone = new AbortController();
    const first = errorOf(ask(pool, ENDLESS, { timeoutMs: 600 }));
    const second = ask(pool, 'ASK {}', { signal: gone.signal });
    const third = ask(pool, 'ASK {}');
    expect((await errorOf(ask(pool, 'ASK {}'))).code).toBe('QUERY_BUSY');
    gone.abort();
    await expect(second).rejects.toThrow('aborted');
    const fourth = ask(pool, 'ASK {}');
    expect((await first).code).toBe('QUERY_TIMEOUT');
    expect((await third).kind).toBe('boolean');
    expect((await fourth).kind).toBe('boolean');
  });

  test('D4 lets nobody wait longer than a query may run', async () => {
    const pool = await settled(shared);
    const running = errorOf(ask(pool, ENDLESS, { timeoutMs: 500 }));
    expect((await errorOf(ask(pool, 'ASK {}', { timeoutMs: 50 }))).code).toBe('QUERY_BUSY');
    expect((await running).code).toBe('QUERY_TIMEOUT');
  });

  test('fails the query of a process that dies, and answers the next', async () => {
    const pool = await settled(shared);
    const running = errorOf(ask(pool, ENDLESS));
    process.kill(await busyPid(pool), 'SIGKILL');
    expect((await running).code).toBe('QUERY_FAILED');
    expect((await ask(pool, 'ASK {}')).kind).toBe('boolean');
  });

  test('gives no wrong answer and hangs nobody when its processes are killed at random', async () => {
    const pool = await poolOf({ size: 2 });
    await allIdle(pool, 3);
    const outcomes = new Set<string>();
    let isOver = false;
    const client = async (): Promise<void> => {
      while (!isOver) {
        const text = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STR(?a) < STR(?d)) }';
        const answer = ask(pool, text, { format: 'csv', timeoutMs: 60_000 });
        outcomes.add(
          await answer.then(
            (one) => one.text,
            (error: unknown) => String(error),
          ),
        );
      }
    };
    const clients = [client(), client(), client()];
    for (let killed = 0; killed < 6; killed += 1) {
      const { pid } = await until(
        () => pool.status().children.filter(({ state }) => state !== 'loading')[killed % 2],
      );
      process.kill(pid!, 'SIGKILL');
      await until(() => !isAlive(pid!));
    }
    isOver = true;
    await Promise.all(clients);
    await allIdle(pool, 3);
    const failed = 'CatalogError: The query could not be run.';
    expect([...outcomes].filter((one) => one !== failed)).toEqual(['n\r\n103\r\n']);
  });

  test('closed while its processes load, it fails nobody who warmed it', async () => {
    const pool = createProcessPool({ backend: twenty(), size: 1 });
    const warmed = pool.warm();
    await pool.close();
    await expect(warmed).resolves.toBeUndefined();
  });

  test('leaves no process behind when closed, whatever they are doing', async () => {
    const pool = await poolOf({ size: 2 });
    const running = errorOf(ask(pool, ENDLESS));
    await busyPid(pool);
    const pids = pidsOf(pool);
    expect(pids).toHaveLength(3);
    await pool.close();
    expect(pids.filter(isAlive)).toEqual([]);
    expect((await running).code).toBe('QUERY_FAILED');
    expect((await errorOf(ask(pool, 'ASK {}'))).code).toBe('QUERY_BUSY');
  });

  test('knows prefixes that the query does not declare, and lets the query declare others', async () => {
    const pool = await poolOf({ prefixes: { dct: 'http://purl.org/dc/terms/' } });
    const titles = 'SELECT (COUNT(*) AS ?n) { ?s dct:title ?o }';
    expect((await ask(pool, titles, { format: 'csv' })).text).toBe('n\r\n4\r\n');
    const other = `PREFIX dct: <urn:other:> ${titles}`;
    expect((await ask(pool, other, { format: 'csv' })).text).toBe('n\r\n0\r\n');
    expect((await ask(pool, titles, { format: 'csv' })).text).toBe('n\r\n4\r\n');
  });

  test('no child outlives its parent, not even in the middle of a query', async () => {
    const source = new URL('../../src/query/', import.meta.url);
    const script = `
      import { createProcessPool } from '${source.href}process-pool.ts';
      import { parseQuery } from '${source.href}sparql-text.ts';
      const pool = createProcessPool({ backend: ${JSON.stringify(twenty())}, size: 1 });
      await pool.warm();
      pool.query(parseQuery(${JSON.stringify(ENDLESS)}), ${JSON.stringify(LIMITS)}).catch(() => {});
      setInterval(() => console.log(JSON.stringify(pool.status())), 50);`;
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const parent = spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: fileURLToPath(source),
    });
    let printed = '';
    parent.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    const line = await until(() => printed.split('\n').find((text) => text.includes('"busy"')));
    const { children } = JSON.parse(line) as ReturnType<QueryPool['status']>;
    expect(children).toHaveLength(2);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    for (const { pid } of children) await until(() => pid !== undefined && !isAlive(pid));
  });
});

describe('fairness between clients', () => {
  test('D4 one client cannot fill the queue alone', async () => {
    const pool = await poolOf({ queueLimit: 8 });
    const gone = new AbortController();
    const running = ask(pool, ENDLESS, { client: 'a', signal: gone.signal });
    const waiting = [ask(pool, 'ASK {}', { client: 'a' }), ask(pool, 'ASK {}', { client: 'a' })];
    expect((await errorOf(ask(pool, 'ASK {}', { client: 'a' }))).code).toBe('QUERY_BUSY');
    const other = ask(pool, 'ASK {}', { client: 'b' });
    const own = ask(pool, 'ASK {}');
    expect(pool.status().queued).toBe(4);
    gone.abort();
    await expect(running).rejects.toThrow('aborted');
    for (const one of [...waiting, other, own]) expect((await one).kind).toBe('boolean');
  });

  test('D4 clients take turns', async () => {
    const pool = await poolOf({ queueLimit: 40 });
    const gone = new AbortController();
    const running = ask(pool, ENDLESS, { client: 'x', signal: gone.signal });
    const order: string[] = [];
    const asked = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map(async (name) => {
      await ask(pool, 'ASK {}', { client: name.charAt(0) });
      order.push(name);
    });
    gone.abort();
    await expect(running).rejects.toThrow('aborted');
    await Promise.all(asked);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });
});

describe('new revisions', () => {
  const seven = (): SnapshotSpec =>
    snapshotSpec(TWENTY_NQUADS.split('\n').slice(0, 7).join('\n') + '\n');
  const tempFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'datavev-query-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return folder;
  };

  test('answers from the new data after a reload, and from the old until then', async () => {
    const pool = await poolOf({ size: 2, spares: 0 });
    const pids = pidsOf(pool);
    const gone = new AbortController();
    const running = ask(pool, ENDLESS, { signal: gone.signal });
    const busy = await busyPid(pool);
    await pool.reload(seven());
    expect((await ask(pool, COUNT, { format: 'csv' })).text).toBe('n\r\n7\r\n');
    await until(() => pids.every((pid) => isAlive(pid) === (pid === busy)));
    gone.abort();
    await expect(running).rejects.toThrow('aborted');
    await until(() => !isAlive(busy));
  });

  test('keeps the old data when the new cannot be loaded', async () => {
    const pool = await poolOf();
    const file = join(tempFolder(), 'quads.snapshot');
    const error = await pool.reload({ kind: 'snapshot', file }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'QUERY_FAILED' });
    expect((await ask(pool, COUNT, { format: 'csv' })).text).toBe('n\r\n20\r\n');
  });

  test('fails queries, and starts nothing over and over, when the data are missing', async () => {
    const folder = tempFolder();
    const backend = { kind: 'snapshot', file: join(folder, 'quads.snapshot') } as const;
    const pool = createProcessPool({ backend, size: 1, spares: 0 });
    pools.push(pool);
    const error = await errorOf(ask(pool, 'ASK {}'));
    expect(error.code).toBe('QUERY_FAILED');
    expect(String(error.cause)).toContain('ENOENT');
    expect(pool.status().children).toEqual([]);
    writeFileSync(join(folder, 'quads.nq'), TWENTY_NQUADS);
    expect((await ask(pool, COUNT, { format: 'csv' })).text).toBe('n\r\n20\r\n');
  });

  test.each([
    ['missing', undefined],
    ['damaged', 'not an index file'],
  ])('PF1.4 reads the quads beside an index file that is %s', async (_, content) => {
    const folder = tempFolder();
    const file = join(folder, 'quads.snapshot');
    if (content !== undefined) writeFileSync(file, content);
    writeFileSync(join(folder, 'quads.nq'), TWENTY_NQUADS);
    const pool = await poolOf({ backend: { kind: 'snapshot', file } });
    expect((await ask(pool, COUNT, { format: 'csv' })).text).toBe('n\r\n20\r\n');
  });
});
