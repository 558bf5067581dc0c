/**
 * Done-when 3 (C1, C3, C4, C6): what is not public cannot be told from what does not exist. The public folder is
 * byte-identical with and without hidden records, and with those edited; no canary is in a file, page or answer.
 */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type RunningSite } from '../support/running-site.js';
import { FORBIDDEN_WORD, plantInPublicSystem } from '../support/canary-fields.js';
import { CANARY, plantHidden } from '../support/hidden-records.js';
import {
  digests,
  filesBelow,
  tempCatalogue,
  type TempCatalogue,
} from '../support/temp-catalogue.js';

const hidden = { word: 'alfa', count: 40 };
const edited = { word: 'beta', count: 40 };

async function publicTreeWith(plant: (folder: string) => Promise<void>) {
  await using temp = await tempCatalogue('oslo', plant);
  const reports = await temp.harvest();
  await temp.publish();
  return { tree: await temp.publicTree(), read: reports.reduce((sum, { read }) => sum + read, 0) };
}

test('C6 the public folder is byte-identical with and without 200 hidden records, and with them edited', async () => {
  const without = await publicTreeWith(async () => {});
  const withHidden = await publicTreeWith((folder) => plantHidden(folder, hidden));
  const withEdited = await publicTreeWith((folder) => plantHidden(folder, edited));
  expect(withHidden.read - without.read).toBeGreaterThanOrEqual(200);
  expect(withEdited.read).toBe(withHidden.read);
  for (const { tree } of [withHidden, withEdited]) {
    expect(digests(tree)).toEqual(digests(without.tree));
  }
});

describe('canaries in every non-public field', () => {
  let temp: TempCatalogue;
  let site: RunningSite;
  beforeAll(async () => {
    temp = await tempCatalogue('oslo', async (folder) => {
      await plantHidden(folder, hidden);
      await plantInPublicSystem(folder);
    });
    const reports = await temp.harvest();
    expect(reports.map(({ outcome }) => outcome)).toEqual(reports.map(() => 'changed'));
    await temp.publish();
    site = await startSite(temp.varFolder);
  });
  afterAll(async () => {
    await site.close();
    await temp[Symbol.asyncDispose]();
  });

  test('the canaries are really there, inside', async () => {
    const internal = [...(await filesBelow(temp.varFolder))].filter(([path]) =>
      path.includes('/internal/'),
    );
    const found = internal.map(([, content]) => content.toString().split(CANARY).length - 1);
    expect(found.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(500);
  });

  test('fields marked never are nowhere on disk: not in raw, sources, revisions or state', async () => {
    for (const [path, content] of await filesBelow(temp.varFolder)) {
      expect(content.includes(FORBIDDEN_WORD), path).toBe(false);
    }
  });

  test('no public file holds one', async () => {
    for (const [path, content] of await temp.publicTree())
      expect(content.includes(CANARY), path).toBe(false);
  });

  test('no page, document or list of the site shows one', async () => {
    const pages = await site.crawl();
    expect(pages.size).toBeGreaterThan(400);
    for (const [path, { body }] of pages) expect(body.includes(CANARY), path).toBe(false);
  });

  test('C5 a hidden record and one that never existed give the same 404, HEAD included', async () => {
    for (const [method, accept] of [
      ['GET', 'text/html'],
      ['GET', 'text/turtle'],
      ['HEAD', 'text/html'],
    ] as const) {
      for (const path of ['/id/datasett/', '/nb/datasett/', '/datasett/']) {
        const ask = (key: string) =>
          fetch(`${site.origin}${path}${key}`, { method, headers: { accept }, redirect: 'manual' });
        const [a, b] = [await ask('kanari-alfa-0'), await ask('aldri-funnet-0')];
        expect(a.status).toBe(404);
        expect(b.status).toBe(404);
        const headers = (response: Response) =>
          [...response.headers].filter(([name]) => name !== 'date');
        expect(headers(a)).toEqual(headers(b));
        expect((await a.text()).replaceAll('kanari-alfa-0', 'X')).toBe(
          (await b.text()).replaceAll('aldri-funnet-0', 'X'),
        );
      }
    }
  });

  test('C1 the public process holds no open file outside the public folder of the revision', () => {
    const open = execFileSync('ls', ['-l', `/proc/${site.pid}/fd`], { encoding: 'utf8' });
    const inVar = open.split('\n').filter((line) => line.includes(temp.varFolder));
    expect(inVar.filter((line) => !line.includes('/public/'))).toEqual([]);
    expect(site.commandLine).not.toContain('internal');
  });
});
