/** High-value datasets, judged on what is public (specs.md 3; Regulation (EU) 2023/138). */
import { describe, expect, test } from 'vitest';
import { HVD_REQUIREMENTS } from '../../src/model/hvd-report.js';
import { hvdCsv, hvdFaults, hvdText } from '../../src/portal/hvd/hvd-text.js';
import { BASE, lacks, only, READY, report, spoilt } from './hvd-world.js';

const DATASET = `${BASE}id/datasett/adresser`;
const FILE = `${BASE}id/distribusjon/adresser`;
const SERVICE = `${BASE}id/datatjeneste/adresser`;

describe('a dataset that meets every requirement', () => {
  test('is ready, and the Commission’s queries find it whole', () => {
    const found = report(READY);
    expect(lacks(found)).toEqual([]);
    expect(only(found)).toMatchObject({
      isReady: true,
      sight: { isListed: true, isNamed: true, files: [FILE], services: [SERVICE], unseen: [] },
    });
    expect(found.queries.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['1-datasett', 1],
      ['2-nedlasting', 1],
      ['3-api', 1],
      ['4-vilkar-for-api', 1],
      ['5-lisenser', 1],
      ['6-fullstendighet', 0],
    ]);
  });

  test('counts in the category above its own; the other five are there, empty', () => {
    const { categories } = report(READY);
    expect(
      categories.map(({ label, ready, datasets }) => [label['en'], ready, datasets.length]),
    ).toEqual([
      ['Geospatial', 1, 1],
      ['Earth observation and environment', 0, 0],
      ['Meteorological', 0, 0],
      ['Statistics', 0, 0],
      ['Companies and company ownership', 0, 0],
      ['Mobility', 0, 0],
    ]);
    expect(categories[0]?.tallies.api).toEqual({ met: 1, total: 1 });
    expect(categories[1]?.tallies.api).toEqual({ met: 0, total: 0 });
  });

  test('a report is the same however the statements come', () => {
    const backwards = READY.trim().split('\n').reverse().join('\n');
    expect(report(backwards)).toEqual(report(READY));
  });
});

describe('what is missing is told of the thing that lacks it', () => {
  test.each([
    [
      '<datasett/adresser> dcatap:hvdCategory',
      'category datasett/adresser Datasettet viser til forordningen, men står ikke i noen kategori.',
    ],
    [
      '<datasett/adresser> dcatap:applicableLegislation',
      'legislation datasett/adresser Datasettet viser ikke til forordningen, så ingen av EUs spørringer finner det.',
    ],
    [
      '<distribusjon/adresser> dcatap:applicableLegislation',
      'legislation distribusjon/adresser Filen viser ikke til forordningen, så rapporten til EU ser den ikke.',
    ],
    [
      '<datatjeneste/adresser> dcatap:applicableLegislation',
      'legislation datatjeneste/adresser API-et viser ikke til forordningen, så rapporten til EU ser det ikke.',
    ],
    [
      '<datasett/adresser> dcat:distribution',
      'bulk datasett/adresser Dataene kan ikke lastes ned samlet.',
    ],
    [
      '<datatjeneste/adresser> dcat:servesDataset',
      'api datasett/adresser Dataene kan ikke hentes gjennom et API.',
    ],
    [
      '<datasett/adresser> dct:accessRights',
      'licence datasett/adresser Datasettet er ikke åpent for alle.',
    ],
    ['<distribusjon/adresser> dct:license', 'licence distribusjon/adresser Lisensen mangler.'],
    ['<datatjeneste/adresser> dct:license', 'licence datatjeneste/adresser Lisensen mangler.'],
    [
      '<distribusjon/adresser> dct:format',
      'machineReadable datasett/adresser Ingen av filene har et maskinlesbart format.',
    ],
    [
      '<datatjeneste/adresser> dcat:contactPoint',
      'contact datatjeneste/adresser Kontaktpunkt med e-post eller skjema mangler.',
    ],
    [
      '<datatjeneste/adresser> foaf:page',
      'documentation datatjeneste/adresser API-et mangler dokumentasjon.',
    ],
    [
      '<datatjeneste/adresser> dcat:endpointDescription',
      'documentation datatjeneste/adresser API-et mangler en maskinlesbar beskrivelse, som OpenAPI.',
    ],
    [
      '<datatjeneste/adresser> kdm:serviceQuality',
      'serviceQuality datatjeneste/adresser API-et sier ikke hvilken oppetid, ytelse og kapasitet det har.',
    ],
  ])('without %s', (line, expected) => {
    expect(lacks(spoilt(line))).toEqual([expected]);
  });

  test('an English title and description are asked of dataset and API', () => {
    const norwegian = READY.replace(/ , "[^"]*"@en/g, '');
    expect(lacks(report(norwegian)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'english datasett/adresser',
      'english datatjeneste/adresser',
      'english datasett/adresser',
      'english datatjeneste/adresser',
    ]);
  });

  test('a contact point that nobody can write to is none', () => {
    const found = lacks(spoilt('<kontakt/kart> vcard:hasEmail'));
    expect(found.map((line) => line.split(' ')[1])).toEqual([
      'datasett/adresser',
      'datatjeneste/adresser',
    ]);
  });

  test.each([
    ['lic:NLOD_1_0', ['licence distribusjon/adresser Lisensen er ikke åpen nok.']],
    ['lic:NLOD_2_0', []],
    ['<https://deed.example/by> . <https://deed.example/by> skos:exactMatch lic:CC_BY_4_0', []],
    ['<https://deed.example/by>', ['licence distribusjon/adresser Lisensen er ikke åpen nok.']],
  ])('the licence %s', (licence, expected) => {
    const found = spoilt(
      '<distribusjon/adresser> dct:license',
      `<distribusjon/adresser> dct:license ${licence} .`,
    );
    expect(lacks(found)).toEqual(expected);
  });

  test('a category that is not on the list is told, and the dataset stands in none of the six', () => {
    const found = spoilt(
      '<datasett/adresser> dcatap:hvdCategory',
      '<datasett/adresser> dcatap:hvdCategory bna:c_00000000 .',
    );
    expect(lacks(found)).toEqual([
      'category datasett/adresser Kategorien finnes ikke i EUs liste.',
    ]);
    expect(found.categories.at(-1)).toMatchObject({
      label: { nb: 'Uten kjent kategori' },
      datasets: [DATASET],
    });
  });

  test('a file for the eye alone is not machine-readable', () => {
    const found = spoilt(
      '<distribusjon/adresser> dct:format',
      '<distribusjon/adresser> dct:format ft:PDF .',
    );
    expect(only(found).states.machineReadable).toBe('lacking');
  });

  test('a distribution that only leads to the API is no download', () => {
    const found = report(
      `${READY}<distribusjon/adresser> dcat:accessService <datatjeneste/adresser> .`,
    );
    expect(lacks(found)).toEqual(['bulk datasett/adresser Dataene kan ikke lastes ned samlet.']);
  });

  test('files beside the marked one need neither licence nor format', () => {
    const found = report(`${READY}<datasett/adresser> dcat:distribution <distribusjon/kart> .
      <distribusjon/kart> a dcat:Distribution ; dcat:accessURL <https://prove.example/kart.pdf> .`);
    expect(lacks(found)).toEqual([]);
    expect(only(found).sight.unseen).toEqual([`${BASE}id/distribusjon/kart`]);
  });
});

describe('status is declared, never inferred', () => {
  test('without mark and category nothing is judged, whatever the dataset is like', () => {
    expect(spoilt(/datasett\/adresser> dcatap:/).datasets).toEqual([]);
  });

  test('a series asks nothing of itself: its members are asked', () => {
    const found = report(
      `${READY}<serie/s> a dcat:DatasetSeries , dcat:Dataset ; dcatap:hvdCategory bna:c_c3de25e4 .`,
    );
    expect(found.datasets.map(({ iri }) => iri)).toEqual([DATASET]);
  });
});

describe('waivers', () => {
  const WITHOUT_API = /datatjeneste/;
  const REASON = 'Vedlegget krever bare nedlasting.';

  test('a reason in words stands for what the annex does not ask for', () => {
    const found = only(spoilt(WITHOUT_API, `<datasett/adresser> kdm:apiWaiver "${REASON}"@nb .`));
    expect(found).toMatchObject({
      isReady: true,
      states: { api: 'waived', documentation: 'notRelevant', serviceQuality: 'notRelevant' },
      waivers: [{ requirement: 'api', reason: { nb: REASON } }],
    });
  });

  test('a waived requirement counts as met; one that nobody is asked for counts nowhere', () => {
    const [geospatial] = spoilt(
      WITHOUT_API,
      `<datasett/adresser> kdm:apiWaiver "${REASON}"@nb .`,
    ).categories;
    expect(geospatial?.tallies).toMatchObject({
      api: { met: 1, total: 1 },
      documentation: { met: 0, total: 0 },
    });
  });

  test('the API’s waiver does not stand for the download', () => {
    const found = spoilt(
      '<datasett/adresser> dcat:distribution',
      `<datasett/adresser> kdm:apiWaiver "${REASON}"@nb .`,
    );
    expect(only(found).states.bulk).toBe('lacking');
  });
});

describe('the Commission’s queries see only what is marked', () => {
  test('an unmarked dataset is in no row, though its file and API are marked', () => {
    const found = spoilt('<datasett/adresser> dcatap:applicableLegislation');
    expect(found.queries.map(({ rows }) => rows.length)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(only(found).sight).toMatchObject({ isListed: false, unseen: [FILE, SERVICE] });
  });

  test('an API is found by way of a marked distribution, too', () => {
    const found = spoilt(
      '<datatjeneste/adresser> dcat:servesDataset',
      '<distribusjon/adresser> dcat:accessService <datatjeneste/adresser> ; dcat:downloadURL <https://prove.example/a.csv> .',
    );
    expect(lacks(found)).toEqual([]);
    expect(only(found).sight.services).toEqual([SERVICE]);
  });

  test('without an English title the row is nameless', () => {
    const found = only(report(READY.replace('"Adresser"@nb , "Addresses"@en', '"Adresser"@nb')));
    expect(found.sight).toMatchObject({ isListed: true, isNamed: false });
  });

  test('the sixth query lists what is incomplete', () => {
    const { queries } = spoilt(
      /<datatjeneste\/adresser> (foaf:page|dct:license)|distribusjon\/adresser> dct:license/,
    );
    expect(queries[5]?.rows).toEqual([
      [DATASET, SERVICE, 'http://purl.org/dc/terms/license'],
      [DATASET, SERVICE, 'http://xmlns.com/foaf/0.1/page'],
      [DATASET, FILE, 'http://purl.org/dc/terms/license'],
    ]);
  });
});

describe('in a terminal and in a spreadsheet', () => {
  test('the text says how many are ready, and of the others what to do', () => {
    expect(hvdText(report(READY), 'nb').split('\n')[0]).toBe(
      'Datasett av høy verdi: 1 av 1 er klare',
    );
    expect(hvdText(spoilt('<datatjeneste/adresser> kdm:serviceQuality'), 'en')).toBe(
      [
        'High-value datasets: 0 of 1 are ready',
        ...['', 'Geospatial: 0/1', '  Quality of service 0/1'],
        ...['Earth observation and environment', 'Meteorological', 'Statistics'].flatMap((one) => [
          '',
          `${one}: 0/0`,
        ]),
        ...['Companies and company ownership', 'Mobility'].flatMap((one) => ['', `${one}: 0/0`]),
        ...['', 'What is missing:', '  Addresses'],
        '    Address API: The API does not say what availability, performance and capacity it has. Give the page that says so in the column “tjenestekvalitet”.',
        ...[
          '',
          'Rows of the queries the EU reports with:',
          '  The datasets: 1',
          '  Bulk download: 1',
          '  APIs: 1',
        ],
        ...['  Terms of the APIs: 1', '  Licences: 1', '  What is incomplete: 0', ''],
      ].join('\n'),
    );
  });

  test('says so when nothing is marked', () => {
    expect(hvdText(report(''), 'nn')).toBe('Ingen datasett er merkte som datasett av høg verdi.\n');
  });

  test('a row a dataset, a column a requirement', () => {
    const [head, row, end] = hvdCsv(spoilt('<datatjeneste/adresser> foaf:page')).split('\r\n');
    expect(head?.split(',')).toHaveLength(4 + HVD_REQUIREMENTS.length + 3);
    expect(row).toBe(
      `Adresser,${DATASET},Adresser,nei,ja,ja,ja,ja,ja,ja,ja,nei,ja,ja,ja,Adresse-API: API-et mangler dokumentasjon.,`,
    );
    expect(end).toBe('');
  });
});

describe('what stops a run', () => {
  const ready = report(READY);

  test('nothing when all is well', () => {
    expect(hvdFaults(ready, ready)).toEqual([]);
  });

  test.each([
    [
      '<datasett/adresser> dcatap:applicableLegislation',
      [
        'Adresser: er merket, men ingen av EUs spørringer finner det.',
        'Adresser: var klart forrige gang, men er det ikke nå.',
      ],
    ],
    [
      '<datatjeneste/adresser> foaf:page',
      ['Adresser: var klart forrige gang, men er det ikke nå.'],
    ],
    [/datasett\/adresser> dcatap:/, ['Adresser: er ikke lenger merket som datasett av høy verdi.']],
  ])('without %s', (line, expected) => {
    expect(hvdFaults(spoilt(line), ready).map(({ nb }) => nb)).toEqual(expected);
  });

  test('a file that the queries found last time and find no more', () => {
    const notReady = spoilt('<datatjeneste/adresser> foaf:page');
    const worse = spoilt(/<datatjeneste\/adresser> foaf:page|<distribusjon\/adresser> dcatap/);
    expect(hvdFaults(worse, notReady).map(({ nb }) => nb)).toEqual([
      'Adresser: en fil eller et API som EUs spørringer fant forrige gang, finner de ikke nå.',
    ]);
  });

  test('what was never ready is work to do, no fault', () => {
    const notReady = spoilt('<datatjeneste/adresser> foaf:page');
    expect(hvdFaults(notReady, notReady)).toEqual([]);
  });
});
