/** What is new and changed among the hits of a search, as Atom: a search that somebody follows (site.md 2). */
import type { Instant } from '../../src/model/instant.js';
import type { SearchEntry } from '../../src/model/search-file.js';
import { changed, searchHref, type SearchQuery } from '../search-request.js';
import type { ViewContext } from '../view-models/values.js';
import { atomFeed, type AtomList } from './atom.js';
import { changeLog } from './change-log.js';

export interface SearchFeed {
  /** Undefined for a page beyond the last. */
  readonly body: string | undefined;
  readonly newest: Instant | undefined;
}

/** What is gone is no hit any more: of that, the feed of all changes tells. */
export function searchFeed(
  context: ViewContext,
  query: SearchQuery,
  hits: readonly SearchEntry[],
): SearchFeed {
  const found = new Set(hits.map(({ iri }) => iri));
  const log = changeLog(context.catalogue.zone.changes);
  const changes = log.newestFirst.filter(({ thing }) => found.has(thing));
  const list = searchList(context, changed(query, { sort: 'relevans' }));
  return { body: atomFeed(context, changes, { list, page: query.page }), newest: changes[0]?.at };
}

function searchList({ catalogue, text }: ViewContext, query: SearchQuery): AtomList {
  const name = catalogue.settings.name[text.lang];
  return {
    title:
      query.text === ''
        ? text.t('search.atom.title.all', { name })
        : text.t('search.atom.title', { text: query.text, name }),
    lead: text.t('search.atom.lead'),
    href: searchHref(text.lang, query),
    feed: (page) => searchHref(text.lang, { ...query, page }, '.atom'),
  };
}
