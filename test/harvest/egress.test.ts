import { describe, expect, test } from 'vitest';
import type { Egress, EgressResponse } from '../../src/harvest/egress.js';
import { nodeEgress, type EgressLimits } from '../../src/harvest/node-egress.js';
import { retryingEgress } from '../../src/harvest/retrying-egress.js';
import { CatalogError, isCatalogError } from '../../src/model/errors.js';
import { startFaultServer, type FaultMode, type FaultServer } from '../support/fault-server.js';

const SECRET = 'hemmelig-nokkel-4711';
const request = {
  signal: new AbortController().signal,
  maxBytes: 2_000_000,
  firstByteMs: 20_000,
  headers: { key: SECRET },
};
function egressTo(server: FaultServer, limits: Partial<EgressLimits> = {}): Egress {
  return nodeEgress({ origins: [server.origin], userAgent: 'datavev-test', limits });
}
async function errorOf(work: Promise<unknown>): Promise<CatalogError> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!isCatalogError(error)) throw new Error(`expected a CatalogError, got ${String(error)}`);
  return error;
}

const BROKEN: readonly (readonly [FaultMode, string, string])[] = [
  ['stall-first-byte', 'SOURCE_TIMEOUT', 'svarte ikke innen'],
  ['stall-body', 'SOURCE_TIMEOUT', 'svarte ikke innen'],
  ['reset-before-answer', 'SOURCE_UNREACHABLE', 'forbindelsen ble brutt'],
  ['reset-in-body', 'SOURCE_TRUNCATED', 'brutt'],
  ['wrong-length', 'SOURCE_TRUNCATED', 'brutt'],
  ['chunked-cut', 'SOURCE_TRUNCATED', 'brutt'],
  ['corrupt-gzip', 'SOURCE_TRUNCATED', 'komprimeringen er skadet'],
  ['cut-gzip', 'SOURCE_TRUNCATED', 'komprimeringen er skadet'],
  ['zip-bomb', 'SOURCE_TOO_LARGE', 'større enn grensen på 2 MB'],
  ['huge-body', 'SOURCE_TOO_LARGE', 'større enn grensen på 2 MB'],
  ['unknown-coding', 'SOURCE_INCONSISTENT', 'ukjent komprimering'],
  ['redirect-loop', 'SOURCE_UNREACHABLE', 'flere enn 5 omdirigeringer'],
];

describe('H4 a broken answer is a named error', () => {
  test.each(BROKEN)('%s → %s', async (mode, code, words) => {
    await using server = await startFaultServer();
    server.fail(mode);
    server.answer('/x', (response) => response.end());
    const stalls = mode.startsWith('stall');
    const egress = egressTo(server, stalls ? { idleMs: 100 } : {});
    const asked = { ...request, ...(stalls ? { firstByteMs: 100 } : {}) };
    const error = await errorOf(egress.get(`${server.origin}/api/?token=abc`, asked));
    expect(error.code).toBe(code);
    expect(error.text.nb).toContain(words);
    expect(error.text.nb).toContain(server.origin);
    expect(`${error.stack} ${String(error.cause)}`).not.toContain(SECRET);
    expect(`${error.text.nb} ${error.message}`).not.toContain('token');
  });

  test('a closed port is unreachable', async () => {
    const server = await startFaultServer();
    await server.close();
    const error = await errorOf(egressTo(server).get(`${server.origin}/`, request));
    expect(error.code).toBe('SOURCE_UNREACHABLE');
    expect(error.text.nb).toContain('forbindelsen ble avvist');
  });

  test('a name that does not exist is unreachable', async () => {
    const egress = nodeEgress({
      origins: ['http://register.example'],
      userAgent: 'test',
      resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
    });
    const error = await errorOf(egress.get('http://register.example/', request));
    expect(error.code).toBe('SOURCE_UNREACHABLE');
    expect(error.text.nb).toContain('navnet finnes ikke');
  });

  test('a name service that never answers is a timeout', async () => {
    const egress = nodeEgress({
      origins: ['http://register.example'],
      userAgent: 'test',
      limits: { connectMs: 30 },
      resolve: () => new Promise(() => undefined),
    });
    expect((await errorOf(egress.get('http://register.example/', request))).code).toBe(
      'SOURCE_TIMEOUT',
    );
  });

  test('speech that is no TLS is unreachable', async () => {
    await using server = await startFaultServer();
    const origin = server.origin.replace('http:', 'https:');
    const egress = nodeEgress({ origins: [origin], userAgent: 'test' });
    expect((await errorOf(egress.get(`${origin}/`, request))).code).toBe('SOURCE_UNREACHABLE');
  });

  test('the total time counts over all', async () => {
    await using server = await startFaultServer();
    server.fail('stall-body');
    const limits = { totalMs: 100, idleMs: 10_000 };
    const error = await errorOf(egressTo(server, limits).get(`${server.origin}/`, request));
    expect(error.code).toBe('SOURCE_TIMEOUT');
  });

  test('the caller’s abort is passed on as it is', async () => {
    await using server = await startFaultServer();
    server.fail('stall-first-byte');
    const stop = new AbortController();
    const asked = egressTo(server).get(`${server.origin}/`, { ...request, signal: stop.signal });
    stop.abort(new Error('stopped by the person'));
    await expect(asked).rejects.toThrow('stopped by the person');
  });
});

describe('an answer', () => {
  test.each(['good', 'gzip', 'brotli'] as const)('comes whole in mode %s', async (mode) => {
    await using server = await startFaultServer();
    server.fail(mode);
    const answer = await egressTo(server).get(`${server.origin}/api/x/`, request);
    expect(answer).toMatchObject({ status: 200, contentType: 'application/json' });
    expect(Buffer.from(answer.body).toString()).toBe('{"antall":0,"data":[]}');
    expect(server.visits[0]?.headers).toMatchObject({ key: SECRET, 'user-agent': 'datavev-test' });
  });

  test.each([204, 206, 304, 401, 404, 500] as const)('with status %i is one', async (code) => {
    await using server = await startFaultServer();
    server.fail(`status-${code}`);
    const answer = await egressTo(server).get(`${server.origin}/api/x/`, request);
    expect(answer.status).toBe(code);
  });

  test('may be exactly as long as the limit and no byte longer', async () => {
    await using server = await startFaultServer();
    server.answer('/n', (response) => response.end(Buffer.alloc(1000)));
    const egress = egressTo(server);
    const exact = await egress.get(`${server.origin}/n`, { ...request, maxBytes: 1000 });
    expect(exact.body).toHaveLength(1000);
    const error = await errorOf(egress.get(`${server.origin}/n`, { ...request, maxBytes: 999 }));
    expect(error.code).toBe('SOURCE_TOO_LARGE');
  });
});

describe('S1 a redirect', () => {
  test('keeps the key on the same host and drops it on another', async () => {
    await using first = await startFaultServer();
    await using second = await startFaultServer();
    const egress = nodeEgress({ origins: [first.origin, second.origin], userAgent: 'test' });
    first.answer('/a', (response) => response.writeHead(302, { location: '/b' }).end());
    first.answer('/b', (response) =>
      response.writeHead(307, { location: `${second.origin}/c` }).end(),
    );
    const headers = { key: SECRET, Authorization: `Bearer ${SECRET}`, accept: 'application/json' };
    const answer = await egress.get(`${first.origin}/a`, { ...request, headers });
    expect(answer.url).toBe(`${second.origin}/c`);
    expect(first.visits[1]?.headers['key']).toBe(SECRET);
    expect(JSON.stringify(second.visits)).not.toContain(SECRET);
    expect(second.visits[0]?.headers['accept']).toBe('application/json');
  });

  test('is followed five times', async () => {
    await using server = await startFaultServer();
    for (let hop = 0; hop < 6; hop++)
      server.answer(`/${hop}`, (response) =>
        response.writeHead(302, { location: `/${hop + 1}` }).end(),
      );
    const egress = egressTo(server);
    expect((await egress.get(`${server.origin}/1`, request)).status).toBe(200);
    expect((await errorOf(egress.get(`${server.origin}/0`, request))).code).toBe(
      'SOURCE_UNREACHABLE',
    );
  });
});

describe('H7 a patient egress', () => {
  const answerWith = (status: number, retryAfter?: string): EgressResponse => ({
    url: 'http://register.example/',
    status,
    contentType: '',
    body: new Uint8Array(),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
  function patient(script: (EgressResponse | CatalogError)[]): {
    egress: Egress;
    pauses: number[];
  } {
    const pauses: number[] = [];
    const egress: Egress = {
      get: () => {
        const next = script.shift() ?? new Error('asked too often');
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
      },
    };
    const tools = {
      wait: (ms: number) => {
        pauses.push(ms);
        return Promise.resolve();
      },
      random: () => 1,
      now: () => Date.parse('2026-11-02T00:00:00Z'),
    };
    return { egress: retryingEgress(egress, tools), pauses };
  }
  const url = 'http://register.example/';

  test('tries again after 429, 5xx and broken connections, with growing pauses', async () => {
    const broken = new CatalogError('SOURCE_TIMEOUT', { url, seconds: 60 });
    const script = [answerWith(503), broken, answerWith(502), answerWith(429), answerWith(200)];
    const { egress, pauses } = patient(script);
    expect((await egress.get(url, request)).status).toBe(200);
    expect(pauses).toEqual([2000, 4000, 8000, 16000]);
  });

  test('gives up after five tries with the last answer', async () => {
    const { egress, pauses } = patient(Array.from({ length: 5 }, () => answerWith(503)));
    expect((await egress.get(url, request)).status).toBe(503);
    expect(pauses).toHaveLength(4);
  });

  test.each([400, 401, 403, 404, 410])('takes %i as the answer', async (status) => {
    const { egress, pauses } = patient([answerWith(status)]);
    expect((await egress.get(url, request)).status).toBe(status);
    expect(pauses).toEqual([]);
  });

  test.each(['SOURCE_REFUSED', 'SOURCE_TOO_LARGE'] as const)('takes %s as final', async (code) => {
    const { egress } = patient([new CatalogError(code)]);
    expect((await errorOf(egress.get(url, request))).code).toBe(code);
  });

  test('honours Retry-After as seconds and as date, up to a quarter of an hour', async () => {
    const { egress, pauses } = patient([
      answerWith(429, '7'),
      answerWith(503, 'Mon, 02 Nov 2026 00:00:30 GMT'),
      answerWith(503, '86400'),
      answerWith(503, 'snart'),
      answerWith(200),
    ]);
    await egress.get(url, request);
    expect(pauses).toEqual([7_000, 30_000, 900_000, 16_000]);
  });
});
