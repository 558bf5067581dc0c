/** Dates of documents follow the public change log, thing by thing (C6; RFC 9110 8.8.2), and finished documents are kept. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '../../src/model/instant.js';
import { BASE, publishZone, startSite, type TestSite } from './site-server.js';

const FIRST = 'Sun, 22 Nov 2026 12:00:00 GMT';
const SECOND = 'Mon, 23 Nov 2026 05:30:00 GMT';
const CHANGED = '/datasett/apent.trix';
const LEFT = '/datasett/lukket.trix';
const WHOLE = ['/katalog.nt', '/katalog', '/katalog?side=1', '/feed/fdk.ttl', '/void.rj'];

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const dateOf = async (path: string): Promise<string | null> =>
  (await site.get(path)).headers.get('last-modified');
/** By fetch, which sends `Cache-Control: no-cache` besides. */
const statusSince = async (path: string, date: string): Promise<number> =>
  (await site.get(path, { 'If-Modified-Since': date })).status;

test('a change moves the dates of what holds it, and of nothing else', async () => {
  for (const path of [CHANGED, LEFT, ...WHOLE])
    expect([path, await dateOf(path)]).toEqual([path, FIRST]);
  const more = `<${BASE}id/datasett/apent> <http://www.w3.org/ns/dcat#keyword> "nytt"@nb .`;
  await publishZone(site.folder, more, undefined, instant('2026-11-23T05:30:00Z'));
  expect(await site.zones.refresh()).toBe(true);
  for (const path of [CHANGED, ...WHOLE]) {
    expect([path, await dateOf(path)]).toEqual([path, SECOND]);
    expect([path, await statusSince(path, FIRST)]).toEqual([path, 200]);
    expect([path, await statusSince(path, SECOND)]).toEqual([path, 304]);
  }
  expect([await dateOf(LEFT), await statusSince(LEFT, FIRST)]).toEqual([FIRST, 304]);
});

test('a page for people has no date: more goes into it than the log tells of', async () => {
  expect(await dateOf('/nb/datasett/apent')).toBeNull();
});

test('a document that was written for one is there for the next, without the file', async () => {
  const first = await site.get('/katalog/side-1.rj');
  const { folder } = site.zones.current().zone;
  await rm(join(folder, 'katalog/side-1.nt'));
  const second = await site.get('/katalog/side-1.rj');
  expect([second.status, await second.text()]).toEqual([200, await first.text()]);
});
