/** What the judges cannot agree on, one addition at a time to a dataset that passes everything (specs.md 2.4). */
import { expect, test } from 'vitest';
import type { Quad } from '../../src/rdf/terms.js';
import { sh } from '../../src/rdf/vocabularies.js';
import { BASE } from '../shapes/fixtures.js';
import { hasSpec, officialRun, ourRun, type Run } from './official-shapes.js';
import { closure, world } from './world.js';

const LAW = 'dct:title "Opplæringslova"@nb ; rdfs:seeAlso <https://lovdata.no/lov/2023-06-09-30>';
const USES_LAW = '<datasett/skoler> dcatap:applicableLegislation <lov/l> .';
const EU_TYPE = '<http://publications.europa.eu/resource/authority/resource-type/REG_IMPL>';
const EU_LIST = '<http://publications.europa.eu/resource/authority/resource-type>';
const OTHER = `<datasett/elever> a dcat:Dataset ; dct:title "Elever"@nb ; dct:description "Alle."@nb ; dct:identifier "elever" ;
  dct:publisher <virksomhet/v> ; dcat:contactPoint <kontakt/k> ; dcat:theme eu:data-theme\\/EDUC .`;

interface Row {
  readonly addition: string;
  readonly turtle: string;
  /** Our shapes: violations of version 3 and of the EU; for data.norge.no every result. */
  readonly v3?: readonly string[];
  readonly fdk?: readonly string[];
  readonly eu?: readonly string[];
}

const ROWS: readonly Row[] = [
  { addition: 'nothing', turtle: '' },
  {
    addition: 'a size as whole number',
    turtle: '<distribusjon/csv> dcat:byteSize "2048"^^xsd:nonNegativeInteger .',
    fdk: ['FDK-byte-size-decimal'],
  },
  {
    addition: 'a status of the EU list',
    turtle: '<distribusjon/csv> adms:status eu:distribution-status\\/COMPLETED .',
    fdk: ['FDK-status-code'],
  },
  {
    addition: 'a checksum by SHA-256',
    turtle: `<distribusjon/csv> spdx:checksum <sjekksum/s> . <sjekksum/s> a spdx:Checksum ;
      spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "9f86d081"^^xsd:hexBinary .`,
    fdk: ['FDK-checksum-sha1'],
  },
  {
    addition: 'a Geonorge unit',
    turtle:
      '<datasett/skoler> dct:spatial <https://data.geonorge.no/administrativeEnheter/kommune/id/173018> .',
    fdk: ['FDK-place-code'],
  },
  {
    addition: 'a law with a Norwegian type',
    turtle: `${USES_LAW} <lov/l> a eli:LegalResource ; dct:type <https://data.norge.no/vocabulary/legal-resource-type#act> ; ${LAW} .`,
    fdk: ['FDK-law-type'],
  },
  { addition: 'the same law, untyped', turtle: `${USES_LAW} <lov/l> ${LAW} .`, eu: ['EU-law'] },
  {
    addition: 'a law with an EU type',
    turtle: `${USES_LAW} <lov/l> a eli:LegalResource ; dct:type ${EU_TYPE} ; ${LAW} .
      ${EU_TYPE} a eli:ResourceType , skos:Concept ; skos:prefLabel "regulation"@en ; skos:inScheme ${EU_LIST} .
      ${EU_LIST} a skos:ConceptScheme ; dct:title "Resource type"@en .`,
  },
  {
    addition: 'two creators',
    turtle:
      '<datasett/skoler> dct:creator <virksomhet/v> , <virksomhet/w> . <virksomhet/w> a foaf:Agent ; foaf:name "Statistikk"@nb .',
    fdk: ['FDK-one-creator'],
  },
  {
    addition: 'another dataset as source',
    turtle: `<datasett/skoler> dct:source <datasett/elever> . ${OTHER}`,
    fdk: ['FDK-dataset'],
  },
  {
    addition: 'a service that serves several datasets',
    turtle: `<datatjeneste/api> dcat:servesDataset <datasett/skoler> , <datasett/elever> . ${OTHER}`,
    fdk: ['FDK-dataset'],
  },
];

test.each(ROWS.map((row) => [row.addition, row] as const))(
  '%s',
  async (_name, { turtle, v3 = [], fdk = [], eu = [] }) => {
    const data = world(turtle);
    expect(await violations(ourRun('dcat-ap-no-3-feed'), data)).toEqual(v3);
    expect(await everything(ourRun('dcat-ap-no-2-fdk'), closure(data))).toEqual(fdk);
    expect(await violations(ourRun('dcat-ap-3'), data)).toEqual(eu);
  },
);

test.skipIf(!hasSpec).each(ROWS.map((row) => [row.addition, row] as const))(
  '%s: data.norge.no’s own file says the same of the dataset',
  async (_name, { turtle, fdk = [] }) => {
    const results = await officialRun('dcat-ap-no-2-fdk')(closure(world(turtle)));
    expect(results.length === 0).toBe(fdk.length === 0);
  },
);

test('a distribution without a licence: a warning of both, nothing to the EU', async () => {
  const data = world('', '');
  expect(await everything(ourRun('dcat-ap-no-3-feed'), data)).toContain('DCAT-licence-missing');
  expect(await everything(ourRun('dcat-ap-no-2-fdk'), closure(data))).toEqual([
    'FDK-license-missing',
  ]);
  expect(await violations(ourRun('dcat-ap-3'), data)).toEqual([]);
});

test('the catalogue’s theme list is no part of a dataset, so it cannot cost it anything', async () => {
  const data = world(
    '<katalog/k> dcat:themeTaxonomy <http://publications.europa.eu/resource/authority/data-theme> .',
  );
  expect(await everything(ourRun('dcat-ap-no-2-fdk'), closure(data))).toEqual([]);
  expect(await violations(ourRun('dcat-ap-no-3-feed'), data)).toEqual([]);
});

async function violations(run: Run, data: readonly Quad[]): Promise<string[]> {
  const results = (await run(data)).filter(({ severity }) => severity === sh.Violation.value);
  return names(results.filter(({ focus }) => focus.startsWith(BASE)));
}

async function everything(run: Run, data: readonly Quad[]): Promise<string[]> {
  return names(await run(data));
}

function names(results: Awaited<ReturnType<Run>>): string[] {
  return [...new Set(results.map(({ shape }) => shape.replace(/^.*#/, '')))].sort();
}
