/** `/hvd`: by category and requirement, what is missing, and what the Commission's queries find. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HvdReport } from '../../src/model/hvd-report.js';
import { tableRows } from '../support/html-table.js';
import { BASE, startSite, type TestSite } from './site-server.js';

/** One that is ready, with a reason instead of an API; one whose file is not marked, with an API without documentation. */
const HIGH_VALUE = `
@prefix ar: <http://publications.europa.eu/resource/authority/access-right/> .
@prefix bna: <http://data.europa.eu/bna/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcatap: <http://data.europa.eu/r5r/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix ft: <http://publications.europa.eu/resource/authority/file-type/> .
@prefix hvd: <http://data.europa.eu/eli/reg_impl/2023/138/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix lic: <http://publications.europa.eu/resource/authority/licence/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@base <${BASE}id/> .
<katalog/prove> dcat:dataset <datasett/adresser> , <datasett/vann> .
<datasett/adresser> a dcat:Dataset ; dct:title "Adresser"@nb , "Addresses"@en ; dct:description "Alle."@nb , "All."@en ;
  dct:accessRights ar:PUBLIC ; dcatap:hvdCategory bna:c_c3de25e4 ; dcatap:applicableLegislation hvd:oj ;
  dcat:contactPoint <kontakt/data> ; dcat:distribution <distribusjon/adresser> ;
  kdm:apiWaiver "Vedlegget krever bare nedlasting."@nb .
<distribusjon/adresser> a dcat:Distribution ; dct:title "Adresser som CSV"@nb ; dct:format ft:CSV ; dct:license lic:CC0 ;
  dcat:accessURL <https://prove.example/a> ; dcatap:applicableLegislation hvd:oj .
<datasett/vann> a dcat:Dataset ; dct:title "Vannkvalitet"@nb ; dct:description "Prøver."@nb , "Samples."@en ;
  dct:accessRights ar:PUBLIC ; dcatap:hvdCategory bna:c_43f88346 ; dcatap:applicableLegislation hvd:oj ;
  dcat:contactPoint <kontakt/data> ; dcat:distribution <distribusjon/vann> ; kdm:apiWaiver "Ingen bruker det ennå."@nb .
<distribusjon/vann> a dcat:Distribution ; dct:title "Vannkvalitet som CSV"@nb ; dct:format ft:CSV ; dct:license lic:CC0 ;
  dcat:accessURL <https://prove.example/v> .
`;

let site: TestSite;
let empty: TestSite;
beforeAll(async () => {
  [site, empty] = await Promise.all([startSite(HIGH_VALUE), startSite()]);
});
afterAll(() => Promise.all([site.close(), empty.close()]));

/** The page with its addresses as a browser reads them. */
async function page(path: string): Promise<string> {
  const html = await (await site.get(path)).text();
  return html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}
/** The part below a heading. */
function section(html: string, id: string): string {
  return new RegExp(`<section aria-labelledby="${id}-h".*?</section>`, 's').exec(html)?.[0] ?? '';
}
describe('the page', () => {
  test('has the six categories against the requirements, in words beside the mark', async () => {
    const matrix = tableRows(section(await page('/nb/hvd'), 'krav'));
    expect(matrix.map(([category, ready]) => [category, ready])).toEqual([
      ['Geografiske data', '1 av 1'],
      ['Jordobservasjon og miljø', '0 av 1'],
      ['Meteorologiske data', 'ingen'],
      ['Statistikk', 'ingen'],
      ['Selskaper og eierskap i selskaper', 'ingen'],
      ['Mobilitet', 'ingen'],
    ]);
    expect(matrix[1]?.slice(2, 5)).toEqual([
      '✓ 1 av 1',
      '0 av 1 : datasett i Jordobservasjon og miljø som mangler Viser til forordningen',
      '✓ 1 av 1',
    ]);
    expect(matrix[0]?.[9]).toBe('ikke aktuelt');
  });

  test('says of each dataset what is missing, of which part, and what to do', async () => {
    expect(tableRows(section(await page('/nb/hvd'), 'mangler'))).toEqual([
      [
        'Vannkvalitet',
        'Vann',
        'Vannkvalitet som CSV: Filen viser ikke til forordningen, så rapporten til EU ser den ikke. ' +
          'Ta bort «nei» i kolonnen «hvd» på minst én fil som oppfyller kravene. ' +
          'Engelsk tittel mangler, så raden i rapporten blir navnløs. ' +
          'Skriv tittelen på engelsk i kolonnen «tittel_en».',
      ],
    ]);
  });

  test('leads from a figure to the datasets behind it', async () => {
    const html = await page('/nb/hvd');
    const link = /href="(\/nb\/hvd\?krav=english&kategori=c_dd313021)#mangler-h"/.exec(html)?.[1];
    const chosen = section(await page(link ?? ''), 'mangler');
    expect(chosen).toContain('Dette mangler – Engelsk tekst – Jordobservasjon og miljø');
    expect(tableRows(chosen)[0]?.[2]).toBe(
      'Engelsk tittel mangler, så raden i rapporten blir navnløs. Skriv tittelen på engelsk i kolonnen «tittel_en».',
    );
    expect(tableRows(section(await page('/nb/hvd?krav=api'), 'mangler'))).toEqual([]);
  });

  test('lists what is ready, and every waiver with its reason', async () => {
    const html = await page('/nb/hvd');
    expect(section(html, 'klare')).toContain('href="/nb/datasett/adresser"');
    expect(tableRows(section(html, 'unntak'))).toEqual([
      ['Adresser', 'API', 'Vedlegget krever bare nedlasting.'],
      ['Vannkvalitet', 'API', 'Ingen bruker det ennå.'],
    ]);
  });

  test('shows what the report would: nameless rows, and files that are left out', async () => {
    expect(tableRows(section(await page('/nb/hvd'), 'rapport'))).toEqual([
      ['Adresser', '✓ Med, med navn', '1', '0', 'ingen'],
      ['Vannkvalitet', 'Med, men uten navn', '0', '0', 'Vannkvalitet som CSV'],
    ]);
  });

  test('has the queries, each a click from being run', async () => {
    const links = [...(await page('/nb/hvd')).matchAll(/href="(\/nb\/sparql\?query=[^"]+)"/g)];
    expect(links).toHaveLength(6);
    const answer = await site.get(links[1]?.[1]?.replace('/nb/', '/') ?? '', {
      accept: 'application/sparql-results+json',
    });
    const { results } = (await answer.json()) as { results: { bindings: object[] } };
    expect(results.bindings).toHaveLength(1);
  });

  test.each([
    ['nb', 'Datasett av høy verdi', 'Tjenestekvalitet'],
    ['nn', 'Datasett av høg verdi', 'Tenestekvalitet'],
    ['en', 'High-value datasets', 'Quality of service'],
  ])('speaks %s', async (lang, heading, requirement) => {
    const response = await site.get(`/${lang}/hvd`);
    const html = await response.text();
    expect(response.headers.get('content-language')).toBe(lang);
    expect(html).toContain(`>${heading}</h1>`);
    expect(html).toContain(`<th scope="col">${requirement}</th>`);
  });

  test('says so when nothing is marked', async () => {
    const html = await (await empty.get('/nn/hvd')).text();
    expect(html).toContain('Ingen datasett er merkte som datasett av høg verdi enno.');
    expect(html).not.toContain('<table');
  });

  test('is found from the home page; without a language it leads to the reader’s', async () => {
    expect(await page('/nb/')).toContain('href="/nb/hvd"');
    const response = await site.get('/hvd?krav=api', { 'accept-language': 'nn' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/nn/hvd?krav=api']);
  });

  test.each(['krav=alt', 'kategori=x', 'krav=api&krav=bulk'])('refuses %s', async (query) => {
    expect((await site.get(`/nb/hvd?${query}`)).status).toBe(400);
  });
});

describe('the downloads', () => {
  test('JSON is the report that the page shows', async () => {
    const response = await site.get('/hvd.json');
    const report = (await response.json()) as HvdReport;
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(report.datasets.map(({ iri, isReady }) => [iri, isReady])).toEqual([
      [`${BASE}id/datasett/adresser`, true],
      [`${BASE}id/datasett/vann`, false],
    ]);
  });

  test('CSV has a row for each dataset', async () => {
    const response = await site.get('/hvd.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await response.text()).split('\r\n')[1]).toBe(
      `Adresser,${BASE}id/datasett/adresser,Adresser,ja,ja,ja,ja,unntatt,ja,ja,ja,ikke aktuelt,ikke aktuelt,ja,ja,,Vedlegget krever bare nedlasting.`,
    );
  });

  test('the page names both as other forms of itself', async () => {
    const links = (await site.get('/nb/hvd')).headers.get('link') ?? '';
    expect(links).toContain('hvd.csv>; rel="alternate"; type="text/csv');
    expect(links).toContain('hvd.json>; rel="alternate"; type="application/json"');
  });
});
