/** The fate of every IRI that was ever published (promise 3; safety.md 3.1, C5, C8). */
import { expect, test } from 'vitest';
import { instant, type Instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import {
  formatRegistry,
  nextRegistry,
  parseRegistry,
  tombstones,
  type RegistryEntry,
} from '../../src/publish/registry.js';
import { id, lines, turtle } from '../support/turtle.js';

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((day) =>
  instant(`${day}T10:00:00Z`),
);
const [first, second, third, fourth] = DAYS as [Instant, Instant, Instant, Instant];

/** Names → titles of what is public; the names that sources still have although they are not public. */
function next(
  previous: readonly RegistryEntry[],
  published: Record<string, string>,
  known: readonly string[],
  now: Instant,
) {
  const things = Object.entries(published).map(([name, title]) => ({
    iri: iri(id(name)),
    title: title || undefined,
  }));
  return nextRegistry(previous, things, (thing) => known.map(id).includes(thing), now);
}
const entry = (name: string, state: RegistryEntry['state'], at: Instant, title?: string) => ({
  iri: id(name),
  state,
  at,
  ...(title === undefined ? {} : { title }),
});
const start = next([], { b: 'B', a: 'A', c: '' }, [], first);

test('what is published is entered, sorted, with the time it became public', () => {
  expect(start).toEqual([
    entry('a', 'public', first, 'A'),
    entry('b', 'public', first, 'B'),
    entry('c', 'public', first),
  ]);
});

test('what stays public keeps its time and follows its title', () => {
  expect(next(start, { a: 'A', b: 'Ny', c: '' }, [], second)).toEqual([
    entry('a', 'public', first, 'A'),
    entry('b', 'public', first, 'Ny'),
    entry('c', 'public', first),
  ]);
});

test('what its source withdrew keeps its title', () => {
  expect(next(start, { b: 'B', c: '' }, [], second)[0]).toEqual(
    entry('a', 'withdrawn', second, 'A'),
  );
});

test('3.1 what is no longer open keeps nothing but its time', () => {
  expect(next(start, { b: 'B', c: '' }, ['a'], second)[0]).toEqual(entry('a', 'demoted', second));
});

test('a fate stays as it is while nothing happens, and a demotion never gets its title back', () => {
  const gone = next(start, { c: '' }, ['a'], second);
  const later = next(gone, { c: '' }, [], third);
  expect(later).toEqual([
    entry('a', 'demoted', second),
    entry('b', 'withdrawn', second, 'B'),
    entry('c', 'public', first),
  ]);
  expect(next(later, { c: '' }, ['b'], fourth)).toEqual(later);
});

test('what is published again is public from then on', () => {
  const gone = next(start, { c: '' }, ['a'], second);
  expect(next(gone, { a: 'A', b: 'B2', c: '' }, [], third).slice(0, 2)).toEqual([
    entry('a', 'public', third, 'A'),
    entry('b', 'public', third, 'B2'),
  ]);
});

test('F7 a tombstone has a type of its own, a date and a status, and a title only after a withdrawal', () => {
  const registry = next(start, { c: '' }, ['a'], second);
  const tombstone = (name: string, title = ''): string =>
    `:${name} a kdm:Tombstone ; dct:modified "2026-11-21"^^xsd:date ; adms:status status:WITHDRAWN ${title} .`;
  expect(lines(tombstones(registry))).toEqual(
    lines(turtle(tombstone('a') + tombstone('b', '; dct:title "B"@nb'))),
  );
});

test('the registry is read back as it was written', () => {
  const registry = next(start, { c: '' }, ['a'], second);
  expect(parseRegistry(formatRegistry(registry))).toEqual(registry);
  expect(parseRegistry('')).toEqual([]);
  expect(formatRegistry([])).toBe('');
});
