/** The pool of query processes: limits, replacement, new revisions, shutting down (safety D1 to D4). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import {
  createProcessPool,
  type PoolOptions,
  type QueryPool,
} from '../../src/query/process-pool.js';
import type { QueryOptions, QueryResult } from '../../src/query/query-engine.js';
import { parseQuery } from '../../src/query/sparql-text.js';
import { errorOf, LIMITS, queryEngineContract, textOf, TWENTY } from './query-engine.contract.js';

const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
const ENDLESS = `SELECT (COUNT(*) AS ?n) { ${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((v) => `?${v}1 ?${v}2 ?${v}3 .`).join(' ')} }`;

queryEngineContract('pool of Oxigraph processes', async () => {
  const pool = createProcessPool({ file: TWENTY, size: 1 });
  await pool.warm();
  return pool;
});

const pools: QueryPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

async function poolOf(options: Partial<PoolOptions> = {}): Promise<QueryPool> {
  const pool = createProcessPool({ file: TWENTY, size: 1, ...options });
  pools.push(pool);
  await pool.warm();
  return pool;
}

function ask(
  pool: QueryPool,
  text: string,
  options: Partial<QueryOptions> = {},
): Promise<QueryResult> {
  return pool.query(parseQuery(text), { ...LIMITS, ...options });
}

/** Waits for a state without a clock of its own: the test's time limit is the bound. */
async function until<T>(read: () => T | undefined | false): Promise<T> {
  for (;;) {
    const value = read();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const pidsOf = (pool: QueryPool): number[] =>
  pool.status().children.flatMap(({ pid }) => pid ?? []);
const busyPid = (pool: QueryPool): Promise<number> =>
  until(() => pool.status().children.find(({ state }) => state === 'busy')?.pid);
const allIdle = (pool: QueryPool, count: number): Promise<true> =>
  until(
    () =>
      pool.status().children.filter(({ state }) => state === 'idle').length === count || undefined,
  );

/** All children loaded and idle, so that the next query starts at once. */
async function settled(pool: QueryPool): Promise<QueryPool> {
  await allIdle(pool, 2);
  return pool;
}

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

describe('D2 attacks', () => {
  let pool: QueryPool;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'query-'));
    const file = join(folder, 'many.nq');
    const quads = Array.from({ length: 3_000 }, (_, i) => {
      const subject = `<https://data.oslo.example/id/datasett/n${i % 1_000}>`;
      const next = `<https://data.oslo.example/id/datasett/n${(i * 7 + 1) % 1_000}>`;
      const object = i % 3 === 0 ? `"${'a'.repeat(30)}${i}"@nb` : next;
      return `${subject} <https://data.oslo.example/def#p${i % 3}> ${object} <urn:x:g> .\n`;
    });
    await writeFile(file, quads.join(''));
    pool = createProcessPool({ file, size: 2 });
    await pool.warm();
  });
  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true });
  });

  const repeat = (text: (i: number) => string, count: number): string =>
    Array.from({ length: count }, (_, i) => text(i)).join(' ');
  const P = '<https://data.oslo.example/def#p1>';
  const Q = '<https://data.oslo.example/def#p2>';

  test.each<[string, string, RegExp]>([
    ['a product of three patterns', 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }', /TOO_LARGE/],
    [
      'a product, sorted',
      'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d LIMIT 1',
      /TIMEOUT|MEMORY/,
    ],
    [
      'a product, grouped',
      'SELECT ?a (COUNT(DISTINCT ?f) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a',
      /TIMEOUT|MEMORY/,
    ],
    ['a chain of star paths', `SELECT (COUNT(*) AS ?n) { ?a ${P}*/${Q}*/${P}* ?b }`, /TIMEOUT/],
    [
      'a star of alternatives and a negated set between unbound ends',
      `SELECT (COUNT(*) AS ?n) { ?a (${P}|${Q}|^${P})* ?b . ?c !(${P}|^${Q})+ ?d }`,
      /TIMEOUT|MEMORY/,
    ],
    [
      'GROUP_CONCAT of a product',
      'SELECT (GROUP_CONCAT(?c) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }',
      /TIMEOUT|MEMORY/,
    ],
    [
      'a backtracking regular expression',
      'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER REGEX(STR(?o), "^(a+)+$") }',
      /^0$/,
    ],
    [
      'NOT EXISTS over a product',
      'SELECT * { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?a ?e ?g . ?g ?h ?i . ?j ?k ?l FILTER(?l = 1) } }',
      /TIMEOUT|MEMORY/,
    ],
    [
      'an explosion of UNIONs',
      `SELECT (COUNT(*) AS ?n) { ${repeat((i) => `{ ?s${i} ?p${i} ?o } UNION { ?o ?p${i} ?s${i} }`, 8)} }`,
      /TIMEOUT|MEMORY/,
    ],
    ['VALUES by the thousand', `ASK { VALUES ?x { ${repeat(() => '1', 10_001)} } }`, /TOO_LARGE/],
    [
      'sub-queries in sub-queries',
      `SELECT * { ${repeat((i) => `{ SELECT * { ?s${i} ?p${i} ?o${i} .`, 60)} ${'} }'.repeat(60)} } ORDER BY ?s1`,
      /TIMEOUT|MEMORY|FAILED/,
    ],
    [
      'CONSTRUCT of a product',
      'CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }',
      /TIMEOUT|MEMORY/,
    ],
    [
      'DESCRIBE of everything in a product',
      'DESCRIBE ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }',
      /TIMEOUT|MEMORY/,
    ],
    [
      'a large OFFSET',
      'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } OFFSET 2000000000 LIMIT 1',
      /TIMEOUT/,
    ],
    ['a flat row of OPTIONALs', `SELECT * { ${repeat(() => 'OPTIONAL {}', 4_000)} }`, /TOO_LARGE/],
    ['a long sum', `SELECT (1${'+1'.repeat(30_000)} AS ?x) {}`, /TOO_LARGE/],
  ])('%s ends while another client is answered', async (_, text, expected) => {
    // Where a right answer is due, a slow machine must not make it a time-out.
    const timeoutMs = expected.source.includes('TIMEOUT') ? 700 : 10_000;
    await ask(pool, 'ASK {}'); // whoever answered is free now, so the attack does not queue
    const attack = ask(pool, text, { format: 'csv', timeoutMs });
    const outcome = attack.then(
      (result) => textOf(result).split('\r\n')[1],
      (error: unknown) => (isCatalogError(error) ? error.code : String(error)),
    );
    expect(textOf(await ask(pool, 'ASK {}', { format: 'csv' }))).toBe('true');
    expect(await outcome).toMatch(expected);
  });
});
