/** Done-when 4: what people write, and what they must find first in the published sample of Oslo (site.md 6). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchFile } from '../../src/model/search-file.js';
import { SearchIndex } from '../../src/search/search-index.js';
import { tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

let temp: TempCatalogue;
let index: SearchIndex;
beforeAll(async () => {
  temp = await tempCatalogue('oslo');
  await temp.harvest();
  await temp.publish();
  const file = (await temp.publicTree()).get('sok.json');
  index = new SearchIndex(JSON.parse(String(file)) as SearchFile);
}, 300_000);
afterAll(() => temp[Symbol.asyncDispose]());

/** The first hits, in order; what is expected after the first may be left out. */
const QUERIES: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'plain words, inflected': [
    ['barnehage', 'datasett/barnehager', 'datasett/barnehagedekning-per-bydel'],
    ['barnehager', 'datasett/barnehager'],
    ['barnehagene', 'datasett/barnehager'],
    ['BARNEHAGER', 'datasett/barnehager'],
    ['skoler', 'datasett/skoler'],
    ['luftkvaliteten', 'datasett/luftkvalitet-dogn', 'datatjeneste/luftkvalitet-api'],
    ['biblioteker', 'datasett/bibliotekutlan'],
    ['bygninger', 'datasett/bygninger'],
    ['museumssamlingen', 'datasett/museumssamling'],
    ['elever', 'datasett/elevregister'],
    ['lekeplassene', 'datasett/lekeplasser'],
    ['levekårene', 'datasett/levekar-per-bydel'],
    ['kulturminner', 'datasett/kulturminner'],
    ['planregisteret', 'datasett/planregister'],
  ],
  'compounds, both ways': [
    ['luft kvalitet', 'datasett/luftkvalitet-dogn'],
    ['barnehage plasser', 'datasett/barnehager'],
    ['plasser i barnehage', 'datasett/barnehager'],
    ['barnehageplasser', 'datasett/barnehageplasser-kvartal'],
    ['vannkvalitet', 'datasett/drikkevannskvalitet'],
    ['vannkvaliteten på badeplassene', 'datasett/badevannskvalitet-2026'],
    ['kvalitet på drikkevann', 'datasett/drikkevannskvalitet'],
    ['vannledning', 'datasett/ledningskart'],
    ['søppeltømming', 'system/p2ikacbfi7'],
    ['sykkel vei', 'datasett/sykkelveinett'],
    ['sykkeltelling', 'datasett/sykkeltellinger'],
    ['gateparkering', 'datasett/parkeringsplasser'],
  ],
  'typing errors': [
    ['luftkvalitett', 'datasett/luftkvalitet-dogn'],
    ['folkemegde', 'datasett/folkemengde-per-bydel-2026'],
    ['barnhage', 'datasett/barnehager'],
    ['barenhage', 'datasett/barnehager'],
    ['bibiliotek', 'datasett/bibliotekutlan'],
    ['parkring', 'datasett/parkeringsplasser'],
    ['sykeltelling', 'datasett/sykkeltellinger'],
    ['drikkevan', 'datasett/drikkevannskvalitet'],
  ],
  'letters of other keyboards': [
    ['sykefravaer', 'datasett/bgo-sykefravar-apen'],
    ['sykefraver', 'datasett/bgo-sykefravar-apen'],
    ['okonomi', 'datasett/budsjett-per-sektor'],
    ['levekaar', 'datasett/levekar-per-bydel'],
    ['bytraer', 'datasett/bytraer'],
    ['ostensjo', 'virksomhet/311321641'],
    ['grunerlokka', 'virksomhet/311241230'],
    ['soppel', 'datasett/gjenvinningspunkter', 'system/p2ikacbfi7'],
  ],
  nynorsk: [
    ['barnehagane', 'datasett/barnehager'],
    ['skular', 'datasett/skoler'],
    ['folkemengd', 'datasett/folkemengde-per-bydel-2026'],
    ['sjukefråvær', 'datasett/bgo-sykefravar-apen'],
    ['heimeteneste', 'datasett/bgo-hjemmetjeneste-gull'],
    ['sjukeheim', 'datasett/sykehjemsopphold'],
    ['leikeplass', 'datasett/lekeplasser'],
    ['drikkevatn', 'datasett/drikkevannskvalitet'],
    ['badevatn', 'datasett/badevannskvalitet-2026'],
    ['sykkelveg', 'datasett/sykkelveinett'],
    ['rekneskap', 'datasett/budsjett-per-sektor'],
    ['skjenkeløyve', 'datasett/serveringsbevillinger'],
  ],
  'columns of the files': [
    ['pm25', 'datasett/luftkvalitet-dogn'],
    ['PM10', 'datasett/luftkvalitet-dogn'],
    ['postnummer', 'datasett/adresser'],
    ['planteår', 'datasett/bytraer'],
    ['enebolig', 'datasett/boforhold-per-bydel'],
    ['orgnr', 'datasett/serveringsbevillinger'],
    ['hc plasser', 'datasett/parkeringsplasser'],
    ['lekeplass_id', 'datasett/lekeplasser'],
  ],
  'everyday words': [
    ['folketall', 'datasett/folkemengde-per-bydel-2026'],
    ['innbyggertall', 'datasett/folkemengde-per-bydel-2026'],
    ['søppel', 'datasett/gjenvinningspunkter', 'system/p2ikacbfi7'],
    ['boss', 'datasett/gjenvinningspunkter'],
    ['kloakk', 'datasett/ledningskart'],
    ['hjemmesykepleie', 'datasett/bgo-hjemmetjeneste-gull'],
    ['aldershjem', 'datasett/sykehjemsopphold'],
    ['byggetillatelse', 'datasett/byggesaksarkiv'],
    ['solceller på tak', 'datasett/solpotensial-tak'],
    ['strømforbruk', 'datasett/energibruk-formalsbygg'],
    ['fattigdom', 'datasett/levekar-per-bydel'],
    ['uromelding', 'datasett/bekymringsmeldinger-barnevern'],
    ['førskole', 'datasett/barnehager'],
    ['svevestøv', 'datasett/luftkvalitet-dogn'],
    ['sykkelsti', 'datasett/sykkelveinett'],
    ['vgs', 'datasett/skoler'],
  ],
  English: [
    ['population', 'datasett/folkemengde-per-bydel-2026'],
    ['air quality', 'datasett/luftkvalitet-dogn'],
    ['library', 'datasett/bibliotekutlan'],
    ['libraries', 'datasett/bibliotekutlan'],
    ['school', 'datasett/skoler'],
    ['sick leave', 'datasett/bgo-sykefravar-apen'],
    ['waste', 'datasett/gjenvinningspunkter'],
    ['nursing home', 'datasett/sykehjemsopphold'],
    ['bike lane', 'datasett/sykkelveinett'],
    ['playground', 'datasett/lekeplasser'],
    ['social assistance', 'datasett/okonomisk-sosialhjelp'],
    ['tree', 'datasett/bytraer'],
  ],
  organisations: [
    ['VAV', 'virksomhet/311080415'],
    ['BYM', 'virksomhet/311095048'],
    ['PBE', 'virksomhet/311087738'],
    ['deb', 'virksomhet/311168134'],
    ['bymiljøetaten', 'virksomhet/311095048'],
    ['Byrådsavdeling for helse', 'virksomhet/311029258'],
    ['bydel østensjø', 'virksomhet/311321641'],
  ],
  'as people ask': [
    ['hva er luftkvaliteten i oslo', 'datasett/luftkvalitet-dogn'],
    ['data om barnehager', 'datasett/barnehager'],
    ['barnehage oslo kommune', 'datasett/barnehager'],
    ['befolkning bydel 2025', 'datasett/folkemengde-per-bydel-2025'],
    ['folkemengde 2024', 'datasett/folkemengde-per-bydel-2024'],
    ['api for luftkvalitet', 'datasett/luftkvalitet-dogn', 'datatjeneste/luftkvalitet-api'],
    ['barnehage geojson', 'datasett/barnehager'],
    ['datasett om sykefravær', 'datasett/bgo-sykefravar-apen'],
  ],
};

describe.each(Object.entries(QUERIES))('%s', (_kind, rows) => {
  test.each(rows)('«%s» finds %s first', (text, ...expected) => {
    const { hits } = index.search({ text });
    const found = hits.map(({ iri }) => iri.replace('https://data.oslo.example/id/', ''));
    expect(found.slice(0, expected.length)).toEqual(expected);
  });
});

describe('a proposal', () => {
  test.each([
    ['skloe', 'skole'],
    ['folkemegde', 'folkemengde'],
    ['sykefraver', 'sykefravær'],
    ['hjmemetjeneste', 'hjemmetjeneste'],
  ])('for «%s» is «%s»', (text, expected) => {
    const request = { text };
    expect(index.proposal(request, index.search(request))).toBe(expected);
  });

  test.each(['skole', 'barnehagane', 'VAV', 'xyzzy', 'søppel', 'luftkvalitett', ''])(
    'is not made for «%s»',
    (text) => {
      const request = { text };
      expect(index.proposal(request, index.search(request))).toBeUndefined();
    },
  );

  test('is one that finds more', () => {
    const request = { text: 'sykefraver' };
    const answer = index.search(request);
    const better = index.search({ text: index.proposal(request, answer) ?? '' });
    expect([answer.hits.length, better.hits.length]).toEqual([4, 8]);
  });
});

describe('suggestions', () => {
  test.each([
    ['barneh', 'datasett/barnehager'],
    ['luftk', 'datasett/luftkvalitet-dogn'],
    ['sykefravae', 'datasett/bgo-sykefravar-apen'],
    ['folkemengde per bydel 2025', 'datasett/folkemengde-per-bydel-2025'],
    ['kinderg', 'datasett/barnehager'],
    ['vav', 'virksomhet/311080415'],
    ['grunerl', 'virksomhet/311241230'],
    ['bilbiotek', 'virksomhet/311168134'],
  ])('for «%s» begin with %s', (text, expected) => {
    const [first] = index.suggest(text, 8);
    expect(first?.iri).toBe(`https://data.oslo.example/id/${expected}`);
  });

  test('are as many as were asked for, and none for what nothing is called', () => {
    expect(index.suggest('b', 8)).toHaveLength(8);
    expect(index.suggest('xyzzy', 8)).toEqual([]);
  });
});
