import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import type { QualityReport } from '../../src/model/quality-report.js';
import { BASE, startSite, type TestSite } from './site-server.js';

/** 60 datasets of one publisher, each with a keyword more than the fixture's: two pages. */
const MANY = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
<${BASE}id/virksomhet/mange> a org:FormalOrganization ; foaf:name "Mange data"@nb .
${Array.from(
  { length: 60 },
  (_, index) =>
    `<${BASE}id/datasett/m${index}> a dcat:Dataset ; dct:title "Måling ${index}"@nb ; dcat:keyword "måling"@nb ;
      dct:publisher <${BASE}id/virksomhet/mange> ; dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> .`,
).join('\n')}`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite(MANY);
});
afterAll(() => site.close());

async function html(path: string): Promise<string> {
  const response = await site.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}
/** Text of an element and what follows it up to the section's end, without markup. */
function section(page: string, id: string): string {
  const [, rest = ''] = page.split(`id="${id}"`);
  return (rest.split('</section>')[0] ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
/** Titles of the dataset rows, in order. */
function titles(page: string): string[] {
  const [, rest = ''] = page.split('id="datasett"');
  return [...rest.matchAll(/<th scope="row"><a[^>]*>([^<]*)<\/a>/g)].map(([, title = '']) => title);
}

describe('the quality page', () => {
  test.each(LANGUAGES)('is whole in %s', async (language) => {
    const page = await html(`/${language}/kvalitet`);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(/\[object|undefined|NaN|\{\w+\}|>quality\./.exec(page)).toBeNull();
    expect(page).toContain(`hreflang="x-default" href="${BASE}nb/kvalitet"`);
  });

  test('shows both scores, with what can be attained and the portal’s own word', async () => {
    const report = (await (await site.get('/kvalitet.json')).json()) as QualityReport;
    const { points, attainable } = report.catalogue.scores.no;
    const scores = section(await html('/nb/kvalitet'), 'poeng');
    const number = (value: number): string => (Math.round(value * 10) / 10).toLocaleString('nb-NO');
    expect(scores).toContain(`data.norge.no ${number(points)} av ${number(attainable)}`);
    expect(scores).toContain('Portalens nivå: Dårlig');
    expect(scores).toContain('435 poeng på papiret, 365 kan nås');
    expect(scores).toContain('405 poeng på papiret, 405 kan nås');
  });

  test('says the gain in words, with its worth and whose it is', async () => {
    const gains = section(await html('/nb/kvalitet'), 'gevinst');
    expect(gains).toMatch(/Legg ut en datafil eller et API på 6\d datasett \+1\d\d poeng hver/);
    expect(gains).toContain('Ansvarlig: Mange data (60)');
  });

  test('shows publishers with a few datasets as one', async () => {
    const rows = section(await html('/nb/kvalitet'), 'utgivere');
    expect(rows).toContain('Mange data 60');
    expect(rows).toContain('Utgivere med færre enn 3 datasett');
  });

  test('tells what the check found, the worst first', async () => {
    const found = section(await html('/en/kvalitet'), 'funn-h');
    expect(found).toMatch(
      /The period is missing\. Should be mended 1 The title is missing\. Hint 1/,
    );
  });

  test('has the most to gain first, and is sorted by links', async () => {
    const page = await html('/nb/kvalitet?sorter=navn');
    expect(
      titles(page)
        .filter((title) => title.startsWith('Måling'))
        .slice(0, 3),
    ).toEqual(['Måling 0', 'Måling 1', 'Måling 2']);
    expect(page).toContain(
      '<th scope="col" aria-sort="ascending"><a class="ds-link" href="/nb/kvalitet?sorter&#x3D;navn">',
    );
    expect(await html('/nb/kvalitet')).toMatch(
      /aria-sort="descending"><a class="ds-link" href="\/nb\/kvalitet">Neste steg/,
    );
  });

  test('has pages, and none beyond the last', async () => {
    const first = await html('/nb/kvalitet');
    expect(titles(first)).toHaveLength(50);
    expect(first).toContain('rel="next" href="/nb/kvalitet?side&#x3D;2"');
    expect((await site.get('/nb/kvalitet?side=9')).status).toBe(404);
  });

  test('of one publisher counts its datasets alone, and leads back', async () => {
    const page = await html('/nb/kvalitet?utgiver=mange');
    expect(page).toContain('Gjelder 60 datasett fra Mange data.');
    expect(page).toContain('<a class="ds-link" href="/nb/kvalitet">Vis alle</a>');
    expect(page).not.toContain('id="utgivere"');
    expect(section(page, 'gevinst')).toContain('på 60 datasett');
  });

  test('of a publisher that does not exist is empty, like one that owns nothing', async () => {
    expect(await html('/nb/kvalitet?utgiver=ingen')).toContain(
      'Det er ingen målte datasett her ennå.',
    );
  });

  test.each(['?side=0', '?side=x', '?sorter=alder', '?utgiver=%3Cb%3E', '?utgiver=a&utgiver=b'])(
    '%s makes no sense',
    async (query) => {
      expect((await site.get(`/nb/kvalitet${query}`)).status).toBe(400);
    },
  );

  test('leads to the reader’s language', async () => {
    const response = await site.get('/kvalitet?utgiver=mange', { 'accept-language': 'nn' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/nn/kvalitet?utgiver=mange',
    ]);
  });
});

describe('for machines', () => {
  test.each([
    ['/kvalitet.json', 'application/json; charset=utf-8'],
    ['/kvalitet.ttl', 'text/turtle; charset=utf-8'],
  ])('%s is the file of the zone', async (path, type) => {
    const response = await site.get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    await response.arrayBuffer();
  });
});

describe('a dataset’s page', () => {
  test('says its score, what gives more, and what to write', async () => {
    const text = section(await html('/nb/datasett/m1'), 'kvalitet-h');
    expect(text).toContain('data.norge.no 55 av 365 mulige poeng (15 %). Portalens nivå: Dårlig.');
    expect(text).toMatch(/\+1\d\d poeng \(\+2\d\d i Europa\): Legg ut en datafil eller et API/);
    expect(text).toContain('Ikke kontrollert: Følger standarden.');
  });

  test('shows what was found about it and its data files', async () => {
    const text = section(await html('/nb/datasett/apent'), 'funn-h');
    expect(text).toContain('Tidsrom mangler. Skriv fra- og til-dato. Tidsrom Bør rettes');
    expect(text).toContain('Tittel mangler. Filen med tall Tips');
  });

  test('of a series that is no dataset says nothing of points', async () => {
    const other = await startSite(
      `<${BASE}id/serie/ren> a <http://www.w3.org/ns/dcat#DatasetSeries> ; <http://purl.org/dc/terms/title> "Ren serie"@nb .`,
    );
    try {
      const page = await (await other.get('/nb/serie/ren')).text();
      expect(page).toContain('Ren serie');
      expect(page).not.toContain('kvalitet-h');
    } finally {
      await other.close();
    }
  });
});
