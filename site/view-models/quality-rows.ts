/** Rows of the quality page's tables: publishers, and datasets with their next best step. */
import {
  SCORE_IDS,
  type DatasetGain,
  type DatasetQuality,
  type PublisherQuality,
  type QualityReport,
  type ScoreId,
  type Tally,
} from '../../src/model/quality-report.js';
import { bandOf, percentOf } from '../../src/quality/bands.js';
import { grouped } from '../../src/quality/report.js';
import type { Link, Value } from './page-model.js';
import {
  publisherLink,
  qualityHref,
  rounded,
  SORTINGS,
  type QualityRequest,
  type Sorting,
} from './quality-request.js';
import { nodeValue, type ViewContext } from './values.js';

/** Publishers with fewer datasets are shown as one, so that nobody is judged by a dataset or two. */
export const FEW = 3;

export interface ScoreRow {
  readonly name: Value;
  readonly publisher?: Value | undefined;
  readonly count?: string | undefined;
  readonly scores: readonly { readonly text: string; readonly band: string }[];
  readonly next?: string | undefined;
}
export interface SortColumn {
  readonly link: Link;
  readonly sort?: 'ascending' | 'descending';
}

export function publisherRows(
  context: ViewContext,
  { publishers, scores, datasets }: QualityReport,
): ScoreRow[] {
  const { text } = context;
  const row = (
    name: Value,
    { datasets: count, scores: averages }: Pick<PublisherQuality, 'datasets' | 'scores'>,
  ): ScoreRow => ({
    name,
    count: text.number(count),
    scores: SCORE_IDS.map((id) => scoreCell(context, scores[id], averages[id])),
  });
  const many = publishers.filter((one) => one.publisher !== undefined && one.datasets >= FEW);
  const named = new Set(many.map(({ publisher }) => publisher));
  const rest = datasets.filter(({ publisher }) => !named.has(publisher));
  const others =
    rest.length === 0
      ? []
      : [
          row(
            { text: text.t('quality.fewDatasets', { few: FEW }) },
            grouped(rest, context.catalogue.graph).catalogue,
          ),
        ];
  return [...many.map((one) => row(publisherLink(context, one.publisher), one)), ...others];
}

export function sortColumns(context: ViewContext, request: QualityRequest): SortColumn[] {
  const { text } = context;
  const order = (sorting: Sorting): 'ascending' | 'descending' =>
    sorting === 'gevinst' ? 'descending' : 'ascending';
  return SORTINGS.map((sorting) => ({
    link: {
      href: qualityHref(context, { ...request, sorting, page: 1 }),
      text: text.t(`quality.column.${sorting}`),
    },
    ...(request.sorting === sorting ? { sort: order(sorting) } : {}),
  }));
}

export function datasetRow(
  context: ViewContext,
  { scores, steps }: QualityReport,
  dataset: DatasetQuality,
): ScoreRow {
  const { text } = context;
  const [best] = dataset.gains;
  const action = steps.find(({ id }) => id === best?.step)?.action[text.lang];
  return {
    name: nodeValue(context, dataset.iri),
    publisher: publisherLink(context, dataset.publisher),
    scores: SCORE_IDS.map((id) => scoreCell(context, scores[id], dataset.scores[id])),
    next:
      best && action
        ? text.t('quality.next', { points: pointsText(context, best), action })
        : text.t('quality.nothing'),
  };
}

/** Points at data.norge.no; those of data.europa.eu where they differ. */
export function pointsText({ text }: ViewContext, { points: { no, eu } }: DatasetGain): string {
  return no === eu
    ? text.t('quality.plus', { points: no })
    : text.t('quality.plusApart', { no, eu });
}

function scoreCell(
  { text }: ViewContext,
  table: QualityReport['scores'][ScoreId],
  tally: Tally,
): ScoreRow['scores'][number] {
  const { points, attainable } = tally;
  return {
    text: text.t('quality.ofPercent', {
      points: rounded(text, points),
      attainable: rounded(text, attainable),
      percent: percentOf(tally),
    }),
    band: bandOf(table, points)[text.lang],
  };
}

/** By the column, then by title: names are looked up once each. */
export function sortDatasets(
  { catalogue, text }: ViewContext,
  datasets: readonly DatasetQuality[],
  sorting: Sorting,
): DatasetQuality[] {
  const collator = new Intl.Collator('nb', { numeric: true });
  const name = (iri: string | undefined): string =>
    iri === undefined ? '' : catalogue.label(iri, text.lang).text;
  const rows = datasets.map((dataset) => ({
    dataset,
    title: name(dataset.iri),
    owner: sorting === 'utgiver' ? name(dataset.publisher) : '',
  }));
  type Row = (typeof rows)[number];
  const { no, eu }: Record<ScoreId, (row: Row) => number> = {
    no: ({ dataset }) => dataset.scores.no.points,
    eu: ({ dataset }) => dataset.scores.eu.points,
  };
  const left = (row: Row): number => row.dataset.scores.no.attainable - no(row);
  const orders: Readonly<Record<Sorting, (a: Row, b: Row) => number>> = {
    navn: () => 0,
    utgiver: (a, b) => collator.compare(a.owner, b.owner),
    norge: (a, b) => no(a) - no(b),
    europa: (a, b) => eu(a) - eu(b),
    gevinst: (a, b) => left(b) - left(a),
  };
  return rows
    .sort(
      (a, b) =>
        orders[sorting](a, b) ||
        collator.compare(a.title, b.title) ||
        (a.dataset.iri < b.dataset.iri ? -1 : 1),
    )
    .map(({ dataset }) => dataset);
}
