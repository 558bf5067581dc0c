/** Requests for data: the time limit, and how long the terms last (model.md 4.9; ODRL 2.2). */
import { expect, test } from 'vitest';
import { policyEnds, requestDays } from '../../src/assemble/inference/requests.js';
import { facts, found } from '../support/inference.js';

const ODRL = '@prefix odrl: <http://www.w3.org/ns/odrl/2/> .\n';
const REQUEST = (due: string, more = ''): string =>
  `<foresporsel/a> a kdm:DataRequest ; kdm:due "${due}"^^xsd:date ${more} .`;
const days = (graph: string): string[] => found(requestDays, graph, { today: '2026-11-22' });

test('a request that is not decided has days left, or is overdue', () => {
  expect(days(REQUEST('2026-12-01'))).toEqual(facts('<foresporsel/a> kdm:daysLeft 9 .'));
  expect(days(REQUEST('2026-11-14'))).toEqual(facts('<foresporsel/a> kdm:daysOverdue 8 .'));
});

test('a decided request is never overdue', () => {
  expect(days(REQUEST('2026-11-14', '; kdm:decision <vedtak/a>'))).toEqual([]);
});

const ends = (graph: string): string[] =>
  found(policyEnds, `${ODRL}<vedtak/a> odrl:hasPolicy <vilkar/a> .\n${graph}`);
const end = (date: string): string[] => facts(`<vilkar/a> kdm:policyEndDate "${date}"^^xsd:date .`);
/** A permission limited by these constraints. */
const PERMISSION = (name: string, ...constraints: string[]): string =>
  [
    `<vilkar/a> odrl:permission <vilkar/${name}> .`,
    ...constraints.map(
      (constraint, index) =>
        `<vilkar/${name}> odrl:constraint <vilkar/${name}-${index}> . <vilkar/${name}-${index}> ${constraint} .`,
    ),
  ].join('\n');
const UNTIL = (date: string, operator = 'lteq'): string =>
  `odrl:leftOperand odrl:dateTime ; odrl:operator odrl:${operator} ; odrl:rightOperand ${date}`;
const MAY = '"2027-05-04"^^xsd:date';
const JUNE = '"2027-06-01"^^xsd:date';

test.each([
  ['to and with a date', UNTIL(MAY)],
  ['before a date', UNTIL(MAY, 'lt')],
  ['to a moment', UNTIL('"2027-05-04T12:00:00+02:00"^^xsd:dateTime')],
])('a permission %s has an end', (_, constraint) => {
  expect(ends(PERMISSION('bruk', constraint))).toEqual(end('2027-05-04'));
});

test('of two limits the first counts, of two permissions the last', () => {
  expect(ends(PERMISSION('bruk', UNTIL(JUNE), UNTIL(MAY)))).toEqual(end('2027-05-04'));
  expect(ends(PERMISSION('bruk', UNTIL(MAY)) + PERMISSION('lese', UNTIL(JUNE)))).toEqual(
    end('2027-06-01'),
  );
});

test.each([
  ['no permission', ''],
  ['a permission without a limit', PERMISSION('bruk')],
  ['one of two permissions without a limit', PERMISSION('bruk', UNTIL(MAY)) + PERMISSION('lese')],
  ['a limit that is a beginning', PERMISSION('bruk', UNTIL(MAY, 'gteq'))],
  [
    'a limit on something else',
    PERMISSION(
      'bruk',
      'odrl:leftOperand odrl:count ; odrl:operator odrl:lteq ; odrl:rightOperand 5',
    ),
  ],
])('%s has no end', (_, graph) => {
  expect(ends(graph)).toEqual([]);
});
