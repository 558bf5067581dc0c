import { expect, test } from 'vitest';
import { daysBetween, deadline } from '../../src/assemble/inference/days.js';
import { iri } from '../../src/model/iri.js';
import { namedNode } from '../../src/rdf/terms.js';
import { facts } from '../support/inference.js';
import { id } from '../support/turtle.js';
import { lines } from '../support/turtle.js';

test.each([
  ['2026-11-22', '2026-11-22', 0],
  ['2026-11-22', '2026-12-22', 30],
  ['2026-11-22', '2026-11-14', -8],
  ['2026-03-28', '2026-03-30', 2], // summer time begins between them
  ['2024-02-28', '2024-03-01', 2], // a leap year
  ['2026-11-22', '2026-11-24T23:59:00+01:00', 2],
])('from %s to %s is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test.each(['', 'snart', '2026-13-45', undefined])('%s is no date', (text) => {
  expect(daysBetween('2026-11-22', text)).toBeUndefined();
});

const left = (date: string | undefined): string[] =>
  lines(deadline(namedNode(iri(id('avtale/a'))), date, '2026-11-22'));

test('a time limit ahead has days left, one that has passed is overdue', () => {
  expect(left('2026-12-22')).toEqual(facts('<avtale/a> kdm:daysLeft 30 .'));
  expect(left('2026-11-22')).toEqual(facts('<avtale/a> kdm:daysLeft 0 .'));
  expect(left('2026-11-10')).toEqual(facts('<avtale/a> kdm:daysOverdue 12 .'));
  expect(left(undefined)).toEqual([]);
});
