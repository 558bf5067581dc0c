/** The quality page: both portals' scores, what lifts most, and every dataset with its next best step. Pure. */
import type {
  Average,
  Gain,
  PublisherQuality,
  QualityReport,
  ScoreId,
} from '../../src/model/quality-report.js';
import { SCORE_IDS } from '../../src/model/quality-report.js';
import { bandOf, percentOf } from '../../src/quality/bands.js';
import { grouped } from '../../src/quality/report.js';
import { findingCounts } from './findings.js';
import type { Link, Section, Value } from './page-model.js';
import { publisherLink, qualityHref, rounded, type QualityRequest } from './quality-request.js';
import {
  datasetRow,
  publisherRows,
  sortColumns,
  sortDatasets,
  type ScoreRow,
  type SortColumn,
} from './quality-rows.js';
import { trendSection } from './quality-trend.js';
import { codeOf, type ViewContext } from './values.js';

export const PAGE_SIZE = 50;
const MAX_GAINS = 10;
const MAX_OWNERS = 3;
export interface Meter {
  readonly value: number;
  readonly max: number;
  /** Says what the bar shows. */
  readonly text: string;
}
export interface ScoreCard {
  readonly title: string;
  readonly points: string;
  readonly meter: Meter;
  readonly band: string;
  readonly unchecked?: string | undefined;
  readonly date: string;
}
export interface GainItem {
  readonly heading: string;
  readonly worth: string;
  readonly fix: string;
  readonly owners: readonly Value[];
  readonly more?: string | undefined;
}
export interface QualityPage {
  readonly heading: string;
  readonly lead: string;
  readonly scope: string;
  readonly clear?: Link | undefined;
  readonly empty?: string | undefined;
  readonly cards: readonly ScoreCard[];
  readonly dimensions: readonly { readonly name: string; readonly meters: readonly Meter[] }[];
  readonly portals: readonly string[];
  readonly gains: readonly GainItem[];
  readonly publishers: readonly ScoreRow[];
  readonly columns: readonly SortColumn[];
  readonly datasets: readonly ScoreRow[];
  readonly position?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Of everything together. */
  readonly trend: readonly Section[];
  readonly sections: readonly Section[];
}

/** Undefined for a page beyond the last. */
export function qualityPage(
  context: ViewContext,
  request: QualityRequest,
): QualityPage | undefined {
  const { text } = context;
  const report = scopedReport(context, request);
  const rows = sortDatasets(context, report?.datasets ?? [], request.sorting);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  if (request.page > pages) return undefined;
  const shown = rows.slice((request.page - 1) * PAGE_SIZE, request.page * PAGE_SIZE);
  const href = (page: number): string => qualityHref(context, { ...request, page });
  const head = { heading: text.t('quality.title'), lead: text.t('quality.lead') };
  if (!report || rows.length === 0)
    return { ...EMPTY, ...head, empty: text.t('quality.empty'), ...scopeOf(context, request, 0) };
  return {
    ...head,
    ...scopeOf(context, request, rows.length),
    cards: SCORE_IDS.map((id) => card(context, report, id)),
    portals: SCORE_IDS.map((id) => report.scores[id].title[text.lang]),
    dimensions: report.dimensions.map(({ id, label }) => ({
      name: label[text.lang],
      meters: SCORE_IDS.map((one) => meter(context, report.catalogue.scores[one].dimensions[id])),
    })),
    gains: report.gains.slice(0, MAX_GAINS).map((gain) => gainItem(context, report, gain)),
    columns: sortColumns(context, request),
    datasets: shown.map((one) => datasetRow(context, report, one)),
    ...togetherOf(context, report, request),
    ...(pages > 1 ? { position: text.t('list.position', { page: request.page, pages }) } : {}),
    ...(request.page > 1 ? { previous: href(request.page - 1) } : {}),
    ...(request.page < pages ? { next: href(request.page + 1) } : {}),
  };
}

/** What is told of all publishers together. */
function togetherOf(
  context: ViewContext,
  report: QualityReport,
  { publisher }: QualityRequest,
): Pick<QualityPage, 'publishers' | 'trend' | 'sections'> {
  if (publisher !== undefined) return { publishers: [], trend: [], sections: [] };
  return {
    publishers: publisherRows(context, report),
    trend: trendSection(context, report),
    sections: findingCounts(context, context.catalogue.zone.findings ?? []),
  };
}

const EMPTY = {
  cards: [],
  portals: [],
  dimensions: [],
  gains: [],
  publishers: [],
  columns: [],
  datasets: [],
  trend: [],
  sections: [],
} as const;

function scopedReport(
  { catalogue }: ViewContext,
  { publisher }: QualityRequest,
): QualityReport | undefined {
  const report = catalogue.zone.quality;
  if (!report || publisher === undefined) return report;
  const datasets = report.datasets.filter((one) => codeOf(one.publisher) === publisher);
  return { ...report, datasets, ...grouped(datasets, catalogue.graph) };
}

function scopeOf(
  context: ViewContext,
  { publisher }: QualityRequest,
  count: number,
): Pick<QualityPage, 'scope' | 'clear'> {
  const { catalogue, text } = context;
  const datasets = text.count('quality.datasets', count);
  if (publisher === undefined) return { scope: text.t('quality.scope.all', { datasets }) };
  const found = catalogue.zone.quality?.publishers.find(
    (one) => codeOf(one.publisher) === publisher,
  );
  const who =
    found?.publisher === undefined
      ? text.t('list.unknownPublisher')
      : publisherName(context, found);
  return {
    scope: text.t('quality.scope.publisher', { datasets, who }),
    clear: { href: `/${text.lang}/kvalitet`, text: text.t('list.clear') },
  };
}

function card({ text }: ViewContext, report: QualityReport, id: ScoreId): ScoreCard {
  const table = report.scores[id];
  const average = report.catalogue.scores[id];
  const { points, atMost, attainable } = average;
  return {
    title: table.title[text.lang],
    points: text.t('quality.points', {
      points: rounded(text, points),
      attainable: rounded(text, attainable),
    }),
    meter: {
      value: points,
      max: attainable,
      text: text.t('quality.percent', { percent: percentOf(average) }),
    },
    band: text.t('quality.band', { band: bandOf(table, points)[text.lang] }),
    date: text.t('quality.date', {
      date: text.date(table.date),
      nominal: table.nominal,
      attainable: table.attainable,
    }),
    ...(atMost - points >= 0.5
      ? { unchecked: text.t('quality.unchecked', { points: rounded(text, atMost - points) }) }
      : {}),
  };
}

function meter({ text }: ViewContext, part: Average['dimensions'][string] | undefined): Meter {
  const { points = 0, attainable = 0 } = part ?? {};
  return {
    value: points,
    max: attainable,
    text: text.t('quality.of', {
      points: rounded(text, points),
      attainable: rounded(text, attainable),
    }),
  };
}

function gainItem(context: ViewContext, report: QualityReport, gain: Gain): GainItem {
  const { text } = context;
  const step = report.steps.find(({ id }) => id === gain.step);
  const action = step?.action[text.lang] ?? gain.step;
  const { each, average, owners } = gain;
  const isEqual = each.no === each.eu;
  const params = {
    no: each.no,
    eu: each.eu,
    averageNo: rounded(text, average.no),
    averageEu: rounded(text, average.eu),
  };
  const left = owners.length - MAX_OWNERS;
  return {
    heading: text.t('quality.gain', {
      action,
      datasets: text.count('quality.datasets', gain.datasets),
    }),
    worth: text.t(isEqual ? 'quality.gain.equal' : 'quality.gain.apart', params),
    fix: step?.fix[text.lang] ?? '',
    owners: owners.slice(0, MAX_OWNERS).map(({ publisher, datasets }) => ({
      ...publisherLink(context, publisher),
      note: `(${text.number(datasets)})`,
    })),
    ...(left > 0 ? { more: text.t('quality.more', { count: left }) } : {}),
  };
}

function publisherName(
  { catalogue, text }: ViewContext,
  { publisher, name }: PublisherQuality,
): string {
  return publisher === undefined ? name : catalogue.label(publisher, text.lang).text;
}
