/** safety.md 3.1: what turns out to be security graded must not be in the system at all, nor may anything tell what it was. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  datasetIri,
  publishWorld,
  rowsOf,
  type PublishWorld,
  type Row,
} from '../support/publish-world.js';
import { TINY_CATALOG_YAML } from '../support/tiny-catalogue.js';

const NO_GUARD = `${TINY_CATALOG_YAML}feeds: { guard: { maxDatasets: 1000, maxShare: 1 } }\n`;
const SECRET = 'Kjellerrommet';
const [first, ...others] = rowsOf(20);
const open: Row = { ...first!, title: SECRET };
const graded: Row = { ...open, recordClass: 'Hemmelig' };

/** Files in which the text stands: of the revision that is served, both zones, or of everything that is kept. */
async function filesWith(
  text: string,
  { varFolder }: PublishWorld,
  below: 'current/' | '' = 'current/',
): Promise<string[]> {
  const folder = join(varFolder, below);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(text)) found.push(path.slice(folder.length));
  }
  return found.sort();
}

async function published(world: PublishWorld, ...states: Row[][]): Promise<void> {
  for (const rows of states) {
    await world.set(rows);
    await world.publish();
  }
}

test('3.1 what is graded after it was published stands in no file of the next revision, log and registry included', async () => {
  await using world = await publishWorld({ 'catalog.yaml': NO_GUARD });
  await published(world, [open, ...others], [{ ...open, title: `${SECRET} 2` }, ...others]);
  expect(await filesWith(SECRET, world)).toEqual(
    expect.arrayContaining(['internal/changes.ndjson', 'internal/registry.ndjson']),
  );
  await published(world, [graded, ...others]);
  expect(await filesWith(SECRET, world)).toEqual([]);
  expect((await world.log()).filter(({ thing }) => thing === datasetIri(first!.id))).toEqual([
    expect.objectContaining({ kind: 'delete', reason: 'demoted', at: world.now }),
  ]);
});

test('3.1 nor in any older revision, source or memory of the portals', async () => {
  await using world = await publishWorld({ 'catalog.yaml': NO_GUARD });
  await published(world, [open, ...others], [{ ...open, title: `${SECRET} 2` }, ...others]);
  expect((await filesWith(SECRET, world, '')).length).toBeGreaterThan(10);
  await published(world, [graded, ...others]);
  expect(await filesWith(SECRET, world, '')).toEqual([]);
  expect(await readdir(join(world.varFolder, 'revisions'))).toEqual(['000003']);
});

test('3.1 nor does what was never public, and is graded now, stay in what is internal', async () => {
  await using world = await publishWorld();
  const inside: Row = { ...open, recordClass: 'Intern' };
  await published(world, [inside, ...others]);
  expect(await filesWith(SECRET, world)).toContain('internal/quads.nq');
  await published(world, [graded, ...others]);
  expect(await filesWith(SECRET, world, '')).toEqual([]);
  await published(world, [graded, { ...others[0]!, title: 'Loftet' }, ...others.slice(1)]);
  expect(await readdir(join(world.varFolder, 'revisions'))).toEqual(['000002', '000003']);
});

test('3.1 nor does it while a revision waits for a person', async () => {
  await using world = await publishWorld();
  await published(world, [{ ...open, recordClass: 'Intern' }, ...others]);
  await world.set([graded, ...others.slice(6)]);
  expect((await world.publish()).held?.removed).toHaveLength(6);
  expect(await filesWith(SECRET, world, '')).toEqual([]);
  expect((await world.publish()).isNew).toBe(false);
});

test('C8 what is closed to the public leaves no older public folder, even while the rest waits', async () => {
  await using world = await publishWorld();
  await published(world, [open, ...others]);
  await world.set([{ ...open, recordClass: 'Intern' }, ...others.slice(6)]);
  expect((await world.publish()).held?.removed).toHaveLength(6);
  expect(await readdir(join(world.varFolder, 'revisions'))).toEqual(['000002']);
});

test('an ordinary change leaves the revision before it', async () => {
  await using world = await publishWorld();
  await published(world, [open, ...others], [{ ...open, title: 'Loftet' }, ...others]);
  expect(await readdir(join(world.varFolder, 'revisions'))).toEqual(['000001', '000002']);
});

test('3.1 what was withdrawn first, and is graded only then, loses the title of its tombstone', async () => {
  await using world = await publishWorld({ 'catalog.yaml': NO_GUARD });
  await published(world, [open, ...others], others);
  expect(await filesWith(SECRET, world)).toContain('public/quads.nq');
  await published(world, [graded, ...others]);
  expect(await filesWith(SECRET, world)).toEqual([]);
});

test('3.1 while a revision waits for a person, what is graded goes all the same, and no old tombstone is touched', async () => {
  await using world = await publishWorld();
  const last = others.at(-1)!;
  await published(world, [open, ...others], [open, ...others.slice(0, -1)]);
  await world.set([graded, ...others.slice(6, -1)]);
  expect((await world.publish()).held?.removed).toHaveLength(6);
  expect(await filesWith(SECRET, world)).toEqual([]);
  expect((await world.registry()).find(({ iri }) => iri === datasetIri(last.id))).toMatchObject({
    state: 'withdrawn',
    title: { nb: `Datasett ${last.id}` },
  });
});
