/** What data.norge.no gets instead: B1–B8 on one dataset each, exactly. */
import { describe, expect, test } from 'vitest';
import { bridged } from '../../src/feed/bridge.js';
import { closureOf, descriptionOf, type FeedGraph } from '../../src/feed/feed-graph.js';
import type { BridgeRule } from '../../src/model/bridge-rule.js';
import { BASE } from '../shapes/fixtures.js';
import { DATASET } from '../official-shapes/world.js';
import { lines } from '../support/turtle.js';
import {
  bridgeOf,
  CATALOG,
  EXERCISES,
  fdkViewOf,
  OSLO,
  RULES,
  viewOf,
} from './bridge-exercises.js';

/** What the bridge takes from the description of a dataset, and puts into it. */
function difference(
  addition: string,
  node: string = DATASET,
  bridge = bridgeOf(RULES),
): { gone: string[]; come: string[] } {
  const full = viewOf(addition);
  const before = lines(descriptionOf(full, node)).map(short);
  const after = lines(descriptionOf(bridged(full, bridge), node)).map(short);
  return {
    gone: before.filter((line) => !after.includes(line)),
    come: after.filter((line) => !before.includes(line)),
  };
}

/** `<datasett/skoler> dct:spatial <…>`: subject, the last part of the property, object. */
function short(line: string): string {
  return line
    .replaceAll(`${BASE}id/`, '')
    .replace(/ <[^>]*[/#]([^>/#]+)> /, ' $1 ')
    .replace(/ \.$/, '');
}

test('a dataset that the older shapes accept is left as it is', () => {
  expect(difference('')).toEqual({ gone: [], come: [] });
});

test('B1 the size of a file is left out', () => {
  expect(difference(EXERCISES['B1'] ?? '')).toEqual({
    gone: [
      '<distribusjon/csv> byteSize "2048"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>',
    ],
    come: [],
  });
});

test('B2 status and checksum are left out, with what only they led to', () => {
  const { gone, come } = difference(EXERCISES['B2'] ?? '');
  const subjects = new Set(gone.map((line) => line.split(' ')[0]));
  expect(subjects).toEqual(
    new Set([
      '<distribusjon/csv>',
      '<sjekksum/s>',
      '<http://publications.europa.eu/resource/authority/distribution-status/COMPLETED>',
      '<http://publications.europa.eu/resource/authority/distribution-status>',
    ]),
  );
  expect(come).toEqual([]);
});

describe('B3 a municipality of Geonorge', () => {
  const NORWAY = 'http://publications.europa.eu/resource/authority/country/NOR';
  const spatial = (view: FeedGraph): string[] =>
    view
      .about(DATASET)
      .filter(({ predicate }) => predicate.value.endsWith('/spatial'))
      .map(({ object }) => object.value);

  test('becomes the country, said once, and the place of GeoNames with its title', () => {
    const view = fdkViewOf(EXERCISES['B3'] ?? '');
    expect(spatial(view)).toEqual([NORWAY, 'http://sws.geonames.org/3143244/']);
    expect(lines(view.about('http://sws.geonames.org/3143244/')).map(short)).toEqual([
      '<http://sws.geonames.org/3143244/> identifier "3143244"',
      '<http://sws.geonames.org/3143244/> title "Oslo"@en',
      '<http://sws.geonames.org/3143244/> title "Oslo"@nb',
      '<http://sws.geonames.org/3143244/> title "Oslo"@nn',
      '<http://sws.geonames.org/3143244/> type <http://purl.org/dc/terms/Location>',
      '<http://sws.geonames.org/3143244/> inScheme <http://sws.geonames.org>',
    ]);
    expect(closureOf(view, DATASET)).not.toContain(OSLO);
  });

  test('becomes the country alone where the configuration knows no place, and the country is described', () => {
    const bridge = bridgeOf(RULES, {});
    expect(spatial(bridged(viewOf(EXERCISES['B3'] ?? ''), bridge))).toEqual([NORWAY]);
    expect(bridge.described.types(NORWAY)).toContain('http://purl.org/dc/terms/Location');
  });
});

test('B4 a law keeps title, address and Norwegian type, and is not of the class that must have an EU type', () => {
  expect(difference(EXERCISES['B4'] ?? '')).toEqual({
    gone: ['<lov/l> type <http://data.europa.eu/eli/ontology#LegalResource>'],
    come: [],
  });
  const kept = fdkViewOf(EXERCISES['B4'] ?? '').about(`${BASE}id/lov/l`);
  expect(lines(kept).map(short)).toEqual([
    '<lov/l> title "Opplæringslova"@nb',
    '<lov/l> type <https://data.norge.no/vocabulary/legal-resource-type#act>',
    '<lov/l> seeAlso <https://lovdata.no/lov/2023-06-09-30>',
  ]);
});

test('B5 the catalogue keeps its members and names no services', () => {
  const view = fdkViewOf(EXERCISES['B5'] ?? '');
  const links = view.about(CATALOG).filter(({ object }) => object.value.includes('/id/datase'));
  expect(links.map(({ object }) => object.value)).toEqual([DATASET]);
  expect(view.services).toEqual([]);
  expect(viewOf(EXERCISES['B5'] ?? '').services).toEqual([`${BASE}id/datatjeneste/api`]);
});

test('B6 of several creators the one whose IRI sorts first', () => {
  expect(difference(EXERCISES['B6'] ?? '').gone).toEqual([
    '<datasett/skoler> creator <virksomhet/w>',
    '<virksomhet/w> type <http://xmlns.com/foaf/0.1/Agent>',
    '<virksomhet/w> name "Statistikk"@nb',
  ]);
});

test('B7 another dataset that this one is made from, replaces or has a relationship with is related to it, said once', () => {
  const { gone, come } = difference(EXERCISES['B7'] ?? '');
  expect(gone.filter((line) => line.startsWith('<datasett/skoler>'))).toEqual([
    '<datasett/skoler> replaces <datasett/elever>',
    '<datasett/skoler> source <datasett/elever>',
    '<datasett/skoler> qualifiedRelation <relasjon/r>',
  ]);
  const others = gone.filter((line) => !line.startsWith('<datasett/skoler>'));
  expect(new Set(others.map((line) => line.split(' ')[0]))).toEqual(new Set(['<relasjon/r>']));
  expect(come).toEqual(['<datasett/skoler> relation <datasett/elever>']);
});

test('B8 a service reached by a distribution is described without the datasets it serves', () => {
  expect(difference(EXERCISES['B8'] ?? '')).toEqual({
    gone: [
      '<datatjeneste/api> servesDataset <datasett/elever>',
      '<datatjeneste/api> servesDataset <datasett/skoler>',
    ],
    come: [],
  });
});

test('the bridge of the bridge is the bridge', () => {
  const additions = Object.values(EXERCISES);
  const once = fdkViewOf(...additions);
  const twice = bridged(once, bridgeOf(RULES));
  for (const node of [CATALOG, ...once.members])
    expect(lines(descriptionOf(twice, node))).toEqual(lines(descriptionOf(once, node)));
});

test('without rules it is the full view', () => {
  const full = viewOf(...Object.values(EXERCISES));
  const view = bridged(full, bridgeOf([]));
  expect(view.services).toEqual(full.services);
  for (const node of [CATALOG, ...full.members])
    expect(lines(descriptionOf(view, node))).toEqual(lines(descriptionOf(full, node)));
});

test('a rule with an unknown prefix is refused', () => {
  const rule = { ...RULES[0], properties: ['dkat:byteSize'] } as BridgeRule;
  expect(() => bridged(viewOf(), bridgeOf([rule]))).toThrow('dkat:byteSize');
});

test('PR8 datasets and series are the same in both views, and typed the same', () => {
  const additions = [
    ...Object.values(EXERCISES),
    '<serie/s> a dcat:DatasetSeries ; dct:title "Alle"@nb . <katalog/k> dcat:dataset <serie/s> .',
  ];
  const [full, fdk] = [viewOf(...additions), fdkViewOf(...additions)];
  expect(fdk.members).toEqual(full.members);
  const typed = (view: FeedGraph): string[] =>
    view.members.flatMap((one) =>
      view
        .about(one)
        .filter(({ object }) => /#Dataset(Series)?$/.test(object.value))
        .map(({ object }) => `${one} ${object.value}`),
    );
  expect(typed(fdk)).toEqual(typed(full));
  expect(new Set(typed(fdk)).size).toBe(3);
});
