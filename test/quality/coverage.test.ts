import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../src/model/coverage-report.js';
import { coverage, unclassifiedElements } from '../../src/quality/coverage.js';
import { coverageCsv, coverageText } from '../../src/quality/coverage-text.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { id, turtle } from '../support/turtle.js';

const PREFIXES = `
  @prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
  @prefix iv3: <https://w3id.org/datavev/kode/iv3/> .
  @prefix kostra: <https://w3id.org/datavev/kode/kostra/> .
  @prefix personvern: <https://w3id.org/datavev/kode/personvern/> .
`;
const REFERENCE = new GraphIndex(
  turtle(`${PREFIXES}
    iv3:4 skos:prefLabel "Oppvekst"@nb , "Children"@en ; skos:notation "4" ; skos:narrowMatch kostra:GSK .
    iv3:9 skos:prefLabel "Intern virksomhet"@nb ; skos:notation "9" .
    iv3:10 skos:prefLabel "Innbyggertjenester"@nb ; skos:notation "10" .
    kostra:202 skos:broader kostra:GSK .
    kostra:120 skos:broadMatch iv3:9 .
  `),
);
/** Two modules, four object types; a dataset in two systems, one of an area of its own, and one that nobody has said anything about. */
const CATALOGUE = `
  <modul/intern> a m:Module ; kdm:policyArea iv3:9 .
  <modul/hr> a m:Module ; dct:isPartOf <modul/intern> .
  <objekttype/ansatt> a m:ObjectType ; dct:title "Ansatt"@nb , "Employee"@en ; m:belongsToModule <modul/hr> ; kdm:inCoverageScope true .
  <objekttype/stilling> a m:ObjectType ; dct:title "Stilling"@nb ; m:belongsToModule <modul/hr> ; kdm:inCoverageScope true .
  <objekttype/trinn> a m:ObjectType ; dct:title "Trinn"@nb ; kdm:policyArea iv3:4 .
  <objekttype/elv> a m:ObjectType ; dct:title "Elv"@nb .

  <datasett/ansatte> a dcat:Dataset ; dct:title "Ansatte"@nb ; kdm:realises <objekttype/ansatt> , <objekttype/trinn> ;
    kdm:storedIn <system/lonn> , <system/turnus> ; kdm:effectivePrivacyLevel personvern:2 .
  <datasett/skoler> a dcat:Dataset ; dct:title "Skoler"@nb ; kdm:policyArea kostra:202 ; kdm:effectivePrivacyLevel personvern:0 .
  <datasett/ukjent> a dcat:Dataset ; dct:title "Ukjent"@nb .
  <behandling/lonn> a dpv:Process ; kdm:processesDataset <datasett/ansatte> .

  <realisering/1> a kdm:Realisation ; kdm:dataset <datasett/ansatte> ; kdm:objectType <objekttype/ansatt> ; kdm:system <system/lonn> ;
    kdm:authoritative true ; kdm:attributeShare 0.4 .
  <system/lonn> a kdm:System ; dct:title "Lønn"@nb ; kdm:policyArea kostra:120 ; kdm:systemOwner <virksomhet/1> ; kdm:riskAssessmentAge 730 ;
    kdm:authoritativeFor <objekttype/ansatt> .
  <system/turnus> a kdm:System ; dct:title "Turnus"@nb ; kdm:systemOwner <virksomhet/1> ; kdm:riskAssessmentAge 731 ;
    kdm:holds <datasett/ansatte> .
  <system/gammelt> a kdm:System ; dct:title "Gammelt"@nb ; kdm:riskAssessmentAge 1 .

  <attributt/navn> a m:Attribute ; kdm:defaultPrivacyLevel personvern:1 .
  <dataelement/1> a kdm:DataElement ; dct:title "A.FNR" ; dct:isPartOf <datasett/ansatte> ; kdm:privacyLevel personvern:2 .
  <dataelement/2> a kdm:DataElement ; dct:title "A.NAVN" ; dct:isPartOf <datasett/ansatte> ; kdm:instanceOfAttribute <attributt/navn> .
  <dataelement/3> a kdm:DataElement ; dct:title "A.TLF" ; dct:isPartOf <datasett/ansatte> ; kdm:instanceOfAttribute <attributt/tlf> .
`;
const graphOf = (text: string): GraphIndex => new GraphIndex(turtle(PREFIXES + text));
const graph = graphOf(CATALOGUE);
const report = coverage({ graph, reference: REFERENCE, measures: MEASURES });
const area = (code: string) => report.areas.find((one) => one.area?.code === code);

describe('the figures of the whole catalogue', () => {
  test.each([
    ['object types in scope that a dataset realises', 'objectTypes', 1, 2],
    ['elements with a level of their own or a confirmed default', 'elements', 2, 3],
    ['datasets that realise something', 'linkedDatasets', 1, 3],
    ['personal and unassessed datasets with a processing', 'personalDatasets', 1, 2],
    ['systems with an owner and an assessment of at most two years', 'systems', 1, 3],
  ] as const)('%s', (_what, measure, met, total) => {
    expect(report.tallies[measure]).toEqual({ met, total });
  });
});

describe('the areas', () => {
  test('stand in the order of their codes, and what has none comes last', () => {
    expect(report.areas.map((one) => one.area?.code)).toEqual(['4', '9', undefined]);
  });

  test('of a system are its own, else those of the data it holds', () => {
    expect(area('9')?.tallies.systems).toEqual({ met: 1, total: 2 });
    expect(report.areas.at(-1)?.tallies.systems).toEqual({ met: 0, total: 1 });
  });

  test('of a dataset are its own, by way of the crosswalk, else those of what it realises', () => {
    expect(area('4')?.tallies.linkedDatasets).toEqual({ met: 1, total: 2 });
    expect(area('9')?.tallies.linkedDatasets).toEqual({ met: 1, total: 1 });
    expect(report.areas.at(-1)?.tallies.linkedDatasets).toEqual({ met: 0, total: 1 });
  });

  test('of an element are those of its dataset', () => {
    expect(area('9')?.tallies.elements).toEqual({ met: 2, total: 3 });
  });
});

test('an object type shows its datasets, the systems its data come from, the source and the share', () => {
  expect(area('9')?.objectTypes).toEqual([
    {
      iri: id('objekttype/ansatt'),
      label: { nb: 'Ansatt', en: 'Employee' },
      isInScope: true,
      datasets: [
        {
          iri: id('datasett/ansatte'),
          label: { nb: 'Ansatte' },
          systems: [{ iri: id('system/lonn'), label: { nb: 'Lønn' } }],
          isAuthoritative: true,
          share: 0.4,
        },
      ],
      sources: [{ iri: id('system/lonn'), label: { nb: 'Lønn' } }],
    },
    {
      iri: id('objekttype/stilling'),
      label: { nb: 'Stilling' },
      isInScope: true,
      datasets: [],
      sources: [],
    },
  ]);
});

test('an object type nobody has to have is shown only when a dataset realises it, and counts for nothing', () => {
  expect(area('4')?.objectTypes).toMatchObject([
    {
      iri: id('objekttype/trinn'),
      isInScope: false,
      datasets: [{ systems: [{ label: { nb: 'Lønn' } }, { label: { nb: 'Turnus' } }] }],
    },
  ]);
  expect(area('4')?.tallies.objectTypes).toEqual({ met: 0, total: 0 });
  expect(JSON.stringify(report)).not.toContain('objekttype/elv');
});

test('where the system of an authoritative source is not known, the dataset stands for it', () => {
  const only = graphOf(`
    <objekttype/a> a m:ObjectType . <datasett/a> dct:title "A"@nb ; kdm:realises <objekttype/a> .
    <realisering/a> a kdm:Realisation ; kdm:dataset <datasett/a> ; kdm:objectType <objekttype/a> ; kdm:authoritative true .`);
  const found = coverage({ graph: only, reference: REFERENCE, measures: [] });
  expect(found.areas[0]?.objectTypes[0]?.sources).toEqual([
    { iri: id('datasett/a'), label: { nb: 'A' } },
  ]);
});

test('only what is asked for is counted', () => {
  const found = coverage({ graph, reference: REFERENCE, measures: ['linkedDatasets'] });
  expect(found.tallies).toEqual({ linkedDatasets: { met: 1, total: 3 } });
});

test('elements without a level are named', () => {
  expect(unclassifiedElements(graph)).toEqual([
    { iri: id('dataelement/3'), label: { und: 'A.TLF' } },
  ]);
});

test('the text names what is covered, by what, and what to do', () => {
  expect(coverageText(report, unclassifiedElements(graph), 'nb').split('\n')).toEqual([
    'Dekning',
    '  Objekttyper med datasett: 1/2 (50 %)',
    '  Dataelementer med personvernnivå: 2/3 (67 %)',
    '  Datasett knyttet til modellen: 1/3 (33 %)',
    '  Datasett med personopplysninger (eller uvurdert) som har en behandling: 1/2 (50 %)',
    '  Systemer med eier og fersk risikovurdering: 1/3 (33 %)',
    '',
    '4 Oppvekst',
    '  Dataelementer med personvernnivå: 2/3 (67 %)',
    '  Datasett knyttet til modellen: 1/2 (50 %)',
    '  Datasett med personopplysninger (eller uvurdert) som har en behandling: 1/1 (100 %)',
    '  Systemer med eier og fersk risikovurdering: 0/1 (0 %)',
    '  ✓ Trinn · Ansatte (Lønn, Turnus) · ingen autoritativ kilde',
    '',
    '9 Intern virksomhet',
    '  Objekttyper med datasett: 1/2 (50 %)',
    '  Dataelementer med personvernnivå: 2/3 (67 %)',
    '  Datasett knyttet til modellen: 1/1 (100 %)',
    '  Datasett med personopplysninger (eller uvurdert) som har en behandling: 1/1 (100 %)',
    '  Systemer med eier og fersk risikovurdering: 1/2 (50 %)',
    '  ✓ Ansatt · Ansatte (Lønn) 40 %',
    '  – Stilling',
    '',
    'Uten politikkområde',
    '  Datasett knyttet til modellen: 0/1 (0 %)',
    '  Datasett med personopplysninger (eller uvurdert) som har en behandling: 0/1 (0 %)',
    '  Systemer med eier og fersk risikovurdering: 0/1 (0 %)',
    '',
    'Dataelementer uten personvernnivå:',
    '  A.TLF',
    '',
  ]);
});

test('an empty catalogue says so, in the reader’s language', () => {
  const empty = coverage({ graph: graphOf(''), reference: REFERENCE, measures: MEASURES });
  expect(empty.areas).toEqual([]);
  expect(coverageText(empty, [], 'en')).toBe(
    'The catalogue has no model and no data to measure coverage on.\n',
  );
});

test('the table has a row for each object type and dataset, and nothing a spreadsheet would run', () => {
  const one = graphOf(`
    <objekttype/a> a m:ObjectType ; dct:title "=1+1"@nb ; kdm:policyArea iv3:9 . <datasett/a> dct:title "A, \\"B\\""@nb ; kdm:realises <objekttype/a> .
    <realisering/a> kdm:dataset <datasett/a> ; kdm:objectType <objekttype/a> ; kdm:authoritative true ; kdm:attributeShare 0.25 .
    <objekttype/b> a m:ObjectType ; dct:title "B"@nb ; kdm:inCoverageScope true .`);
  const found = coverage({ graph: one, reference: REFERENCE, measures: [] });
  expect(coverageCsv(found).split('\r\n')).toEqual([
    'politikkomrade,objekttype,objekttype_iri,datasett,datasett_iri,systemer,autoritativ,andel',
    `Intern virksomhet,'=1+1,${id('objekttype/a')},"A, ""B""",${id('datasett/a')},,ja,0.25`,
    `,B,${id('objekttype/b')},,,,,`,
    '',
  ]);
});
