/** The municipality's own files, which come along with the catalogue. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFiles } from '../../src/publish/data-files.js';
import { BASE } from '../support/harvest-world.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';
import { id, lines, turtle } from '../support/turtle.js';

async function files(addresses: readonly string[], present: Readonly<Record<string, string>> = {}) {
  const folder = tempFolder();
  writeFiles(folder, present);
  const graph = addresses
    .map((one, at) => `:x${at} a dcat:Distribution ; dcat:downloadURL <${one}> .`)
    .join('\n');
  return dataFiles(folder, BASE, turtle(graph));
}

test('a file that a public distribution offers is taken along, with its size', async () => {
  const found = await files([`${BASE}fil/under/b%C3%A5t%20liste.csv`], {
    'files/under/båt liste.csv': 'æ\n',
  });
  expect([...found.files.keys()]).toEqual(['under/båt liste.csv']);
  expect(found.issues).toEqual([]);
  expect(lines(found.quads)).toEqual(
    lines(turtle(':x0 dcat:byteSize "3"^^xsd:nonNegativeInteger .')),
  );
});

test('a size that the distribution states itself stands', async () => {
  const folder = tempFolder();
  writeFiles(folder, { 'files/a.csv': 'x' });
  const graph = `:x dcat:downloadURL <${BASE}fil/a.csv> ; dcat:byteSize "9"^^xsd:nonNegativeInteger .`;
  expect((await dataFiles(folder, BASE, turtle(graph))).quads).toEqual([]);
});

test('a file that nobody offers, and one that is elsewhere, are not read', async () => {
  const found = await files(['https://andre.example/fil/a.csv'], { 'files/a.csv': 'x' });
  expect([found.files.size, found.issues]).toEqual([0, []]);
});

test.each([
  ['is missing', 'borte.csv', 'borte.csv'],
  ['lies above the folder', '..%2Fhemmelig.csv', '..%2Fhemmelig.csv'],
  ['climbs out with dots', '../hemmelig.csv', '../hemmelig.csv'],
  ['climbs out with encoded dots', '%2e%2e/hemmelig.csv', '../hemmelig.csv'],
  ['climbs out from below', 'a/../../hemmelig.csv', 'a/../../hemmelig.csv'],
  ['is absolute', '/etc/passwd', '/etc/passwd'],
  ['is a folder', 'mappe', 'mappe'],
  ['is the folder itself', '', ''],
  ['goes on below a file', 'a.csv/b', 'a.csv/b'],
  ['has a percent sign that encodes nothing', '100%.csv', '100%.csv'],
  ['has a zero byte', 'a%00.csv', 'a\0.csv'],
  ['is far too long', `${'a'.repeat(300)}.csv`, `${'a'.repeat(300)}.csv`],
])('I a file whose address %s is reported, and nothing is read', async (_, address, shown) => {
  const found = await files([`${BASE}fil/${address}`], {
    'hemmelig.csv': 'x',
    'files/a.csv': 'x',
    'files/mappe/b.csv': 'x',
  });
  expect([...found.files.keys(), ...found.quads]).toEqual([]);
  expect(found.issues).toMatchObject([
    {
      code: 'FILE_MISSING',
      severity: 'warning',
      focus: id('x0'),
      message: { nb: expect.stringContaining(shown) as unknown },
    },
  ]);
});

test('a percent sign in a name is found when it is written as itself', async () => {
  const found = await files([`${BASE}fil/100%.csv`], { [join('files', '100%.csv')]: 'x' });
  expect([...found.files.keys()]).toEqual(['100%.csv']);
});
