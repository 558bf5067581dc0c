/** The fate of every IRI that was ever published (promise 3; safety.md 3.1, C5, C8). */
import { describe, expect, test } from 'vitest';
import { instant, type Instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import {
  formatRegistry,
  nextRegistry,
  parseRegistry,
  type Departure,
  type RegistryEntry,
} from '../../src/publish/registry.js';
import { tombstones } from '../../src/publish/tombstones.js';
import { id, lines, turtle } from '../support/turtle.js';

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((day) =>
  instant(`${day}T10:00:00Z`),
);
const [first, second, third, fourth] = DAYS as [Instant, Instant, Instant, Instant];
const DEMOTED: Departure = { state: 'demoted' };
const WITHDRAWN: Departure = { state: 'withdrawn' };
const renamedTo = (name: string): Departure => ({ state: 'renamed', successor: iri(id(name)) });

/** Names → titles of what is public; names → what has become of them, where they were not just withdrawn. */
function next(
  previous: readonly RegistryEntry[],
  published: Record<string, string>,
  departed: Record<string, Departure>,
  now: Instant,
) {
  const things = Object.entries(published).map(([name, title]) => ({
    iri: iri(id(name)),
    ...(title ? { title: { nb: title } } : {}),
    records: [`kilde ting ${name}`],
  }));
  const fates = new Map(Object.entries(departed).map(([name, fate]) => [id(name), fate]));
  return nextRegistry(previous, things, (entry) => fates.get(entry.iri) ?? WITHDRAWN, now);
}
function entry(
  name: string,
  state: RegistryEntry['state'],
  at: Instant,
  more: Omit<Partial<RegistryEntry>, 'title'> & { readonly title?: string } = {},
): RegistryEntry {
  const { title, ...rest } = more;
  return {
    iri: iri(id(name)),
    state,
    at,
    ...(title === undefined ? {} : { title: { nb: title } }),
    records: [`kilde ting ${name}`],
    ...rest,
  };
}
const start = next([], { b: 'B', a: 'A', c: '' }, {}, first);

test('what is published is entered, sorted, with the time it became public', () => {
  expect(start).toEqual([
    entry('a', 'public', first, { title: 'A' }),
    entry('b', 'public', first, { title: 'B' }),
    entry('c', 'public', first),
  ]);
});

test('what stays public keeps its time and follows its title', () => {
  expect(next(start, { a: 'A', b: 'Ny', c: '' }, {}, second)).toEqual([
    entry('a', 'public', first, { title: 'A' }),
    entry('b', 'public', first, { title: 'Ny' }),
    entry('c', 'public', first),
  ]);
});

test('what its source withdrew keeps its title', () => {
  expect(next(start, { b: 'B', c: '' }, {}, second)[0]).toEqual(
    entry('a', 'withdrawn', second, { title: 'A' }),
  );
});

test('3.1 what is no longer open keeps nothing but its time and whose it was', () => {
  expect(next(start, { b: 'B', c: '' }, { a: DEMOTED }, second)[0]).toEqual(
    entry('a', 'demoted', second, { demotedAt: second }),
  );
});

test('a fate stays as it is while nothing happens', () => {
  const gone = next(start, { c: '' }, { a: DEMOTED }, second);
  const later = next(gone, { c: '' }, {}, third);
  expect(later).toEqual([
    entry('a', 'demoted', second, { demotedAt: second }),
    entry('b', 'withdrawn', second, { title: 'B' }),
    entry('c', 'public', first),
  ]);
});

test('C8 what was withdrawn, and is closed only then, loses its title; what was demoted never gets it back', () => {
  const gone = next(start, { b: 'B', c: '' }, {}, second);
  const closed = next(gone, { b: 'B', c: '' }, { a: DEMOTED }, third);
  expect(closed[0]).toEqual(entry('a', 'demoted', third, { demotedAt: third }));
  expect(next(closed, { b: 'B', c: '' }, { a: DEMOTED }, fourth)).toEqual(closed);
  expect(next(closed, { b: 'B', c: '' }, {}, fourth)).toEqual(closed);
});

test('what is published again is public from then on, and its demotion is not forgotten', () => {
  const gone = next(start, { c: '' }, { a: DEMOTED }, second);
  const back = next(gone, { a: 'A', b: 'B2', c: '' }, {}, third);
  expect(back.slice(0, 2)).toEqual([
    entry('a', 'public', third, { title: 'A', demotedAt: second }),
    entry('b', 'public', third, { title: 'B2' }),
  ]);
});

describe('successors', () => {
  test('a renamed thing knows where it is now, and a word that comes later is heard', () => {
    const gone = next(start, { b: 'B', c: '' }, {}, second);
    expect(next(gone, { b: 'B', c: '' }, { a: renamedTo('b') }, third)[0]).toEqual(
      entry('a', 'renamed', second, { title: 'A', successor: iri(id('b')) }),
    );
  });

  test('C3 what never was public is not named as successor', () => {
    expect(next(start, { b: 'B', c: '' }, { a: renamedTo('hemmelig') }, second)[0]).toEqual(
      entry('a', 'withdrawn', second, { title: 'A' }),
    );
  });

  test('C8 what was renamed to something that is demoted is demoted with it: it was the same thing', () => {
    const moved = { a: renamedTo('b') };
    const renamed = next(start, { b: 'A', c: '' }, moved, second);
    const closed = next(renamed, { c: '' }, { ...moved, b: DEMOTED }, third);
    expect(closed.slice(0, 2)).toEqual([
      entry('a', 'demoted', third, { demotedAt: third }),
      entry('b', 'demoted', third, { demotedAt: third }),
    ]);
  });

  test('what was replaced by something that is demoted only loses the link', () => {
    const replaced: Departure = { state: 'withdrawn', successor: iri(id('b')) };
    const closed = next(start, { c: '' }, { a: replaced, b: DEMOTED }, second);
    expect(closed[0]).toEqual(entry('a', 'withdrawn', second, { title: 'A' }));
  });

  test('a chain of renamings is kept', () => {
    const chain = next(start, { c: '' }, { a: renamedTo('b'), b: renamedTo('c') }, second);
    expect(chain.map(({ state, successor }) => [state, successor])).toEqual([
      ['renamed', id('b')],
      ['renamed', id('c')],
      ['public', undefined],
    ]);
  });

  test('a circle of renamings is cut, so that it ends somewhere', () => {
    const circle = next(start, { c: '' }, { a: renamedTo('b'), b: renamedTo('a') }, second);
    expect(circle.slice(0, 2)).toEqual([
      entry('a', 'withdrawn', second, { title: 'A' }),
      entry('b', 'renamed', second, { title: 'B', successor: iri(id('a')) }),
    ]);
  });
});

describe('F7 a tombstone has a type of its own, when, why', () => {
  const stone = (name: string, reason: string, more = ''): string =>
    `:${name} a kdm:Tombstone ; dct:modified "2026-11-21"^^xsd:date ; adms:status status:WITHDRAWN ;
      dct:type <https://w3id.org/datavev/kode/bortfall/${reason}> ${more} .`;

  test('and a title only when it was not demoted', () => {
    const registry = next(start, { c: '' }, { a: DEMOTED }, second);
    expect(lines(tombstones(registry))).toEqual(
      lines(turtle(stone('a', 'ikke-publisert') + stone('b', 'trukket', '; dct:title "B"@nb'))),
    );
  });

  test('and what came instead, and the words of the person who withdrew it', () => {
    const registry = next(
      start,
      { c: '' },
      {
        a: renamedTo('c'),
        b: { state: 'withdrawn', successor: iri(id('c')), note: 'Slått sammen.' },
      },
      second,
    );
    expect(lines(tombstones(registry))).toEqual(
      lines(
        turtle(
          stone('a', 'flyttet', '; dct:title "A"@nb ; dct:isReplacedBy :c') +
            stone(
              'b',
              'erstattet',
              '; dct:title "B"@nb ; dct:isReplacedBy :c ; dct:description "Slått sammen."@nb',
            ),
        ),
      ),
    );
  });
});

test('the registry is read back as it was written', () => {
  const registry = next(start, { c: '' }, { a: DEMOTED }, second);
  expect(parseRegistry(formatRegistry(registry))).toEqual(registry);
  expect(parseRegistry('')).toEqual([]);
  expect(formatRegistry([])).toBe('');
});

test('a registry whose titles have no language is read as bokmål', () => {
  const line = `{"iri":"${id('a')}","state":"withdrawn","at":"${first}","title":"Gammel"}\n`;
  const [old] = parseRegistry(line);
  expect(old?.title).toEqual({ nb: 'Gammel' });
  expect(nextRegistry([old!], [], () => WITHDRAWN, second)).toEqual([old]);
});
