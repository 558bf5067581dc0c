/** Dataset and series pages (site.md 3.3, 3.5): what one comes for first, whether it is up to date, and what else there is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshness } from '../../site/view-models/freshness.js';
import { missingPeriods } from '../../site/view-models/missing-periods.js';
import { similarTo } from '../../site/view-models/similar.js';
import { starsOf } from '../../site/view-models/stars.js';
import { BASE, CATALOGUE } from './fixture.ttl.js';
import { missing } from './missing.js';
import { startSite, type TestSite } from './site-server.js';

const PREFIXES = CATALOGUE.slice(0, CATALOGUE.indexOf('\n\n'));
const member = (year: number): string => `
:datasett\\/tall-${year} a dcat:Dataset ; dct:title "Tall ${year}"@nb ; dcat:inSeries :serie\\/tall ; dct:temporal :periode\\/${year} ;
  dct:accessRights eu:access-right\\/PUBLIC ; dcat:distribution :distribusjon\\/tall-${year} ; dct:modified "${year}-03-01"^^xsd:date ;
  dct:accrualPeriodicity eu:frequency\\/ANNUAL .
:periode\\/${year} a dct:PeriodOfTime ; dcat:startDate "${year}-01-01"^^xsd:date .
:distribusjon\\/tall-${year} a dcat:Distribution ; dct:title "Tall ${year}"@nb ; dcat:downloadURL <https://prove.example/${year}.csv> ;
  dct:format eu:file-type\\/CSV ; dct:license eu:licence\\/NLOD_2_0 .`;
const MORE = `${PREFIXES}
:serie\\/tall a dcat:DatasetSeries , dcat:Dataset ; dct:title "Tall"@nb ; dct:accrualPeriodicity eu:frequency\\/ANNUAL .
${[2020, 2021, 2024].map(member).join('\n')}
:datasett\\/tall-2024 dcat:prev :datasett\\/tall-2021 .
:datasett\\/skolevei a dcat:Dataset ; dct:title "Skolevei"@nb ; dct:subject :begrep\\/skole ; dcat:keyword "Skole"@nn , "vei"@nb .
:datasett\\/bare-vei a dcat:Dataset ; dct:title "Vei"@nb ; dcat:keyword "vei"@nb .
:datasett\\/lukket dcat:contactPoint :kontakt\\/data .
`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite(MORE);
});
afterAll(() => site.close());

const html = async (path: string): Promise<string> => (await site.get(path)).text();
/** Text and address of each button at the top. */
async function actions(path: string): Promise<unknown[]> {
  const list = /<ul class="app-actions">(.*?)<\/ul>/s.exec(await html(path))?.[1] ?? '';
  return [...list.matchAll(/data-variant="(\w+)" href="([^"]*)">([^<]*)</g)].map(
    ([, variant, href, text]) => [variant, text, href],
  );
}

describe('freshness', () => {
  test.each([
    ['2026-10-01', 'MONTHLY', '2026-11-01', 'onTime'],
    ['2026-10-01', 'MONTHLY', '2026-11-02', 'late'],
    ['2025-11-01T12:00:00Z', 'ANNUAL', '2026-11-02T00:00:00Z', 'onTime'],
    ['2025-11-01', 'ANNUAL', '2026-11-03', 'late'],
    ['2020-01-01', 'NEVER', '2026-11-01', undefined],
    ['2020-01-01', '', '2026-11-01', undefined],
    [undefined, 'DAILY', '2026-11-01', undefined],
    ['i fjor', 'DAILY', '2026-11-01', undefined],
  ])('of data changed %s that come %s, seen %s, is %s', (modified, frequency, asOf, expected) => {
    expect(freshness(modified, frequency, asOf)).toBe(expected);
  });

  test('is told beside the date, by the catalogue’s own date', async () => {
    expect(await html('/nb/datasett/apent')).toContain('(årlig, i rute ✓)');
    expect(await html('/nb/datasett/tall-2024')).toContain('(årlig, skulle vært oppdatert)');
  });
  test('is not asked of data that have been followed by newer ones', async () => {
    expect(await html('/nb/datasett/tall-2021')).not.toContain('skulle vært oppdatert');
  });
});

describe('the buttons', () => {
  test('of open data are the files with format and size, and the API', async () => {
    expect(await actions('/nb/datasett/apent')).toEqual([
      ['primary', 'Last ned CSV (1,2 MB)', '/fil/%C3%A5pent/tall.csv'],
      ['secondary', 'Åpne API', '/nb/datatjeneste/api'],
    ]);
  });
  test('of closed data is a letter to the contact point that names the dataset', async () => {
    expect(await actions('/nb/datasett/lukket')).toEqual([
      [
        'primary',
        'Be om tilgang',
        `mailto:data@prove.example?subject&#x3D;Jeg%20ber%20om%20tilgang%3A%20Lukket%20datasett&amp;body&#x3D;${encodeURIComponent(`${BASE}id/datasett/lukket\n\n`)}`,
      ],
    ]);
  });
});

test('the list of contents leads to every section of the page, in order', async () => {
  const page = await html('/nb/datasett/apent');
  const nav = /<nav class="app-contents".*?<\/nav>/s.exec(page)?.[0] ?? '';
  const targets = [...nav.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  const sections = [...page.matchAll(/class="app-section" id="([^"]+)"/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(6);
  expect(targets).toEqual(sections);
});

test('no two elements of a page have the same id', async () => {
  for (const path of [
    '/nb/datasett/apent',
    '/nb/serie/tall',
    '/nb/virksomhet/1',
    '/nb/katalog/prove',
  ]) {
    const ids = [...(await html(path)).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect([path, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([path, []]);
  }
});

test('themes and keywords lead to everything else with the same', async () => {
  const page = await html('/nb/datasett/apent');
  expect(missing(page, ['href="/nb/sok?tema&#x3D;EDUC"', 'href="/nb/sok?q&#x3D;skole"'])).toEqual(
    [],
  );
});

describe('similar datasets', () => {
  const similar = (key: string): string[] =>
    similarTo(site.zones.current(), `${BASE}id/datasett/${key}`).map(({ iri }) =>
      iri.replace(/.*\//, ''),
    );

  test('share a concept or a keyword, whatever its case or language; best first', () => {
    expect(similar('skolevei')).toEqual(['apent', 'bare-vei']);
    expect(similar('bare-vei')).toEqual(['skolevei']);
  });
  test('are not the others of the same series, nor what shares nothing', () => {
    expect(similar('tall-2020')).toEqual([]);
    expect(similar('lukket')).toEqual([]);
  });
  test('say what they share', async () => {
    expect(await html('/nb/datasett/skolevei')).toContain(
      'Deler begrepet Skole; Samme nøkkelord: Skole',
    );
  });
});

describe('a series', () => {
  test('lists its members newest first, with the files of all of them, and what is missing between', async () => {
    const page = await html('/nb/serie/tall');
    const members = /<section[^>]*id="datasett".*?<\/section>/s.exec(page)?.[0] ?? '';
    expect(
      [...members.matchAll(/<th scope="row"><a[^>]*>([^<]+)</g)].map(([, name]) => name),
    ).toEqual(['Tall 2024', 'Tall 2021', 'Tall 2020']);
    expect(members).toContain('Serien har ingen datasett for 2022 og 2023.');
    const files = /<section[^>]*id="filer".*?<\/section>/s.exec(page)?.[0] ?? '';
    expect([...files.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(
      [2024, 2021, 2020].map((year) => `https://prove.example/${year}.csv`),
    );
  });
  test('is named on its members’ pages with the years it spans', async () => {
    expect(await html('/nb/datasett/tall-2021')).toContain('(2020–2024)');
  });
  test.each([
    [['2024-01-01', '2024-02-01', '2024-05-01'], 'MONTHLY', ['2024-03', '2024-04']],
    [['2022-01-01', '2024-07-01'], 'ANNUAL', ['2023']],
    [['2022-01-01', '2024-01-01'], 'BIENNIAL', []],
    [['2022-01-01', '2024-01-01'], 'IRREG', []],
    [['2022-01-01'], 'ANNUAL', []],
    [['', 'i fjor'], 'ANNUAL', []],
    [
      ['0202-01-01', '2024-01-01'],
      'ANNUAL',
      Array.from({ length: 24 }, (_one, index) => String(203 + index)),
    ],
  ])('that begins %j and comes %s lacks %j', (starts, frequency, expected) => {
    expect(missingPeriods(starts, frequency)).toEqual(expected);
  });
});

test('stars are given for licence and format', () => {
  const { graph } = site.zones.current();
  expect(starsOf(graph, `${BASE}id/distribusjon/tall-2024`)).toBe(3);
  expect(starsOf(graph, `${BASE}id/distribusjon/finnes-ikke`)).toBe(0);
});

test('an organisation’s number leads to the register of organisations', async () => {
  expect(await html('/nb/virksomhet/1')).toContain(
    'href="https://data.brreg.no/enhetsregisteret/oppslag/enheter/958935420"',
  );
});

test('a text in another language than the page says so, in words and in lang', async () => {
  const page = await html('/nn/datasett/skolevei');
  expect(page).toContain('Namnet er på bokmål.');
  expect(await html('/en/begrep/skole')).toContain(
    '<span class="app-value" lang="nn" dir="auto">Skule</span> <span class="app-language">in Nynorsk</span>',
  );
});
