/**
 * The change log as Atom (RFC 4287), newest first, 100 changes a page (RFC 5005 §3), deletions besides as RFC 6721 says. Every
 * date is that of a change (C6), so the same log gives the same bytes.
 */
import { changeIri, type Change } from '../../src/model/change.js';
import { dct } from '../../src/rdf/vocabularies.js';
import { MAIN_SYNTAXES } from '../document-syntaxes.js';
import { element, text as xml, textElement, type Xml } from '../xml.js';
import type { ViewContext } from '../view-models/values.js';
import { changeLog } from './change-log.js';
import { filterQuery, type ChangeFilter } from './change-filter.js';
import { changeHref, changeTitle, sentencesOf } from './entry.js';
import { plain } from './sentence.js';

const PAGE_SIZE = 100;
const NAMESPACE = 'http://www.w3.org/2005/Atom';
const TOMBSTONES = 'http://purl.org/atompub/tombstones/1.0';
/** RFC 4287 wants a date where nothing has happened yet. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** Which changes a feed tells of. Addresses are local. */
export interface AtomList {
  readonly title: string;
  readonly lead: string;
  /** The page that shows the same. */
  readonly href: string;
  /** A page of the feed, from 1. */
  feed(page: number): string;
}
export interface AtomRequest {
  readonly list: AtomList;
  /** From 1. */
  readonly page: number;
}

/** The change log, or what passes the filter. */
export function changesList({ text, catalogue }: ViewContext, filter: ChangeFilter): AtomList {
  return {
    title: text.t('changes.atom.title', { name: catalogue.settings.name[text.lang] }),
    lead: text.t('changes.lead'),
    href: `/${text.lang}/endringer${filterQuery(filter)}`,
    feed: (page) => `/${text.lang}/endringer.atom${filterQuery(filter, page)}`,
  };
}

/** `changes` newest first, as they were chosen. Undefined for a page beyond the last. */
export function atomFeed(
  context: ViewContext,
  changes: readonly Change[],
  request: AtomRequest,
): string | undefined {
  const log = changeLog(context.catalogue.zone.changes);
  // What a reader is told to forget is no entry any more.
  const told = changes.filter((change) => log.endOf(change) === undefined);
  const pages = Math.max(1, Math.ceil(told.length / PAGE_SIZE));
  const { page } = request;
  if (page > pages) return undefined;
  const shown = told.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const parts = [
    ...feedHead(context, changes[0], request),
    ...pageLinks(context, request, pages),
    ...shown.flatMap((change) => [entry(context, change), ...deletedEntries(context, change)]),
  ];
  const attributes = { xmlns: NAMESPACE, 'xmlns:at': TOMBSTONES, 'xml:lang': context.text.lang };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('feed', attributes, ...lines(parts))}\n`;
}

function feedHead(
  context: ViewContext,
  newest: Change | undefined,
  { list }: AtomRequest,
): readonly Xml[] {
  const { text, catalogue } = context;
  const { settings, graph } = catalogue;
  const absolute = (href: string): string => settings.base + href.slice(1);
  const updated = newest?.at ?? moment(graph.text(settings.catalog, dct.modified));
  return [
    textElement('id', absolute(list.feed(1))),
    textElement('title', list.title),
    textElement('subtitle', list.lead),
    textElement('updated', updated),
    element('author', {}, textElement('name', settings.publisher[text.lang])),
    ...[licenceOf(context)].flatMap((one) => one ?? []),
    element('link', {
      rel: 'alternate',
      type: 'text/html',
      hreflang: text.lang,
      href: absolute(list.href),
    }),
  ];
}

function moment(date: string | undefined): string {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? NEVER : new Date(time).toISOString();
}

function licenceOf({ catalogue }: ViewContext): Xml | undefined {
  const licence = catalogue.graph.node(catalogue.settings.catalog, dct.license);
  return licence && element('link', { rel: 'license', href: licence.value });
}

function pageLinks(
  { catalogue }: ViewContext,
  { list, page }: AtomRequest,
  pages: number,
): readonly Xml[] {
  const link = (rel: string, number: number): Xml =>
    element('link', {
      rel,
      type: 'application/atom+xml',
      href: catalogue.settings.base + list.feed(number).slice(1),
    });
  return [
    link('self', page),
    link('first', 1),
    ...(page > 1 ? [link('previous', page - 1)] : []),
    ...(page < pages ? [link('next', page + 1)] : []),
    link('last', pages),
  ];
}

function entry(context: ViewContext, change: Change): Xml {
  const { catalogue, text } = context;
  const { base } = catalogue.settings;
  const kind = text.t(`changes.kind.${change.kind}`);
  const title = changeTitle(context, change).text;
  const type = text.find(`kind.${change.type}`) ?? change.type;
  const page = catalogue.pathOf(change.thing);
  const summary = sentencesOf(context, change).map(plain).join('\n');
  const parts = [
    textElement('id', changeIri(base, change)),
    textElement('title', text.t('changes.heading', { what: kind, title })),
    textElement('updated', change.at),
    element('category', { term: change.kind, scheme: `${base}endringer`, label: kind }),
    element('category', { term: change.type, scheme: `${base}id/`, label: type }),
    element('link', {
      rel: 'alternate',
      type: 'text/html',
      hreflang: text.lang,
      href: base + changeHref(text.lang, change).slice(1),
    }),
    ...MAIN_SYNTAXES.map(({ extension, mediaType }) =>
      element('link', {
        rel: 'alternate',
        type: mediaType,
        href: `${base}endring/${change.key}.${extension}`,
      }),
    ),
    element('link', { rel: 'related', href: change.thing }),
    ...(page === undefined
      ? []
      : [
          element('link', {
            rel: 'related',
            type: 'text/html',
            hreflang: text.lang,
            href: `${base}${text.lang}${page}`,
          }),
        ]),
    textElement('summary', summary === '' ? `${type}: ${title}` : summary),
  ];
  return element('entry', {}, ...lines(parts));
}

/**
 * Entries that a reader may have kept of a thing that is gone. What was demoted has left no entry to name: there the thing
 * itself is named.
 */
function deletedEntries(context: ViewContext, change: Change): readonly Xml[] {
  if (change.kind !== 'delete') return [];
  const { base } = context.catalogue.settings;
  const log = changeLog(context.catalogue.zone.changes);
  const ended = log
    .ofThing(change.thing)
    .filter((one) => log.endOf(one) === change)
    .map((one) => changeIri(base, one));
  return (ended.length > 0 ? ended : [change.thing]).map((ref) =>
    element('at:deleted-entry', { ref, when: change.at }),
  );
}

/** Each on a line of its own. */
function lines(parts: readonly Xml[]): readonly Xml[] {
  return [xml('\n'), ...parts.flatMap((one) => [one, xml('\n')])];
}
