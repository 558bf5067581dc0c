/** F8: what no feed can say is left out, with a word to its owner; the feed goes out all the same. */
import { expect, test } from 'vitest';
import { ALL_NAMES } from '../../src/rdf/compact-names.js';
import { isCatalogError } from '../../src/model/errors.js';
import { feedSizeIssues } from '../../src/publish/feed-sizes.js';
import { writable } from '../../src/publish/writable.js';
import { RDF_SYNTAXES, serialize } from '../../src/rdf/serialize.js';
import { exactLiteral, exactNamedNode, quad } from '../../src/rdf/terms.js';
import { dct } from '../../src/rdf/vocabularies.js';
import { id, lines, turtle } from '../support/turtle.js';

const SOUND = turtle(
  ':a a dcat:Dataset ; dct:title "A"@nb , "linje\\n\\t<&>"@nn ; foaf:page <mailto:a@b.example> .',
);
const A = exactNamedNode(id('a'));

test('sound statements are all kept, and nothing is said', () => {
  const { quads, issues } = writable(SOUND);
  expect([lines(quads), issues]).toEqual([lines(SOUND), []]);
});

test.each([
  ['a property without a local name', quad(A, exactNamedNode('https://x.example/ns/12'), A)],
  ['a form feed in a text', quad(A, dct.title, exactLiteral('side\fskift', 'nb'))],
  ['half a character', quad(A, dct.title, exactLiteral('\ud83d', 'nb'))],
  ['a short name written as an address', quad(A, dct.relation, exactNamedNode('dct:title'))],
  ['a property that is a short name', quad(A, exactNamedNode('dct:title'), exactLiteral('x'))],
])('%s is left out, and its owner is told', (_name, odd) => {
  const { quads, issues } = writable([...SOUND, odd]);
  expect(lines(quads)).toEqual(lines(SOUND));
  expect(issues).toMatchObject([
    { code: 'STATEMENT_NOT_WRITABLE', severity: 'warning', focus: id('a') },
  ]);
  expect(Object.keys(issues[0]!.hint!)).toEqual(['nb', 'nn', 'en']);
});

test('what is kept can be written in every syntax', () => {
  expect(ALL_NAMES.isShortName('https://x.example/')).toBe(false);
  for (const { syntax } of RDF_SYNTAXES)
    expect(() => serialize(writable(SOUND).quads, syntax)).not.toThrow();
});

const MIB = 1024 * 1024;

test('F4 a registered feed of more than 50 MiB is told of, and so is a page of more than 10 MB', () => {
  const sizes = new Map([
    ['feed/fdk.ttl', 50 * MIB],
    ['feed/fdk-tjenester.ttl', 50 * MIB + 1],
    ['katalog/side-1.nt', 10_000_000],
    ['katalog/side-2.nt', 10_000_001],
    ['katalog.nt', 500 * MIB],
  ]);
  expect(
    feedSizeIssues(sizes).map(({ code, message }) => [code, message.en.split(' ')[0]]),
  ).toEqual([
    ['FEED_LARGE', 'feed/fdk-tjenester.ttl'],
    ['FEED_LARGE', 'katalog/side-2.nt'],
  ]);
});

test('F4 a registered feed that data.norge.no would refuse keeps the revision back', () => {
  expect(() => feedSizeIssues(new Map([['feed/fdk.ttl', 75 * MIB]]))).not.toThrow();
  try {
    feedSizeIssues(new Map([['feed/fdk.ttl', 75 * MIB + 1]]));
    expect.unreachable();
  } catch (error) {
    expect(isCatalogError(error, 'FEED_TOO_LARGE')).toBe(true);
  }
});
