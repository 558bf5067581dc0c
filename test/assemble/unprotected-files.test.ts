/** Files of data that are not for everyone (rule CLS-06). */
import { expect, test } from 'vitest';
import { unprotectedFiles } from '../../src/assemble/inference/unprotected-files.js';
import { facts, found } from '../support/inference.js';

const FILE = (rights: string, more: string): string =>
  `:d a dcat:Dataset ; ${rights} dcat:distribution :f . :f ${more} .`;
const SERVED = 'dcat:downloadURL <../fil/data.csv> ; kdm:recordClass konf:apen';
test.each([
  ['restricted', 'dct:accessRights right:RESTRICTED ;'],
  ['of unknown access', ''],
  ['public, but of a class that is not', 'dct:accessRights right:PUBLIC , right:RESTRICTED ;'],
])('CLS-06 a file on the site is unprotected when the data are %s', (_, rights) => {
  expect(found(unprotectedFiles, FILE(rights, SERVED))).toEqual(
    facts(':d kdm:unprotectedFile :f .'),
  );
});

test.each([
  ['the data are public', 'dct:accessRights right:PUBLIC ;', SERVED],
  [
    'the file lies elsewhere',
    '',
    'dcat:downloadURL <https://andre.example/fil/data.csv> ; kdm:recordClass konf:apen',
  ],
  [
    'the file itself is not shown',
    '',
    'dcat:downloadURL <../fil/data.csv> ; kdm:recordClass konf:intern',
  ],
])('CLS-06 a file is in order when %s', (_, rights, more) => {
  expect(found(unprotectedFiles, FILE(rights, more))).toEqual([]);
});
