/**
 * Every metric when it is fulfilled, when something stands there that does not count, and when nothing does; with the whole
 * score of the dataset, added by hand from portals.md 4.1. `D` and `X` add statements to the dataset and its distribution.
 */
import type { Known } from './quality-world.js';

export interface Fixture extends Known {
  readonly D?: string;
  readonly X?: string;
  /** The whole score: Norwegian, European. */
  readonly score: readonly [number, number];
}
export interface MetricFixtures {
  readonly fulfilled: Fixture;
  readonly failing: Fixture;
}

const ADDRESS = 'https://data.kommune.example/x';
/** Known to break the standard, so that compliance is settled. */
const BROKEN = { compliance: false } as const;
const NONE = [0, 0] as const;

export const FIXTURES: Readonly<Record<string, MetricFixtures>> = {
  keywordAvailability: {
    fulfilled: { D: 'dcat:keyword "barn"@nb', score: [30, 30] },
    failing: { X: 'dcat:keyword "barn"@nb', score: NONE },
  },
  categoryAvailability: {
    fulfilled: { D: 'dcat:theme <tema>', score: [30, 30] },
    failing: { X: 'dcat:theme <tema>', score: NONE },
  },
  spatialAvailability: {
    fulfilled: { D: 'dct:spatial <oslo>', score: [20, 20] },
    failing: { X: 'dct:spatial <oslo>', score: NONE },
  },
  temporalAvailability: {
    fulfilled: { D: 'dct:temporal <periode>', score: [20, 20] },
    failing: { X: 'dct:temporal <periode>', score: NONE },
  },
  accessUrlStatusCode: {
    fulfilled: { X: `dcat:accessURL <${ADDRESS}>`, statuses: { [ADDRESS]: 200 }, score: [50, 50] },
    failing: { X: `dcat:accessURL <${ADDRESS}>`, statuses: { [ADDRESS]: 404 }, score: NONE },
  },
  downloadUrlAvailability: {
    fulfilled: {
      X: `dcat:downloadURL <${ADDRESS}>`,
      statuses: { [ADDRESS]: 500 },
      score: [20, 20],
    },
    failing: { D: `dcat:downloadURL <${ADDRESS}>`, score: NONE },
  },
  downloadUrlStatusCode: {
    fulfilled: {
      X: `dcat:downloadURL <${ADDRESS}>`,
      statuses: { [ADDRESS]: 299 },
      score: [50, 50],
    },
    failing: { X: `dcat:downloadURL <${ADDRESS}>`, statuses: { [ADDRESS]: 300 }, score: [20, 20] },
  },
  formatAvailability: {
    fulfilled: { X: 'dct:format "pdf"', score: [20, 20] },
    failing: { D: 'dct:format "pdf"', score: NONE },
  },
  mediaTypeAvailability: {
    fulfilled: { X: 'dcat:mediaType "pdf"', score: [10, 10] },
    failing: { D: 'dcat:mediaType "pdf"', score: NONE },
  },
  formatMediaTypeVocabularyAlignment: {
    // Europe wants both from a list, and gives nothing more for PDF; Norway is content with the format.
    fulfilled: { X: 'dct:format filetype:PDF ; dcat:mediaType iana:application', score: [40, 40] },
    failing: { X: 'dct:format "csv" ; dcat:mediaType "text/csv"', score: [30, 30] },
  },
  formatMediaTypeNonProprietary: {
    // Norway: constant false. Europe: CSV is open and machine-readable, but its media type is missing.
    fulfilled: { X: 'dct:format filetype:CSV', score: [30, 60] },
    failing: { X: 'dct:format filetype:PDF', score: [30, 20] },
  },
  formatMediaTypeMachineInterpretable: {
    fulfilled: { X: 'dct:format filetype:XLSX', score: [30, 40] },
    failing: { X: 'dct:format filetype:PDF', score: [30, 20] },
  },
  dcatApCompliance: {
    fulfilled: { compliance: true, score: [30, 30] },
    failing: { ...BROKEN, score: NONE },
  },
  formatMatch: {
    // Nobody checks it: a sound file gets no more than a broken one.
    fulfilled: { X: 'dct:format filetype:CSV ; dcat:mediaType iana:text', score: [40, 80] },
    failing: { X: 'dct:format "csv"', score: [20, 20] },
  },
  syntaxValid: {
    fulfilled: { X: 'dct:format filetype:CSV ; dcat:mediaType iana:text', score: [40, 80] },
    failing: { X: 'dct:format "csv"', score: [20, 20] },
  },
  licenseAvailability: {
    fulfilled: { X: 'dct:license <vilkar>', score: [20, 20] },
    failing: { D: 'dct:license licence:CC_BY_4_0', score: NONE },
  },
  knownLicense: {
    fulfilled: { X: 'dct:license licence:CC_BY_4_0', score: [30, 30] },
    // The older Norwegian licence is in the EU table, but not in data.norge.no's list.
    failing: { X: 'dct:license licence:NLOD_1_0', score: [20, 30] },
  },
  accessRightsAvailability: {
    fulfilled: { D: 'dct:accessRights "open"', score: [10, 10] },
    failing: { X: 'dct:accessRights "open"', score: NONE },
  },
  accessRightsVocabularyAlignment: {
    fulfilled: { D: 'dct:accessRights right:PUBLIC', score: [15, 15] },
    failing: { D: 'dct:accessRights right:SECRET', score: [10, 10] },
  },
  contactPointAvailability: {
    fulfilled: { D: 'dcat:contactPoint <kontakt/a>', score: [20, 20] },
    failing: { X: 'dcat:contactPoint <kontakt/a>', score: NONE },
  },
  publisherAvailability: {
    fulfilled: { D: 'dct:publisher <virksomhet/a>', score: [10, 10] },
    failing: { X: 'dct:publisher <virksomhet/a>', score: NONE },
  },
  rightsAvailability: {
    fulfilled: { X: 'dct:rights <vilkar>', score: [5, 5] },
    failing: { D: 'dct:rights <vilkar>', score: NONE },
  },
  byteSizeAvailability: {
    fulfilled: { X: 'dcat:byteSize 100', score: [5, 5] },
    failing: { D: 'dcat:byteSize 100', score: NONE },
  },
  dateIssuedAvailability: {
    fulfilled: { X: 'dct:issued "2020-06-01"^^xsd:date', score: [5, 5] },
    failing: { D: 'dct:created "2020-06-01"^^xsd:date', score: NONE },
  },
  dateModifiedAvailability: {
    fulfilled: { D: 'dct:modified "2026-11-01"^^xsd:date', score: [5, 5] },
    failing: { X: 'dct:created "2026-11-01"^^xsd:date', score: NONE },
  },
};
