/** The feed of services: a catalogue of its own (PR7), and no dataset described (PR8). */
import { describe, expect, test } from 'vitest';
import { closureOf, descriptionOf } from '../../src/feed/feed-graph.js';
import { serviceFeed } from '../../src/feed/service-feed.js';
import { BASE } from '../shapes/fixtures.js';
import { CATALOG, EXERCISES, viewOf } from './bridge-exercises.js';

const SERVICE = `${BASE}id/datatjeneste/api`;
const view = viewOf(EXERCISES['B5'] ?? '', EXERCISES['B8'] ?? '');
const feed = serviceFeed(view);

describe('PR7 the catalogue of services', () => {
  test('is another one than that of datasets, and lists the services', () => {
    expect(feed?.catalog).toBe(`${CATALOG}-tjenester`);
    expect(feed?.members).toEqual([SERVICE]);
    expect(closureOf(feed!, feed!.catalog)).not.toContain(CATALOG);
  });

  test('is none where there are no services', () => {
    expect(serviceFeed(viewOf())).toBeUndefined();
  });
});

describe('PR8 the datasets that a service serves', () => {
  const nodes = [feed!.catalog, ...feed!.members].flatMap((one) => closureOf(feed!, one));

  test('are named', () => {
    const served = descriptionOf(feed!, SERVICE)
      .filter(({ predicate }) => predicate.value.endsWith('#servesDataset'))
      .map(({ object }) => object.value.replace(`${BASE}id/`, ''));
    expect(served).toEqual(['datasett/skoler', 'datasett/elever']);
  });

  test('are not described, nor typed', () => {
    expect(nodes.filter((node) => view.isMember(node))).toEqual([]);
    const types = nodes
      .flatMap((node) => feed!.about(node))
      .filter(({ object }) => /#Dataset(Series)?$/.test(object.value));
    expect(types).toEqual([]);
  });
});

test('a service is described by itself: another service is only named', () => {
  const two = serviceFeed(
    viewOf(
      EXERCISES['B5'] ?? '',
      `<datatjeneste/ny> a dcat:DataService ; dct:title "Ny"@nb ; dct:relation <datatjeneste/api> .
       <katalog/k-tjenester> dcat:service <datatjeneste/ny> .`,
    ),
  );
  expect(two?.members).toEqual([SERVICE, `${BASE}id/datatjeneste/ny`]);
  expect(closureOf(two!, `${BASE}id/datatjeneste/ny`)).toEqual([`${BASE}id/datatjeneste/ny`]);
});
