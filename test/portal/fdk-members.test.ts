/** data.norge.no cuts the feed into descriptions: each trap by its name, and only that one (issue 5, done-when 2, 3 and 8). */
import { describe, expect, test } from 'vitest';
import { FDK_LIMITS } from '../../src/portal/fdk/contract.js';
import {
  BASE,
  catalogue,
  dataset,
  feed,
  KEYS,
  PREFIXES,
  PUBLISHER,
  service,
} from './catalogue-turtle.js';
import { harvest, trapsOf } from './fdk-run.js';

describe('members', () => {
  test.each([
    ['FDK-20', 'no dataset at all', PREFIXES + catalogue([]) + PUBLISHER],
    ['FDK-22', 'a dataset that no catalogue names', feed(KEYS, dataset('glemt'))],
    [
      'FDK-29',
      'a dataset without its class',
      feed(
        KEYS,
        `<${BASE}id/katalog/alt> dcat:dataset d:klasselos . d:klasselos dct:title "Uten klasse"@nb .`,
      ),
    ],
    [
      'FDK-23',
      'a dataset in two catalogues',
      feed(KEYS, `<${BASE}id/katalog/to> a dcat:Catalog ; dcat:dataset d:tre .`),
    ],
    [
      'FDK-25',
      'a sample typed as a dataset',
      feed([...KEYS, 'utdrag'], 'd:tre adms:sample d:utdrag .'),
    ],
  ])('%s: %s', async (id, _what, turtle) => {
    expect(await trapsOf(turtle)).toEqual([id]);
  });

  test('FDK-21: a blank node is no member, and the others still are', async () => {
    const { verdict } = await harvest(feed(KEYS, '[] a dcat:Dataset ; dct:title "Uten navn"@nb .'));
    expect(verdict.members).toBe(5);
    expect(verdict.traps.map(({ id }) => id)).toEqual(['FDK-21', 'FDK-26']);
  });

  test('FDK-24: a catalogue without an IRI leaves its datasets without one', async () => {
    const turtle = `${PREFIXES}[] a dcat:Catalog ; dcat:dataset d:tre .\n${dataset('tre')}${PUBLISHER}`;
    expect(await trapsOf(turtle)).toEqual(['FDK-22', 'FDK-24', 'FDK-26']);
  });

  test('a series that the catalogue names brings its datasets', async () => {
    const series = `d:serie a dcat:DatasetSeries ; dct:title "Serie"@nb ; dct:publisher <${BASE}id/virksomhet/958935420> ; dcat:contactPoint <${BASE}id/kontakt/post> .`;
    const turtle =
      PREFIXES + catalogue(['serie']) + series + dataset('ar', 'dcat:inSeries d:serie') + PUBLISHER;
    const { verdict } = await harvest(turtle);
    expect([verdict.members, verdict.traps]).toEqual([2, []]);
  });
});

describe('closure', () => {
  test('FDK-30: a link to the catalogue brings the catalogue along', async () => {
    const { verdict } = await harvest(feed(KEYS, `d:tre dct:isPartOf <${BASE}id/katalog/alt> .`));
    expect(verdict.traps.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['FDK-30', [`${BASE}id/datasett/tre → ${BASE}id/katalog/alt`]],
    ]);
  });

  test.each([
    [
      'FDK-31',
      'records in the catalogue',
      `<${BASE}id/katalog/alt> dcat:record <${BASE}id/post/tre> . <${BASE}id/post/tre> a dcat:CatalogRecord .`,
    ],
    [
      'FDK-32',
      'services in the feed of datasets',
      `<${BASE}id/katalog/alt> dcat:service t:kart . ${service('kart')}`,
    ],
    ['FDK-33', 'a part of another dataset', 'f:tre dct:relation f:skole .'],
    [
      'FDK-34',
      'a date on the publisher of all',
      `<${BASE}id/virksomhet/958935420> dct:modified "2026-11-22T03:00:00Z"^^xsd:dateTime .`,
    ],
    [
      'FDK-35',
      'a description of more than a thousand triples',
      `d:tre dcat:keyword ${Array.from({ length: 1000 }, (_, index) => `"ord ${index}"@nn`).join(', ')} .`,
    ],
  ])('%s: %s', async (id, _what, more) => {
    expect(await trapsOf(feed(KEYS, more))).toEqual([id]);
  });

  test('FDK-33 says whose statements leak to whom, and how many', async () => {
    const { verdict } = await harvest(feed(KEYS, 'f:tre dct:relation f:skole .'));
    expect(verdict.traps[0]?.evidence).toEqual([
      `${BASE}id/datasett/tre ← ${BASE}id/datasett/skole: 4`,
    ]);
  });

  test.each([['FDK-37', 'descriptions that are too much to follow']])('%s: %s', async (id) => {
    const limits = { ...FDK_LIMITS, maxStatements: 50 };
    expect(await trapsOf(feed(KEYS), { limits })).toEqual([id]);
  });

  test('FDK-36: a service that describes its datasets takes them in', async () => {
    const turtle = `${PREFIXES}<${BASE}id/katalog/tjenester> a dcat:Catalog ; dcat:service t:kart .
${service('kart', 'dcat:servesDataset d:tre')}${dataset('tre')}${PUBLISHER}`;
    expect(await trapsOf(turtle, { portal: 'fdk-services' })).toEqual(['FDK-36']);
  });

  test('a dataset that another one names is named, and not taken in', async () => {
    expect(
      await trapsOf(feed(KEYS, 'd:tre dct:relation d:skole . d:skole dct:relation d:tre .')),
    ).toEqual([]);
  });

  test('the shared nodes are listed with those who share them', async () => {
    const { verdict } = await harvest(feed(KEYS));
    expect(verdict.shared).toEqual([
      { node: `${BASE}id/kontakt/post`, members: 5 },
      { node: `${BASE}id/virksomhet/958935420`, members: 5 },
    ]);
  });
});

describe('blank nodes', () => {
  test('FDK-26: a blank node in a description', async () => {
    expect(
      await trapsOf(feed(KEYS, 'd:tre dct:temporal [ dcat:startDate "2026-01-01"^^xsd:date ] .')),
    ).toEqual(['FDK-26']);
  });

  test('FDK-27: a circle of them, where the naming never ends', async () => {
    const circle = 'd:tre dct:relation _:a . _:a dct:relation _:b . _:b dct:relation _:a .';
    expect(await trapsOf(feed(KEYS, circle))).toEqual(['FDK-26', 'FDK-27']);
  });

  test('FDK-28: two with the same content in one dataset become one', async () => {
    const twins = 'd:tre dct:temporal [ dcat:startDate "2026" ], [ dcat:startDate "2026" ] .';
    expect(await trapsOf(feed(KEYS, twins))).toEqual(['FDK-26', 'FDK-28']);
  });

  test('two with the same characters become one as well: the portal sorts characters', async () => {
    const anagrams = 'd:tre dct:temporal [ dcat:startDate "2026" ], [ dcat:startDate "6202" ] .';
    expect(await trapsOf(feed(KEYS, anagrams))).toEqual(['FDK-26', 'FDK-28']);
  });

  test('order and labels of blank nodes change no hash', async () => {
    const one = feed(
      KEYS,
      'd:tre dct:temporal _:x . _:x dcat:startDate "2026" ; dcat:endDate "2027" .',
    );
    const other = feed(
      KEYS,
      '_:y dcat:endDate "2027" ; dcat:startDate "2026" . d:tre dct:temporal _:y .',
    );
    expect((await harvest(one)).found?.members).toEqual((await harvest(other)).found?.members);
  });
});

describe('hashes (PR6)', () => {
  test('one title changed: exactly one hash changes', async () => {
    const before = (await harvest(feed(KEYS))).found?.members ?? {};
    const after =
      (await harvest(feed(KEYS).replace('Datasett tre', 'Bytrær'))).found?.members ?? {};
    const differing = Object.keys(before).filter((iri) => before[iri] !== after[iri]);
    expect(differing).toEqual([`${BASE}id/datasett/tre`]);
  });

  test('the order of statements changes none', async () => {
    const lines = feed(KEYS).split('\n');
    const reversed = [
      ...PREFIXES.split('\n'),
      ...[...KEYS].reverse().map((key) => dataset(key)),
      catalogue(KEYS),
      PUBLISHER,
    ];
    const hashes = await Promise.all(
      [lines, reversed].map(async (text) => (await harvest(text.join('\n'))).found?.members),
    );
    expect(hashes[0]).toEqual(hashes[1]);
  });
});
