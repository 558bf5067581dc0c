/** The endpoint under pressure: answers too large to wait for, clients that leave, clients that ask too much (safety D3 to D5). */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from './site-server.js';
import { BROKEN, q, SELECT, sparqlSite, wide } from './sparql-support.js';

/** 1 600 rows of five kilobytes, from a short text: more than the 1 000 that the settings allow. */
const TOO_MANY = `SELECT ?text WHERE { VALUES ?text { "${'0123456789'.repeat(500)}" } VALUES ?a { ${'1 '.repeat(40)} } VALUES ?b { ${'1 '.repeat(40)} } }`;

const { site, get } = sparqlSite();

describe('an answer that is too large to wait for (D3)', () => {
  test('comes in chunks, whole', async () => {
    const response = await fetch(`${site.root}/sparql`, {
      method: 'POST',
      body: wide(400),
      headers: { 'Content-Type': 'application/sparql-query', Accept: 'text/csv' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBeNull();
    const lines = (await response.text()).split('\r\n');
    expect(lines.length).toBe(402);
    expect(lines.at(-2)).toMatch(/^399,0123456789/);
  });

  test('is broken off when a limit is met on the way: no client takes it for a document', async () => {
    const response = await fetch(`${site.root}/sparql?format=csv`, {
      method: 'POST',
      body: TOO_MANY,
      headers: { 'Content-Type': 'application/sparql-query' },
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  test('is reset for HTTP/1.0, where the end of the connection would be the end of the document', async () => {
    const { port } = new URL(site.root);
    let head = '';
    const end = await new Promise<string>((resolve) => {
      const to = { port: Number(port), host: '127.0.0.1', allowHalfOpen: true };
      const socket = connect(to, () => {
        socket.write(
          `POST /sparql?format=csv HTTP/1.0\r\nContent-Type: application/sparql-query\r\nContent-Length: ${TOO_MANY.length}\r\n\r\n${TOO_MANY}`,
        );
      });
      socket.on('data', (chunk: Buffer) => (head ||= chunk.toString('latin1')));
      socket.on('error', () => resolve('reset'));
      // libuv tells of a reset that comes with the last data as of an end. Nothing can be written on what was reset.
      socket.once('end', () =>
        socket.write('x', (error) => resolve(error ? 'reset' : 'ended as a whole document does')),
      );
    });
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(end).toBe('reset');
  });
});

describe('a client that leaves (D4)', () => {
  const endless = (turn: number): string =>
    `SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o } # ${turn}`;

  test('takes its query with it: the one query process is free for the next', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const controller = new AbortController();
      const asked = fetch(`${site.root}/sparql?${q(endless(turn))}`, { signal: controller.signal });
      setTimeout(() => controller.abort(), 50);
      await expect(asked).rejects.toThrow('abort');
    }
    await site.zones.warm(); // three were killed
    const next = await get(q('ASK { ?s a dcat:Catalog }'));
    expect([next.status, await next.json()]).toMatchObject([200, { boolean: true }]);
  });
});

describe('what a client may use (D5)', () => {
  let strict: TestSite;
  let time = 0;
  beforeAll(async () => {
    strict = await startSite('', undefined, {
      now: () => time,
      trustedProxies: ['127.0.0.1'],
    });
    await strict.zones.warm();
  });
  afterAll(() => strict.close());
  const ask = async (query: string, client: string): Promise<Response> => {
    const response = await strict.get(`/sparql?${q(query)}`, { 'X-Forwarded-For': client });
    await response.clone().text();
    return response;
  };

  test('after 30 errors a network waits, told how long; others do not; errors are forgotten at 30 a minute', async () => {
    for (let turn = 0; turn < 30; turn += 1)
      expect((await ask(BROKEN, `203.0.113.${turn}`)).status).toBe(400);
    const refused = await ask(SELECT, '203.0.113.99');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
    expect(await refused.json()).toMatchObject({ status: 429, title: 'For mange spørringer' });
    expect((await ask(SELECT, '198.51.100.1')).status).toBe(200);
    const page = await strict.get(`/nn/sparql?${q(SELECT)}`, { 'X-Forwarded-For': '203.0.113.7' });
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '2']);
    expect(await page.text()).toContain('dcat:DataService');
    time += 2_000;
    expect((await ask(SELECT, '203.0.113.99')).status).toBe(200);
  });

  test('1 000 forged headers land in one bucket when nobody is trusted', async () => {
    const open = await startSite('', undefined, { now: () => 0 });
    await open.zones.warm();
    const statuses: number[] = [];
    for (let turn = 0; turn < 1_000; turn += 1) {
      const response = await open.get('/sparql?query=nonsense', {
        'X-Forwarded-For': `${turn % 250}.${turn >> 2}.7.1`,
      });
      await response.text();
      statuses.push(response.status);
    }
    await open.close();
    expect(statuses.filter((one) => one === 400).length).toBe(30);
    expect(statuses.filter((one) => one === 429).length).toBe(970);
  });
});
