/** A second thread writes half of a large catalogue's feeds: what is written must not tell. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { iri } from '../../src/model/iri.js';
import type { SiteSettings } from '../../src/model/site-settings.js';
import { splitFeeds } from '../../src/publish/feed-thread.js';
import { stateOf } from '../../src/publish/past.js';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { PUBLIC_MODE } from '../../src/store/atomic-file.js';
import { livingGraph } from '../../src/store/public-zone.js';
import { buildSnapshot } from '../../src/store/snapshot-build.js';
import { openSnapshot } from '../../src/store/snapshot-open.js';
import { writeZone, type ZoneManifest } from '../../src/store/zone-writer.js';
import { CATALOG, feedInput, worldOf } from '../feed/feed-world.js';
import { BASE } from '../support/harvest-world.js';
import { tempFolder } from '../support/temp-folder.js';

const NAME = { nb: 'Prøve', nn: 'Prøve', en: 'Trial' };
const SETTINGS: SiteSettings = {
  ...{ base: iri(BASE), catalog: iri(CATALOG), name: NAME, publisher: NAME, theme: 'standard' },
  sparql: { timeoutSeconds: 10, children: 1, maxRows: 100 },
};
const QUADS = worldOf(250);
const FILE = buildSnapshot(canonicalNQuads(QUADS));

function split(large: number): ReturnType<typeof splitFeeds> {
  const snapshot = openSnapshot(FILE.buffer);
  const state = stateOf(livingGraph({ snapshot, settings: SETTINGS }), SETTINGS);
  return splitFeeds({ ...feedInput(QUADS), ...state }, { file: FILE, settings: SETTINGS }, large);
}

async function written(folder: string, large: number): Promise<ZoneManifest> {
  const { feeds, aside } = split(large);
  return writeZone({ folder, mode: PUBLIC_MODE, coded: { before: undefined }, aside }, feeds());
}

describe('feeds that two threads write', () => {
  test('are the same files, byte for byte, as one thread writes', async () => {
    const [one, two] = [tempFolder(), tempFolder()];
    const alone = await written(one, Infinity);
    const shared = await written(two, 1);
    expect(shared).toEqual(alone);
    const files = (await readdir(one, { recursive: true })).sort();
    expect((await readdir(two, { recursive: true })).sort()).toEqual(files);
    expect(files).toContain('coded/katalog/side-3.rdf.br');
    for (const file of Object.keys(alone.files))
      expect(await readFile(join(two, file))).toEqual(await readFile(join(one, file)));
  });

  test('a small catalogue has no second thread', () => {
    expect(split(252).aside).toBeUndefined();
    expect(split(251).aside).toBeDefined();
  });

  test('H1 what the second thread cannot write is a failure of the whole', async () => {
    const folder = tempFolder();
    const { feeds, aside } = split(1);
    const place = { folder, mode: PUBLIC_MODE };
    const elsewhere = { ...place, folder: join(folder, 'katalog.ttl', 'under-a-file') };
    await expect(writeZone({ ...place, aside: () => aside!(elsewhere) }, feeds())).rejects.toThrow(
      /ENOTDIR|ENOENT/,
    );
  });
});
