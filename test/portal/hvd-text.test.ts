/** The high-value report in a terminal and in a spreadsheet, and what stops a run (`npm run portal -- hvd`). */
import { describe, expect, test } from 'vitest';
import { HVD_REQUIREMENTS } from '../../src/model/hvd-report.js';
import { hvdCsv, hvdFaults, hvdText } from '../../src/portal/hvd/hvd-text.js';
import { BASE, READY, report, spoilt } from './hvd-world.js';

const DATASET = `${BASE}id/datasett/adresser`;

describe('in a terminal and in a spreadsheet', () => {
  test('the text says how many are ready, and of the others what to do', () => {
    expect(hvdText(report(READY), 'nb').split('\n')[0]).toBe(
      'Datasett av høy verdi: 1 av 1 er klare',
    );
    expect(hvdText(spoilt('<datatjeneste/adresser> kdm:serviceQuality'), 'en')).toBe(
      [
        'High-value datasets: 0 of 1 are ready',
        ...['', 'Geospatial: 0 of 1 ready', '  Quality of service 0/1'],
        ...['Earth observation and environment', 'Meteorological', 'Statistics'].flatMap((one) => [
          '',
          `${one}: no datasets`,
        ]),
        ...['Companies and company ownership', 'Mobility'].flatMap((one) => [
          '',
          `${one}: no datasets`,
        ]),
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
