/** The pool of query processes: limits, replacement, new revisions, shutting down (safety D1 to D4). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProcessPool, type QueryPool } from '../../src/query/process-pool.js';
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
import { errorOf, LIMITS, queryEngineContract, textOf, TWENTY } from './query-engine.contract.js';

queryEngineContract('pool of Oxigraph processes', async () => {
  const pool = createProcessPool({ file: TWENTY, size: 1 });
  await pool.warm();
  return pool;
});

describe('process pool', () => {
  let shared: QueryPool;
  beforeAll(async () => {
    shared = createProcessPool({ file: TWENTY, size: 1, queueLimit: 2 });
    await shared.warm();
  });
  afterAll(() => shared.close());

  test('starts no process before it is asked', async () => {
    const pool = createProcessPool({ file: TWENTY, size: 1, spares: 0 });
    pools.push(pool);
    expect(pool.status().children).toEqual([]);
    expect(textOf(await ask(pool, COUNT, { format: 'csv' }))).toBe('n\r\n20\r\n');
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

  test('D1 kills a query that doubles a text until memory is short', async () => {
    const pool = await settled(shared);
    const doubling = Array.from(
      { length: 40 },
      (_, i) => `BIND(CONCAT(?v${i}, ?v${i}) AS ?v${i + 1})`,
    );
    const bomb = `SELECT ?v40 { BIND("aaaaaaaaaaaaaaaa" AS ?v0) ${doubling.join(' ')} }`;
    const running = errorOf(ask(pool, bomb));
    const pid = await busyPid(pool);
    expect((await running).code).toBe('QUERY_MEMORY');
    await until(() => !isAlive(pid));
    expect((await ask(pool, 'ASK {}')).kind).toBe('boolean');
  });

  test('fact 2 recycles a process that did not give its memory back', async () => {
    const pool = await settled(shared);
    const wide = `SELECT (STRLEN(?v21) AS ?n) { BIND("aaaaaaaaaaaaaaaa" AS ?v0) ${Array.from(
      { length: 21 },
      (_, i) => `BIND(CONCAT(?v${i}, ?v${i}) AS ?v${i + 1})`,
    ).join(' ')} }`;
    const pids = pidsOf(pool);
    expect(textOf(await ask(pool, wide, { format: 'csv' }))).toBe(`n\r\n${16 * 2 ** 21}\r\n`);
    await until(() => pids.filter(isAlive).length === 1);
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

  test('fact 4 throws the process away when the engine traps', async () => {
    const pool = await settled(shared);
    const pids = pidsOf(pool);
    const trap = `ASK { FILTER(1 IN (${'1,'.repeat(21_000)}1)) }`;
    const error = await errorOf(ask(pool, trap));
    expect(error.code).toBe('QUERY_FAILED');
    expect(String(error.cause)).toMatch(/RangeError|RuntimeError/);
    await until(() => pids.filter(isAlive).length === 1);
    expect((await ask(pool, 'ASK {}')).kind).toBe('boolean');
  });

  test('answers from the new file after a reload, and from the old one until then', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'query-'));
    const file = join(folder, 'new.nq');
    await writeFile(
      file,
      (await readFile(TWENTY, 'utf8')).split('\n').slice(0, 7).join('\n') + '\n',
    );
    const pool = await poolOf({ size: 2, spares: 0 });
    const pids = pidsOf(pool);
    const gone = new AbortController();
    const running = ask(pool, ENDLESS, { signal: gone.signal });
    const busy = await busyPid(pool);
    await pool.reload(file);
    expect(textOf(await ask(pool, COUNT, { format: 'csv' }))).toBe('n\r\n7\r\n');
    await until(() => pids.every((pid) => isAlive(pid) === (pid === busy)));
    gone.abort();
    await expect(running).rejects.toThrow('aborted');
    await until(() => !isAlive(busy));
    await rm(folder, { recursive: true });
  });

  test('keeps the old file when the new one cannot be loaded', async () => {
    const pool = shared;
    const error = await pool.reload(join(tmpdir(), 'no-such-revision.nq')).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'QUERY_FAILED' });
    expect(textOf(await ask(pool, COUNT, { format: 'csv' }))).toBe('n\r\n20\r\n');
  });

  test('fails queries, and starts nothing over and over, when the file is missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'query-'));
    const file = join(folder, 'late.nq');
    const pool = createProcessPool({ file, size: 1, spares: 0 });
    pools.push(pool);
    const error = await errorOf(ask(pool, 'ASK {}'));
    expect(error.code).toBe('QUERY_FAILED');
    expect(String(error.cause)).toContain('ENOENT');
    expect(pool.status().children).toEqual([]);
    await copyFile(TWENTY, file);
    expect(textOf(await ask(pool, COUNT, { format: 'csv' }))).toBe('n\r\n20\r\n');
    await rm(folder, { recursive: true });
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

  test('no child outlives its parent, not even in the middle of a query', async () => {
    const source = new URL('../../src/query/', import.meta.url);
    const script = `
      import { isCatalogError } from '../../src/model/errors.js';
import { createProcessPool } from '${source.href}process-pool.ts';
      import { parseQuery } from '${source.href}sparql-text.ts';
      const pool = createProcessPool({ file: ${JSON.stringify(TWENTY)}, size: 1 });
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
