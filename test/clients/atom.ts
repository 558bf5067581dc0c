/**
 * A strict reader of Atom feeds: RFC 4287, paging by RFC 5005 §3, deleted entries by RFC 6721. It throws FeedError for anything
 * they do not allow, and knows nothing of what serves.
 */
import { readXml, type XmlElement } from './xml.js';

const ATOM = 'http://www.w3.org/2005/Atom';
const TOMBSTONES = 'http://purl.org/atompub/tombstones/1.0';
/** RFC 3339, as RFC 4287 §3.3 narrows it: capital T, and capital Z where there is no offset. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const FEED = new Set(
  'author category contributor generator icon id link logo rights subtitle title updated entry'.split(
    ' ',
  ),
);
const ENTRY = new Set(
  'author category content contributor id link published rights source summary title updated'.split(
    ' ',
  ),
);

export class FeedError extends Error {}

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly summary: string;
  /** Of `rel="alternate"`. */
  readonly alternates: readonly string[];
}

export interface AtomPage {
  readonly id: string;
  readonly title: string;
  readonly lang: string | undefined;
  readonly updated: string;
  readonly entries: readonly AtomEntry[];
  readonly deleted: readonly { readonly ref: string; readonly when: string }[];
  /** rel → address, of the links that there is one of. */
  readonly links: ReadonlyMap<string, string>;
}

export function readAtom(source: string): AtomPage {
  const feed = readXml(source);
  must(feed.namespace === ATOM && feed.name === 'feed', 'the root is no atom:feed');
  const own = feed.elements.filter(({ namespace }) => namespace === ATOM);
  for (const { name } of own) must(FEED.has(name), `atom:${name} in a feed`);
  const entries = own.filter(({ name }) => name === 'entry').map(readEntry);
  const updated = moment(one(feed, 'updated'));
  for (const entry of entries)
    must(Date.parse(entry.updated) <= Date.parse(updated), 'an entry newer than its feed');
  must(new Set(entries.map(({ id }) => id)).size === entries.length, 'two entries of one id');
  must(
    named(feed, 'author').length > 0 ||
      own.every((one) => one.name !== 'entry' || named(one, 'author').length > 0),
    'entries without author',
  );
  for (const author of named(feed, 'author')) one(author, 'name');
  const links = checkLinks(feed);
  must(links.has('self'), 'no link to itself');
  return {
    id: address(one(feed, 'id')),
    title: one(feed, 'title').text,
    lang: feed.attributes.get('{http://www.w3.org/XML/1998/namespace}lang'),
    updated,
    entries,
    deleted: readDeleted(feed, entries),
    links,
  };
}

/** Every page, from the first to the last by `next`. */
export async function readPages(
  start: string,
  get: (url: string) => Promise<string>,
): Promise<AtomPage[]> {
  const pages: AtomPage[] = [];
  const seen = new Set<string>();
  for (let url: string | undefined = start; url !== undefined;) {
    must(!seen.has(url), 'pages that go in a circle');
    seen.add(url);
    const page: AtomPage = readAtom(await get(url));
    must(
      pages.every(({ id }) => id === page.id),
      'pages of different feeds',
    );
    must(page.links.has('previous') === pages.length > 0, 'a first page with one before it');
    pages.push(page);
    url = page.links.get('next');
    if (url === undefined) must(page.links.get('last') === page.links.get('self'), 'not the last');
  }
  return pages;
}

function readEntry(entry: XmlElement): AtomEntry {
  for (const { namespace, name } of entry.elements)
    must(namespace === ATOM && ENTRY.has(name), `${name} in an entry`);
  for (const name of ['content', 'published', 'rights', 'source', 'summary'])
    must(named(entry, name).length < 2, `two of atom:${name}`);
  for (const category of named(entry, 'category'))
    must((category.attributes.get('term') ?? '') !== '', 'a category without term');
  checkLinks(entry);
  const alternates = named(entry, 'link')
    .filter(({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate')
    .map(({ attributes }) => attributes.get('href') ?? '');
  must(
    alternates.length > 0 || named(entry, 'content').length > 0,
    'an entry with neither content nor alternate',
  );
  const title = one(entry, 'title').text;
  must(title.trim() !== '', 'an entry without title');
  return {
    id: address(one(entry, 'id')),
    title,
    updated: moment(one(entry, 'updated')),
    summary: named(entry, 'summary')[0]?.text ?? '',
    alternates,
  };
}

/** RFC 6721 §3: an entry that is there and not newer would be deleted by it. */
function readDeleted(feed: XmlElement, entries: readonly AtomEntry[]): AtomPage['deleted'] {
  const others = feed.elements.filter(({ namespace }) => namespace !== ATOM);
  return others.map(({ namespace, name, attributes }) => {
    must(namespace === TOMBSTONES && name === 'deleted-entry', `${name} in a feed`);
    const ref = attributes.get('ref') ?? '';
    const when = attributes.get('when') ?? '';
    must(URL.canParse(ref) && MOMENT.test(when), 'a deleted entry without reference or moment');
    const alive = entries.find(({ id }) => id === ref);
    must(!alive || alive.updated > when, 'an entry that is deleted and there');
    return { ref, when };
  });
}

/** RFC 4287 §4.2.7, §4.1.1: absolute here, since no base is given; one alternate of a type and language. */
function checkLinks(parent: XmlElement): ReadonlyMap<string, string> {
  const alternates = new Set<string>();
  const links = new Map<string, string>();
  for (const { attributes } of named(parent, 'link')) {
    const href = attributes.get('href') ?? '';
    const rel = attributes.get('rel') ?? 'alternate';
    must(/^https?:\/\//.test(href) && URL.canParse(href), `no absolute address: ${href}`);
    const kind = `${attributes.get('type') ?? ''} ${attributes.get('hreflang') ?? ''}`;
    if (rel === 'alternate') {
      must(!alternates.has(kind), `two alternates of ${kind}`);
      alternates.add(kind);
    }
    links.set(rel, href);
  }
  return links;
}

function named(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.elements.filter((one) => one.namespace === ATOM && one.name === name);
}

function one(parent: XmlElement, name: string): XmlElement {
  const [found, ...more] = named(parent, name);
  if (!found || more.length > 0) throw new FeedError(`not one atom:${name} in ${parent.name}`);
  return found;
}

function moment({ text }: XmlElement): string {
  must(MOMENT.test(text) && !Number.isNaN(Date.parse(text)), `no moment: ${text}`);
  return text;
}

function address({ text }: XmlElement): string {
  must(URL.canParse(text), `no IRI: ${text}`);
  return text;
}

function must(isSo: boolean, fault: string): asserts isSo {
  if (!isSo) throw new FeedError(fault);
}
