import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askOverNetwork } from '../../src/compose-quality.js';
import { linkStatuses, type Ask } from '../../src/quality/links.js';

/** Answers from a table, and remembers what was asked. */
function asker(answers: Readonly<Record<string, number>>): { ask: Ask; asked: string[] } {
  const asked: string[] = [];
  const ask: Ask = async (url, method) => {
    asked.push(`${method} ${url}`);
    return answers[`${method} ${url}`] ?? answers[url] ?? 0;
  };
  return { ask, asked };
}

describe('as data.norge.no asks (portals.md 4.4)', () => {
  test('HEAD, and its status as it is', async () => {
    const { ask, asked } = asker({ 'https://a.example/x': 403 });
    expect(await linkStatuses(['https://a.example/x'], ask)).toEqual(
      new Map([['https://a.example/x', 403]]),
    );
    expect(asked).toEqual(['HEAD https://a.example/x']);
  });

  test('after 405 a GET, with the query replaced by that of a map service', async () => {
    const { ask, asked } = asker({
      'HEAD https://a.example/wms?lag=1': 405,
      'GET https://a.example/wms?request=GetCapabilities&service=GET': 200,
    });
    const url = 'https://a.example/wms?lag=1';
    expect(await linkStatuses([url], ask)).toEqual(new Map([[url, 200]]));
    expect(asked).toHaveLength(2);
  });

  test('addresses that differ only in their query share the answer of the first', async () => {
    const [one, two] = ['https://a.example/api?ds=1', 'https://a.example/api?ds=2'];
    const { ask, asked } = asker({ [one]: 200, [two]: 404 });
    expect(await linkStatuses([two, one], ask)).toEqual(
      new Map([
        [one, 200],
        [two, 200],
      ]),
    );
    expect(asked).toEqual([`HEAD ${one}`]);
  });

  test('a host gets one request at a time; other hosts do not wait for it', async () => {
    const open = new Map<string, number>();
    let most = 0;
    const all = ['a', 'b', 'c'].flatMap((host) =>
      [1, 2, 3].map((number) => `https://${host}.example/${number}`),
    );
    await linkStatuses(all, async (url) => {
      const { host } = new URL(url);
      open.set(host, (open.get(host) ?? 0) + 1);
      expect(open.get(host)).toBe(1);
      most = Math.max(most, [...open.values()].filter((count) => count > 0).length);
      await new Promise((resolve) => setImmediate(resolve));
      open.set(host, 0);
      return 200;
    });
    expect(most).toBe(3);
  });

  test('it tells how far it has come', async () => {
    const told: string[] = [];
    const { ask } = asker({});
    await linkStatuses(['https://a.example/1', 'https://a.example/2'], ask, (done, total) =>
      told.push(`${done}/${total}`),
    );
    expect(told).toEqual(['1/2', '2/2']);
  });
});

describe('over the network', () => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    if (request.url === '/videre') response.writeHead(302, { location: '/her' }).end();
    else
      response
        .writeHead(request.url === '/her' ? 200 : 404, { 'content-length': '5' })
        .end('hallo');
  });
  let origin: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => void (requests.length = 0));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const ask = (origins: readonly string[]): Ask =>
    askOverNetwork({ origins, userAgent: 'prove' }, new AbortController().signal);

  test('HEAD is sent, redirects are followed, and an answer without a body is an answer', async () => {
    expect(await ask([origin])(`${origin}/videre`, 'HEAD')).toBe(200);
    expect(requests.map(({ method, url }) => `${String(method)} ${String(url)}`)).toEqual([
      'HEAD /videre',
      'HEAD /her',
    ]);
    expect(await ask([origin])(`${origin}/borte`, 'HEAD')).toBe(404);
  });

  test('S2 an address of the machine itself is never asked: nothing has answered', async () => {
    expect(await ask([])(`${origin}/her`, 'HEAD')).toBe(0);
    expect(await ask([])(`http://localhost:${new URL(origin).port}/her`, 'HEAD')).toBe(0);
    expect(requests).toEqual([]);
  });

  test('a stopped run is no answer', async () => {
    const stopped = askOverNetwork({ origins: [origin], userAgent: 'prove' }, AbortSignal.abort());
    await expect(stopped(`${origin}/her`, 'HEAD')).rejects.toThrow();
  });
});
