/** The catalogue in pages: read by clients that know the old words of Hydra alone, and the new ones alone (F9, PR10). */
import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalNTriples } from '../../src/rdf/canonical.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { NamedNode, Quad } from '../../src/rdf/terms.js';
import { dcat, dct, hydra } from '../../src/rdf/vocabularies.js';
import { BASE } from '../support/harvest-world.js';
import { id } from '../support/turtle.js';
import { CATALOG, feedInput, worldOf, writtenFiles } from './feed-world.js';

const INPUT = feedInput(worldOf(249));
const FIRST = `${BASE}katalog?side=1`;
const pages = new Map<string, readonly Quad[]>();
let whole: readonly Quad[];

beforeAll(() => {
  const files = writtenFiles(INPUT);
  whole = parseTurtle(files.get('katalog.ttl')!).quads;
  for (const [name, text] of files) {
    const number = /^katalog\/side-(\d+)\.ttl$/.exec(name)?.[1];
    if (number) pages.set(`${BASE}katalog?side=${number}`, parseTurtle(text).quads);
  }
});

/** Follows one word from the first page to the last, and tells what it met. */
function walk(next: NamedNode, type: NamedNode): { addresses: string[]; datasets: string[] } {
  const addresses: string[] = [];
  const datasets: string[] = [];
  for (let at: string | undefined = FIRST; at !== undefined;) {
    if (addresses.includes(at)) throw new Error(`round and round: ${at}`);
    addresses.push(at);
    const page: GraphIndex = new GraphIndex(pages.get(at) ?? []);
    expect(page.instances(type).map(({ value }) => value)).toEqual([at]);
    expect(page.literals(at, hydra.totalItems).map(({ value }) => value)).toEqual(['250']);
    const types = [dcat.Dataset, dcat.DatasetSeries];
    datasets.push(...types.flatMap((one) => page.instances(one).map(({ value }) => value)));
    at = page.node(at, next)?.value;
  }
  return { addresses, datasets: datasets.sort() };
}

describe.each([
  ['old words', hydra.nextPage, hydra.PagedCollection],
  ['new words', hydra.next, hydra.PartialCollectionView],
])('a client of the %s', (_name, next, type) => {
  test('meets every page once and every dataset once', () => {
    const { addresses, datasets } = walk(next, type);
    expect(addresses).toEqual([1, 2, 3].map((at) => `${BASE}katalog?side=${at}`));
    expect(datasets).toEqual(INPUT.view.members);
  });
});

test('the pages together are the whole catalogue, and nothing besides but their own links', () => {
  const together = [...pages.values()].flat().filter(({ predicate, subject, object }) => {
    const all = [subject.value, predicate.value, object.value];
    return !all.some((one) => one.startsWith(hydra.$.base) || one.startsWith(`${BASE}katalog`));
  });
  expect(canonicalNTriples(together)).toBe(canonicalNTriples(whole));
});

test('a page names its own members in the catalogue, and says itself who answers for them', () => {
  for (const page of pages.values()) {
    const graph = new GraphIndex(page);
    const listed = graph.nodes(CATALOG, dcat.dataset).map(({ value }) => value);
    const types = [dcat.Dataset, dcat.DatasetSeries];
    const described = types.flatMap((one) => graph.instances(one).map(({ value }) => value));
    expect(listed.sort()).toEqual(described.sort());
    expect(listed.length).toBeLessThanOrEqual(100);
    for (const service of graph.nodes(CATALOG, dcat.service)) expect(graph.has(service)).toBe(true);
    for (const one of ['virksomhet/v0', 'virksomhet/v1', 'kontakt/k', 'begrep/b3', 'standard/oas'])
      expect(graph.has(id(one))).toBe(true);
  }
});

test('a service that serves no dataset of the catalogue is on one page all the same', () => {
  const where = [...pages].filter(([, page]) => new GraphIndex(page).has(id('datatjeneste/alene')));
  expect(where.map(([address]) => address)).toEqual([FIRST]);
});

test('members are in order of their identifiers, whatever the case', () => {
  const identifiers = [...pages.values()].map((page) => {
    const graph = new GraphIndex(page);
    const types = [dcat.Dataset, dcat.DatasetSeries];
    const members = types.flatMap((one) => [...graph.instances(one)]);
    return members.map((one) => INPUT.graph.text(one, dct.identifier)!.toLowerCase()).sort();
  });
  expect(identifiers.flat()).toEqual([...identifiers.flat()].sort());
});

test('the links of a page lead only forward and back within the catalogue, and the last has no next', () => {
  const said = (number: number): [string, string][] => {
    const page = pages.get(`${BASE}katalog?side=${number}`) ?? [];
    return page
      .filter(
        ({ subject, object }) =>
          subject.value.includes('?side=') && object.value.includes('?side='),
      )
      .map(({ predicate, object }): [string, string] => [
        predicate.value.slice(hydra.$.base.length),
        object.value.slice(`${BASE}katalog?side=`.length),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  };
  expect(said(1)).toEqual([
    ['first', '1'],
    ['firstPage', '1'],
    ['last', '3'],
    ['lastPage', '3'],
    ['next', '2'],
    ['nextPage', '2'],
  ]);
  expect(said(3)).toEqual([
    ['first', '1'],
    ['firstPage', '1'],
    ['last', '3'],
    ['lastPage', '3'],
    ['previous', '2'],
    ['previousPage', '2'],
  ]);
});

test('a catalogue without members has one page, which says so', () => {
  const files = writtenFiles(feedInput([]));
  const pageNames = [...files.keys()].filter(
    (name) => name.endsWith('.ttl') && name.includes('side-'),
  );
  expect(pageNames).toEqual(['katalog/side-1.ttl']);
  const page = new GraphIndex(parseTurtle(files.get('katalog/side-1.ttl')!).quads);
  expect(page.literals(FIRST, hydra.totalItems).map(({ value }) => value)).toEqual(['0']);
  expect(page.node(FIRST, hydra.next)).toBeUndefined();
});
