/** The order of documents, and the store of texts that they are made of. */
import { expect, test } from 'vitest';
import { blocksOf } from '../../src/feed/blocks.js';
import { closureOf } from '../../src/feed/feed-graph.js';
import { closureIn, layoutOf } from '../../src/feed/layout.js';
import { TextStore } from '../../src/feed/text-store.js';
import { id } from '../support/turtle.js';
import { feedInput, worldOf } from './feed-world.js';

const { view } = feedInput(worldOf(30));

test('what a layout tells of a root is its closure, itself first', () => {
  const layout = layoutOf(view);
  for (const root of [...view.members, ...view.services]) {
    const nodes = closureIn(layout, root);
    expect(nodes[0]).toBe(root);
    expect([...nodes].sort()).toEqual([...closureOf(view, root)].sort());
  }
});

test('members are in order of their identifiers, whatever the case', () => {
  // D-0, d-111, D-148, d-185: as texts, not as numbers.
  const first = layoutOf(view)
    .members.slice(0, 4)
    .map((one) => one.replace(id(''), ''));
  expect(first).toEqual(['datasett/d0', 'datasett/d3', 'datasett/d4', 'datasett/d5']);
});

test('a node is written alike whether its text is kept or made anew', () => {
  const { ttl } = blocksOf(view, ['ttl']);
  const { nt, rdf } = blocksOf(view, ['nt', 'rdf']);
  const text = (piece: string | Uint8Array): string =>
    Buffer.from(piece as string).toString('utf8');
  expect(text(ttl.block(id('kontakt/k')))).toMatch(/^<[^>]+kontakt\/k> a vcard:Kind ,/);
  expect(text(nt.block(id('kontakt/k'))).split('\n')).toHaveLength(5);
  expect(text(rdf.block(id('kontakt/k')))).toContain('<vcard:fn>Kontoret</vcard:fn>');
  expect(text(ttl.block(id('finnes/ikke')))).toBe('');
});

test('texts come back as they went in, whatever their length and letters', () => {
  const store = new TextStore(2);
  const long = 'æøå€😀'.repeat(2_000_000);
  const texts = [
    ['a', 'første'],
    ['', '𝄞'],
    [long, 'etter'],
  ];
  texts.forEach((pair, at) => {
    store.put(`n${at}`, () => pair);
  });
  texts.forEach((pair, at) => {
    const read = [0, 1].map((one) => Buffer.from(store.get(`n${at}`, one)!).toString('utf8'));
    expect(read.every((one, place) => one === pair[place])).toBe(true);
  });
  expect(store.get('n3', 0)).toBeUndefined();
  expect([store.has('n2'), store.has('n3')]).toEqual([true, false]);
});
