import { describe, expect, test } from 'vitest';
import { valueOf } from './support.js';

const integer = (text: string): string => `"${text}"^^xsd:integer`;
const at = '"2011-01-10T14:45:13.815-05:00"^^xsd:dateTime';

describe('functions on points in time (SPARQL 1.1 17.4.5)', () => {
  test.each([
    [`YEAR(${at})`, integer('2011')],
    [`MONTH(${at})`, integer('1')],
    [`DAY(${at})`, integer('10')],
    [`HOURS(${at})`, integer('14')],
    [`MINUTES(${at})`, integer('45')],
    [`SECONDS(${at})`, '"13.815"^^xsd:decimal'],
    [`TIMEZONE(${at})`, '"-PT5H"^^xsd:dayTimeDuration'],
    [`TZ(${at})`, '"-05:00"'],
    ['TIMEZONE("2011-01-10T14:45:13Z"^^xsd:dateTime)', '"PT0S"^^xsd:dayTimeDuration'],
    ['TZ("2011-01-10T14:45:13Z"^^xsd:dateTime)', '"Z"'],
    ['TZ("2011-01-10T14:45:13"^^xsd:dateTime)', '""'],
    ['TIMEZONE("2011-01-10T14:45:13"^^xsd:dateTime)', 'error'],
    ['TIMEZONE("2011-01-10T14:45:13+05:30"^^xsd:dateTime)', '"PT5H30M"^^xsd:dayTimeDuration'],
    ['SECONDS("2011-01-10T14:45:07Z"^^xsd:dateTime)', '"7"^^xsd:decimal'],
    ['YEAR("-0044-03-15"^^xsd:date)', integer('-44')],
    ['YEAR("12026-03-15"^^xsd:date)', integer('12026')],
    ['HOURS("10:20:30"^^xsd:time)', integer('10')],
    ['HOURS("2011-12-31T24:00:00"^^xsd:dateTime)', integer('0')],
    ['DAY("2011-12-31T24:00:00"^^xsd:dateTime)', integer('1')],
    ['DAY("2024-02-29"^^xsd:date)', integer('29')],
    ['DAY("2023-02-29"^^xsd:date)', 'error'],
    ['HOURS("2011-01-10"^^xsd:date)', 'error'],
    ['YEAR("10:20:30"^^xsd:time)', 'error'],
    ['YEAR("2011-01-10T14:45:13Z")', 'error'],
    ['YEAR("2011-1-10"^^xsd:date)', 'error'],
    ['YEAR(?a)', 'error'],
  ])('%s is %s', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test('NOW() is the instant of the query, the same everywhere in it', () => {
    expect(valueOf('NOW()')).toBe('"2026-05-01T12:30:15.5+02:00"^^xsd:dateTime');
    expect(valueOf('NOW() = NOW()')).toBe('"true"^^xsd:boolean');
    expect(valueOf('SECONDS(NOW())')).toBe('"15.5"^^xsd:decimal');
  });
});
