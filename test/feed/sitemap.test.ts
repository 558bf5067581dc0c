/** The sitemap (https://www.sitemaps.org/protocol.html; portals.md 1.3): every page that stands alone, in each language. */
import { expect, test } from 'vitest';
import { sitemapFiles } from '../../src/feed/sitemap.js';
import type { Change } from '../../src/model/change.js';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { BASE } from '../support/harvest-world.js';
import { id } from '../support/turtle.js';
import { textOf } from './feed-world.js';

const change = (thing: string, at: string): Change => ({
  ...{ key: at, kind: 'update', type: 'datasett' },
  thing: iri(id(thing)),
  at: instant(at),
});
const files = (things: readonly string[], changes: readonly Change[] = [], max?: number) => {
  const types = new Map(things.map((one) => [id(one), one.split('/')[0]!]));
  const made = sitemapFiles({ base: iri(BASE), types, changes }, max);
  return new Map(made.map(([name, pieces]) => [name, textOf(pieces())]));
};
const addresses = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, one]) => one!.replace(BASE, ''));

test('a thing has an address a language, and each names all three', () => {
  const xml = files(['datasett/a'], [change('datasett/a', '2026-03-02T10:00:00Z')]).get(
    'sitemap.xml',
  )!;
  const links = ['nb', 'nn', 'en'].map(
    (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${BASE}${lang}/datasett/a"/>`,
  );
  const url = (lang: string): string =>
    `<url><loc>${BASE}${lang}/datasett/a</loc><lastmod>2026-03-02T10:00:00.000Z</lastmod>${links.join('')}</url>\n`;
  expect(xml).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' +
      `${url('nb')}${url('nn')}${url('en')}</urlset>\n`,
  );
});

test('the moment is that of the newest change; a thing that no change is known of has none', () => {
  const log = [
    change('datasett/a', '2026-01-01T00:00:00Z'),
    change('datasett/a', '2026-02-01T00:00:00Z'),
  ];
  const xml = files(['datasett/a', 'datasett/b'], log).get('sitemap.xml')!;
  expect(new Set(xml.match(/<lastmod>[^<]*/g))).toEqual(
    new Set(['<lastmod>2026-02-01T00:00:00.000Z']),
  );
  expect(xml.match(/<lastmod>/g)).toHaveLength(3);
});

test('too many for one file: an index, and files a type, none of them longer than allowed', () => {
  const things = ['begrep/a', 'begrep/b', 'begrep/c', 'datasett/a'];
  const made = files(things, [], 6);
  expect([...made.keys()]).toEqual([
    'sitemap.xml',
    'sitemap-begrep-2.xml',
    'sitemap-begrep.xml',
    'sitemap-datasett.xml',
  ]);
  expect(addresses(made.get('sitemap.xml')!)).toEqual([...made.keys()].slice(1));
  const all = [...made.keys()].slice(1).flatMap((name) => addresses(made.get(name)!));
  expect(all.filter((one) => one.startsWith('nb/')).sort()).toEqual(
    things.map((one) => `nb/${one}`),
  );
  for (const [name, xml] of made) expect([name, addresses(xml).length <= 6]).toEqual([name, true]);
});

test('X1 what XML has marks for is written by their names', () => {
  const xml = files(["datasett/a&b'"]).get('sitemap.xml')!;
  expect(addresses(xml)[0]).toBe("nb/datasett/a&amp;b'");
  expect(xml).toContain(`href="${BASE}nb/datasett/a&amp;b'"`);
});
