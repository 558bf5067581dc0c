/** F1, PR1: a portal gets a file of the open zone whole, or 503: never a short or altered answer that looks like a whole one. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../site/app.js';
import { Problem } from '../../site/problem.js';
import { listen, type RunningServer } from '../../site/server.js';
import { wholeFile } from '../../site/whole-file.js';
import { contentHash } from '../../src/rdf/canonical.js';
import { codedName } from '../../src/store/coded-files.js';
import { tempFolder } from '../support/temp-folder.js';
import { rawRequest } from './raw-request.js';
import { slowVisitors, startSite, type TestSite } from './site-server.js';

let site: TestSite;
let server: RunningServer;
beforeAll(async () => {
  site = await startSite();
  // Without the store of finished answers: every request reads from disk.
  const app = createApp({ zones: site.zones, engine: site.zones.engine, now: slowVisitors() });
  server = await listen(app, 0, '127.0.0.1');
});
afterAll(async () => {
  await server.close(1_000);
  await site.close();
});

const FILES = {
  '/feed/fdk.ttl': 'feed/fdk.ttl',
  '/katalog.ttl': 'katalog.ttl',
  '/katalog.nt': 'katalog.nt',
  '/katalog.rdf': 'katalog.rdf',
} as const;
type Path = keyof typeof FILES;

/** What may happen to a file that is served. */
const damage = fc.oneof(
  fc.record({
    kind: fc.constant('cut' as const),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('flip' as const),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.constant(0) }),
  fc.record({ kind: fc.constant('grow' as const), at: fc.constant(0) }),
  fc.record({ kind: fc.constant('none' as const), at: fc.constant(0) }),
);

function damaged(body: Buffer, kind: string, at: number): Buffer {
  const place = Math.floor(body.length * at);
  if (kind === 'cut') return body.subarray(0, place);
  const copy = Buffer.from(kind === 'grow' ? Buffer.concat([body, body.subarray(0, 9)]) : body);
  if (kind === 'flip') copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}

test('F1 of 1000 requests while files are cut, altered and deleted, none gets anything but the whole file or 503', async () => {
  const seen = new Map<string, number>();
  const paths = Object.keys(FILES) as Path[];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.constantFrom('identity', 'gzip', 'br'),
      damage,
      async (path, coding, { kind, at }) => {
        const name = coding === 'identity' ? FILES[path] : codedName(FILES[path], coding as 'br');
        const file = join(site.zones.current().zone.folder, name);
        const whole = readFileSync(file);
        if (kind === 'delete') rmSync(file);
        else if (kind !== 'none') writeFileSync(file, damaged(whole, kind, at));
        try {
          const answer = await rawRequest(`http://127.0.0.1:${server.port}`, {
            path,
            headers: { 'accept-encoding': coding },
            method: 'GET',
          });
          seen.set(`${answer.status} ${kind}`, 1);
          expect(answer.status).toBe(kind === 'none' ? 200 : 503);
          if (answer.status === 200) expect(contentHash(answer.bytes)).toBe(contentHash(whole));
          else expect(answer.headers['retry-after']).toBe('60');
        } finally {
          writeFileSync(file, whole);
        }
      },
    ),
    { numRuns: 1_000 },
  );
  expect([...seen.keys()].sort()).toEqual([
    '200 none',
    '503 cut',
    '503 delete',
    '503 flip',
    '503 grow',
  ]);
});

test('F1 a file that is damaged while it is read breaks off before its end', async () => {
  const folder = tempFolder();
  const body = Buffer.alloc(1_000_000, 'abc');
  writeFileSync(join(folder, 'stor.ttl'), body);
  const file = await wholeFile({ folder, files: { 'stor.ttl': contentHash(body) } }, 'stor.ttl');
  const pieces = file.pieces();
  const first = (await pieces.next()).value as Buffer;
  const altered = Buffer.from(body);
  altered[999_999] = 0;
  writeFileSync(join(folder, 'stor.ttl'), altered);
  let read = first.byteLength;
  const rest = async (): Promise<void> => {
    for await (const piece of pieces) read += piece.byteLength;
  };
  await expect(rest()).rejects.toBeInstanceOf(Problem);
  expect(read).toBeLessThan(file.size);
});

test('a file that is put right is served again', async () => {
  const file = join(site.zones.current().zone.folder, 'katalog.ttl');
  const whole = readFileSync(file);
  const ask = async (): Promise<number> =>
    (await fetch(`http://127.0.0.1:${server.port}/katalog.ttl`)).status;
  expect(await ask()).toBe(200);
  writeFileSync(file, whole.subarray(0, 10));
  expect(await ask()).toBe(503);
  writeFileSync(file, whole);
  expect(await ask()).toBe(200);
});
