/** Review: what may be published of each source. */
import { expect, test } from 'vitest';
import { acceptLatest, reviewedSources } from '../../src/review/accepted-states.js';
import { fakeSource, record } from '../support/fake-source.js';
import { world } from '../support/harvest-world.js';

async function reviewed(review: 'auto' | 'manual') {
  const source = fakeSource([record('a')]);
  const engine = world({ prove: source });
  const look = async () =>
    (await reviewedSources(engine.states, [{ source: 'prove', review }]))[0]!;
  return { source, engine, look };
}

test('under automatic review the last good harvest counts and nothing waits', async () => {
  const { source, engine, look } = await reviewed('auto');
  expect(await look()).toEqual({ source: 'prove', accepted: undefined, waiting: undefined });
  await engine.harvest();
  source.answer = [record('a', { title: 'Ny' })];
  await engine.harvest();
  const latest = await engine.states.read('prove');
  expect(await look()).toEqual({ source: 'prove', accepted: latest, waiting: undefined });
});

test('under manual review a first harvest waits, and nothing of it is published', async () => {
  const { engine, look } = await reviewed('manual');
  await engine.harvest();
  const latest = await engine.states.read('prove');
  expect(await look()).toEqual({ source: 'prove', accepted: undefined, waiting: latest });
});

test('under manual review the accepted state counts until a person accepts the next', async () => {
  const { source, engine, look } = await reviewed('manual');
  await engine.harvest();
  await acceptLatest(engine.states, ['prove']);
  const first = await engine.states.read('prove');
  expect(await look()).toEqual({ source: 'prove', accepted: first, waiting: undefined });
  source.answer = [record('a', { title: 'Ny' })];
  await engine.harvest();
  const second = await engine.states.read('prove');
  expect(await look()).toEqual({ source: 'prove', accepted: first, waiting: second });
  await acceptLatest(engine.states, ['prove']);
  expect(await look()).toEqual({ source: 'prove', accepted: second, waiting: undefined });
});

test('an unchanged harvest does not wait', async () => {
  const { engine, look } = await reviewed('manual');
  await engine.harvest();
  await acceptLatest(engine.states, ['prove']);
  engine.pass(90);
  await engine.harvest();
  expect((await look()).waiting).toBeUndefined();
});

test('to accept a source that was never harvested accepts nothing', async () => {
  const { engine, look } = await reviewed('manual');
  await acceptLatest(engine.states, ['prove', 'annen']);
  expect(await look()).toEqual({ source: 'prove', accepted: undefined, waiting: undefined });
});
