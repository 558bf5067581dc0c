import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { LIST_NAMES } from '../../site/page-kinds.js';
import { publicPaths, startSite, type TestSite } from './site-server.js';
import { missing } from './missing.js';

const HOSTILE = ['javascript:', 'data:text', 'vbscript:'];
let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

async function html(path: string): Promise<string> {
  const response = await site.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

function allPages(): string[] {
  const paths = [
    '/',
    '/sparql',
    '/dekning',
    '/hvd',
    '/vernede-data',
    ...LIST_NAMES.map((name) => `/${name}`),
    ...publicPaths(site.zones.current()),
  ];
  return LANGUAGES.flatMap((lang) => paths.map((path) => `/${lang}${path}`));
}

test('every page of every kind has one heading, a title, its language and no raw key, in nb, nn and en', async () => {
  for (const path of allPages()) {
    const text = await html(path);
    expect([path, text.match(/<h1/g)?.length]).toEqual([path, 1]);
    expect(text).toMatch(/<title>[^<]+ – (Prøve kommune|Test Municipality)<\/title>/);
    expect(text).toContain(`<html lang="${path.slice(1, 3)}"`);
    expect([path, /\[object|undefined|NaN|\bprop\./.exec(text)?.[0]]).toEqual([path, undefined]);
    expect([path, /<dt>\s*<\/dt>|<dd>\s*<\/dd>|<td>\s*<\/td>/.exec(text)?.[0]]).toEqual([
      path,
      undefined,
    ]);
  }
});

test('every local link of every page answers, and there are no links to other hosts but the data’s own', async () => {
  const links = new Set<string>();
  for (const path of allPages()) {
    for (const [, href = ''] of (await html(path)).matchAll(/<(?:a|link)[^>]* href="([^"]*)"/g))
      links.add(href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='));
  }
  for (const href of links) {
    if (!href.startsWith('/') || href.includes('sparql?')) continue;
    const response = await site.get(href);
    expect([href, response.status < 400]).toEqual([href, true]);
    await response.arrayBuffer();
  }
  expect([...links].every((href) => /^(\/(?!\/)|#|https?:\/\/|mailto:)/.test(href))).toBe(true);
});

test('X1 markup in texts is shown as text, in the page and in the data block', async () => {
  const text = await html('/nb/datasett/farlig');
  expect(text).not.toContain('<img');
  expect(text).not.toContain('<script>');
  expect(text).toContain('&lt;img src');
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
  expect(block).not.toMatch(/[<>&]/);
  const { '@graph': graph } = JSON.parse(block) as { '@graph': readonly { name?: string }[] };
  expect(graph[0]?.name).toContain('</script>');
  for (const path of ['/nb/datasett', '/nb/', '/en/katalog/prove'])
    expect(await html(path)).not.toContain('<img src=x');
});

test('X1 an IRI with a script scheme never becomes a link', async () => {
  for (const path of allPages()) {
    const hrefs = [...(await html(path)).matchAll(/(?:href|src|action)="([^"]*)"/g)].map(
      ([, href]) => href ?? '',
    );
    expect(
      hrefs.filter((href) => HOSTILE.some((one) => href.toLowerCase().startsWith(one))),
    ).toEqual([]);
  }
});

test('X2 no page has inline style, inline script, or asks another host for anything', async () => {
  for (const path of allPages()) {
    const text = await html(path);
    expect([path, /\sstyle=|<style|\son[a-z]+="/.exec(text)?.[0]]).toEqual([path, undefined]);
    const asked = [
      ...text.matchAll(/<link rel="(?:stylesheet|icon)"[^>]*href="([^"]*)"|src="([^"]*)"/g),
    ];
    for (const [, sheet, script] of asked) expect(sheet ?? script).toMatch(/^\/static\//);
  }
});

describe('a dataset page', () => {
  test('offers open data with format, size and licence in words', async () => {
    const text = await html('/nb/datasett/apent');
    expect(
      missing(text, [
        'Åpne data',
        '1,2 MB',
        'Du må',
        'CSV',
        '/fil/%C3%A5pent/tall.csv',
        '1. januar 2020 til 31. desember 2025',
        'Datahjelpen',
        '/nb/system/fag',
        'årlig',
      ]),
    ).toEqual([]);
  });

  test('says why closed data are closed, by which law, and invents no distribution', async () => {
    const text = await html('/nb/datasett/lukket');
    expect(
      missing(text, [
        'Lukkede data',
        'Forvaltningsloven § 13',
        'https://lovdata.example/fvl',
        'kan ikke lastes ned',
        'Beskyttet',
        'Ikke oppgitt',
      ]),
    ).toEqual([]);
    const block = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '{}') as {
      '@graph': object[];
    };
    expect(block['@graph'][0]).toMatchObject({ isAccessibleForFree: false });
    expect(block['@graph'][0]).not.toHaveProperty('distribution');
  });

  test('marks a title in another language', async () => {
    expect(await html('/en/datasett/lukket')).toContain(
      '<h1 class="ds-heading" data-size="lg" lang="nb" dir="auto">',
    );
    expect(await html('/en/datasett/lukket')).toContain('The name is in Bokmål.');
    expect(await html('/en/datasett/apent')).toContain('dir="auto">Open dataset</h1>');
    expect(await html('/nn/datasett/apent')).toContain('Ope datasett');
  });
});

test('a processing page explains purpose, basis, people, data, storage, transfer and rights', async () => {
  const text = await html('/nb/behandling/opptak');
  expect(
    missing(text, [
      'Gi barn plass på skole.',
      'GDPR art. 6 nr. 1 bokstav c',
      'sårbar gruppe',
      'særlig kategori',
      '5 år',
      'USA',
      'Fagsystemet',
      'Lukket datasett',
      'Datatilsynet',
      'Prøveetaten',
      'Felles behandling',
    ]),
  ).toEqual([]);
  expect(await html('/en/behandling/opptak')).toContain('United States');
});

test('a system page shows owner, users, processing and datasets', async () => {
  const text = await html('/nb/system/fag');
  expect(
    missing(text, [
      'I bruk',
      'Prøveetaten',
      'Underetaten',
      'Leverandøren AS',
      'Opptak til skole',
      'Åpent datasett',
      'Egenutviklet',
    ]),
  ).toEqual([]);
});

test('a thing of an unknown class still shows all that is public about it', async () => {
  const text = await html('/nb/vilkar/uvanlig');
  expect(text).toContain('Noe vi ikke kjenner');
  expect(text).toContain('verdi');
});

test('lists are sorted in Norwegian order, filtered by publisher, and say so when empty', async () => {
  const text = await html('/nb/datasett');
  expect(text.indexOf('Lukket datasett')).toBeLessThan(text.indexOf('Åpent datasett'));
  expect(await html('/nb/datasett?utgiver=1')).not.toContain('/nb/datasett/farlig');
  expect(await html('/nb/datasett?utgiver=finnes-ikke')).toContain('ingenting å vise');
  for (const bad of ['side=0', 'side=abc', 'side=1&side=2', 'utgiver=../x'])
    expect((await site.get(`/nb/datasett?${bad}`)).status).toBe(400);
  expect((await site.get('/nb/datasett?side=2')).status).toBe(404);
});

test.each([
  ['nb', 'Org.nr. 958935420 2 datasett 1 API 1 system 1 behandling'],
  ['nn', 'Org.nr. 958935420 2 datasett 1 API 1 system 1 behandling'],
  ['en', 'Org. no. 958935420 2 datasets 1 API 1 system 1 processing activity'],
])('the list of organisations tells in %s how much each answers for', async (lang, told) => {
  const html = await (await site.get(`/${lang}/virksomhet`)).text();
  const [first = '', second = ''] = html.split(/<h2 /).slice(1);
  expect([first.includes('Prøveetaten'), second.includes('Underetaten')]).toEqual([true, true]);
  expect(first.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')).toContain(told);
  expect(second).not.toMatch(/datasett|dataset /);
});

test('a list of many is cut in pages that together hold each thing once', async () => {
  const rows = Array.from(
    { length: 120 },
    (_one, index) =>
      `<https://data.prove.example/id/begrep/b${index}> a <http://www.w3.org/2004/02/skos/core#Concept> ; <http://www.w3.org/2004/02/skos/core#prefLabel> "Begrep ${index}"@nb .`,
  );
  const large = await startSite(rows.join('\n'));
  try {
    const found: string[] = [];
    for (let next: string | undefined = '/nb/begrep'; next !== undefined;) {
      const text: string = await (await large.get(next)).text();
      found.push(
        ...[...text.matchAll(/<h2[^>]*><a class="ds-link" href="([^"]+)"/g)].map(
          ([, href]) => href ?? '',
        ),
      );
      next = /rel="next" href="([^"]+)"/
        .exec(text)?.[1]
        ?.replaceAll('&amp;', '&')
        .replaceAll('&#x3D;', '=');
    }
    expect(found.length).toBe(121);
    expect(new Set(found).size).toBe(121);
  } finally {
    await large.close();
  }
});
