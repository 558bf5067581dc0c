/** The pages of many changes: all of them, and those of one thing. Pure. */
import type { Link, Value } from '../view-models/page-model.js';
import { codeOf, type ViewContext } from '../view-models/values.js';
import { changeEntry, changeTitle, historyHref, type ChangeEntry } from './entry.js';
import { changeLog, dayOf, grouped, type ChangeGroup } from './change-log.js';
import { filterQuery, matching, type ChangeFilter } from './change-filter.js';
import { filterForm, type FilterForm } from './filter-form.js';

const PAGE_SIZE = 50;

export interface ChangesPage {
  readonly heading: string;
  readonly lead: string;
  readonly countText: string;
  readonly form?: FilterForm | undefined;
  /** Leads back to the thing that the history is of. */
  readonly thing?: Value | undefined;
  readonly days: readonly {
    readonly id: string;
    readonly day: Value;
    readonly entries: readonly ChangeEntry[];
  }[];
  readonly empty?: string | undefined;
  readonly clear?: Link | undefined;
  readonly atom?: string | undefined;
  readonly position?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** Undefined for a page beyond the last. */
export function changesPage(
  context: ViewContext,
  filter: ChangeFilter,
  page: number,
): ChangesPage | undefined {
  const { catalogue, text } = context;
  const found = matching(catalogue, filter);
  const address = `/${text.lang}/endringer`;
  const isFiltered = filterQuery(filter) !== '';
  const paged = pageOfGroups(context, grouped(found), {
    page,
    href: (number) => address + filterQuery(filter, number),
  });
  return (
    paged && {
      heading: text.t('changes.title'),
      lead: text.t('changes.lead'),
      countText: text.count('changes.count', found.length),
      form: filterForm(context, filter),
      ...(found.length === 0
        ? { empty: text.t(isFiltered ? 'changes.noneFound' : 'changes.none') }
        : {}),
      ...(isFiltered ? { clear: { href: address, text: text.t('list.clear') } } : {}),
      atom: `${address}.atom${filterQuery(filter)}`,
      ...paged,
    }
  );
}

/** Undefined for a page beyond the last. */
export function historyPage(
  context: ViewContext,
  thing: string,
  page: number,
): ChangesPage | undefined {
  const { catalogue, text } = context;
  const changes = changeLog(catalogue.zone.changes).ofThing(thing);
  const [latest] = changes;
  const name = latest
    ? changeTitle(context, latest)
    : {
        ...catalogue.label(thing, text.lang),
        href: `/${text.lang}${catalogue.pathOf(thing) ?? '/'}`,
      };
  const address = historyHref(context, thing) ?? '';
  const groups = changes.map((one): ChangeGroup => [one]);
  const paged = pageOfGroups(context, groups, {
    page,
    href: (number) => address + filterQuery({}, number),
  });
  const isDataset = latest?.type === 'datasett';
  return (
    paged && {
      heading: text.t('changes.history'),
      lead: text.t('changes.history.lead'),
      countText: text.count('changes.count', changes.length),
      ...(catalogue.pathOf(thing) === undefined
        ? { thing: { ...name, href: undefined } }
        : { thing: name }),
      ...(changes.length === 0 ? { empty: text.t('changes.none') } : {}),
      ...(isDataset
        ? { atom: `/${text.lang}/endringer.atom${filterQuery({ dataset: codeOf(thing) })}` }
        : {}),
      ...paged,
    }
  );
}

function pageOfGroups(
  context: ViewContext,
  groups: readonly ChangeGroup[],
  { page, href }: { page: number; href: (page: number) => string },
): Pick<ChangesPage, 'days' | 'position' | 'previous' | 'next'> | undefined {
  const { text } = context;
  const pages = Math.max(1, Math.ceil(groups.length / PAGE_SIZE));
  if (page > pages) return undefined;
  const days = new Map<string, ChangeEntry[]>();
  for (const group of groups.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)) {
    const day = dayOf(group[0]);
    const entries = days.get(day) ?? [];
    entries.push(changeEntry(context, group));
    days.set(day, entries);
  }
  return {
    days: [...days].map(([day, entries]) => ({
      id: `dag-${day}`,
      day: { text: text.date(day), datetime: day },
      entries,
    })),
    ...(pages > 1 ? { position: text.t('list.position', { page, pages }) } : {}),
    ...(page > 1 ? { previous: href(page - 1) } : {}),
    ...(page < pages ? { next: href(page + 1) } : {}),
  };
}
