/** Follows the links of a running site, as a search engine would. */

export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface CrawlOptions {
  /** Where it begins. */
  readonly from: readonly string[];
  /** Which local addresses are followed; default all. */
  readonly isWanted?: (path: string) => boolean;
  /** Of what robots are asked to leave alone (queries, filters) as many of each path: there is no end of them. */
  readonly maxDisallowed?: number;
}

/** Every page and document that links lead to: path → answer. */
export async function crawl(
  origin: string,
  { from, isWanted = () => true, maxDisallowed = 200 }: CrawlOptions,
): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  const isEnough = await limitOf(origin, maxDisallowed);
  const queue = [...from];
  const seen = new Set(queue);
  const take = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const page = await fetchPage(origin + path);
      pages.set(path, page);
      if (!page.type.startsWith('text/html')) continue;
      for (const href of addressesOn(page.body)) {
        const url = new URL(href, origin + path);
        const next = url.pathname + url.search;
        if (url.origin !== origin || seen.has(next)) continue;
        seen.add(next);
        if (isWanted(next) && !isEnough(next)) queue.push(next);
      }
    }
  };
  // A few at a time: the queue may be empty for one taker while another still finds links.
  while (queue.length > 0) await Promise.all([take(), take(), take(), take()]);
  return pages;
}

/** Links of the pages to places in pages that are not there; of pages that were not read, nothing is known. */
export function brokenFragments(pages: ReadonlyMap<string, Page>): string[] {
  const places = new Map<string, ReadonlySet<string>>();
  const placesOn = (path: string, { body }: Page): ReadonlySet<string> => {
    const known = places.get(path) ?? new Set([...body.matchAll(ID)].map(([, id = '']) => id));
    places.set(path, known);
    return known;
  };
  const broken = new Set<string>();
  for (const [path, page] of pages) {
    if (!page.type.startsWith('text/html')) continue;
    for (const address of addressesOn(page.body, LINKS)) {
      const { pathname, search, hash } = new URL(address, `http://localhost${path}`);
      const target = pages.get(pathname + search);
      if (hash === '' || !target?.type.startsWith('text/html')) continue;
      const id = decodeURIComponent(hash.slice(1));
      if (!placesOn(pathname + search, target).has(id)) broken.add(`${pathname}${search}${hash}`);
    }
  }
  return [...broken];
}

const ID = /\sid="([^"]+)"/g;

const ADDRESSES = /\s(?:href|src|action)="([^"]+)"/g;
/** Without forms: the place that one leads to is in its answer. */
const LINKS = /\shref="([^"]+)"/g;

/** What `href` and `src` name, and where forms are sent. */
export function addressesOn(html: string, which = ADDRESSES): string[] {
  return [...html.matchAll(which)].map(([, value = '']) => unescaped(value));
}

/** Of what Handlebars escapes. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x60;', '`')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

async function fetchPage(url: string): Promise<Page> {
  const response = await fetch(url);
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, body: await response.text() };
}

async function limitOf(origin: string, most: number): Promise<(path: string) => boolean> {
  const robots = await (await fetch(`${origin}/robots.txt`)).text();
  const disallowed = [...robots.matchAll(/^Disallow: (.+)$/gm)].map(
    ([, prefix = '']) =>
      // RFC 9309 §2.2.3: `*` is any run of characters, `$` the end.
      new RegExp(`^${prefix.replace(/[.+?^{}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}`),
  );
  const taken = new Map<string, number>();
  return (path) => {
    if (!disallowed.some((one) => one.test(path))) return false;
    const [name = ''] = path.split('?');
    taken.set(name, (taken.get(name) ?? 0) + 1);
    return (taken.get(name) ?? 0) > most;
  };
}
