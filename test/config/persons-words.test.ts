/** successors.csv: what a person has decided of addresses, read as written or refused with the line. */
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/config/load-catalogue.js';
import { TINY_BASE, TINY_CATALOG_YAML, tinyCatalogue } from '../support/tiny-catalogue.js';

const id = (name: string): string => `${TINY_BASE}id/datasett/${name}`;
const HEAD = 'iri;etterfolger;maate;grunn\n';

function words(text: string): unknown[] {
  const { dataFolder } = tinyCatalogue({ 'successors.csv': HEAD + text });
  return [...loadCatalogue(dataFolder, 'eksempel').words];
}
function refusal(text: string): string {
  const { dataFolder, folder } = tinyCatalogue({
    'catalog.yaml': `${TINY_CATALOG_YAML}internalHosts: [intern.eksempel.example]\n`,
    'successors.csv': HEAD + text,
  });
  try {
    loadCatalogue(dataFolder, 'eksempel');
  } catch (error) {
    return String(error).replaceAll(`${folder}/`, '').replace('CatalogError: ', '');
  }
  return 'nothing was refused';
}

test('each line is a word about one address', () => {
  expect(
    words(
      `${id('a')};${id('b')};omdopt;\n${id('c')};${id('d')};erstattet;Slått sammen.\n${id('e')};;trukket;Feil.\n${id('f')};;tilbake;\n`,
    ),
  ).toEqual([
    [id('a'), { manner: 'omdopt', successor: id('b') }],
    [id('c'), { manner: 'erstattet', successor: id('d'), note: 'Slått sammen.' }],
    [id('e'), { manner: 'trukket', note: 'Feil.' }],
    [id('f'), { manner: 'tilbake' }],
  ]);
});

test('a catalogue without the file has decided nothing', () => {
  expect([...loadCatalogue(tinyCatalogue().dataFolder, 'eksempel').words]).toEqual([]);
});

test.each([
  [
    'another manner',
    `${id('a')};;slettet;\n`,
    '«maate» skal være en av erstattet, omdopt, trukket, tilbake',
  ],
  [
    'a foreign address',
    'https://annet.example/x;;trukket;\n',
    `«https://annet.example/x» i «iri» er ikke en adresse under ${TINY_BASE}`,
  ],
  [
    'no successor',
    `${id('a')};;omdopt;\n`,
    `«» i «etterfolger» er ikke en adresse under ${TINY_BASE}`,
  ],
  [
    'itself as successor',
    `${id('a')};${id('a')};omdopt;\n`,
    'en adresse kan ikke etterfølge seg selv',
  ],
  [
    'an internal address in a reason that everybody sees',
    `${id('a')};;trukket;Se intern.eksempel.example\n`,
    '«grunn» vises for alle: ingen personnummer, e-post eller interne adresser',
  ],
])('successors.csv with %s is refused with the line', (_, text, cause) => {
  expect(refusal(text)).toBe(`The configuration is wrong. successors.csv:2: ${cause}`);
});

test('two words about one address are refused at the second', () => {
  expect(refusal(`${id('a')};;trukket;\n${id('a')};;tilbake;\n`)).toBe(
    `The configuration is wrong. successors.csv:3: ${id('a')} står to ganger`,
  );
});
