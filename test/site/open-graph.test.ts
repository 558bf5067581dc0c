/** How a link to a page looks where it is shared: Open Graph (https://ogp.me), whose four required properties are on every page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStaticFiles } from '../../site/static-files.js';
import { BASE, startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

async function properties(path: string): Promise<[string, string][]> {
  const html = await (await site.get(path, { Accept: 'text/html' })).text();
  const found = html.matchAll(/<meta property="(og:[\w:]+)" content="([^"]*)">/g);
  return [...found].map(([, property = '', content = '']) => [property, content]);
}

test('a page says what is shared, with which picture, in which language, and which others there are', async () => {
  expect(await properties('/en/datasett/apent')).toEqual([
    ['og:title', 'Open dataset'],
    [
      'og:description',
      'Et datasett som alle kan bruke, med en beskrivelse som er lang nok til søkemotorer.',
    ],
    ['og:type', 'website'],
    ['og:url', `${BASE}en/datasett/apent`],
    [
      'og:image',
      expect.stringMatching(new RegExp(`^${BASE}static/[0-9a-f]{16}/theme/standard\\.png$`)),
    ],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', 'Test Municipality'],
    ['og:site_name', 'Test Municipality'],
    ['og:locale', 'en_GB'],
    ['og:locale:alternate', 'nb_NO'],
    ['og:locale:alternate', 'nn_NO'],
  ]);
});

test.each(['oslo', 'standard', 'trondheim'])('the theme %s has a picture of that size', (theme) => {
  const files = loadStaticFiles();
  const png = files.get(files.picture(theme) ?? '')?.body;
  expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('a theme without a picture has none', () => {
  expect(loadStaticFiles().picture('ukjent')).toBeUndefined();
});

test('the picture is there, as large as the page says', async () => {
  const found = new Map(await properties('/nb/'));
  const answer = await site.get(`/${(found.get('og:image') ?? '').slice(BASE.length)}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  const png = Buffer.from(await answer.arrayBuffer());
  // PNG §11.2.2: width and height begin the first chunk.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String)).toEqual([
    found.get('og:image:width'),
    found.get('og:image:height'),
  ]);
});
