import { describe, expect, test } from 'vitest';
import type { DatasetGain } from '../../src/model/quality-report.js';
import { datasetGains, lostPoints } from '../../src/quality/gains.js';
import { assessQuality } from '../../src/quality/report.js';
import type { GraphIndex } from '../../src/rdf/graph-index.js';
import { id } from '../support/turtle.js';
import { evidence, graphOf, METRICS, points, scored, world, type Known } from './quality-world.js';

const UP: Known = {
  statuses: { 'https://x.example/a': 200, 'https://x.example/b': 200 },
  compliance: true,
};
const D = {
  keyword: 'dcat:keyword "a"@nb',
  theme: 'dcat:theme <t>',
  spatial: 'dct:spatial <s>',
  temporal: 'dct:temporal <p>',
  rights: 'dct:accessRights right:PUBLIC',
  contact: 'dcat:contactPoint <k>',
  publisher: 'dct:publisher <v>',
  issued: 'dct:issued "2020-01-01"',
  modified: 'dct:modified "2026-01-01"',
};
const X = {
  access: 'dcat:accessURL <https://x.example/a>',
  download: 'dcat:downloadURL <https://x.example/b>',
  format: 'dct:format filetype:CSV',
  mediaType: 'dcat:mediaType iana:text',
  license: 'dct:license licence:CC_BY_4_0',
  terms: 'dct:rights <r>',
  size: 'dcat:byteSize 1',
};

/** Everything but what is left out. */
function without(...left: readonly (keyof typeof D | keyof typeof X)[]): GraphIndex {
  const said = (subject: string, all: Readonly<Record<string, string>>): string =>
    Object.entries(all)
      .filter(([name]) => !(left as readonly string[]).includes(name))
      .map(([, text]) => `<${subject}> ${text} .`)
      .join(' ');
  return world(said('datasett/a', D), said('distribusjon/a-1', X));
}
function gainsOf(graph: GraphIndex, known: Known = UP): DatasetGain[] {
  const dataset = scored(graph, known);
  return datasetGains(METRICS, dataset, lostPoints(METRICS, dataset));
}
const gain = (step: string, no: number, eu: number): DatasetGain => ({ step, points: { no, eu } });

describe('what mending one thing gives', () => {
  test.each([
    ['keyword', 'keywordAvailability', 30, 30],
    ['theme', 'categoryAvailability', 30, 30],
    ['spatial', 'spatialAvailability', 20, 20],
    ['temporal', 'temporalAvailability', 20, 20],
    ['access', 'accessUrlStatusCode', 50, 50],
    ['download', 'downloadUrlAvailability', 50, 50],
    ['license', 'licenseAvailability', 30, 30],
    ['rights', 'accessRightsAvailability', 15, 15],
    ['contact', 'contactPointAvailability', 20, 20],
    ['publisher', 'publisherAvailability', 10, 10],
    ['terms', 'rightsAvailability', 5, 5],
    ['size', 'byteSizeAvailability', 5, 5],
    ['issued', 'dateIssuedAvailability', 5, 5],
    ['modified', 'dateModifiedAvailability', 5, 5],
  ] as const)('without %s: %s gives %i and %i points, and no more', (missing, step, no, eu) => {
    expect(gainsOf(without(missing))).toEqual([gain(step, no, eu)]);
    // The promise is kept: the whole description has just so many more.
    const [wholeNo, wholeEu] = points(scored(without(), UP));
    const [lessNo, lessEu] = points(scored(without(missing), UP));
    expect([wholeNo - lessNo, wholeEu - lessEu]).toEqual([no, eu]);
  });

  test('a whole description has nothing to gain', () => {
    expect(gainsOf(without())).toEqual([]);
  });

  test('a format that stands there in free text is told as such, and gives only what it lacks', () => {
    const graph = world('', '<distribusjon/a-1> dct:format "csv" ; dcat:mediaType "text/csv" .');
    const format = gainsOf(graph).find(({ step }) => step.startsWith('format'));
    // In Europe an open and machine-readable format counts too; none of them is stated by a code.
    expect(format).toEqual(gain('formatMediaTypeVocabularyAlignment', 10, 50));
  });

  test('most Norwegian points come first', () => {
    expect(
      gainsOf(without('issued', 'keyword', 'temporal', 'download')).map(({ step }) => step),
    ).toEqual([
      'downloadUrlAvailability',
      'keywordAvailability',
      'temporalAvailability',
      'dateIssuedAvailability',
    ]);
  });

  test('what was not checked is no gain', () => {
    expect(gainsOf(without(), {})).toEqual([]);
  });

  test('what breaks the standard gives 30 points', () => {
    expect(gainsOf(without(), { ...UP, compliance: false })).toEqual([
      gain('dcatApCompliance', 30, 30),
    ]);
  });
});

describe('a dataset without anything to fetch', () => {
  const text = Object.values(D)
    .map((one) => `<datasett/a> ${one} .`)
    .join(' ');

  test('open data gain all that a distribution can give, as one thing to do', () => {
    expect(gainsOf(world(text, null))).toEqual([gain('distribution', 180, 220)]);
  });

  test('closed data have nothing to gain by it', () => {
    expect(gainsOf(world(text.replace('right:PUBLIC', 'right:NON_PUBLIC'), null))).toEqual([]);
  });
});

test('the same thing on many datasets is one gain, with its owners and its worth on the average', () => {
  const dataset = (name: string, owner: string, more = ''): string =>
    `<d/${name}> a dcat:Dataset ; dct:accessRights right:NON_PUBLIC ; dct:publisher <v/${owner}> ;
      dcat:keyword "a" ; dcat:theme <t> ; dct:spatial <s> ; dcat:contactPoint <k> ; dct:issued "2020" ; dct:modified "2026" ${more} .`;
  const graph = graphOf(
    `${dataset('1', 'bym')} ${dataset('2', 'bym')} ${dataset('3', 'vav')} ${dataset('4', 'vav', '; dct:temporal <p>')}
     <v/bym> foaf:name "Bymiljøetaten"@nb . <v/vav> foaf:name "Vann- og avløpsetaten"@nb .`,
  );
  const { report } = assessQuality({
    graph,
    metrics: METRICS,
    evidence: evidence({ compliance: true }),
  });
  expect(report.gains).toEqual([
    {
      step: 'temporalAvailability',
      datasets: 3,
      each: { no: 20, eu: 20 },
      average: { no: 15, eu: 15 },
      owners: [
        { publisher: id('v/bym'), name: 'Bymiljøetaten', datasets: 2 },
        { publisher: id('v/vav'), name: 'Vann- og avløpsetaten', datasets: 1 },
      ],
    },
  ]);
});
