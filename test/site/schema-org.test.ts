/** The data block of dataset pages, as search engines for data read it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { BASE, CATALOGUE, PAYLOAD } from './fixture.ttl.js';
import { startSite, type TestSite } from './site-server.js';

const PREFIXES = CATALOGUE.slice(0, CATALOGUE.indexOf('\n\n'));
const MORE = `${PREFIXES}
<${BASE}id/datasett/full> a dcat:Dataset ; dct:title "Fullt beskrevet"@nb , "Fully described"@en ; dct:description "Kort."@nb ;
  dct:publisher <${BASE}id/virksomhet/1> ; dct:creator <${BASE}id/virksomhet/2> ; dct:accessRights eu:access-right\\/PUBLIC ;
  dct:spatial <${BASE}id/vilkar/uvanlig> ; dct:language eu:language\\/NOB , eu:language\\/ENG ; dcat:version "2.1" ;
  dct:issued "2020-02-03"^^xsd:date ; dct:modified "2026-10-01"^^xsd:date ; dcat:landingPage <https://prove.example/full> , <javascript:alert(1)> ;
  dcat:inSeries <${BASE}id/serie/arlig> ; dct:temporal <${BASE}id/periode/apen> ;
  dcat:distribution <${BASE}id/distribusjon/full-1> , <${BASE}id/distribusjon/full-2> .
<${BASE}id/periode/apen> a dct:PeriodOfTime ; dcat:startDate "2019-01-01"^^xsd:date .
<${BASE}id/distribusjon/full-1> a dcat:Distribution ; dcat:downloadURL <https://prove.example/full.csv> ; dcat:accessURL <https://prove.example/side> ;
  dct:format eu:file-type\\/CSV ; dct:license eu:licence\\/NLOD_2_0 ; dct:modified "2026-09-30"^^xsd:date .
<${BASE}id/distribusjon/full-2> a dcat:Distribution ; dcat:accessURL <https://prove.example/bare-side> .
<${BASE}id/datasett/langt> a dcat:Dataset ; dct:title "Langt"@nb ; dct:description "${'ord '.repeat(2_000)}"@nb ;
  dct:accessRights eu:access-right\\/NON_PUBLIC ; dcat:distribution <${BASE}id/distribusjon/full-1> .
`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite(MORE);
});
afterAll(() => site.close());

interface Block {
  readonly '@context': string;
  readonly '@graph': readonly Record<string, unknown>[];
}

async function graphOf(path: string): Promise<Block['@graph']> {
  const page = await (await site.get(path)).text();
  const found = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  expect(found.length).toBe(1);
  expect(found[0]?.[1]).not.toMatch(/[<>&\u2028\u2029]/);
  const { '@context': context, '@graph': graph } = JSON.parse(found[0]?.[1] ?? '') as Block;
  expect(context).toBe('https://schema.org/');
  return graph;
}

/** Of the thing alone. */
async function block(path: string): Promise<Record<string, unknown>> {
  const graph = await graphOf(path);
  expect(graph.length).toBe(2);
  return graph[0] ?? {};
}

test('says all that a dataset states, and nothing else', async () => {
  expect(await block('/nb/datasett/full')).toEqual({
    '@type': 'Dataset',
    '@id': `${BASE}id/datasett/full`,
    identifier: `${BASE}id/datasett/full`,
    url: `${BASE}nb/datasett/full`,
    sameAs: ['https://prove.example/full'],
    name: 'Fullt beskrevet',
    description: 'Kort. Alle kan bruke dataene. Du trenger ikke å spørre om lov.',
    license: ['http://publications.europa.eu/resource/authority/licence/NLOD_2_0'],
    isAccessibleForFree: true,
    creator: {
      '@type': 'Organization',
      '@id': `${BASE}id/virksomhet/2`,
      name: 'Underetaten',
      url: `${BASE}nb/virksomhet/2`,
    },
    publisher: {
      '@type': 'Organization',
      '@id': `${BASE}id/virksomhet/1`,
      name: 'Prøveetaten',
      url: `${BASE}nb/virksomhet/1`,
    },
    temporalCoverage: '2019-01-01/..',
    spatialCoverage: [{ '@type': 'Place', name: 'Noe vi ikke kjenner' }],
    inLanguage: ['en', 'nb'],
    datePublished: '2020-02-03',
    dateModified: '2026-10-01',
    version: '2.1',
    isPartOf: { '@type': 'Dataset', '@id': `${BASE}id/serie/arlig`, name: 'Årlig serie' },
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': `${BASE}id/katalog/prove`,
      name: 'Prøve kommune',
      url: `${BASE}nb/`,
    },
    distribution: [
      {
        '@type': 'DataDownload',
        contentUrl: 'https://prove.example/full.csv',
        encodingFormat: 'CSV',
        dateModified: '2026-09-30',
      },
    ],
  });
});

test('closed data are not accessible for free, and nothing is to download', async () => {
  for (const path of ['/nb/datasett/lukket', '/nb/datasett/langt']) {
    const { isAccessibleForFree, distribution } = await block(path);
    expect([path, isAccessibleForFree, distribution]).toEqual([path, false, undefined]);
  }
});

test('every description has from 50 to 5 000 characters, in every language of the page', async () => {
  for (const key of ['apent', 'lukket', 'farlig', 'full', 'langt']) {
    for (const lang of LANGUAGES) {
      const { description, name, url } = await block(`/${lang}/datasett/${key}`);
      const { length } = description as string;
      expect([key, length >= 50 && length <= 5_000]).toEqual([key, true]);
      expect(name).not.toBe('');
      expect(url).toBe(`${BASE}${lang}/datasett/${key}`);
    }
  }
});

test('X1 what would end the block is escaped, and reads as it was written', async () => {
  const { name, keywords } = await block('/nb/datasett/farlig');
  expect([name, keywords]).toEqual([PAYLOAD, [PAYLOAD]]);
});

test('the page’s own address is canonical, and the only one', async () => {
  const page = await (await site.get('/nb/datasett/full')).text();
  const canonical = [...page.matchAll(/<link rel="canonical" href="([^"]*)"/g)].map(
    ([, one]) => one,
  );
  expect(canonical).toEqual([`${BASE}nb/datasett/full`]);
});

test('the way to a page is told in the page’s language, and ends at the page itself', async () => {
  expect((await graphOf('/en/datasett/full')).at(-1)).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Home', item: `${BASE}en/` },
      { '@type': 'ListItem', position: 2, name: 'Datasets', item: `${BASE}en/datasett` },
      { '@type': 'ListItem', position: 3, name: 'Fully described' },
    ],
  });
});

test('organisations, concepts and the catalogue are told in their own terms', async () => {
  expect(await block('/nb/virksomhet/2')).toEqual({
    '@type': 'Organization',
    '@id': `${BASE}id/virksomhet/2`,
    url: `${BASE}nb/virksomhet/2`,
    name: 'Underetaten',
    parentOrganization: {
      '@type': 'Organization',
      '@id': `${BASE}id/virksomhet/1`,
      name: 'Prøveetaten',
      url: `${BASE}nb/virksomhet/1`,
    },
  });
  expect(await block('/nn/begrep/skole')).toEqual({
    '@type': 'DefinedTerm',
    '@id': `${BASE}id/begrep/skole`,
    url: `${BASE}nn/begrep/skole`,
    name: 'Skule',
    description: 'Sted for opplæring.',
    inDefinedTermSet: {
      '@type': 'DefinedTermSet',
      '@id': `${BASE}id/begrep/begreper`,
      name: 'Begreper',
    },
  });
  expect(await graphOf('/en/')).toEqual([await block('/en/katalog/prove')]);
  expect(await block('/en/katalog/prove')).toMatchObject({
    '@type': 'DataCatalog',
    name: 'Test catalogue',
    description: 'En katalog for prøver.',
    license: ['http://publications.europa.eu/resource/authority/licence/CC0'],
    dateModified: '2026-11-01',
  });
});

test('what search engines have no word for has the way to it alone', async () => {
  const graph = await graphOf('/nb/system/fag');
  expect(graph.map((one) => one['@type'])).toEqual(['BreadcrumbList']);
});
