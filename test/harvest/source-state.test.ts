/** What is kept of a source: one pointer, so a crash between two writes leaves the old state whole (H1). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RawStore } from '../../src/harvest/raw-store.js';
import { contentHash } from '../../src/rdf/canonical.js';
import { fakeSource, record, records } from '../support/fake-source.js';
import { snapshot, world } from '../support/harvest-world.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';

const quadFiles = (folder: string): string[] =>
  readdirSync(join(folder, 'sources')).filter((name) => name.endsWith('.nq'));

test('H1 quads written without a commit leave the old state whole, and the next run clears them', async () => {
  const source = fakeSource(records(2));
  const engine = world({ prove: source });
  await engine.harvest();
  const [state, text] = [await engine.states.read('prove'), await engine.quads()];
  await engine.states.writeQuads('prove', contentHash('halvt'), 'halvt');
  await new RawStore(engine.folder).keep([record('halv')]);
  expect(quadFiles(engine.folder)).toHaveLength(2);
  expect(await engine.states.read('prove')).toEqual(state);
  expect(await engine.quads()).toBe(text);
  expect((await engine.harvestOne()).outcome).toBe('unchanged');
  expect(quadFiles(engine.folder)).toHaveLength(1);
});

test('H1 a half-written file beside the pointer is not read, and is overwritten', async () => {
  const engine = world({ prove: fakeSource(records(1)) });
  await engine.harvest();
  writeFiles(engine.folder, { 'sources/prove.json.new': '{"format":' });
  const state = await engine.states.read('prove');
  expect(state!.records).toHaveLength(1);
  await engine.states.commit(state!);
  expect(readdirSync(join(engine.folder, 'sources'))).not.toContain('prove.json.new');
});

test('the quads of the accepted state stay beside those of the latest', async () => {
  const source = fakeSource([record('a')]);
  const engine = world({ prove: source });
  await engine.harvest();
  const accepted = (await engine.states.read('prove'))!;
  await engine.states.accept(accepted);
  for (const title of ['B', 'C']) {
    source.answer = [record('a', { title })];
    await engine.harvest();
  }
  expect(quadFiles(engine.folder)).toHaveLength(2);
  expect(await engine.states.readQuads(accepted)).toContain('"Ting a"@nb');
  expect(await engine.states.readAccepted('prove')).toEqual(accepted);
});

test('one source clears nothing of another whose name begins alike', async () => {
  const engine = world({ kart: fakeSource([record('a')]), kartotek: fakeSource([record('b')]) });
  await engine.harvest();
  await engine.harvest();
  expect(quadFiles(engine.folder)).toHaveLength(2);
  expect(await engine.quads('kartotek')).toContain('Ting b');
});

test('H10 raw records have one name whatever their order, and are read back as they were', async () => {
  const store = new RawStore(tempFolder());
  const [a, b, c] = [record('a'), record('b'), record('a', {}, 'annet')];
  const hash = await store.keep([b, a, c]);
  expect(await store.keep([c, a, b])).toBe(hash);
  expect(await store.read(hash)).toEqual([c, a, b]);
  expect(await store.keep([a, b])).not.toBe(hash);
});

test('records that are only looked at are not written', async () => {
  const folder = tempFolder();
  await new RawStore(folder).keep([record('a')], false);
  expect(snapshot(folder)).toEqual([]);
});

test('what was never harvested has no state', async () => {
  const { states } = world({});
  expect(await states.read('x')).toBeUndefined();
  expect(await states.readAccepted('x')).toBeUndefined();
  expect(await states.lastRun('x')).toBeUndefined();
});
