/**
 * The sitemap (https://www.sitemaps.org/protocol.html): the page of every public thing that stands alone in each language, with the
 * moment of its newest change. One file, or an index and files by type when they are too many for one.
 */
import type { Change } from '../model/change.js';
import type { Iri } from '../model/iri.js';
import { LANGUAGES } from '../model/lang-text.js';
import { xmlAttribute, xmlText } from '../rdf/xml-text.js';
import { latestChanges } from './latest-changes.js';

/** The protocol's limit. */
const MAX_URLS = 50_000;

export interface SitemapInput {
  readonly base: Iri;
  /** Thing → type, in order (followed-things.ts). */
  readonly types: ReadonlyMap<string, string>;
  /** The public log, oldest first. */
  readonly changes: readonly Change[];
}

/** Name and text of each file; `sitemap.xml` first. */
export function sitemapFiles(
  { base, types, changes }: SitemapInput,
  maxUrls = MAX_URLS,
): [string, () => Iterable<string>][] {
  const latest = latestChanges(changes);
  const entry = (thing: string): string => urls(base, thing, latest.get(thing)?.at);
  const things = [...types.keys()];
  const maxThings = Math.floor(maxUrls / LANGUAGES.length);
  if (things.length <= maxThings) return [['sitemap.xml', () => urlSet(things.map(entry))]];
  const parts = partsOf(types, maxThings);
  return [
    ['sitemap.xml', () => [index([...parts.keys()].map((name) => base + name))]],
    ...[...parts].map(([name, those]): [string, () => Iterable<string>] => [
      name,
      () => urlSet(those.map(entry)),
    ]),
  ];
}

/** File → its things: one a type, and more when a type has too many. */
function partsOf(types: ReadonlyMap<string, string>, max: number): Map<string, string[]> {
  const counts = new Map<string, number>();
  const parts = new Map<string, string[]>();
  for (const [thing, type] of types) {
    const count = counts.get(type) ?? 0;
    counts.set(type, count + 1);
    const number = Math.floor(count / max) + 1;
    const name = number === 1 ? `sitemap-${type}.xml` : `sitemap-${type}-${number}.xml`;
    const part = parts.get(name);
    if (part) part.push(thing);
    else parts.set(name, [thing]);
  }
  return new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function* urlSet(entries: Iterable<string>): Generator<string> {
  yield `${DECLARATION}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  yield* entries;
  yield '</urlset>\n';
}

function index(addresses: readonly string[]): string {
  const entries = addresses.map((one) => `<sitemap><loc>${xmlText(one)}</loc></sitemap>\n`);
  return `${DECLARATION}<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('')}</sitemapindex>\n`;
}

/** The page of a thing in each language, each naming all of them. */
function urls(base: Iri, thing: string, at: string | undefined): string {
  const path = thing.slice(`${base}id`.length);
  const pages = LANGUAGES.map((lang) => ({ lang, address: `${base}${lang}${path}` }));
  const alternates = pages.map(
    ({ lang, address }) =>
      `<xhtml:link rel="alternate" hreflang="${lang}" href="${xmlAttribute(address)}"/>`,
  );
  const date = at === undefined ? '' : `<lastmod>${xmlText(at)}</lastmod>`;
  return pages
    .map(
      ({ address }) => `<url><loc>${xmlText(address)}</loc>${date}${alternates.join('')}</url>\n`,
    )
    .join('');
}
