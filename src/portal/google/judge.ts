/** `google`: what a search engine for datasets takes from the pages in the sitemap (portals.md 1.3). */
import type { LangText } from '../../model/lang-text.js';
import type { PortalVerdict } from '../../model/portal-report.js';
import { FetchFailure, mediaTypeOf, type Answer, type Source } from '../source.js';
import { Traps } from '../trap.js';
import { inspectPage } from './markup.js';
import { readSitemap, type SitemapEntry } from './sitemap.js';

export interface GoogleRun {
  /** Of the sitemap, or of an index of them. */
  readonly url: string;
  /** Which of its addresses are pages of a dataset. */
  readonly isDatasetPage: (url: string) => boolean;
  /** Pages that are looked at, spread evenly: the site makes them all in the same way. */
  readonly maxPages?: number;
}

const TITLE: LangText = {
  nb: 'Google Dataset Search',
  nn: 'Google Dataset Search',
  en: 'Google Dataset Search',
};
const REQUEST = { accept: '*/*', maxBytes: 50_000_000, timeoutMs: 60_000 } as const;
const MAX_PAGES = 100;
const MAX_SITEMAPS = 50;

export async function judgeGoogle(
  source: Source,
  { url, isDatasetPage, maxPages = MAX_PAGES }: GoogleRun,
): Promise<PortalVerdict> {
  const traps = new Traps();
  const head = { portal: 'google', title: TITLE, url, empty: [], shared: [] } as const;
  const entries = await sitemapEntries(source, url, traps);
  if (!entries) return { ...head, isRead: false, members: 0, traps: traps.list() };
  const pages = entries.filter((one) => isDatasetPage(one.url));
  for (const { url: page, lastmod } of pages) if (lastmod === undefined) traps.add('GG-02', page);
  for (const { url: page } of spread(pages, maxPages)) {
    const answer = await get(source, page);
    if (!answer || answer.status !== 200 || mediaTypeOf(answer) !== 'text/html')
      traps.add('GG-03', `${page}: ${answer?.status ?? '–'}`);
    else inspectPage(page, new TextDecoder().decode(answer.body), traps);
  }
  return { ...head, isRead: true, members: pages.length, traps: traps.list() };
}

async function sitemapEntries(
  source: Source,
  first: string,
  traps: Traps,
): Promise<SitemapEntry[] | undefined> {
  const entries: SitemapEntry[] = [];
  const seen = new Set([first]);
  // An index names more sitemaps: the set grows while it is walked.
  for (const url of seen) {
    const answer = await get(source, url);
    const sitemap =
      answer?.status === 200 ? readSitemap(new TextDecoder().decode(answer.body)) : undefined;
    if (!sitemap) {
      traps.add('GG-01', `${url}: ${answer?.status ?? '–'}`);
      return undefined;
    }
    if (!sitemap.isIndex) entries.push(...sitemap.entries);
    else for (const one of sitemap.entries.slice(0, MAX_SITEMAPS)) seen.add(one.url);
  }
  return entries;
}

async function get(source: Source, url: string): Promise<Answer | undefined> {
  try {
    return await source.get(url, REQUEST);
  } catch (error) {
    if (error instanceof FetchFailure) return undefined;
    throw error;
  }
}

function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from(
    { length: Math.min(most, all.length) },
    (_, index) => all[Math.floor(index * step)] as T,
  );
}
