/** The home page (site.md 3.1): everything it says is so, and everything it leads to is there. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadTranslators } from '../../site/translator.js';
import { homePage } from '../../site/view-models/home.js';
import { BASE, startSite, type TestSite } from './site-server.js';

const texts = loadTranslators();
const keyword = (key: string, words: string): string =>
  `<${BASE}id/datasett/${key}> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "Om ${key}"@nb ;
     <http://www.w3.org/ns/dcat#keyword> ${words} ; <http://www.w3.org/ns/dcat#theme>
     <http://publications.europa.eu/resource/authority/data-theme/TRAN> .\n`;
const MORE = [
  keyword('en', '"sykkel"@nb , "vei"@nb , "bicycle"@en'),
  keyword('to', '"sykkel"@nb , "vei"@nb , "kart"@nb'),
  keyword('tre', '"sykkel"@nb , "kart"@nb'),
].join('');

let site: TestSite;
beforeAll(async () => {
  site = await startSite(MORE);
});
afterAll(() => site.close());
const home = (lang: 'nb' | 'nn' | 'en' = 'nb'): ReturnType<typeof homePage> =>
  homePage({ catalogue: site.zones.current(), text: texts[lang] });

test('words to try are the most used keywords in the language of the page, and each has hits', async () => {
  const { suggestions } = home();
  expect(suggestions.map(({ text }) => text)).toEqual(['sykkel', 'kart', 'vei']);
  for (const { href } of suggestions) {
    const html = await (await site.get(href)).text();
    expect(html).toMatch(/app-item/);
  }
  // In nynorsk there are none, so those in bokmål are tried.
  expect(home('nn').suggestions.map(({ text }) => text)).toEqual(['sykkel', 'kart', 'vei']);
  expect(home('en').suggestions.map(({ text }) => text)).toEqual(['bicycle', 'school']);
});

test('a theme says how many datasets it has, and leads to just those', async () => {
  const { themes } = home();
  expect(themes.map(({ label, count, href }) => [label.text, count, href])).toEqual([
    ['Transport', '3 datasett', '/nb/sok?type=datasett&tema=TRAN'],
    ['Utdanning, kultur og sport', '1 datasett', '/nb/sok?type=datasett&tema=EDUC'],
  ]);
  const html = await (await site.get(themes[0]!.href)).text();
  expect(html).toContain('/nb/datasett/tre');
  expect(html).not.toContain('/nb/datasett/apent');
});

test('figures are those of the lists (C6)', () => {
  const catalogue = site.zones.current();
  const counts = Object.fromEntries(home().figures.map(({ href, count }) => [href, count]));
  for (const name of ['datasett', 'datatjeneste', 'begrep', 'system', 'behandling'] as const)
    expect(counts[`/nb/${name}`]).toBe(String(catalogue.list(name, 'nb').length));
  expect(counts['/nb/kvalitet']).toMatch(/^\d{1,3} %$/);
});

test('datasets that were changed last come first', () => {
  expect(home().recent.map(({ title }) => title.text)).toEqual(['Åpent datasett']);
});

test.each(['nb', 'nn', 'en'])('in %s, every link of the page leads somewhere', async (lang) => {
  const html = await (await site.get(`/${lang}/`)).text();
  const links = [...html.matchAll(/href="(\/(?!\/)[^"#]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  );
  expect(links.length).toBeGreaterThan(40);
  const broken: string[] = [];
  for (const href of new Set(links)) {
    const { status } = await site.get(href);
    if (status !== 200) broken.push(`${status} ${href}`);
  }
  expect(broken).toEqual([]);
});

test('`/` leads to the language that the visitor asks for', async () => {
  const answer = await site.get('/', { 'Accept-Language': 'nn-NO,nb;q=0.5' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/nn/']);
});
