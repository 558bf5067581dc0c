/** Issue and CatalogError: a code, a text in three languages, a place, a hint (style.md 7). */
import { expect, test } from 'vitest';
import { CatalogError, isCatalogError } from '../../src/model/errors.js';
import { instant, later, localTime } from '../../src/model/instant.js';
import { isIssue, issue } from '../../src/model/issue.js';
import { iri } from '../../src/model/iri.js';

test('an issue has its text filled in, in every language, and its place', () => {
  const focus = iri('https://data.oslo.example/id/datasett/a');
  expect(
    issue('FIELD_MISSING', 'warning', { field: 'tittel' }, { focus, source: 'liste' }),
  ).toEqual({
    code: 'FIELD_MISSING',
    severity: 'warning',
    message: {
      nb: 'Feltet «tittel» mangler.',
      nn: 'Feltet «tittel» manglar.',
      en: 'The field "tittel" is missing.',
    },
    hint: {
      nb: 'Fyll ut feltet i kilden.',
      nn: 'Fyll ut feltet i kjelda.',
      en: 'Fill in the field at the source.',
    },
    focus,
    source: 'liste',
  });
});

test('a message without a hint gives an issue without one', () => {
  expect('hint' in issue('LANGUAGE_TAG', 'info', { found: 'no' })).toBe(false);
});

test('an issue is told from a quad by code and severity', () => {
  expect(isIssue(issue('LANGUAGE_TAG', 'info'))).toBe(true);
  expect(isIssue({ subject: 1, predicate: 2 })).toBe(false);
});

test('an error carries code, texts, hint and cause', () => {
  const cause = new Error('ECONNREFUSED');
  const error = new CatalogError(
    'CATALOGUE_UNKNOWN',
    { catalogue: 'bergen', known: 'oslo' },
    cause,
  );
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: 'CatalogError',
    code: 'CATALOGUE_UNKNOWN',
    message: 'There is no catalogue "bergen".',
    text: { nb: 'Finner ingen katalog «bergen».' },
    hint: { en: 'Choose one of: oslo.' },
    cause,
  });
  expect(new CatalogError('QUERY_BUSY').hint).toBeUndefined();
});

test('an error is known by its code', () => {
  const error: unknown = new CatalogError('QUERY_BUSY');
  expect(isCatalogError(error)).toBe(true);
  expect(isCatalogError(error, 'QUERY_BUSY')).toBe(true);
  expect(isCatalogError(error, 'LOCKED')).toBe(false);
  expect(isCatalogError(new Error('QUERY_BUSY'))).toBe(false);
});

test('H15 an instant is UTC, and what is no moment is refused', () => {
  expect(instant('2026-10-25T02:30:00+01:00')).toBe('2026-10-25T01:30:00.000Z');
  expect(() => instant('i går')).toThrow(new RangeError('not an instant: i går'));
  expect(later(instant('2026-10-25T02:30:00+02:00'), 3_600_000)).toBe('2026-10-25T01:30:00.000Z');
  expect(localTime(instant('2026-10-25T01:30:00Z'))).toBe('2026-10-25 02:30:00');
});
