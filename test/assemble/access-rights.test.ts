/** Access rights and class: who decides, and what is told (model.md 4.11 I5). */
import { expect, test } from 'vitest';
import { accessRights } from '../../src/assemble/inference/access-rights.js';
import { facts, found } from '../support/inference.js';

test.each([
  ['dcat:Dataset', 'konf:apen', 'right:PUBLIC'],
  ['dcat:Dataset', 'konf:intern', 'right:RESTRICTED'],
  ['dcat:DataService', 'konf:vernet', 'right:NON_PUBLIC'],
])('I5 a %s whose data are %s gets %s', (type, value, right) => {
  expect(found(accessRights, `:d a ${type} ; kdm:confidentialityClass ${value} .`)).toEqual(
    facts(`:d dct:accessRights ${right} .`),
  );
});

test('I5 a stricter class wins over the stated right, and the difference is kept', () => {
  const graph =
    ':d a dcat:Dataset ; dct:accessRights right:PUBLIC ; kdm:confidentialityClass konf:vernet .';
  expect(found(accessRights, graph)).toEqual(
    facts(':d dct:accessRights right:NON_PUBLIC ; kdm:differingAccessRights right:PUBLIC .'),
  );
});

test('I5 a stricter stated right stays, and the difference is kept', () => {
  const graph =
    ':d a dcat:Dataset ; dct:accessRights right:NON_PUBLIC ; kdm:confidentialityClass konf:apen .';
  expect(found(accessRights, graph)).toEqual(
    facts(':d kdm:differingAccessRights right:NON_PUBLIC .'),
  );
});

test.each([
  [
    'the stated right fits the class',
    'a dcat:Dataset ; dct:accessRights right:PUBLIC ; kdm:confidentialityClass konf:apen',
  ],
  [
    'two rights are stated',
    'a dcat:Dataset ; dct:accessRights right:PUBLIC , right:RESTRICTED ; kdm:confidentialityClass konf:vernet',
  ],
  [
    'the stated right is none of the three',
    'a dcat:Dataset ; dct:accessRights right:SECRET ; kdm:confidentialityClass konf:apen',
  ],
  ['it has two classes', 'a dcat:Dataset ; kdm:confidentialityClass konf:apen , konf:intern'],
  ['its class is unknown', 'a dcat:Dataset ; kdm:confidentialityClass konf:hemmelig'],
  ['it has no class', 'a dcat:Dataset ; dct:accessRights right:PUBLIC'],
  ['it is a system', 'a kdm:System ; kdm:confidentialityClass konf:apen'],
])('I5 nothing is inferred when %s', (_, graph) => {
  expect(found(accessRights, `:d ${graph} .`)).toEqual([]);
});
