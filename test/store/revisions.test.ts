/** Immutable revisions, one pointer, and what a reader may open (H1, C1, C8). */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/rdf/canonical.js';
import { writeAtomically } from '../../src/store/atomic-file.js';
import { openPublicZone, publicHash } from '../../src/store/public-zone.js';
import { Revisions, verifyZone, type Revision } from '../../src/store/revisions.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';

const QUADS = '<https://data.eksempel.example/id/a> <http://purl.org/dc/terms/title> "A"@nb .\n';
const FILES: Readonly<Record<string, string>> = {
  'quads.nq': QUADS,
  'site.json': '{"base":"https://data.eksempel.example/"}',
  'fil/under/bad.csv': 'a;b\n',
};
function publish(revisions: Revisions, files = FILES, input = 'x'): Promise<Revision> {
  const zones = {
    internal: new Map([['registry.ndjson', 'hemmelig']]),
    public: new Map(Object.entries(files)),
  };
  return revisions.publish(input, zones, [{ source: 'prove' }]);
}

test('revisions are numbered from one, and the pointer follows', async () => {
  const folder = tempFolder();
  const revisions = new Revisions(folder);
  expect(await revisions.current()).toBeUndefined();
  const first = await publish(revisions);
  expect(first).toMatchObject({ number: 1, folder: join(folder, 'revisions', '000001') });
  const second = await publish(revisions, FILES, 'y');
  expect(second.number).toBe(2);
  expect(readlinkSync(join(folder, 'current'))).toBe(join('revisions', '000002'));
  expect(await revisions.current()).toEqual(second);
  expect(second.manifest).toMatchObject({ format: 1, input: 'y', sources: [{ source: 'prove' }] });
});

test('C6 equal content has the equal hash in every revision', async () => {
  const revisions = new Revisions(tempFolder());
  const [one, two, three] = [
    await publish(revisions),
    await publish(revisions, Object.fromEntries(Object.entries(FILES).reverse()), 'y'),
    await publish(revisions, { ...FILES, 'quads.nq': '' }),
  ];
  expect(two.manifest.public).toEqual(one.manifest.public);
  expect(three.manifest.public.hash).not.toBe(one.manifest.public.hash);
});

test('C1 only the owner may read what is internal, everybody what is public', async () => {
  const { folder } = await publish(new Revisions(tempFolder()));
  const mode = (path: string): number => statSync(join(folder, path)).mode & 0o777;
  expect(mode('internal')).toBe(0o700);
  expect(mode('internal/registry.ndjson')).toBe(0o600);
  expect(mode('manifest.json')).toBe(0o600);
  expect(mode('public/quads.nq') & 0o444).toBe(0o444);
});

test('C8 of old revisions the public folder goes first, then the rest', async () => {
  const folder = tempFolder();
  const revisions = new Revisions(folder);
  for (const input of ['a', 'b', 'c', 'd', 'e']) await publish(revisions, FILES, input);
  expect(readdirSync(join(folder, 'revisions')).sort()).toEqual(['000003', '000004', '000005']);
  const hasPublic = ['000003', '000004', '000005'].map((name) =>
    existsSync(join(folder, 'revisions', name, 'public')),
  );
  expect(hasPublic).toEqual([false, true, true]);
});

test('H1 what a run that died left behind is no revision and is in nobody’s way', async () => {
  const folder = tempFolder();
  const revisions = new Revisions(folder);
  await publish(revisions);
  writeFiles(join(folder, 'revisions'), {
    '.building/public/quads.nq': 'halvt',
    '.building/rest': '',
    '000002/manifest.json': '{}',
    '000002/public/rest': 'halvt',
  });
  symlinkSync('revisions/000002', join(folder, 'current.new'));
  expect((await revisions.current())!.number).toBe(1);
  const next = await publish(revisions, FILES, 'y');
  expect(next.number).toBe(2);
  expect(existsSync(join(next.folder, 'public/rest'))).toBe(false);
  expect(readdirSync(join(folder, 'revisions')).sort()).toEqual(['000001', '000002']);
  expect(readdirSync(folder).sort()).toEqual(['current', 'revisions']);
});

test('H1 a revision that cannot be written leaves the pointer where it was', async () => {
  const folder = tempFolder();
  const revisions = new Revisions(folder);
  await publish(revisions);
  // A file and a folder of one name cannot both be written.
  await expect(publish(revisions, { ...FILES, fil: 'x' })).rejects.toThrow();
  expect((await revisions.current())!.number).toBe(1);
  expect((await openPublicZone(join(folder, 'current/public'))).snapshot.quadCount).toBe(1);
});

test('the public folder is opened checked, by its real path', async () => {
  const folder = tempFolder();
  const revisions = new Revisions(folder);
  const { manifest } = await publish(revisions);
  const zone = await openPublicZone(join(folder, 'current/public'));
  expect(zone).toMatchObject({
    hash: manifest.public.hash,
    files: manifest.public.files,
    settings: { base: 'https://data.eksempel.example/' },
    snapshot: { quadCount: 1, sourceHash: contentHash(QUADS) },
  });
  expect(zone.folder).toMatch(/revisions\/000001\/public$/);
  expect(await publicHash(join(folder, 'current/public'))).toBe(zone.hash);
});

test('a reader keeps the revision it began with when the pointer moves', async () => {
  const folder = tempFolder();
  const revisions = new Revisions(folder);
  await publish(revisions);
  const zone = await openPublicZone(join(folder, 'current/public'));
  await publish(revisions, { ...FILES, 'quads.nq': '' }, 'y');
  await verifyZone(zone.folder, zone.files);
  expect(readFileSync(join(zone.folder, 'quads.nq'), 'utf8')).toBe(QUADS);
  expect(await publicHash(join(folder, 'current/public'))).not.toBe(zone.hash);
});

test.each([
  [
    'changed',
    (file: string) => {
      writeFileSync(file, 'a;c\n');
    },
    'fil/under/bad.csv er endret',
  ],
  [
    'cut',
    (file: string) => {
      writeFileSync(file, '');
    },
    'fil/under/bad.csv er endret',
  ],
  [
    'missing',
    (file: string) => {
      rmSync(file);
    },
    'fil/under/bad.csv mangler',
  ],
  [
    'a folder',
    (file: string) => {
      rmSync(file);
      mkdirSync(file);
    },
    'fil/under/bad.csv mangler',
  ],
])('a zone with a file that is %s is refused', async (_, damage, cause) => {
  const folder = tempFolder();
  const revision = await publish(new Revisions(folder));
  damage(join(revision.folder, 'public/fil/under/bad.csv'));
  await expect(openPublicZone(join(folder, 'current/public'))).rejects.toMatchObject({
    code: 'REVISION_DAMAGED',
    text: { nb: `Revisjonen i ${join(revision.folder, 'public')} er skadet: ${cause}.` },
  });
});

test('a zone without its list, or with a broken one, is refused; no zone at all is missing', async () => {
  const folder = tempFolder();
  const { folder: revision } = await publish(new Revisions(folder));
  const pointer = join(folder, 'current/public');
  writeFileSync(join(revision, 'public/zone.json'), '{');
  await expect(openPublicZone(pointer)).rejects.toMatchObject({ code: 'REVISION_DAMAGED' });
  rmSync(join(revision, 'public/zone.json'));
  await expect(publicHash(pointer)).rejects.toMatchObject({ code: 'REVISION_DAMAGED' });
  rmSync(revision, { recursive: true });
  await expect(openPublicZone(pointer)).rejects.toMatchObject({ code: 'REVISION_MISSING' });
});

test('H1 a file is replaced whole, with the asked rights, and nothing is left beside it', async () => {
  const path = join(tempFolder(), 'ny/mappe/fil.json');
  await writeAtomically(path, 'en');
  await writeAtomically(path, new TextEncoder().encode('to'), 0o644);
  expect(readFileSync(path, 'utf8')).toBe('to');
  expect(statSync(path).mode & 0o777).toBe(0o644);
  expect(readdirSync(join(path, '..'))).toEqual(['fil.json']);
});

test('H3 a write that fails leaves the old file', async () => {
  const path = join(tempFolder(), 'fil.json');
  await writeAtomically(path, 'gammel');
  mkdirSync(`${path}.new`);
  await expect(writeAtomically(path, 'ny')).rejects.toThrow();
  expect(readFileSync(path, 'utf8')).toBe('gammel');
});
