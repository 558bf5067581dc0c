/**
 * FAIR Signposting (https://signposting.org/FAIR/) as a client reads it: from the landing page to authors, files, metadata and licence,
 * and from files and metadata back; level 1 by headers, level 2 by the link set. No link is guessed.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { BASE, CATALOGUE } from './fixture.ttl.js';
import { publicPaths, startSite, type TestSite } from './site-server.js';

const MANY = 30;
const LONG = 'a'.repeat(70);
const PREFIXES = CATALOGUE.slice(0, CATALOGUE.indexOf('\n\n'));
const files = Array.from(
  { length: MANY },
  (_one, index) => `<${BASE}id/distribusjon/fil-${index}>`,
);
const MORE = `${PREFIXES}
<${BASE}id/datasett/mange> a dcat:Dataset ; dct:title "Mange filer"@nb ; dcat:distribution ${files.join(' , ')} .
${files.map((one, index) => `${one} a dcat:Distribution ; dcat:downloadURL <https://prove.example/${index}.csv> .`).join('\n')}
<${BASE}id/datasett/lange> a dcat:Dataset ; dct:title "Lange adresser"@nb ; dcat:distribution ${files
  .slice(0, 15)
  .map((one) => one.replace('fil-', 'lang-'))
  .join(' , ')} .
${files
  .slice(0, 15)
  .map(
    (one, index) =>
      `${one.replace('fil-', 'lang-')} a dcat:Distribution ; dcat:downloadURL <https://prove.example/${LONG.repeat(8)}/${index}.csv> .`,
  )
  .join('\n')}
`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite(MORE);
});
afterAll(() => site.close());

interface TypedLink {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
}

/** RFC 8288 §3, as far as our headers go: no comma or quote is ever inside an address. */
function readLinks(header: string | null): TypedLink[] {
  return (header ?? '').split(/, (?=<)/).flatMap((one) => {
    const href = /^<([^>]*)>/.exec(one)?.[1];
    const rel = /; rel="([^"]*)"/.exec(one)?.[1];
    const type = /; type="([^"]*)"/.exec(one)?.[1];
    return href === undefined || rel === undefined
      ? []
      : [{ href, rel, ...(type ? { type } : {}) }];
  });
}

const local = (href: string): string => href.replace(BASE, '/');
const of = (links: readonly TypedLink[], rel: string): string[] =>
  links.filter((one) => one.rel === rel).map(({ href }) => href);

async function linksOf(path: string): Promise<TypedLink[]> {
  const response = await site.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  await response.arrayBuffer();
  return readLinks(response.headers.get('link'));
}

test('a dataset’s page says whose it is, what it is one of, where its files and metadata are, and on what terms', async () => {
  const links = await linksOf('/nb/datasett/apent');
  expect(links.filter(({ rel }) => rel !== 'alternate')).toEqual([
    { href: `${BASE}nb/datasett/apent`, rel: 'canonical' },
    { href: `${BASE}id/datasett/apent`, rel: 'cite-as' },
    { href: `${BASE}datasett/apent.ttl`, rel: 'describedby', type: 'text/turtle' },
    { href: `${BASE}datasett/apent.jsonld`, rel: 'describedby', type: 'application/ld+json' },
    { href: `${BASE}id/virksomhet/1`, rel: 'author' },
    { href: 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0', rel: 'license' },
    { href: `${BASE}id/serie/arlig`, rel: 'collection' },
    { href: 'https://schema.org/AboutPage', rel: 'type' },
    { href: 'https://schema.org/Dataset', rel: 'type' },
    {
      href: `${BASE}datasett/apent/linkset.json`,
      rel: 'linkset',
      type: 'application/linkset+json',
    },
    { href: `${BASE}fil/%C3%A5pent/tall.csv`, rel: 'item' },
  ]);
});

test('level 1: every page leads to metadata that lead back, and every file of ours to its dataset', async () => {
  for (const path of publicPaths(site.zones.current())) {
    for (const lang of LANGUAGES) {
      const landing = await linksOf(`/${lang}${path}`);
      const counts = ['cite-as', 'linkset'].map((rel) => of(landing, rel).length);
      expect([path, counts, of(landing, 'type').length > 0]).toEqual([path, [1, 1], true]);
      expect([path, of(landing, 'describedby').length]).toEqual([path, 2]);
    }
    const landing = await linksOf(`/nb${path}`);
    for (const document of of(landing, 'describedby')) {
      const back = await linksOf(local(document));
      expect([document, of(back, 'describes')]).toEqual([
        document,
        [`${BASE}nb${path}`, of(landing, 'cite-as')[0]],
      ]);
    }
    for (const item of of(landing, 'item').filter((one) => one.startsWith(BASE))) {
      const collection = of(await linksOf(local(item)), 'collection');
      expect([item, collection]).toEqual([item, [`${BASE}nb/datasett/apent`]]);
    }
  }
});

test('level 2: the link set says of each page, document and file what their headers say', async () => {
  const response = await site.get('/datasett/apent/linkset.json');
  expect(response.headers.get('content-type')).toBe('application/linkset+json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const { linkset } = (await response.json()) as { linkset: Record<string, unknown>[] };
  const relations = new Map(linkset.map((one) => [one['anchor'] as string, one]));
  const page = relations.get(`${BASE}nb/datasett/apent`) as Record<string, { href: string }[]>;
  const headers = await linksOf('/nb/datasett/apent');
  for (const rel of [
    'cite-as',
    'describedby',
    'author',
    'license',
    'collection',
    'type',
    'item',
    'alternate',
  ])
    expect([rel, page[rel]?.map(({ href }) => href)]).toEqual([rel, of(headers, rel)]);
  expect(relations.get(`${BASE}fil/%C3%A5pent/tall.csv`)).toMatchObject({
    collection: LANGUAGES.map((lang) => ({
      href: `${BASE}${lang}/datasett/apent`,
      type: 'text/html',
    })),
  });
  expect(relations.get(`${BASE}datasett/apent.ttl`)).toMatchObject({
    describes: [
      ...LANGUAGES.map((lang) => ({ href: `${BASE}${lang}/datasett/apent`, type: 'text/html' })),
      { href: `${BASE}id/datasett/apent` },
    ],
  });
});

test('all headers stay below 8 kB: more than 20 files, or long addresses, are told by the link set alone', async () => {
  for (const key of ['mange', 'lange']) {
    const response = await site.get(`/nb/datasett/${key}`);
    const size = [...response.headers].reduce(
      (sum, [name, value]) => sum + name.length + value.length + 4,
      0,
    );
    expect([key, size < 8_000]).toEqual([key, true]);
    expect(of(readLinks(response.headers.get('link')), 'item')).toEqual([]);
    const set = (await (await site.get(`/datasett/${key}/linkset.json`)).json()) as {
      linkset: { item?: object[] }[];
    };
    expect(set.linkset[0]?.item?.length).toBe(key === 'mange' ? MANY : 15);
  }
});

test('the head of the page has the same links for clients that see no headers', async () => {
  const page = await (await site.get('/nb/datasett/apent')).text();
  for (const [rel, href] of [
    ['cite-as', `${BASE}id/datasett/apent`],
    ['author', `${BASE}id/virksomhet/1`],
    ['collection', `${BASE}id/serie/arlig`],
  ])
    expect(page).toContain(`<link rel="${rel}" href="${href}">`);
});

test('a file’s page and documents say which dataset it is of', async () => {
  for (const path of ['/nb/distribusjon/apent-csv', '/distribusjon/apent-csv.ttl'])
    expect(of(await linksOf(path), 'collection')).toEqual([`${BASE}id/datasett/apent`]);
});

test('C5 what is not public has no link set', async () => {
  expect((await site.get('/datasett/finnes-ikke/linkset.json')).status).toBe(404);
});
