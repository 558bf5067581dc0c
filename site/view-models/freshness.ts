/** Whether data are as new as their publisher has said they will be (site.md 2, "Freshness flag"). Pure. */
import { dcat, dct } from '../../src/rdf/vocabularies.js';
import { codeOf, type ViewContext } from './values.js';

/**
 * Days until the next update is due, the longest that each interval can last. By the codes of the EU's table
 * http://publications.europa.eu/resource/authority/frequency; those that promise no date (IRREG, NEVER, CONT …) are not here.
 */
const LONGEST: Readonly<Record<string, number | undefined>> = {
  DAILY: 1,
  DAILY_2: 1,
  WEEKLY_3: 5,
  WEEKLY_2: 6,
  WEEKLY: 7,
  BIWEEKLY: 14,
  MONTHLY_3: 21,
  MONTHLY_2: 30,
  MONTHLY: 31,
  BIMONTHLY: 62,
  QUARTERLY: 92,
  ANNUAL_3: 184,
  ANNUAL_2: 275,
  ANNUAL: 366,
  BIENNIAL: 731,
  TRIENNIAL: 1096,
  QUADRENNIAL: 1461,
  QUINQUENNIAL: 1827,
  DECENNIAL: 3653,
};
const DAY = 86_400_000;

export type Freshness = 'onTime' | 'late';

/** `asOf` and `modified`: ISO 8601. Undefined where no date was promised, or the dates cannot be read. */
export function freshness(
  modified: string | undefined,
  frequency: string,
  asOf: string | undefined,
): Freshness | undefined {
  const longest = LONGEST[frequency];
  const age = Date.parse(asOf?.slice(0, 10) ?? '') - Date.parse(modified?.slice(0, 10) ?? '');
  if (longest === undefined || Number.isNaN(age)) return undefined;
  return age > longest * DAY ? 'late' : 'onTime';
}

/**
 * Told by the catalogue's own date, the newest public change, and not by the clock: a page is the same until something public changes.
 * What has a successor is not late: it is finished.
 */
export function freshnessOf({ catalogue }: ViewContext, dataset: string): Freshness | undefined {
  const { graph, settings } = catalogue;
  const isFollowed = graph
    .pointingTo(dataset)
    .some(({ predicate }) => predicate.value === dcat.prev.value);
  if (isFollowed || graph.node(dataset, dct.isReplacedBy)) return undefined;
  const frequency = codeOf(graph.node(dataset, dct.accrualPeriodicity)?.value);
  return freshness(
    graph.text(dataset, dct.modified),
    frequency,
    graph.text(settings.catalog, dct.modified),
  );
}
