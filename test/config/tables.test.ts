/** identity.csv and tables/*.csv: a steward's own files, read as written or refused with the line (H10). */
import { expect, test } from 'vitest';
import { loadCatalogue, type CatalogueConfig } from '../../src/config/load-catalogue.js';
import { nearest } from '../../src/model/nearest.js';
import { TINY_BASE, tinyCatalogue } from '../support/tiny-catalogue.js';

function load(more: Readonly<Record<string, string>>): CatalogueConfig {
  return loadCatalogue(tinyCatalogue(more).dataFolder, 'eksempel');
}
function refusal(more: Readonly<Record<string, string>>): string {
  const { dataFolder, folder } = tinyCatalogue(more);
  try {
    loadCatalogue(dataFolder, 'eksempel');
  } catch (error) {
    return String(error).replaceAll(`${folder}/`, '');
  }
  return 'nothing was refused';
}

test('H10 identity.csv leads from alias to IRI, in small letters and composed', () => {
  const { identities } = load({
    'identity.csv': `\uFEFFalias;iri\nsystem:412;${TINY_BASE}id/system/kart\n\nSystemnavn:A\u030As;${TINY_BASE}id/system/aas\n`,
  });
  expect([...identities]).toEqual([
    ['system:412', `${TINY_BASE}id/system/kart`],
    ['systemnavn:ås', `${TINY_BASE}id/system/aas`],
  ]);
});

test('a table is looked up by its first column, without regard to case', () => {
  const { tables } = load({
    'tables/formal.csv': 'kategori;iri\nÅpent møte ; https://w3id.org/dpv#Purpose\n',
  });
  expect([...tables.keys()]).toEqual(['formal']);
  expect(tables.get('formal')?.get('åpent møte')).toEqual({
    kategori: 'Åpent møte',
    iri: 'https://w3id.org/dpv#Purpose',
  });
});

test('a catalogue without such files has none', () => {
  const { identities, tables } = load({});
  expect([identities.size, tables.size]).toEqual([0, 0]);
});

test.each([
  ['no IRI', 'alias;iri\na:1;\n', 'identity.csv:2: «» er ikke en IRI'],
  ['a key instead of an IRI', 'alias;iri\n\na:1;kart\n', 'identity.csv:3: «kart» er ikke en IRI'],
  [
    'an empty alias',
    `alias;iri\n;${TINY_BASE}id/system/a\n`,
    'identity.csv:2: kolonnen «alias» er tom',
  ],
  [
    'an alias for two things',
    `alias;iri\na:1;${TINY_BASE}id/system/a\nA:1;${TINY_BASE}id/system/b\n`,
    'identity.csv:3: «a:1» viser til to IRI-er',
  ],
])('identity.csv with %s is refused with the line', (_, text, message) => {
  expect(refusal({ 'identity.csv': text })).toBe(
    `CatalogError: The configuration is wrong. ${message}`,
  );
});

test('a row with too many columns is refused with file and line', () => {
  expect(refusal({ 'tables/formal.csv': 'kategori;iri\na;b\nc;d;e\n' })).toMatch(
    /^CatalogError: The configuration is wrong\. tables\/formal\.csv:3: /,
  );
});

test.each([
  ['rolemailboxs', 'roleMailboxes'],
  ['SITE', 'site'],
  ['por', 'port'],
  ['xyzzy', undefined],
  ['', undefined],
])('the nearest of the known words to %j is %j', (word, expected) => {
  expect(nearest(word, ['roleMailboxes', 'site', 'port'])).toBe(expected);
});
