/** Zones are written file by file, in pieces, and their compressed forms beside them (PF5.3, H1). */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/rdf/canonical.js';
import type { FileContent } from '../../src/store/atomic-file.js';
import { codedName } from '../../src/store/coded-files.js';
import { Revisions, verifyZone } from '../../src/store/revisions.js';
import { writeZone, type ZoneFiles } from '../../src/store/zone-writer.js';
import { tempFolder } from '../support/temp-folder.js';

const LINE = '<https://data.eksempel.example/id/a> <http://purl.org/dc/terms/title> "Å"@nb .\n';
const LONG = LINE.repeat(150_000);

function* linesOf(count: number): Generator<string> {
  for (let at = 0; at < count; at += 1) yield LINE;
}
const write = (files: ZoneFiles, folder = tempFolder()) =>
  writeZone({ folder, mode: 0o644, coded: { before: undefined } }, files).then((manifest) => ({
    folder,
    manifest,
  }));

test('a file made in pieces, of text and of bytes, is the file written whole', async () => {
  const pieces = function* (): Iterable<string | Uint8Array> {
    yield* linesOf(150_000);
    yield Buffer.from(LINE);
  };
  const { folder, manifest } = await write([['a.nt', pieces]]);
  const whole = LONG + LINE;
  expect(readFileSync(join(folder, 'a.nt'), 'utf8') === whole).toBe(true);
  expect(manifest.files['a.nt']).toBe(contentHash(whole));
});

test('names may come while files are written, and their order does not show', async () => {
  const names = ['b/c.ttl', 'a.json', 'b/a.ttl'];
  const files = function* (order: readonly string[]): ZoneFiles {
    for (const name of order) yield [name, (): Iterable<string> => linesOf(name.length)];
  };
  const [one, two] = [await write(files(names)), await write(files([...names].reverse()))];
  expect(two.manifest).toEqual(one.manifest);
  expect(Object.keys(one.manifest.files)).toEqual([...Object.keys(one.manifest.files)].sort());
});

test.each([
  ['small', LINE.repeat(20)],
  ['of some hundred kilobytes', LINE.repeat(3_000)],
  ['of a megabyte', LINE.repeat(14_000)],
  ['so large that it is compressed in a stream', LONG],
])('a text that is %s is compressed to what it was, and listed', async (_name, text) => {
  const { folder, manifest } = await write([['x/a.nt', text]]);
  const coded = (coding: 'br' | 'gzip'): Buffer =>
    readFileSync(join(folder, codedName('x/a.nt', coding)));
  expect(brotliDecompressSync(coded('br')).toString() === text).toBe(true);
  expect(gunzipSync(coded('gzip')).toString() === text).toBe(true);
  await verifyZone(folder, manifest.files);
  expect(Object.keys(manifest.files)).toEqual(['coded/x/a.nt.br', 'coded/x/a.nt.gzip', 'x/a.nt']);
});

test('what is short, no text or never sent has no compressed form', async () => {
  const files: [string, FileContent][] = [
    ['short.ttl', LINE],
    ['picture.png', LINE.repeat(50)],
    ['site.json', LINE.repeat(50)],
  ];
  const { manifest } = await write(files);
  expect(Object.keys(manifest.files).sort()).toEqual(['picture.png', 'short.ttl', 'site.json']);
});

test('content that has not changed keeps its compressed bytes, unless they are damaged', async () => {
  const revisions = new Revisions(tempFolder());
  const files = new Map([
    ['same.ttl', LINE.repeat(40)],
    ['damaged.ttl', LINE.repeat(50)],
    ['new.ttl', LINE.repeat(60)],
  ]);
  const first = await revisions.publish('a', { internal: [], public: files }, []);
  const place = (folder: string, name: string): string =>
    join(folder, 'public', codedName(name, 'br'));
  writeFileSync(place(first.folder, 'damaged.ttl'), 'skadet');
  const altered = new Map([...files, ['new.ttl', LINE.repeat(61)]]);
  const second = await revisions.publish('b', { internal: [], public: altered }, []);
  const inode = (folder: string, name: string): number => statSync(place(folder, name)).ino;
  expect(inode(second.folder, 'same.ttl')).toBe(inode(first.folder, 'same.ttl'));
  expect(inode(second.folder, 'damaged.ttl')).not.toBe(inode(first.folder, 'damaged.ttl'));
  expect(inode(second.folder, 'new.ttl')).not.toBe(inode(first.folder, 'new.ttl'));
  await verifyZone(join(second.folder, 'public'), second.manifest.public.files);
});

test('F4 sizes that are not accepted leave the pointer where it was', async () => {
  const revisions = new Revisions(tempFolder());
  const files = new Map([['feed/fdk.ttl', LINE]]);
  await revisions.publish('a', { internal: [], public: files }, []);
  const seen: [string, number][] = [];
  const accept = (bytes: ReadonlyMap<string, number>): void => {
    seen.push(...bytes);
    throw new RangeError('too large');
  };
  const zones = { internal: [], public: files, accept };
  await expect(revisions.publish('b', zones, [])).rejects.toThrow('too large');
  expect(seen).toEqual([['feed/fdk.ttl', Buffer.byteLength(LINE)]]);
  expect((await revisions.current())!.number).toBe(1);
});

test('a file that cannot be made rejects, whatever is being compressed meanwhile', async () => {
  const broken = function* (): Iterable<string> {
    yield LINE;
    throw new RangeError('no text');
  };
  await expect(
    write([
      ['a.nt', LONG],
      ['b.nt', broken],
    ]),
  ).rejects.toThrow('no text');
});
