/** What two EU acts ask of the register: high-value datasets (2023/138) and protected data (2022/868 article 8). */
import { describe, expect, test } from 'vitest';
import datasetRegister from '../../harvesters/dataset-register/index.js';
import {
  BASE,
  fetchAll,
  filesOf,
  findings,
  mapAll,
  type Mapped,
} from './dataset-register-support.js';

const PREFIXES: readonly (readonly [string, string])[] = [
  ['http://data.europa.eu/eli/', 'eli:'],
  ['http://data.europa.eu/r5r/', 'dcatap:'],
  ['http://data.europa.eu/bna/', 'bna:'],
  ['http://data.europa.eu/m8g/', 'cv:'],
  ['http://purl.org/dc/terms/', 'dct:'],
  ['http://www.w3.org/ns/dcat#', 'dcat:'],
  ['http://xmlns.com/foaf/0.1/', 'foaf:'],
  ['http://schema.theodi.org/odrs#', 'odrs:'],
  ['https://data.norge.no/vocabulary/dcatno#', 'dcatno:'],
  ['https://w3id.org/datavev/def/kdm#', 'kdm:'],
  ['http://publications.europa.eu/resource/authority/', 'eu:'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:'],
  [`${BASE}id/`, ''],
];
function short(iri: string): string {
  const [base, prefix] = PREFIXES.find(([one]) => iri.startsWith(one)) ?? ['', ''];
  return prefix + iri.slice(base.length);
}

interface Tables {
  readonly serier?: Readonly<Record<string, string>>;
  readonly datasett?: Readonly<Record<string, string>>;
  readonly distribusjoner?: Readonly<Record<string, string>>;
  readonly apier?: Readonly<Record<string, string>>;
}

/** One row a table, and what each always has. */
async function mapped(tables: Tables): Promise<Mapped> {
  const given: Readonly<Record<keyof Tables, Record<string, string>>> = {
    serier: { serie_id: 's', tittel_nb: 'S', utgiver: 'MIL', kontakt: 'k' },
    datasett: {
      ...{ datasett_id: 'd', tittel_nb: 'T', beskrivelse_nb: 'B', utgiver: 'MIL', kontakt: 'k' },
      ...{ tema: 'ENVI', tilgang: 'RESTRICTED', postklasse: 'Åpen' },
    },
    distribusjoner: {
      distribusjon_id: 'f',
      datasett_id: 'd',
      tilgangs_url: 'https://prove.example/f',
    },
    apier: { api_id: 'a', tittel_nb: 'A', endepunkt: 'https://prove.example/a', datasett: 'd' },
  };
  const csv = (name: keyof Tables): string => {
    const row = { ...given[name], ...tables[name] };
    return `${Object.keys(row).join(';')}\n${Object.values(row).join(';')}\n`;
  };
  const files = filesOf({
    'r/kontakter.csv': 'kontakt_id;navn\nk;Gruppe\n',
    ...Object.fromEntries(
      (Object.keys(given) as (keyof Tables)[]).map((name) => [`r/${name}.csv`, csv(name)]),
    ),
  });
  const options = datasetRegister.options.parse({ folder: 'r' });
  const source = { id: 'datasett', kind: 'dataset-register', options };
  const { records } = await fetchAll(datasetRegister, source, files);
  return mapAll(datasetRegister, source, records, {
    aliases: { 'virksomhet:MIL': ['id/virksomhet/mil'] },
  });
}

/** `subject property value` of what the tables say about the acts, without what every row says. */
async function statements(tables: Tables): Promise<string[]> {
  const ABOUT =
    /^(dcatap:|cv:|dct:rights|dcatno:|odrs:|kdm:(api|bulk|service)|foaf:page|dcat:byteSize)/;
  const { quads } = await mapped(tables);
  return quads
    .filter(
      ({ predicate, subject }) =>
        ABOUT.test(short(predicate.value)) || /\/(vilkar|gebyr)\//.test(subject.value),
    )
    .map(({ subject, predicate, object }) =>
      [subject, predicate, object].map(({ value }) => short(value)).join(' '),
    )
    .sort();
}
const issuesOf = async (tables: Tables): Promise<string[]> =>
  findings((await mapped(tables)).issues).filter((one) => !one.includes('FIELD_MISSING'));

const HVD = 'eli:reg_impl/2023/138/oj';

describe('high-value datasets', () => {
  test('one category in the row of the dataset marks dataset, distribution and service', async () => {
    expect(await statements({ datasett: { hvd_kategori: 'c_c3de25e4' } })).toEqual([
      `datasett/d dcatap:applicableLegislation ${HVD}`,
      'datasett/d dcatap:hvdCategory bna:c_c3de25e4',
      `datatjeneste/a dcatap:applicableLegislation ${HVD}`,
      'datatjeneste/a dcatap:hvdCategory bna:c_c3de25e4',
      `distribusjon/f dcatap:applicableLegislation ${HVD}`,
    ]);
  });

  test('without a category nothing is marked: status is declared, never inferred', async () => {
    expect(await statements({ distribusjoner: { hvd: 'ja' }, apier: { hvd: 'ja' } })).toEqual([]);
  });

  test('a distribution and a service that say no are left out', async () => {
    const tables = {
      datasett: { hvd_kategori: 'c_c3de25e4' },
      distribusjoner: { hvd: 'nei' },
      apier: { hvd: 'Nei' },
    };
    expect(await statements(tables)).toEqual([
      `datasett/d dcatap:applicableLegislation ${HVD}`,
      'datasett/d dcatap:hvdCategory bna:c_c3de25e4',
    ]);
  });

  test('a word that is neither yes nor no is told, and changes nothing', async () => {
    const tables = { datasett: { hvd_kategori: 'c_c3de25e4' }, distribusjoner: { hvd: 'kanskje' } };
    expect(await issuesOf(tables)).toEqual(['distribusjon f LABEL_UNKNOWN']);
    expect(await statements(tables)).toContain(
      `distribusjon/f dcatap:applicableLegislation ${HVD}`,
    );
  });

  test('a series bears the mark and its category', async () => {
    expect(await statements({ serier: { hvd_kategori: 'c_43f88346' } })).toEqual([
      `serie/s dcatap:applicableLegislation ${HVD}`,
      'serie/s dcatap:hvdCategory bna:c_43f88346',
    ]);
  });

  test('waivers are words of a person', async () => {
    const datasett = {
      hvd_uten_api: 'Vedlegget krever bare nedlasting.',
      hvd_uten_nedlasting: 'For stort.',
    };
    expect(await statements({ datasett })).toEqual([
      'datasett/d kdm:apiWaiver Vedlegget krever bare nedlasting.',
      'datasett/d kdm:bulkWaiver For stort.',
    ]);
  });

  test('the page on quality of service is a page like others to portals, and known as what it is to us', async () => {
    const apier = {
      dokumentasjon: 'https://prove.example/om',
      tjenestekvalitet: 'https://prove.example/drift',
    };
    expect(await statements({ apier })).toEqual([
      'datatjeneste/a foaf:page https://prove.example/drift',
      'datatjeneste/a foaf:page https://prove.example/om',
      'datatjeneste/a kdm:serviceQuality https://prove.example/drift',
    ]);
    expect(await issuesOf({ apier: { tjenestekvalitet: 'god' } })).toEqual([
      'datatjeneste a IRI_INVALID',
    ]);
  });
});

describe('protected data', () => {
  test('the act, the conditions, the form and the fee', async () => {
    const datasett = {
      ...{ vernede_data: 'ja', vilkar_nb: 'Bare til forskning.', vilkar_en: 'Research only.' },
      ...{
        sok_tilgang: 'https://prove.example/sok',
        gebyr_kroner: '1 750,50',
        gebyr_nb: 'Per uttrekk.',
      },
    };
    expect(await statements({ datasett })).toEqual([
      'datasett/d cv:hasCost gebyr/d',
      'datasett/d dcatap:applicableLegislation eli:reg/2022/868/oj',
      'datasett/d dcatno:accessRequestURL https://prove.example/sok',
      'datasett/d dct:rights vilkar/d',
      'datasett/d foaf:page https://prove.example/sok',
      'gebyr/d cv:currency eu:currency/NOK',
      'gebyr/d cv:hasValue 1750.50',
      'gebyr/d dct:description Per uttrekk.',
      `gebyr/d kdm:recordClass ${BASE}kode/konfidensialitet/apen`,
      'gebyr/d rdf:type cv:Cost',
      'vilkar/d dct:description Bare til forskning.',
      'vilkar/d dct:description Research only.',
      `vilkar/d kdm:recordClass ${BASE}kode/konfidensialitet/apen`,
      'vilkar/d odrs:reuserGuidelines https://prove.example/sok',
      'vilkar/d rdf:type dct:RightsStatement',
      'vilkar/d rdf:type odrs:RightsStatement',
    ]);
  });

  test.each([
    ['nei', [], []],
    ['', [], []],
    ['vet ikke', [], ['datasett d CODE_UNKNOWN']],
  ])('«%s» is no mark', async (vernede_data, expected, issues) => {
    expect(await statements({ datasett: { vernede_data } })).toEqual(expected);
    expect(await issuesOf({ datasett: { vernede_data } })).toEqual(issues);
  });

  test('free of charge is an amount, too', async () => {
    expect(await statements({ datasett: { gebyr_kroner: '0' } })).toContain(
      'gebyr/d cv:hasValue 0',
    );
  });

  test.each([
    [{ gebyr_kroner: 'etter avtale' }, ['datasett d CODE_UNKNOWN']],
    [{ gebyr_kroner: '-5' }, ['datasett d CODE_UNKNOWN']],
    [{ sok_tilgang: 'ring oss', vilkar_nb: 'V' }, ['datasett d IRI_INVALID']],
  ])('%j is told once and not stated', async (datasett, issues) => {
    expect(await issuesOf({ datasett })).toEqual(issues);
    expect((await statements({ datasett })).join()).not.toMatch(
      /hasCost|accessRequestURL|Guidelines/,
    );
  });
});

test('the size of a file that lies elsewhere is stated as it is written', async () => {
  expect(await statements({ distribusjoner: { bytes: '48318382080' } })).toEqual([
    'distribusjon/f dcat:byteSize 48318382080',
  ]);
  expect(await issuesOf({ distribusjoner: { bytes: '45 GB' } })).toEqual([
    'distribusjon f CODE_UNKNOWN',
  ]);
});
