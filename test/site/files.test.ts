import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest, type Raw } from './raw-request.js';
import { CSV, startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const raw = (path: string, headers: Record<string, string> = {}): Promise<Raw> =>
  rawRequest(site.root, { path, headers, method: 'GET' });

describe('files', () => {
  test('come with type, name and the bytes that were published', async () => {
    const { headers, body } = await raw('/fil/%C3%A5pent/tall.csv');
    expect(body).toBe(CSV);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="tall.csv"; filename*=UTF-8''tall.csv`,
    );
    expect(headers['content-length']).toBe(String(CSV.length));
  });

  test.each(
    [
      '/fil/../site.json',
      '/fil/..%2fsite.json',
      '/fil/%2e%2e/site.json',
      '/fil/%252e%252e/site.json',
      '/fil/..%5csite.json',
      '/fil/%2e%2e%2f%2e%2e%2finternal%2fhemmelig.txt',
      '/fil/%C3%A5pent/../../quads.nq',
      '/fil//etc/passwd',
      '/fil/%00',
      '/fil/tall.csv%00.html',
      '/fil/\u2215etc',
      '/fil/__proto__',
      '/fil/constructor',
      '/fil/',
      '/fil',
      '/static/../site.json',
      '/quads.nq',
      '/site.json',
      '/zone.json',
    ].map((path) => [encodeURI(path).replaceAll('%25', '%')]),
  )('X4 %s reaches nothing', async (path) => {
    const { status, body } = await raw(path);
    expect([404, 400, 308]).toContain(status);
    expect(body).not.toContain('root:');
    expect(body).not.toContain('"base"');
  });
});

test('C9 bad requests are told without stack, path or internal names', async () => {
  const long = 'x'.repeat(17_000);
  for (const [path, status] of [
    ['/%E0%A4%A', 400],
    ['/nb/datasett/%C3%28', 400],
    [`/${long}`, 414],
    ['/sparql?query=%FF', 400],
  ] as const) {
    const response = await raw(path);
    expect([path.slice(0, 20), response.status]).toEqual([path.slice(0, 20), status]);
    expect(response.body).not.toMatch(/node_modules|\.ts:|\/work|\/home|Error:/);
  }
  expect((await raw('/nb/', { 'X-Stor': 'y'.repeat(17_000) })).status).toBe(431);
});

test('R7 health and robots', async () => {
  expect((await raw('/healthz')).body).toBe('ok\n');
  expect((await raw('/robots.txt')).body).toContain('Disallow: /sparql?');
});
