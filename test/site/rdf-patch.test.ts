/** A change as an RDF Patch: what has to be deleted and added to get from one description to the next. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { descriptionOf } from '../../src/feed/feed-graph.js';
import type { Change } from '../../src/model/change.js';
import { ntriplesLine } from '../../src/rdf/nquads.js';
import { startChangingSite } from './changing-site.js';
import { BASE, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startChangingSite();
});
afterAll(() => site.close());

function changesOf(thing: string): Change[] {
  return site.zones.current().zone.changes.filter((one) => one.thing === `${BASE}id/${thing}`);
}

test('has header, one transaction and the statements of the log', async () => {
  const [first, second] = changesOf('datasett/elver') as [Change, Change];
  const response = await site.get(`/endring/${second.key}.rdfp`);
  expect(response.headers.get('content-type')).toBe('application/rdf-patch; charset=utf-8');
  expect(response.headers.get('last-modified')).toBe('Tue, 24 Nov 2026 09:30:00 GMT');
  const text = await response.text();
  const lines = text.split('\n');
  expect(lines.slice(0, 3)).toEqual([
    `H id <${BASE}id/endring/${second.key}> .`,
    `H prev <${BASE}id/endring/${first.key}> .`,
    'TX .',
  ]);
  expect(lines.slice(-2)).toEqual(['TC .', '']);
  const body = lines.slice(3, -2);
  expect(body.every((line) => /^[AD] <[^>]+> <[^>]+> .+ \.$/.test(line))).toBe(true);
  expect(body.filter((line) => line.startsWith('D ')).length).toBe(second.removed?.length);
  expect(body.filter((line) => line.startsWith('A ')).length).toBe(second.added?.length);
});

test('undone from the newest on, the description is that of the first day; done again, today’s', async () => {
  const { feed } = site.zones.current();
  const today = new Set(descriptionOf(feed, `${BASE}id/datasett/elver`).map(ntriplesLine));
  const patches = await Promise.all(
    changesOf('datasett/elver')
      .filter(({ kind }) => kind === 'update')
      .map(async ({ key }) => (await site.get(`/endring/${key}.rdfp`)).text()),
  );
  const lines = new Set(today);
  const apply = (patch: string, put: string, take: string): void => {
    for (const line of patch.split('\n')) {
      if (line.startsWith(`${take} `)) expect(lines.delete(line.slice(2))).toBe(true);
      if (line.startsWith(`${put} `)) lines.add(line.slice(2));
    }
  };
  for (const patch of patches.toReversed()) apply(patch, 'D', 'A');
  expect([...lines].filter((line) => line.includes('"Elver"@nb')).length).toBe(1);
  expect([...lines].filter((line) => line.includes('CC0'))).toEqual([]);
  for (const patch of patches) apply(patch, 'A', 'D');
  expect(lines).toEqual(today);
});

test('there is none of what is new or gone', async () => {
  for (const { key } of changesOf('datasett/bekker').filter(({ kind }) => kind !== 'update'))
    expect((await site.get(`/endring/${key}.rdfp`)).status).toBe(404);
});
