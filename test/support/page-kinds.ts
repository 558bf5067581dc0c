/**
 * The kinds of pages that a running site has: one address of each, found by following its own links, and states that no link
 * leads to. Judges of the whole site take their pages from here, so a new kind of page is judged from its first day.
 */
import { isLang, LANGUAGES, type Lang } from '../../src/model/lang-text.js';
import { crawl, type Page } from './crawl.js';

export interface PageKind {
  readonly name: string;
  /** Without the language: `/datasett/x`. */
  readonly path: string;
  readonly status: number;
}

/** What no link of the site leads to: nothing found, and what is answered to mistakes. */
const STATES: readonly PageKind[] = [
  { name: 'search, nothing found', path: '/sok?q=xyzzyqwv', status: 200 },
  {
    name: 'query, result',
    path: '/sparql?query=SELECT+*+%7B+%3Fs+a+%3Ftype+%7D+LIMIT+3',
    status: 200,
  },
  { name: 'API, address made', path: '/api?operasjon=GET+%2Fdump.nq', status: 200 },
  { name: 'query, fault in it', path: '/sparql?query=SELECT+%3Fs+WHERE+%7B', status: 400 },
  { name: 'not found', path: '/finnes-ikke', status: 404 },
];

/** So many of each kind are read: the rest are like them. */
const OF_EACH = 60;

/** Pages in bokmål that can be reached from the home page: path → page. */
export function crawlPages(origin: string): Promise<Map<string, Page>> {
  const seen = new Map<string, number>();
  const isWanted = (path: string): boolean => {
    const isPage = /^\/nb\/[^.]*(\?.*)?$/.test(path) || /^\/nb\/[^?]*\/versjon\//.test(path);
    if (!isPage) return false;
    const kind = kindOf(path);
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= OF_EACH;
  };
  return crawl(origin, { from: ['/nb/'], isWanted, maxDisallowed: 12 });
}

/** Longer pages say more of the same, and keep a judge for minutes. */
const FULL_ENOUGH = 60_000;

/**
 * The fullest page of each kind, of those that links lead to and that are not too long, and the states; `more` are pages that the
 * test has made itself. Throws RangeError when a page that a link leads to is not there.
 */
export async function pageKinds(
  origin: string,
  more: readonly PageKind[] = [],
): Promise<PageKind[]> {
  const fullest = new Map<string, { path: string; worth: number }>();
  for (const [path, { status, type, body }] of await crawlPages(origin)) {
    if (status !== 200 || !type.startsWith('text/html'))
      throw new RangeError(`${status} ${type} for ${path}`);
    const kind = kindOf(path);
    const worth = body.length > FULL_ENOUGH ? FULL_ENOUGH / body.length : body.length;
    const found = fullest.get(kind);
    const isBetter = !found || worth > found.worth || (worth === found.worth && path < found.path);
    if (isBetter) fullest.set(kind, { path: path.slice('/nb'.length), worth });
  }
  const kinds = [...fullest].map(([name, { path }]): PageKind => ({ name, path, status: 200 }));
  return [...kinds.sort((a, b) => (a.name < b.name ? -1 : 1)), ...STATES, ...more];
}

/**
 * What addresses of one kind share: keys do not count, nor whose part a page is (the history of a system is drawn as that of a
 * dataset), nor what a query asks for; but that there is a query does.
 */
export function kindOf(path: string): string {
  const [whole = '', query] = path.split('?');
  const [, lang = '', first = '', ...rest] = whole.split('/');
  if (!isLang(lang)) throw new RangeError(`no page: ${path}`);
  const isTree = first === 'kode' || first === 'def' || rest[1] === 'versjon';
  const shown = isTree ? [first, ...rest.map(() => '*')] : partsOf(first, rest);
  return `/${shown.join('/')}${query === undefined ? '' : '?'}`;
}

function partsOf(first: string, [key, ...part]: readonly string[]): string[] {
  if (key === undefined) return [first];
  return part.length > 0 ? ['*', '*', ...part] : [first, '*'];
}

/** Each kind in each language. */
export function inAllLanguages(kinds: readonly PageKind[]): readonly (PageKind & { lang: Lang })[] {
  return LANGUAGES.flatMap((lang) => kinds.map((kind) => ({ ...kind, lang })));
}
