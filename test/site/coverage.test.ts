import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CoverageReport } from '../../src/model/coverage-report.js';
import { tableRows } from '../support/html-table.js';
import { BASE, startSite, type TestSite } from './site-server.js';

const MODEL = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix iv3: <https://w3id.org/datavev/kode/iv3/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
<${BASE}id/objekttype/skole> a m:ObjectType ; dct:title "Skole"@nb , "Skule"@nn , "School"@en ; kdm:policyArea iv3:4 ; kdm:inCoverageScope true .
<${BASE}id/objekttype/trinn> a m:ObjectType ; dct:title "Trinn"@nb ; kdm:policyArea iv3:4 ; kdm:inCoverageScope true .
<${BASE}id/objekttype/klasse> a m:ObjectType ; dct:title "Klasse"@nb ; kdm:policyArea iv3:4 .
<${BASE}id/datasett/apent> kdm:realises <${BASE}id/objekttype/skole> , <${BASE}id/objekttype/klasse> .
<${BASE}id/realisering/1> a kdm:Realisation ; kdm:dataset <${BASE}id/datasett/apent> ; kdm:objectType <${BASE}id/objekttype/skole> ;
  kdm:authoritative true .
`;

let site: TestSite;
let empty: TestSite;
beforeAll(async () => {
  [site, empty] = await Promise.all([startSite(MODEL), startSite()]);
});
afterAll(() => Promise.all([site.close(), empty.close()]));

describe('the page', () => {
  test('shows each object type with its datasets and their systems, in words beside the mark', async () => {
    expect(tableRows(await (await site.get('/nb/dekning')).text())).toEqual([
      [
        'Klasse utenfor det kommunen har satt seg fore å dekke',
        '✓ Ja',
        'Åpent datasett',
        'Fagsystemet',
      ],
      ['Skole', '✓ Ja', 'Åpent datasett autoritativ kilde', 'Fagsystemet'],
      ['Trinn', '– Nei', 'ingen her', 'ingen her'],
    ]);
  });

  test('gives the figures in words, for the catalogue and for each area, with links to the areas', async () => {
    const html = await (await site.get('/nb/dekning')).text();
    const facts = [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(
      ([, term = '', text = '']) => `${term}: ${text.replace(/<[^>]*>/g, '').trim()}`,
    );
    expect(facts).toEqual([
      'Objekttyper med datasett: 1 av 2 (50 %)',
      'Datasett knyttet til modellen: 1 av 4 (25 %)',
      'Objekttyper med datasett: 1 av 2 (50 %)',
      'Datasett knyttet til modellen: 1 av 1 (100 %)',
      'Uten politikkområde: Datasett knyttet til modellen: 0 av 3 (0 %)',
    ]);
    const anchors = [...html.matchAll(/href="#([^"]+)">(\d+ [^<]+)</g)];
    expect(anchors.map(([, id, text]) => [id, text])).toEqual([
      ['omrade-4-h', '4 Oppvekst og utdanning'],
    ]);
    for (const [, id = ''] of anchors) expect(html).toContain(`id="${id}"`);
  });

  test.each([
    ['nb', 'Dekning av informasjonsmodellen', 'Skole'],
    ['nn', 'Dekning av informasjonsmodellen', 'Skule'],
    ['en', 'Coverage of the information model', 'School'],
  ])('speaks %s', async (lang, heading, objectType) => {
    const response = await site.get(`/${lang}/dekning`);
    const html = await response.text();
    expect(response.headers.get('content-language')).toBe(lang);
    expect(html).toContain(`>${heading}</h1>`);
    expect(tableRows(html).map(([first]) => first)).toContain(objectType);
    expect(html).toContain(`href="/${lang}/datasett/apent"`);
  });

  test('says so when no model is published', async () => {
    const html = await (await empty.get('/nb/dekning')).text();
    expect(html).toContain('Det er ikke publisert noen informasjonsmodell ennå');
    expect(html).not.toContain('<table');
  });

  test('is found from the home page, and without a language leads to the reader’s', async () => {
    expect(await (await site.get('/nb/')).text()).toContain('href="/nb/dekning"');
    const response = await site.get('/dekning', { 'accept-language': 'nn' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/nn/dekning']);
    expect((await site.get('/xx/dekning')).status).toBe(404);
  });
});

describe('the downloads', () => {
  test('JSON is the report that the page shows', async () => {
    const response = await site.get('/dekning.json');
    const report = (await response.json()) as CoverageReport;
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(report.tallies).toEqual({
      objectTypes: { met: 1, total: 2 },
      linkedDatasets: { met: 1, total: 4 },
    });
  });

  test('CSV has a row for each object type and dataset', async () => {
    const response = await site.get('/dekning.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await response.text()).split('\r\n')[1]).toBe(
      `Oppvekst og utdanning,Klasse,${BASE}id/objekttype/klasse,Åpent datasett,${BASE}id/datasett/apent,Fagsystemet,,`,
    );
  });
});
