/** The snapshot is swapped with the revision, and kept by those who began with it (performance.md PF1.9). */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSite } from '../../src/compose-site.js';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import type { PublicZone } from '../../src/store/public-zone.js';
import { QUADS_FILE, Revisions } from '../../src/store/revisions.js';
import { SnapshotDataset } from '../../src/store/snapshot-dataset.js';
import { tempFolder } from '../support/temp-folder.js';
import { SETTINGS } from './site-server.js';

const textOf = (word: string): string =>
  Array.from({ length: 20 }, (_, i) => `<urn:x:${i + 10}> <urn:x:p> "${word}" <urn:x:g> .\n`).join(
    '',
  );

async function publish(folder: string, word: string): Promise<void> {
  const files = new Map([
    [QUADS_FILE, textOf(word)],
    ['site.json', JSON.stringify(SETTINGS)],
  ]);
  await new Revisions(folder).publish(word, { internal: new Map(), public: files }, []);
}
const read = ({ snapshot }: PublicZone): string => canonicalNQuads(new SnapshotDataset(snapshot));

test('PF1.9 an unchanged zone is not loaded again, a changed one is, and readers keep theirs', async () => {
  const folder = tempFolder();
  await publish(folder, 'en');
  const site = await openSite(join(folder, 'current', 'public'), (zone) => zone);
  const first = site.current();

  await publish(folder, 'en');
  expect(await site.refresh()).toBe(false);
  expect(site.current().folder).not.toBe(first.folder);
  expect(site.current().snapshot).toBe(first.snapshot);

  await publish(folder, 'to');
  expect(await site.refresh()).toBe(true);
  expect(read(site.current())).toBe(textOf('to'));
  expect(read(first)).toBe(textOf('en'));
  await site.close();
});

test('PF1.9 no reader sees two revisions at once while one is published after the other', async () => {
  const folder = tempFolder();
  await publish(folder, '0');
  const site = await openSite(join(folder, 'current', 'public'), (zone) => zone);
  const seen = new Set<string>();
  let isPublishing = true;
  const look = async (): Promise<void> => {
    while (isPublishing) {
      const zone = site.current();
      const before = read(zone);
      await new Promise((resolve) => setImmediate(resolve));
      expect(read(zone)).toBe(before);
      expect(zone.files[QUADS_FILE]).toBe(zone.snapshot.sourceHash);
      seen.add(before);
    }
  };
  const looking = look();
  for (let i = 1; i <= 10; i++) {
    await publish(folder, String(i));
    await site.refresh();
  }
  isPublishing = false;
  await looking;
  expect(seen.size).toBeGreaterThan(1);
  for (const text of seen)
    expect(Array.from({ length: 11 }, (_, i) => textOf(String(i)))).toContain(text);
  await site.close();
});
