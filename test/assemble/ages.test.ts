/** How old things are on the day of the run (model.md 4.11 I6). */
import { expect, test } from 'vitest';
import { ages } from '../../src/assemble/inference/ages.js';
import { facts, found } from '../support/inference.js';

const age = (graph: string): string[] => found(ages, graph, { today: '2026-11-22' });

test.each([
  [':s a kdm:System ; dct:modified "2026-11-21"^^xsd:date', 1],
  [':s a kdm:System ; dct:modified "2024-11-22T23:30:00Z"^^xsd:dateTime', 730],
  [':s a dpv:Process ; dct:modified "2026-11-22"^^xsd:date', 0],
  [':s a kdm:RiskAssessment ; dct:date "2025-11-22"^^xsd:date', 365],
  [':s a kdm:System ; dct:modified "2025-01-01"^^xsd:date , "2026-11-20"^^xsd:date', 2],
])('I6 the age of %s is %i days', (graph, days) => {
  expect(age(`${graph} .`)).toEqual(facts(`:s kdm:ageInDays ${days} .`));
});

test('I6 a thing without a date, or with a text for one, has no age', () => {
  expect(age(':s a kdm:System . :t a kdm:System ; dct:modified "i fjor" .')).toEqual([]);
});

test('I6 the age of a system’s risk assessment is that of the newest, stated or covering', () => {
  const stated = ':s a kdm:System ; kdm:lastRiskAssessment "2026-11-02"^^xsd:date .';
  const covering = (date: string): string =>
    `:ros kdm:coversSystem :s ; a kdm:RiskAssessment ; dct:date "${date}"^^xsd:date .`;
  const days = (graph: string): string[] =>
    age(graph).filter((line) => line.includes('riskAssessmentAge'));
  expect(days(stated)).toEqual(facts(':s kdm:riskAssessmentAge 20 .'));
  expect(days(stated + covering('2026-11-12'))).toEqual(facts(':s kdm:riskAssessmentAge 10 .'));
  expect(days(stated + covering('2026-10-01'))).toEqual(facts(':s kdm:riskAssessmentAge 20 .'));
  expect(days(`:s a kdm:System . ${covering('2026-11-21')}`)).toEqual(
    facts(':s kdm:riskAssessmentAge 1 .'),
  );
  expect(
    days(':s a kdm:System . :avtale kdm:coversSystem :s ; dct:date "2026-11-21"^^xsd:date .'),
  ).toEqual([]);
});
