/** Protected data (Regulation (EU) 2022/868 article 8): how one is let in, on the dataset's page and in the list. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BASE, startSite, type TestSite } from './site-server.js';

const PROTECTED = `
@prefix ar: <http://publications.europa.eu/resource/authority/access-right/> .
@prefix currency: <http://publications.europa.eu/resource/authority/currency/> .
@prefix cv: <http://data.europa.eu/m8g/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcatap: <http://data.europa.eu/r5r/> .
@prefix dcatno: <https://data.norge.no/vocabulary/dcatno#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix ft: <http://publications.europa.eu/resource/authority/file-type/> .
@prefix odrs: <http://schema.theodi.org/odrs#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <${BASE}id/> .
<datasett/radar> a dcat:Dataset ; dct:title "Trafikkradar"@nb , "Traffic radar"@en ; dct:accessRights ar:RESTRICTED ;
  dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2022/868/oj> ; dct:rights <vilkar/radar> ;
  dcatno:accessRequestURL <https://skjema.prove.example/radar> ; cv:hasCost <gebyr/radar> ; dcat:distribution <distribusjon/radar> .
<vilkar/radar> a odrs:RightsStatement , dct:RightsStatement ; dct:description "Bare i analyserommet."@nb , "Only in the secure room."@en .
<gebyr/radar> a cv:Cost ; cv:hasValue "4500"^^xsd:double ; cv:currency currency:NOK ; dct:description "Per måned."@nb .
<distribusjon/radar> a dcat:Distribution ; dct:title "Bilder"@nb ; dct:format ft:CSV ; dcat:byteSize "48000000"^^xsd:nonNegativeInteger ;
  dcat:accessURL <https://skjema.prove.example/radar> .
<datasett/kart> a dcat:Dataset ; dct:title "Ledningskart"@nb ; dct:accessRights ar:NON_PUBLIC ;
  dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2022/868/oj> ; cv:hasCost <gebyr/kart> .
<gebyr/kart> a cv:Cost ; cv:hasValue "0"^^xsd:double ; cv:currency currency:NOK .
`;

let site: TestSite;
let empty: TestSite;
beforeAll(async () => {
  [site, empty] = await Promise.all([startSite(PROTECTED), startSite()]);
});
afterAll(() => Promise.all([site.close(), empty.close()]));

async function page(path: string): Promise<string> {
  return (await site.get(path)).text();
}
function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
function rows(html: string): string[][] {
  return [...html.matchAll(/<tr[^>]*><th scope="row">.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<(th|td)[^>]*>(.*?)<\/\1>/gs)].map(([, , cell = '']) => words(cell)),
  );
}

describe('the dataset’s page', () => {
  const section = (html: string): string =>
    words(/<section aria-labelledby="fa-tilgang-h".*?<\/section>/s.exec(html)?.[0] ?? '');

  test('says on what conditions, where to apply and what it costs', async () => {
    const html = await page('/nb/datasett/radar');
    expect(section(html)).toBe(
      'Slik får du tilgang Dataene er vernet, men du kan søke om å få bruke dem. Les vilkårene før du søker. ' +
        'Vilkår Bare i analyserommet. Søk her https://skjema.prove.example/radar Gebyr 4 500 kroner Per måned. ' +
        'Alle vernede data du kan søke om',
    );
    expect(html).toContain('href="https://skjema.prove.example/radar"');
    expect(html).not.toContain('RightsStatement');
  });

  test('in the reader’s language where there is one', async () => {
    expect(section(await page('/en/datasett/radar'))).toContain(
      'Conditions Only in the secure room.',
    );
  });

  test('closed data of which nothing is said, and open data, have no such part', async () => {
    expect(section(await page('/nb/datasett/lukket'))).toBe('');
    expect(section(await page('/nb/datasett/apent'))).toBe('');
  });
});

describe('the list', () => {
  test('has conditions, fee, format, size and form of each', async () => {
    expect(rows(await page('/nb/vernede-data'))).toEqual([
      ['Ledningskart', 'Lukkede data', 'Ikke oppgitt', 'Gratis', 'Ikke oppgitt', 'Ikke oppgitt'],
      [
        ...[
          'Trafikkradar',
          'Begrenset tilgang',
          'Bare i analyserommet.',
          '4 500 kroner Per måned.',
        ],
        ...['CSV 48 MB', 'Søk om tilgang : Trafikkradar'],
      ],
    ]);
  });

  test.each([
    ['radar', ['Trafikkradar']],
    ['ANALYSEROMMET csv', ['Trafikkradar']],
    ['gratis', ['Ledningskart']],
    ['gratis csv', []],
  ])('searched for “%s”', async (query, found) => {
    const html = await page(`/nb/vernede-data?q=${encodeURIComponent(query)}`);
    expect(rows(html).map(([name]) => name)).toEqual(found);
    expect(html.includes('Ingen vernede data har alle ordene.')).toBe(found.length === 0);
    expect(html).toContain(`value="${query}"`);
  });

  test.each([
    ['nb', 'Vernede data du kan søke om'],
    ['nn', 'Verna data du kan søkje om'],
    ['en', 'Protected data that you may apply for'],
  ])('speaks %s', async (lang, heading) => {
    expect(await page(`/${lang}/vernede-data`)).toContain(`>${heading}</h1>`);
  });

  test('says so when nothing is marked', async () => {
    const html = await (await empty.get('/nb/vernede-data')).text();
    expect(html).toContain('Ingen vernede data er ført opp ennå.');
    expect(html).not.toContain('<table');
  });

  test('is found from the home page; without a language it leads to the reader’s', async () => {
    expect(await page('/nn/')).toContain('href="/nn/vernede-data"');
    const response = await site.get('/vernede-data?q=x', { 'accept-language': 'en' });
    expect(response.headers.get('location')).toBe('/en/vernede-data?q=x');
  });

  test('refuses more words than anybody types', async () => {
    expect((await site.get(`/nb/vernede-data?q=${'x'.repeat(201)}`)).status).toBe(400);
    expect((await site.get('/nb/vernede-data?q=a&q=b')).status).toBe(400);
  });
});
