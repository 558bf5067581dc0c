/** An index file that is missing, cut, damaged, old or of other quads is made anew, and never served (PF1.4, PF1.9). */
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { openPublicZone } from '../../src/store/public-zone.js';
import { QUADS_FILE, Revisions, SNAPSHOT_FILE, type Revision } from '../../src/store/revisions.js';
import { buildSnapshot } from '../../src/store/snapshot-build.js';
import { SnapshotError, type SnapshotFault } from '../../src/store/snapshot-format.js';
import { loadSnapshot } from '../../src/store/snapshot-load.js';
import { openSnapshot, readSnapshot } from '../../src/store/snapshot-open.js';
import { tempFolder } from '../support/temp-folder.js';
import { allQuads } from './snapshot-world.js';

const QUADS = [
  '<https://data.eksempel.example/id/a> <http://purl.org/dc/terms/title> "A"@nb <urn:x:g> .\n',
  '<https://data.eksempel.example/id/a> <http://purl.org/dc/terms/title> "A"@nb <urn:x:h> .\n',
  '_:b <http://purl.org/dc/terms/issued> "1"^^<http://www.w3.org/2001/XMLSchema#int> <urn:x:g> .\n',
].join('');
const SECRET = '<urn:x:hemmelig> <urn:x:p> "hemmelig" .\n';

async function publish(quads = QUADS): Promise<{ revision: Revision; zone: string; file: string }> {
  const revision = await new Revisions(tempFolder()).publish(
    'x',
    {
      internal: new Map([[QUADS_FILE, quads + SECRET]]),
      public: new Map([
        [QUADS_FILE, quads],
        ['site.json', '{"base":"https://data.eksempel.example/"}'],
      ]),
    },
    [],
  );
  const zone = join(revision.folder, 'public');
  return { revision, zone, file: join(zone, SNAPSHOT_FILE) };
}

function faultOf(buffer: Uint8Array): SnapshotFault | undefined {
  const shared = new SharedArrayBuffer(buffer.length);
  new Uint8Array(shared).set(buffer);
  try {
    openSnapshot(shared);
    return undefined;
  } catch (error) {
    if (error instanceof SnapshotError) return error.fault;
    throw error;
  }
}

describe('a snapshot', () => {
  const sound = Buffer.from(buildSnapshot(QUADS));

  test('PF1.4 is refused when any one of its bytes is another', () => {
    for (let at = 0; at < sound.length; at++) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(faultOf(damaged), `byte ${at}`).toBeDefined();
    }
  });

  test('PF1.4 is refused when it is cut anywhere, or has more at its end', () => {
    for (let length = 0; length < sound.length; length += 1)
      expect(faultOf(sound.subarray(0, length)), `${length} bytes`).toBe('cut');
    expect(faultOf(Buffer.concat([sound, Buffer.alloc(4)]))).toBe('cut');
  });

  test('PF1.4 of another version is told from a damaged one', () => {
    const other = Buffer.from(sound);
    other.writeUInt32LE(other.readUInt32LE(4) + 1, 4);
    expect(faultOf(other)).toBe('version');
    expect(faultOf(Buffer.alloc(sound.length))).toBe('version');
    expect(faultOf(sound)).toBeUndefined();
  });

  test('PF1.5 is shared with a worker thread, not copied', async () => {
    const buffer = buildSnapshot(QUADS).buffer;
    const worker = new Worker(
      `const { parentPort, workerData } = require('node:worker_threads');
       new Uint8Array(workerData)[workerData.byteLength - 1] ^= 1;
       parentPort.postMessage('done');`,
      { eval: true, workerData: buffer },
    );
    const last = new Uint8Array(buffer).at(-1) ?? 0;
    await new Promise((resolve) => worker.once('message', resolve));
    await worker.terminate();
    // What the other thread writes is seen here: nothing was copied.
    expect(new Uint8Array(buffer).at(-1)).toBe(last ^ 1);
  });
});

describe('the index file of a zone', () => {
  test('PF1.1 is made of that zone alone, and is not among the hashes of the zone', async () => {
    const { revision, zone, file } = await publish();
    expect(Buffer.from(buildSnapshot(QUADS)).equals(readFileSync(file))).toBe(true);
    expect(readFileSync(file).includes('hemmelig')).toBe(false);
    expect(
      readFileSync(join(revision.folder, 'internal', SNAPSHOT_FILE)).includes('hemmelig'),
    ).toBe(true);
    expect(Object.keys(revision.manifest.public.files)).not.toContain(SNAPSHOT_FILE);
    expect(readFileSync(join(zone, 'zone.json'), 'utf8')).not.toContain(SNAPSHOT_FILE);
  });

  test('is what the zone is read from', async () => {
    const { zone, file } = await publish();
    const faults: SnapshotError[] = [];
    const { snapshot } = await openPublicZone(zone, (fault) => faults.push(fault));
    expect(canonicalNQuads(allQuads(snapshot))).toBe(QUADS);
    expect(Buffer.from(snapshot.buffer).equals(readFileSync(file))).toBe(true);
    expect(faults).toEqual([]);
  });

  test.each<[SnapshotFault, (file: string) => void]>([
    ['missing', (file) => rmSync(file)],
    ['cut', (file) => truncateSync(file, 500)],
    ['cut', (file) => truncateSync(file, 0)],
    [
      'damaged',
      (file) => {
        const bytes = readFileSync(file);
        bytes[bytes.length - 8] = 0xff;
        writeFileSync(file, bytes);
      },
    ],
    [
      'version',
      (file) => {
        const bytes = readFileSync(file);
        bytes[4] = 0xff;
        writeFileSync(file, bytes);
      },
    ],
    ['stale', (file) => writeFileSync(file, buildSnapshot(SECRET))],
  ])('PF1.4 that is %s is told of, and the quads are served as they are', async (fault, damage) => {
    const { zone, file } = await publish();
    damage(file);
    const faults: string[] = [];
    const { snapshot } = await openPublicZone(zone, (error) => faults.push(error.fault));
    expect(faults).toEqual([fault]);
    expect(canonicalNQuads(allQuads(snapshot))).toBe(QUADS);
  });

  test('PF1.4 is not made anew from quads that are not the published ones', async () => {
    const { zone, file } = await publish();
    rmSync(file);
    writeFileSync(join(zone, QUADS_FILE), SECRET);
    await expect(loadSnapshot(file)).rejects.toMatchObject({ code: 'REVISION_DAMAGED' });
    rmSync(join(zone, QUADS_FILE));
    await expect(loadSnapshot(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('without a list of hashes beside it is taken as it is', async () => {
    const folder = tempFolder();
    const file = join(folder, SNAPSHOT_FILE);
    writeFileSync(file, buildSnapshot(QUADS));
    expect((await loadSnapshot(file)).quadCount).toBe(3);
    expect(readSnapshot(file).quadCount).toBe(3);
    rmSync(file);
    writeFileSync(join(folder, QUADS_FILE), SECRET);
    expect((await loadSnapshot(file)).quadCount).toBe(1);
    expect(() => readSnapshot(file)).toThrow(expect.objectContaining({ fault: 'missing' }));
  });
});
