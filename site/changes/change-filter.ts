/** Which changes are asked for: the parameters that the page and Atom share, the addresses that ask, and who passes. */
import type { Request } from 'express';
import type { Change } from '../../src/model/change.js';
import type { ResourceType } from '../../src/model/resource-type.js';
import { changeParameters, pageNumber } from '../api/parameters.js';
import { Problem } from '../problem.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { codeOf } from '../view-models/values.js';
import { changeLog, dayOf } from './change-log.js';
import { saysAll } from './words.js';

export interface ChangeFilter {
  readonly type?: ResourceType | undefined;
  /** Key of an organisation. */
  readonly publisher?: string | undefined;
  /** Code of a theme. */
  readonly theme?: string | undefined;
  /** Days in Norway, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Words that must all occur in title, description or keywords. */
  readonly words?: string | undefined;
  /** Key of one dataset. */
  readonly dataset?: string | undefined;
}

const filterParameters = changeParameters.omit({ side: true });

/** A field that is empty is not asked for: forms send all their fields. A known one that makes no sense is told (400). */
export function filterOf(query: Request['query']): ChangeFilter {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const read = filterParameters.safeParse(Object.fromEntries(given));
  if (!read.success) throw new Problem('badRequest');
  const { utgiver: publisher, tema: theme, fra: from, til: to, q: words } = read.data;
  return { type: read.data.type, dataset: read.data.datasett, publisher, theme, from, to, words };
}

/** From 1. */
export function pageOf({ side = '1' }: Request['query']): number {
  const read = pageNumber.safeParse(side);
  if (!read.success) throw new Problem('badRequest');
  return read.data;
}

/** `?type=datasett&side=2`, in one order and without what is usual; empty when nothing is asked for. */
export function filterQuery(filter: ChangeFilter, page = 1): string {
  const parameters = new URLSearchParams();
  const values = {
    type: filter.type,
    utgiver: filter.publisher,
    tema: filter.theme,
    datasett: filter.dataset,
    fra: filter.from,
    til: filter.to,
    q: filter.words,
    side: page > 1 ? String(page) : undefined,
  };
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) parameters.set(name, value);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** Newest first. */
export function matching(catalogue: PublicCatalogue, filter: ChangeFilter): readonly Change[] {
  const { newestFirst } = changeLog(catalogue.zone.changes);
  const passes = conditions(catalogue, filter);
  return passes.length === 0
    ? newestFirst
    : newestFirst.filter((change) => passes.every((one) => one(change)));
}

/** What costs least comes first. */
function conditions(
  catalogue: PublicCatalogue,
  { type, publisher, theme, from, to, words, dataset }: ChangeFilter,
): readonly ((change: Change) => boolean)[] {
  const thing = `${catalogue.settings.base}id/datasett/${dataset ?? ''}`;
  return [
    ...(type === undefined ? [] : [(one: Change) => one.type === type]),
    ...(dataset === undefined ? [] : [(one: Change) => one.thing === thing]),
    ...(publisher === undefined ? [] : [(one: Change) => codeOf(one.publisher) === publisher]),
    ...(theme === undefined
      ? []
      : [(one: Change) => one.themes?.some((iri) => codeOf(iri) === theme) ?? false]),
    ...(from === undefined ? [] : [(one: Change) => dayOf(one) >= from]),
    ...(to === undefined ? [] : [(one: Change) => dayOf(one) <= to]),
    ...(words === undefined ? [] : [saysAll(catalogue, words)]),
  ];
}
