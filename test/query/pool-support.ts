/** Pools of the tests, and ways to wait for what their processes do. Pools made by `poolOf` are closed after each test. */
import { afterEach } from 'vitest';
import {
  createProcessPool,
  type PoolOptions,
  type QueryPool,
} from '../../src/query/process-pool.js';
import type { QueryOptions } from '../../src/query/query-engine.js';
import { runOn, type Answer } from './query-engine.contract.js';
import { twenty } from './snapshots.js';

export const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
/** Products that no machine ends. The first pattern's variables are used, so that none can be counted without being walked. */
export const ENDLESS = `SELECT (COUNT(DISTINCT *) AS ?n) { ${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((v) => `?${v}1 ?${v}2 ?${v}3 .`).join(' ')} }`;

export const pools: QueryPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

export async function poolOf(options: Partial<PoolOptions> = {}): Promise<QueryPool> {
  const pool = createProcessPool({ backend: twenty(), size: 1, ...options });
  pools.push(pool);
  await pool.warm();
  return pool;
}

export function ask(
  pool: QueryPool,
  text: string,
  options: Partial<QueryOptions> = {},
): Promise<Answer> {
  return runOn(pool)(text, options);
}

/** Waits for a state without a clock of its own: the test's time limit is the bound. */
export async function until<T>(read: () => T | undefined | false): Promise<T> {
  for (;;) {
    const value = read();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export const pidsOf = (pool: QueryPool): number[] =>
  pool.status().children.flatMap(({ pid }) => pid ?? []);
export const busyPid = (pool: QueryPool): Promise<number> =>
  until(() => pool.status().children.find(({ state }) => state === 'busy')?.pid);
export const allIdle = (pool: QueryPool, count: number): Promise<true> =>
  until(
    () =>
      pool.status().children.filter(({ state }) => state === 'idle').length === count || undefined,
  );

/** All children loaded and idle, so that the next query starts at once. */
export async function settled(pool: QueryPool): Promise<QueryPool> {
  await allIdle(pool, 2);
  return pool;
}
