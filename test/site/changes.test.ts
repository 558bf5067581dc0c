import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/change.js';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { BASE, type TestSite } from './site-server.js';
import { startChangingSite } from './changing-site.js';

let site: TestSite;
beforeAll(async () => {
  site = await startChangingSite();
});
afterAll(() => site.close());

const html = async (path: string): Promise<string> => {
  const response = await site.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};
const main = async (path: string): Promise<string> =>
  /<main[^>]*>(.*)<\/main>/s.exec(await html(path))?.[1] ?? '';

/** Text as it is read: without markup. */
const read = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
const items = (markup: string): string[] =>
  [...markup.matchAll(/<ul class="app-sentences">(.*?)<\/ul>/gs)].flatMap(([, list = '']) =>
    [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => read(item)),
  );
const titles = (markup: string): string[] =>
  [...markup.matchAll(/<h3[^>]*>(.*?)<\/h3>/gs)].map(([, title = '']) => read(title));

function changesOf(thing: string): Change[] {
  return site.zones.current().zone.changes.filter((one) => one.thing === `${BASE}id/${thing}`);
}
const altered = (): Change => changesOf('datasett/elver')[1] as Change;

describe('the list', () => {
  test('tells the newest first, by day in Norway', async () => {
    const days = [...(await main('/nb/endringer')).matchAll(/<h2[^>]*><time datetime="([^"]*)"/g)];
    expect(days.map(([, day]) => day)).toEqual([
      '2026-11-26',
      '2026-11-25',
      '2026-11-24',
      '2026-11-23',
      '2026-11-22',
    ]);
  });

  test('tells what a shared change has altered as one entry, with all it concerns', async () => {
    const page = await main('/nb/endringer?fra=2026-11-25&til=2026-11-25');
    expect(titles(page)).toEqual([
      'Endret Vassdragsetaten',
      'Endret Vassdragsetaten ble endret: 3 datasett',
    ]);
    const [, group = ''] = /<details[^>]*>(.*?)<\/details>/s.exec(page) ?? [];
    expect(read(group)).toBe('Vis 3 datasett Bekker Elver og vann Flomsoner');
    expect(items(page)).toEqual([
      'Navn (bokmål) endret fra «Elveetaten» til «Vassdragsetaten»',
      'Virksomhet «Vassdragsetaten»: navn (bokmål) endret fra «Elveetaten» til «Vassdragsetaten»',
    ]);
  });

  test.each([
    ['?type=datasett&fra=2026-11-24&til=2026-11-24', ['Endret Elver og vann']],
    ['?utgiver=3&til=2026-11-23', ['Ny Elver', 'Ny Flomsoner', 'Ny Bekker']],
    ['?tema=ENVI&fra=2026-11-23&til=2026-11-23', ['Ny Elver', 'Ny Flomsoner']],
    ['?fra=2026-11-26', ['Fjernet Bekker']],
    ['?q=INNSJO&til=2026-11-23', ['Ny Elver']],
    ['?q=vannforing+male', []],
    ['?q=bekker&fra=2026-11-26', ['Fjernet Bekker']],
    ['?type=&utgiver=&tema=&fra=&til=&q=flomsoner&side=1', ['Ny Flomsoner', 'Endret Flomsoner']],
    ['?q=%20&fra=2026-11-26', ['Fjernet Bekker']],
    ['?ukjent=x&fra=2026-11-26', ['Fjernet Bekker']],
  ])('%s', async (query, expected) => {
    const found = titles(await main(`/nb/endringer${query}`));
    const own = found.filter((title) => !title.startsWith('Endret Vassdrag'));
    expect(own.sort()).toEqual([...expected].sort());
  });

  test.each([
    'type=fisk',
    'utgiver=..%2F',
    'tema=%3Cscript%3E',
    'fra=2026-02-31',
    'til=i+dag',
    'side=0',
    'side=1&side=2',
    'type=datasett&type=system',
    `q=${'a'.repeat(201)}`,
  ])('400 for ?%s, as a page in the reader’s language', async (query) => {
    const response = await site.get(`/nn/endringer?${query}`, { Accept: 'text/html' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<html lang="nn"');
  });

  test('404 for a page beyond the last', async () => {
    expect((await site.get('/nb/endringer?side=2')).status).toBe(404);
  });

  test('says so when nothing fits, and leads to all', async () => {
    const page = await main('/nb/endringer?q=finnesikke');
    expect(page).toContain('Ingen endringer passer med det du har valgt.');
    expect(page).toContain('href="/nb/endringer"');
  });

  test('keeps what was chosen in its fields and in the address of its feed', async () => {
    const page = await html('/en/endringer?q=%22%3E%3Cb%3E&type=datasett&fra=2026-01-01');
    expect(page).toContain('<option value="datasett" selected>');
    expect(page).toContain('value="&quot;&gt;&lt;b&gt;"');
    expect(page).not.toContain('<b>');
    expect(page.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Changes" href="/en/endringer.atom?type=datasett&fra=2026-01-01&q=%22%3E%3Cb%3E">',
    );
  });

  test('without a language in the path leads to the reader’s, with all that was asked for', async () => {
    const response = await site.get('/endringer?type=system', { 'Accept-Language': 'en' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/en/endringer?type=system',
    ]);
  });
});

describe('what was altered, in words', () => {
  const sentences = async (lang: string): Promise<string[]> =>
    items(await main(`/${lang}/endring/${altered().key}`));

  test('nb', async () => {
    expect(await sentences('nb')).toEqual([
      'Tittel (bokmål) endret fra «Elver» til «Elver og vann»',
      'Beskrivelse (bokmål) endret fra «… bekker i kommunen, med navn, lengde og vannføring. Målt hver måned …» til «… bekker i kommunen, med navn, lengde, bredde og vannføring. Målt hver måned …»',
      'Oppdateres endret fra «årlig» til «månedlig»',
      'Sist oppdatert endret fra 1. november 2026 til 21. november 2026',
      'Ny datafil: JSON',
      'Nøkkelord (engelsk) lagt til: water',
      'Nøkkelord (bokmål) lagt til: bekk, innsjø',
      'Nøkkelord (bokmål) fjernet: elv',
      'Datafil «Elver som CSV»: lisens endret fra «Creative Commons Navngivelse 4.0 Internasjonal» til «Creative Commons CC0 1.0 Universell fristatuserklæring»',
      'Datafil «Elver som CSV»: størrelse endret fra 12 kB til 14 kB',
      'Tidsperiode: til endret fra 31. desember 2025 til 30. juni 2026',
    ]);
  });

  test('nn', async () => {
    const said = await sentences('nn');
    expect(said[0]).toBe('Tittel (bokmål) endra frå «Elver» til «Elver og vann»');
    expect(said[4]).toBe('Ny datafil: JSON');
    expect(said[9]).toBe('Datafil «Elver som CSV»: storleik endra frå 12 kB til 14 kB');
  });

  test('en', async () => {
    const said = await sentences('en');
    expect(said[0]).toBe('Title (Norwegian Bokmål) changed from “Elver” to “Elver og vann”');
    expect(said[3]).toBe('Last updated changed from 1 November 2026 to 21 November 2026');
    expect(said[10]).toBe('Period: to changed from 31 December 2025 to 30 June 2026');
  });

  test('marks the language of each text that is not in the page’s', async () => {
    expect(await main(`/en/endring/${altered().key}`)).toContain(
      'changed from “<span lang="nb">Elver</span>” to “<span lang="nb">Elver og vann</span>”',
    );
  });

  test('is cut in the list, which leads to all of it', async () => {
    const page = await main('/nb/endringer?fra=2026-11-24&til=2026-11-24');
    expect(items(page).length).toBe(6);
    expect(read(page)).toContain('Vis 5 opplysninger til: Elver og vann');
  });
});

describe('the history of one thing', () => {
  test('has its changes alone, newest first, under the name it had', async () => {
    const page = await main('/nb/datasett/elver/endringer');
    expect(titles(page)).toEqual(['Endret Elver og vann', 'Endret Elver og vann', 'Ny Elver']);
    expect(page).toContain('<a class="ds-link" href="/nb/datasett/elver">Elver og vann</a>');
    expect(page).toContain('/nb/endringer.atom?datasett&#x3D;elver');
  });

  test('of a thing that is gone still answers', async () => {
    const page = await main('/en/datasett/bekker/endringer');
    expect(titles(page)[0]).toBe('Removed Bekker');
  });

  test('is found from the thing’s own page', async () => {
    const page = await main('/nb/datasett/elver');
    expect(page).toContain('href="/nb/datasett/elver/endringer"');
    expect(page).toContain(`href="/nb/endring/${altered().key}">Endret 24. november 2026</a>`);
  });

  test.each(['/nb/datasett/finnes-ikke/endringer', '/datasett/elver/endringer', '/nb/endring/x'])(
    '404 for %s',
    async (path) => {
      expect((await site.get(path)).status).toBe(404);
    },
  );
});

test('the page of a change leads to its data, to the thing, and to the changes before and after', async () => {
  const [first, second, third] = changesOf('datasett/elver') as [Change, Change, Change];
  const page = await main(`/nb/endring/${second.key}`);
  for (const href of [
    `/endring/${second.key}.ttl`,
    `/endring/${second.key}.rdfp`,
    '/nb/datasett/elver',
    '/nb/datasett/elver/endringer',
    `/nb/endring/${first.key}`,
    `/nb/endring/${third.key}`,
  ])
    expect(page).toContain(`href="${href}"`);
});

test('every page of changes has one heading, its language, no raw key and no inline style', async () => {
  const { changes } = site.zones.current().zone;
  const paths = [
    '/endringer',
    '/datasett/elver/endringer',
    ...changes.map(({ key }) => `/endring/${key}`),
  ];
  for (const lang of LANGUAGES) {
    for (const path of paths) {
      const page = await html(`/${lang}${path}`);
      expect([path, page.match(/<h1/g)?.length]).toEqual([path, 1]);
      expect(page).toContain(`<html lang="${lang}"`);
      expect([path, /\[object|undefined|NaN|\b(changes|prop|kind)\.\w/.exec(page)?.[0]]).toEqual([
        path,
        undefined,
      ]);
      expect(page).not.toMatch(/ style=|<img|<script>/);
    }
  }
});

test('every local link of the pages of changes answers', async () => {
  const { changes } = site.zones.current().zone;
  const links = new Set<string>();
  for (const path of ['/nb/endringer', ...changes.map(({ key }) => `/en/endring/${key}`)]) {
    for (const [, href = ''] of (await html(path)).matchAll(/ href="([^"]*)"/g))
      links.add(href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='));
  }
  for (const href of [...links].filter((one) => one.startsWith('/'))) {
    const response = await site.get(href);
    await response.arrayBuffer();
    expect([href, response.status < 400]).toEqual([href, true]);
  }
});
