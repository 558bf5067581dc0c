/** Which changes are asked for: the parameters that the page and Atom share, the addresses that ask, and who passes. */
import type { Request } from 'express';
import type { Change } from '../../src/model/change.js';
import { RESOURCE_TYPES, type ResourceType } from '../../src/model/resource-type.js';
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

const MAX_PAGE = /^[1-9]\d{0,5}$/;
const MAX_WORDS = 200;

/** A field that is empty is not asked for: forms send all their fields. A known one that makes no sense is told (400). */
export function filterOf(query: Request['query']): ChangeFilter {
  return {
    type: checked(query['type'], isType),
    publisher: checked(query['utgiver'], isKey),
    theme: checked(query['tema'], isKey),
    from: checked(query['fra'], isDay),
    to: checked(query['til'], isDay),
    words: checked(query['q'], isWords),
    dataset: checked(query['datasett'], isKey),
  };
}

/** From 1. */
export function pageOf({ side = '1' }: Request['query']): number {
  if (typeof side !== 'string' || !MAX_PAGE.test(side)) throw new Problem('badRequest');
  return Number(side);
}

function checked<T extends string>(
  value: unknown,
  isGood: (text: string) => text is T,
): T | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || !isGood(value)) throw new Problem('badRequest');
  return value;
}

const isType = (text: string): text is ResourceType =>
  (RESOURCE_TYPES as readonly string[]).includes(text);
const isKey = (text: string): text is string => /^[A-Za-z0-9][\w.-]{0,79}$/.test(text);
const isWords = (text: string): text is string => text.length <= MAX_WORDS;
const isDay = (text: string): text is string => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

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
