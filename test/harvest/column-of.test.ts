import { expect, test } from 'vitest';
import processingRegister from '../../harvesters/processing-register/index.js';
import { columnOf, type Place } from '../../src/harvest/column-of.js';
import { dct, dpv, kdm } from '../../src/rdf/vocabularies.js';

const RECORD = { type: 'behandling', iri: 'https://data.oslo.example/id/behandling/x' };
const NEED = 'https://data.oslo.example/id/dpiabehov/x';
const CRITERION = '<https://w3id.org/datavev/kode/dpia-kriterium/stor-skala>';
const HEADINGS = { krav_sikkerhetsnivaa: 'Krav sikkerhetsnivå' };

function column(place: Partial<Place>, headings?: Record<string, string>): string | undefined {
  const record = { ...RECORD, ...(headings ? { headings } : {}) };
  return columnOf(processingRegister.columns ?? {}, record, { focus: RECORD.iri, ...place });
}

test('the field of the carrier, and the heading of the table that the row stands in', () => {
  const path = kdm.confidentialityClass.value;
  expect(column({ path })).toBe('krav_sikkerhetsnivaa');
  expect(column({ path }, HEADINGS)).toBe('Krav sikkerhetsnivå');
});

test('a part of the record has columns of its own, for the same property too', () => {
  const path = dpv.hasLegalBasis.value;
  const focus = 'https://data.oslo.example/id/overforing/x';
  expect(column({ path })).toBe('behandlingsgrunnlag_valg');
  expect(column({ path, focus })).toBe('garantier_overforing');
});

test('an answer stands in the field of its criterion', () => {
  const sought = { focus: NEED, valueTerm: CRITERION };
  const asked = `<${kdm.suggestedAnswer.value}>/<${kdm.criterion.value}>`;
  expect(column({ ...sought, path: kdm.unansweredCriterion.value })).toBe('behovForDPIA.storskala');
  expect(column({ ...sought, path: asked })).toBe('behovForDPIA.storskala');
});

test('a column that is not known is none', () => {
  expect(column({ path: kdm.unansweredCriterion.value, focus: NEED })).toBeUndefined();
  expect(column({ path: dct.title.value, focus: NEED })).toBeUndefined();
  expect(column({ path: `^<${dct.title.value}>` })).toBeUndefined();
  expect(column({})).toBeUndefined();
});
