/** The change log as pages of an event stream: what stays, what goes, and where it stands (site.md 10.3). */
import { expect, test } from 'vitest';
import { eventStream, PAGE_SIZE } from '../../src/feed/ldes.js';
import type { Change, ChangeKind } from '../../src/model/change.js';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import type { ResourceType } from '../../src/model/resource-type.js';
import { publicChanges } from '../../src/publish/public-changes.js';

const BASE = iri('https://data.prove.example/');
const thing = (key: string): Change['thing'] => iri(`${BASE}id/datasett/${key}`);

function change(key: string, kind: ChangeKind, day: number, more: Partial<Change> = {}): Change {
  const at = instant(`2026-11-${String(day).padStart(2, '0')}T12:00:00Z`);
  return { key: `${key}-${kind}-${day}`, kind, thing: thing(key), type: 'datasett', at, ...more };
}

const created = Array.from({ length: PAGE_SIZE }, (_, at) => change(`d${at}`, 'create', 1));
const shown = (changes: readonly Change[]): [number, string[]][] =>
  eventStream(BASE, changes).pages.map(({ number, changes: kept }) => [
    number,
    kept.map(({ key }) => key),
  ]);

test('of each thing the latest activity is kept, on the page that the log gave it', () => {
  const log = [...created, change('d1', 'update', 2), change('d2', 'delete', 2)];
  expect(shown(log)).toEqual([
    [1, created.map(({ key }) => key).filter((key) => !/^d[12]-/.test(key))],
    [2, ['d1-update-2', 'd2-delete-2']],
  ]);
});

test('a page whose activities are all outdated is gone, and the others keep their numbers', () => {
  const updated = created.map(({ key }) => change(key.split('-')[0] ?? '', 'update', 2));
  const stream = eventStream(BASE, [...created, ...updated, change('ny', 'create', 3)]);
  expect(stream.pages.map(({ number }) => number)).toEqual([2, 3]);
  expect(stream.lastPage).toBe(3);
});

test('C8 a demoted thing leaves one bare deletion, and comes back as new', () => {
  const log = [
    change('hemmelig', 'create', 1, { title: { nb: 'Hemmelig' } }),
    change('annet', 'create', 1),
    change('hemmelig', 'update', 2, { title: { nb: 'Hemmelig' } }),
    change('hemmelig', 'delete', 3, { reason: 'demoted' }),
  ];
  const [gone] = log.slice(-1);
  const registry = [
    {
      iri: thing('hemmelig'),
      type: 'datasett',
      state: 'demoted',
      demotedAt: gone!.at,
      at: gone!.at,
    },
  ] as unknown as Parameters<typeof publicChanges>[1];
  expect(shown(publicChanges(log, registry))).toEqual([
    [1, ['annet-create-1', 'hemmelig-delete-3']],
  ]);
  const again = change('hemmelig', 'create', 4);
  expect(shown([...publicChanges(log, registry), again])).toEqual([
    [1, ['annet-create-1', 'hemmelig-create-4']],
  ]);
});

test('the stream is about what DCAT-AP Feeds describes: systems, concepts and organisations have none', () => {
  const types: ResourceType[] = [
    'katalog',
    'datasett',
    'serie',
    'datatjeneste',
    'system',
    'begrep',
  ];
  const log = types.map((type) => change(type, 'create', 1, { type }));
  expect(shown(log)).toEqual([
    [1, ['katalog', 'datasett', 'serie', 'datatjeneste'].map((type) => `${type}-create-1`)],
  ]);
});

test('an empty log is a stream without pages', () => {
  expect(eventStream(BASE, [])).toEqual({ root: `${BASE}feed/endringer`, pages: [], lastPage: 0 });
});
