/** N4, site.md 15 (19, 20): what must not be shown is found before anything is kept, wherever in the file it stands. */
import { expect, test } from 'vitest';
import { workbook } from '../harvest/table-files.js';
import { heldIn, previewOf } from './support.js';

// Of nobody: months with 80 more are kept for tests (Skatteetaten).
const NUMBER = '01819010001';
const D_NUMBER = '41819010186';
const LATE_ROWS = 'a;1\n'.repeat(300);

test.each([
  ['a national identity number', `navn;nr\nA;${NUMBER}\n`, ['identity-number', 'nr', 2]],
  ['a D-number', `navn;nr\nA;${D_NUMBER}\n`, ['identity-number', 'nr', 2]],
  ['one with a blank', 'navn;nr\nA;018190 10001\n', ['identity-number', 'nr', 2]],
  [
    'one inside a text',
    `navn;merknad\nA;gjelder ${NUMBER}, se sak\n`,
    ['identity-number', 'merknad', 2],
  ],
  ['one that lost its zero', 'navn;nr\nA;5819010058\n', ['identity-number', 'nr', 2]],
  [
    'one with decimals, as programs write it',
    'nr;x\n5819010058.0;1\n',
    ['identity-number', 'nr', 2],
  ],
  [
    'one after the rows that are shown',
    `a;b\n${LATE_ROWS}${NUMBER};2\n`,
    ['identity-number', 'a', 302],
  ],
  ['an e-mail address', 'navn;kontakt\nA;ola@eksempel.example\n', ['email', 'kontakt', 2]],
  ['a telephone number', 'navn;tlf\nA;912 34 567\n', ['telephone', 'tlf', 2]],
  ['a column of telephone numbers', 'navn;x\nA;91234567\nB;48123456\n', ['telephone', 'x', 2]],
  ['a heading that is one', `a;${NUMBER}\n1;2\n`, ['identity-number', '2', 1]],
])('there is no preview of a file with %s', async (_, text, found) => {
  expect(await heldIn(text)).toEqual(found);
});

test('the reason says where and never what', async () => {
  expect(JSON.stringify(await heldIn(`a;${NUMBER}\n1;2\n`))).not.toContain(NUMBER);
});

test('workbooks, JSON and GeoJSON are looked through as well', async () => {
  const sheet = workbook({
    Ark: [
      ['navn', 'nr'],
      ['A', Number(`1${NUMBER.slice(1)}`)],
      ['B', NUMBER],
    ],
  });
  expect(await heldIn(sheet, 'a.xlsx')).toEqual(['identity-number', 'nr', 3]);
  expect(await heldIn(JSON.stringify([{ dypt: { nr: NUMBER } }]), 'a.json')).toEqual([
    ...['identity-number', 'dypt', 1],
  ]);
  const feature = {
    type: 'Feature',
    geometry: null,
    properties: { epost: 'ola@eksempel.example' },
  };
  const features = { type: 'FeatureCollection', features: [feature] };
  expect(await heldIn(JSON.stringify(features), 'a.geojson')).toEqual(['email', 'epost', 1]);
});

test.each([
  ['numbers of eleven digits that no check fits', 'nr;x\n01819010002;1\n'],
  ['organisation numbers', 'orgnr;x\n310000006;1\n'],
  ['coordinates with many decimals', 'lat;lon\n59.91234567;10.41234567\n'],
  ['amounts of different lengths', 'art;belop\na;45000000\nb;4500000\n'],
])('%s are no person', async (_, text) => {
  expect(await heldIn(text)).toBe('not held');
});

test.each([
  [
    'counts by sex',
    'bydel;kjonn;antall\nAlna;kvinne;30\nAlna;mann;3\n',
    ['small-cell', 'antall', 3],
  ],
  ['counts by age', 'aar;aldersgruppe;antall\n2026;0-5;4\n', ['small-cell', 'antall', 2]],
  [
    'counts with signs for what is hidden, and one forgotten',
    'alder;antall\n0-5;12\n6-9;*\n10-12;3\n13-15;20\n',
    ['small-cell', 'antall', 4],
  ],
  ['people counted by place', 'grunnkrets;innbyggere\nA;1\n', ['small-cell', 'innbyggere', 2]],
  [
    'women and men in columns of their own',
    'krets;menn;kvinner\nA;9;2\n',
    ['small-cell', 'kvinner', 2],
  ],
  ['recipients', 'bydel;antall_mottakere\nA;4\n', ['small-cell', 'antall_mottakere', 2]],
])('a table with few people in a cell has no preview: %s', async (_, text, found) => {
  expect(await heldIn(text)).toEqual(found);
});

test.each([
  ['five and more', 'bydel;kjonn;antall\nAlna;kvinne;5\n'],
  ['nobody', 'bydel;kjonn;antall\nAlna;kvinne;0\n'],
  ['few things', 'bydel;antall_apparater\nAlna;3\n'],
  ['few kindergartens', 'bydel;antall_barnehager\nAlna;3\n'],
  ['low shares', 'bydel;kjonn;andel\nAlna;kvinne;2,5\n'],
  ['an age of three', 'alder;innbyggere\n3;500\n'],
])('%s are no small cell', async (_, text) => {
  expect((await previewOf(text)).rows).toBe(1);
});
