/** What the quality page may be asked: which publisher, sorted how, which part; and the addresses that ask it. */
import type { Value } from './page-model.js';
import { codeOf, type ViewContext } from './values.js';

export const SORTINGS = ['navn', 'utgiver', 'norge', 'europa', 'gevinst'] as const;
export type Sorting = (typeof SORTINGS)[number];

export interface QualityRequest {
  readonly sorting: Sorting;
  /** From 1. */
  readonly page: number;
  /** Key of a publisher. */
  readonly publisher?: string | undefined;
}

/** The page's own address, without what is usual. */
export function qualityHref(
  { text }: ViewContext,
  { sorting, page, publisher }: QualityRequest,
): string {
  const parameters = new URLSearchParams();
  if (publisher !== undefined) parameters.set('utgiver', publisher);
  if (sorting !== 'gevinst') parameters.set('sorter', sorting);
  if (page > 1) parameters.set('side', String(page));
  const query = parameters.toString();
  return `/${text.lang}/kvalitet${query === '' ? '' : `?${query}`}`;
}

/** Leads to the same page for this publisher alone. */
export function publisherLink(context: ViewContext, publisher: string | undefined): Value {
  const { catalogue, text } = context;
  if (publisher === undefined) return { text: text.t('quality.noPublisher') };
  const label = catalogue.graph.has(publisher)
    ? catalogue.label(publisher, text.lang)
    : { text: codeOf(publisher) };
  const key = codeOf(publisher);
  return /^[a-z0-9][a-z0-9._-]{0,79}$/.test(key)
    ? { ...label, href: qualityHref(context, { sorting: 'gevinst', page: 1, publisher: key }) }
    : label;
}

/** One decimal: points are averages. */
export function rounded(text: ViewContext['text'], value: number): string {
  return text.number(Math.round(value * 10) / 10);
}
