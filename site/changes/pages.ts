/** The pages of changes: all of them, those of one thing, and one alone. Pure. */
import type { Change } from '../../src/model/change.js';
import { RESOURCE_TYPES } from '../../src/model/resource-type.js';
import { MAIN_SYNTAXES } from '../document-syntaxes.js';
import { byLabel } from '../public-catalogue.js';
import type { Link, Value } from '../view-models/page-model.js';
import { codeOf, type ViewContext } from '../view-models/values.js';
import {
  changeEntry,
  changeHref,
  changeTitle,
  historyHref,
  sentencesOf,
  type ChangeEntry,
} from './entry.js';
import { changeLog, dayOf, grouped, type ChangeGroup } from './change-log.js';
import { filterQuery, matching, type ChangeFilter } from './change-filter.js';
import { hasPatch } from './rdf-patch.js';
import type { Sentence } from './sentence.js';

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

export interface FilterForm {
  readonly action: string;
  readonly choices: readonly {
    readonly name: string;
    readonly label: string;
    readonly options: readonly {
      readonly value: string;
      readonly text: string;
      readonly isChosen: boolean;
    }[];
  }[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly words: string | undefined;
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

/** What can be chosen is what the log mentions. */
function filterForm(context: ViewContext, filter: ChangeFilter): FilterForm {
  const { catalogue, text } = context;
  const log = changeLog(catalogue.zone.changes);
  const choice = (
    name: string,
    chosen: string | undefined,
    options: readonly { readonly value: string; readonly text: string }[],
  ): FilterForm['choices'][number] => ({
    name,
    label: text.t(`changes.filter.${name}`),
    options: options.map((one) => ({ ...one, isChosen: one.value === chosen })),
  });
  const codes = (iris: ReadonlySet<string>): { value: string; text: string }[] =>
    byLabel(iris, (iri) => catalogue.label(iri, text.lang).text).map((iri) => ({
      value: codeOf(iri),
      text: catalogue.label(iri, text.lang).text,
    }));
  const types = RESOURCE_TYPES.filter((type) => log.types.has(type)).map((value) => ({
    value,
    text: text.find(`kind.${value}`) ?? value,
  }));
  return {
    action: `/${text.lang}/endringer`,
    choices: [
      choice('type', filter.type, types),
      choice('utgiver', filter.publisher, codes(log.publishers)),
      choice('tema', filter.theme, codes(log.themes)),
    ],
    from: filter.from,
    to: filter.to,
    words: filter.words,
  };
}

export interface ChangePage {
  readonly entry: ChangeEntry;
  readonly heading: string;
  readonly sentences: readonly Sentence[];
  readonly day: Value;
  readonly history?: Link | undefined;
  readonly earlier?: Link | undefined;
  readonly later?: Link | undefined;
  readonly iri: string;
  readonly formats: readonly {
    readonly href: string;
    readonly label: string;
    readonly type: string;
  }[];
}

export const PATCH_TYPE = 'application/rdf-patch';

export function changePage(context: ViewContext, change: Change, iri: string): ChangePage {
  const { catalogue, text } = context;
  const entry = changeEntry(context, [change]);
  const others = changeLog(catalogue.zone.changes).ofThing(change.thing);
  const place = others.indexOf(change);
  const link = (other: Change | undefined, key: string): Link | undefined =>
    other && { href: changeHref(text.lang, other), text: text.t(key) };
  const history = historyHref(context, change.thing);
  const path = `/endring/${change.key}`;
  return {
    entry,
    heading: text.t('changes.heading', { what: entry.tag.text, title: entry.title.text }),
    sentences: sentencesOf(context, change),
    day: { text: text.date(change.at), datetime: change.at },
    history: history === undefined ? undefined : { href: history, text: text.t('changes.history') },
    earlier: link(others[place + 1], 'changes.earlier'),
    later: link(others[place - 1], 'changes.later'),
    iri,
    formats: [
      ...MAIN_SYNTAXES.map(({ extension, label, mediaType }) => ({
        href: `${path}.${extension}`,
        label,
        type: mediaType,
      })),
      ...(hasPatch(change) ? [{ href: `${path}.rdfp`, label: 'RDF Patch', type: PATCH_TYPE }] : []),
    ],
  };
}
