/**
 * `/hvd`: high-value datasets by category and requirement, what is missing and what to do, and what the queries return that the
 * Commission reports with. From `hvd.json` alone. Pure.
 */
import type {
  HvdCategory,
  HvdDataset,
  HvdReport,
  HvdRequirement,
} from '../../src/model/hvd-report.js';
import { labelValue, lackRow, sightRow, waiverRows } from './hvd-rows.js';
import type { Fact, Link, Section, Table, TableCell, TableRow, Value } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

export interface HvdRequest {
  /** Datasets that lack this. */
  readonly requirement?: HvdRequirement;
  /** Code of one of the six, or `ingen`. */
  readonly category?: string;
}
export interface HvdPage {
  readonly heading: string;
  readonly lead: string;
  /** Said when no dataset is marked. */
  readonly empty?: string;
  readonly figures: readonly Fact[];
  readonly sections: readonly Section[];
  readonly queries: readonly QueryItem[];
  readonly downloads: readonly Link[];
}
export interface QueryItem {
  readonly title: string;
  readonly description: string;
  readonly count: string;
  readonly link: Link;
}

/** More rows would help nobody: the table for spreadsheets has them all. */
const MAX_ROWS = 200;

export function hvdPage(context: ViewContext, wanted: HvdRequest): HvdPage {
  const { catalogue, text } = context;
  const report = catalogue.zone.hvd;
  const page = {
    heading: text.t('hvd.title'),
    lead: text.t('hvd.lead'),
    downloads: downloads(text),
  };
  if (report === undefined || report.datasets.length === 0)
    return { ...page, empty: text.t('hvd.empty'), figures: [], sections: [], queries: [] };
  return {
    ...page,
    figures: figures(context, report),
    sections: [
      {
        id: 'krav',
        heading: text.t('hvd.matrix'),
        paragraphs: [{ text: text.t('hvd.matrixLead') }],
        table: matrix(context, report),
      },
      lackSection(context, report, wanted),
      readySection(context, report),
      ...waiverSection(context, report),
      sightSection(context, report),
    ],
    queries: report.queries.map((query): QueryItem => ({
      title: query.title[text.lang],
      description: query.description[text.lang],
      count: text.count('hvd.rows', query.rows.length),
      link: {
        href: `/${text.lang}/sparql?query=${encodeURIComponent(query.text)}`,
        text: text.t('hvd.run', { query: query.title[text.lang] }),
      },
    })),
  };
}

/** The page's own address, with what is asked. */
export function hvdHref({ text }: ViewContext, { requirement, category }: HvdRequest): string {
  const parameters = new URLSearchParams();
  if (requirement !== undefined) parameters.set('krav', requirement);
  if (category !== undefined) parameters.set('kategori', category);
  const query = parameters.toString();
  return `/${text.lang}/hvd${query === '' ? '' : `?${query}`}`;
}

function figures({ text }: ViewContext, { datasets }: HvdReport): Fact[] {
  const share = (label: string, is: (one: HvdDataset) => boolean): Fact => ({
    label: text.t(label),
    values: [{ text: tally(text, datasets.filter(is).length, datasets.length) }],
  });
  return [
    share('hvd.ready', ({ isReady }) => isReady),
    share('hvd.listed', ({ sight }) => sight.isListed),
    share('hvd.named', ({ sight }) => sight.isNamed),
  ];
}

/** Each of the six is a row, whether or not there is anything in it. */
function matrix(context: ViewContext, { categories, requirements }: HvdReport): Table {
  const { text } = context;
  const { lang } = text;
  return {
    caption: text.t('hvd.matrix'),
    columns: [
      text.t('hvd.category'),
      text.t('hvd.ready'),
      ...requirements.map(({ name }) => name[lang]),
    ],
    rows: categories.map((one): TableRow => ({
      head: [labelValue(one.label, lang)],
      cells: [
        cell(context, { text: tally(text, one.ready, one.datasets.length) }, one),
        ...requirements.map(({ code, name }) => requirementCell(context, one, code, name[lang])),
      ],
    })),
  };
}

/** A link to those that lack it, where there are any. */
function requirementCell(
  context: ViewContext,
  category: HvdCategory,
  requirement: HvdRequirement,
  name: string,
): TableCell {
  const { text } = context;
  const { met, total } = category.tallies[requirement];
  const shown = { text: tally(text, met, total) };
  if (total === 0) return { values: [], missing: text.t('hvd.notRelevant') };
  if (met === total) return cell(context, { text: `✓ ${shown.text}` }, category);
  const href = hvdHref(context, { requirement, category: codeOfCategory(category) });
  const hidden = `: ${text.t('hvd.lacks', { requirement: name, category: labelValue(category.label, text.lang).text })}`;
  return cell(context, { ...shown, href: `${href}#mangler-h`, hidden }, category);
}

function cell({ text }: ViewContext, value: Value, { datasets }: HvdCategory): TableCell {
  return { values: datasets.length > 0 ? [value] : [], missing: text.t('hvd.none') };
}

function lackSection(context: ViewContext, report: HvdReport, wanted: HvdRequest): Section {
  const { text } = context;
  const { requirement, category } = wanted;
  const chosen = report.categories.find((one) => codeOfCategory(one) === category);
  const inCategory = new Set(chosen?.datasets);
  const lacking = report.datasets
    .filter(({ isReady }) => !isReady)
    .filter(({ iri }) => category === undefined || inCategory.has(iri))
    .filter(({ states }) => requirement === undefined || states[requirement] === 'lacking');
  const name = report.requirements.find(({ code }) => code === requirement)?.name[text.lang];
  const scope = [name, chosen && labelValue(chosen.label, text.lang).text].filter(Boolean);
  const base = {
    id: 'mangler',
    heading: [text.t('hvd.missing'), ...scope].join(' – '),
    ...(scope.length > 0
      ? { more: { href: `${hvdHref(context, {})}#mangler-h`, text: text.t('hvd.showAll') } }
      : {}),
  };
  if (lacking.length === 0) return { ...base, empty: text.t('hvd.nothingMissing') };
  const hidden = lacking.length - MAX_ROWS;
  return {
    ...base,
    ...(hidden > 0
      ? { paragraphs: [{ text: text.t('hvd.cut', { count: text.number(hidden) }) }] }
      : {}),
    table: {
      caption: base.heading,
      columns: ['dataset', 'category', 'lacksWhat'].map((key) => text.t(`hvd.column.${key}`)),
      rows: lacking.slice(0, MAX_ROWS).map((one) => lackRow(context, one, requirement)),
    },
  };
}

function readySection(context: ViewContext, { datasets }: HvdReport): Section {
  const { text } = context;
  const ready = datasets.filter(({ isReady }) => isReady).map(({ iri }) => nodeValue(context, iri));
  const base = { id: 'klare', heading: text.t('hvd.readyDatasets') };
  return ready.length > 0
    ? { ...base, list: ready.slice(0, MAX_ROWS) }
    : { ...base, empty: text.t('hvd.noneReady') };
}

function waiverSection(context: ViewContext, report: HvdReport): Section[] {
  const { text } = context;
  const rows = waiverRows(context, report);
  if (rows.length === 0) return [];
  return [
    {
      id: 'unntak',
      heading: text.t('hvd.waivers'),
      paragraphs: [{ text: text.t('hvd.waiversLead') }],
      table: {
        caption: text.t('hvd.waivers'),
        columns: ['dataset', 'requirement', 'reason'].map((key) => text.t(`hvd.column.${key}`)),
        rows: rows.slice(0, MAX_ROWS),
      },
    },
  ];
}

function sightSection(context: ViewContext, { datasets }: HvdReport): Section {
  const { text } = context;
  const columns = ['dataset', 'inReport', 'files', 'services', 'unseen'];
  return {
    id: 'rapport',
    heading: text.t('hvd.report'),
    paragraphs: [{ text: text.t('hvd.reportLead') }],
    table: {
      caption: text.t('hvd.report'),
      columns: columns.map((key) => text.t(`hvd.column.${key}`)),
      rows: datasets.slice(0, MAX_ROWS).map((one) => sightRow(context, one)),
    },
  };
}

function codeOfCategory({ iri }: HvdCategory): string {
  return iri === undefined ? 'ingen' : iri.slice(iri.lastIndexOf('/') + 1);
}

function tally(text: ViewContext['text'], met: number, total: number): string {
  return text.t('hvd.tally', { met: text.number(met), total: text.number(total) });
}

function downloads(text: ViewContext['text']): Link[] {
  return ['csv', 'json'].map((ending) => ({
    href: `/hvd.${ending}`,
    text: text.t('hvd.download', { format: ending.toUpperCase() }),
  }));
}
