/** A sitemap, or an index of sitemaps (sitemaps.org 0.9), as lists of addresses with their dates. */

export interface SitemapEntry {
  readonly url: string;
  readonly lastmod?: string;
}
export interface Sitemap {
  readonly isIndex: boolean;
  readonly entries: readonly SitemapEntry[];
}

/** Undefined for what is no sitemap. */
export function readSitemap(xml: string): Sitemap | undefined {
  const isIndex = /<(\w+:)?sitemapindex[\s>]/.test(xml);
  if (!isIndex && !/<(\w+:)?urlset[\s>]/.test(xml)) return undefined;
  const blocks = xml.matchAll(/<(?:\w+:)?(?:url|sitemap)>([\s\S]*?)<\/(?:\w+:)?(?:url|sitemap)>/g);
  const entries = [...blocks].flatMap(([, block = '']) => {
    const url = element(block, 'loc');
    const lastmod = element(block, 'lastmod');
    return url === undefined ? [] : [{ url, ...(lastmod ? { lastmod } : {}) }];
  });
  return { isIndex, entries };
}

function element(block: string, name: string): string | undefined {
  return new RegExp(`<(?:\\w+:)?${name}>\\s*([^<]*?)\\s*<`)
    .exec(block)?.[1]
    ?.replace(/&amp;/g, '&');
}
