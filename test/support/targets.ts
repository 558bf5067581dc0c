/** Every kind of address of a running site, and the parameters that its own links and forms send there. */
import { addressesOn, crawl, type Page } from './crawl.js';

export interface Target {
  readonly path: string;
  readonly parameters: readonly string[];
}

/** Of protocols, which no form of the site names. */
const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  '/sparql': ['query', 'default-graph-uri', 'named-graph-uri', 'format', 'update'],
  '/oai': [...['verb', 'metadataPrefix', 'identifier', 'set', 'from', 'until', 'resumptionToken']],
  '/katalog': ['side', 'format'],
  '/api/forslag': ['q', 'lang', 'sprak'],
};
const ENTRANCES = ['/nb/', '/katalog', '/robots.txt', '/feed/endringer', ...Object.keys(PROTOCOLS)];

/** So many of each kind are read for links: the next are like them. */
const OF_EACH = 8;

/** In bokmål and without language; one address of each kind. */
export async function targetsOf(origin: string): Promise<Target[]> {
  const parameters = new Map<string, Set<string>>();
  const kinds = new Map<string, string>();
  for (const [address, names] of await addressesOf(origin)) {
    const [path = ''] = address.split('?');
    if (!kinds.has(shapeOf(path))) kinds.set(shapeOf(path), path);
    parameters.set(path, new Set([...(parameters.get(path) ?? []), ...names]));
  }
  return [...kinds.values()].map((path) => ({
    path,
    parameters: [...(parameters.get(path) ?? [])],
  }));
}

/** Addresses of pages, of links and forms on them, and of protocols, with the parameters they bear. */
async function addressesOf(origin: string): Promise<[path: string, names: readonly string[]][]> {
  const found: [string, readonly string[]][] = [...Object.entries(PROTOCOLS)];
  for (const [path, { body, type }] of await somePages(origin)) {
    found.push([path, []]);
    if (!type.startsWith('text/html')) continue;
    for (const address of addressesOn(body)) {
      const url = new URL(address, origin + path);
      if (url.origin === origin && url.search !== '')
        found.push([url.pathname, [...url.searchParams.keys()]]);
    }
    for (const [, action = '', fields = ''] of body.matchAll(FORM))
      found.push([action, namesIn(fields)]);
  }
  return found.filter(([path]) => !ELSEWHERE.test(path));
}

const ELSEWHERE = /^\/(nn|en|static)\//;

function somePages(origin: string): Promise<Map<string, Page>> {
  const seen = new Map<string, number>();
  const isWanted = (path: string): boolean => {
    const shape = shapeOf(path.replace(/\?.*/s, ''));
    seen.set(shape, (seen.get(shape) ?? 0) + 1);
    return !ELSEWHERE.test(path) && (seen.get(shape) ?? 0) <= OF_EACH;
  };
  return crawl(origin, { from: ENTRANCES, isWanted, maxDisallowed: 5 });
}

const FORM = /<form[^>]* action="([^"?#]*)[^>]*>(.*?)<\/form>/gs;

function namesIn(fields: string): string[] {
  return [...fields.matchAll(/<(?:input|select|textarea|button)[^>]* name="([^"]*)"/g)].map(
    ([, name = '']) => name,
  );
}

/** `/nb/datasett/x` and `/nb/datasett/y` are of one shape, `/datasett/x.ttl` of another. */
function shapeOf(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  const [lead, keys] = /^(nb|id)$/.test(first)
    ? [[first, rest[0] ?? ''], rest.slice(1)]
    : [[first], rest];
  const shown = keys.map((key, at) => (at === 0 ? key.replace(/^[^.]*/, '*') : key));
  return [...lead, ...shown].join('/');
}
