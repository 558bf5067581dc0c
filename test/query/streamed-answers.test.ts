/** Answers that come in pieces: slow readers, readers that leave, limits met on the way (safety D1 to D4). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProcessPool, type QueryPool } from '../../src/query/process-pool.js';
import { wholeBody, type QueryOptions, type QueryResult } from '../../src/query/query-engine.js';
import { parseQuery } from '../../src/query/sparql-text.js';
import { allIdle, ask, busyPid, isAlive, pidsOf, until } from './pool-support.js';
import { LIMITS } from './query-engine.contract.js';
import { twenty } from './snapshots.js';

/** Without reading the body. */
function start(
  pool: QueryPool,
  text: string,
  options: Partial<QueryOptions> = {},
): Promise<QueryResult> {
  return pool.query(parseQuery(text), { ...LIMITS, ...options });
}

const PRODUCT = 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }';
const ANY_SIZE = { maxRows: 1e9, maxBytes: 1e12 };

describe('streamed answers', () => {
  let pool: QueryPool;
  beforeAll(async () => {
    pool = createProcessPool({ backend: twenty(), size: 1, unreadBytes: 3_000_000 });
    await pool.warm();
  });
  afterAll(() => pool.close());

  test('D4 a process is free when it has answered, though nobody has read the answer', async () => {
    const wide = await start(pool, PRODUCT, { ...ANY_SIZE, format: 'tsv' });
    await allIdle(pool, 2);
    expect((await ask(pool, 'ASK {}')).kind).toBe('boolean');
    const text = Buffer.from(await wholeBody(wide)).toString();
    expect(text.split('\n')).toHaveLength(20 ** 3 + 2);
  });

  test('comes in pieces', async () => {
    const { body } = await start(pool, PRODUCT, { ...ANY_SIZE, format: 'csv' });
    const sizes: number[] = [];
    for await (const chunk of body) sizes.push(chunk.byteLength);
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
  });

  test.each<[string, (gone: AbortController, body: AsyncIterator<Uint8Array>) => unknown]>([
    ['aborts', (gone) => gone.abort()],
    ['stops reading', (_, body) => body.return?.()],
  ])('D4 kills the process of a client that %s in the middle', async (_, leave) => {
    await allIdle(pool, 2);
    const gone = new AbortController();
    const endless = `${PRODUCT.slice(0, -2)} . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }`;
    const { body } = await start(pool, endless, { ...ANY_SIZE, signal: gone.signal });
    const pid = await busyPid(pool);
    const reading = body[Symbol.asyncIterator]();
    expect((await reading.next()).done).toBe(false);
    await leave(gone, reading);
    if (gone.signal.aborted) await expect(reading.next()).rejects.toThrow('aborted');
    else expect((await reading.next()).done).toBe(true);
    await until(() => !isAlive(pid));
  });

  test('D4 aborting after the process has answered ends the reading, and costs no process', async () => {
    await allIdle(pool, 2);
    const pids = pidsOf(pool);
    const gone = new AbortController();
    const { body } = await start(pool, PRODUCT, {
      ...ANY_SIZE,
      signal: gone.signal,
      format: 'csv',
    });
    await allIdle(pool, 2);
    gone.abort();
    await expect(wholeBody({ body })).rejects.toThrow('aborted');
    expect(pidsOf(pool)).toEqual(pids);
  });

  test('D1 an answer that takes too long is broken off, never shortened', async () => {
    await allIdle(pool, 2);
    const endless = `${PRODUCT.slice(0, -2)} . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }`;
    const running = start(pool, endless, { ...ANY_SIZE, timeoutMs: 500 });
    const reading = running.then(wholeBody);
    await expect(reading).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
  });

  test('D2 unread answers together are bounded: the greediest reader loses', async () => {
    await allIdle(pool, 2);
    const small = await start(pool, 'SELECT * { ?a ?b ?c . ?d ?e ?f }', ANY_SIZE);
    await allIdle(pool, 2);
    const large = await start(pool, PRODUCT, { ...ANY_SIZE, format: 'json' });
    await allIdle(pool, 2);
    await expect(wholeBody(large)).rejects.toMatchObject({ code: 'QUERY_BUSY' });
    expect((await wholeBody(small)).byteLength).toBeGreaterThan(10_000);
  });
});
