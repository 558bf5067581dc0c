/** What the columns of data files hold, on the pages of datasets and files; and the way to their previews. Pure. */
import type { PreviewColumn, PreviewProfile } from '../../src/model/preview.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import type { Translator } from '../translator.js';
import type { Section, Table, TableRow, Value } from './page-model.js';
import { nodeValue, pageHref, type ViewContext } from './values.js';

/** The last part of the address of a file's preview. */
export const PREVIEW = 'forhandsvisning';

/** Undefined for a file that has none. */
export function previewHref(context: ViewContext, distribution: string): string | undefined {
  if (!context.catalogue.previewOf(distribution)) return undefined;
  const page = pageHref(context, distribution);
  return page === undefined ? undefined : `${page}/${PREVIEW}`;
}

/** A link whose text makes sense alone: the name is there for those who hear the page. */
export function previewValues(context: ViewContext, distribution: string, name: string): Value[] {
  const href = previewHref(context, distribution);
  return href === undefined
    ? []
    : [{ text: context.text.t('preview.action'), href, hidden: `: ${name}` }];
}

/** Columns of all the files of a dataset that have a preview; nothing when none has. */
export function contentSection(context: ViewContext, dataset: string): Section[] {
  const { catalogue, text } = context;
  const parts = catalogue.graph
    .nodes(dataset, dcat.distribution)
    .flatMap((one) => catalogue.previewOf(one.value) ?? [])
    .map((profile) => partOf(context, profile));
  const [first, ...others] = parts;
  if (!first) return [];
  const heading = text.t('preview.content');
  return others.length === 0
    ? [{ ...first, id: 'innhold', heading }]
    : [{ id: 'innhold', heading, parts }];
}

/** Columns of one file; nothing when it has no preview. */
export function columnsSection(context: ViewContext, distribution: string): Section[] {
  const profile = context.catalogue.previewOf(distribution);
  if (!profile) return [];
  return [
    {
      ...partOf(context, profile),
      id: 'innhold',
      heading: context.text.t('preview.content'),
    },
  ];
}

function partOf(context: ViewContext, profile: PreviewProfile): Section {
  const { text } = context;
  const name = nodeValue(context, profile.distribution).text;
  const href = previewHref(context, profile.distribution);
  return {
    id: `innhold-${profile.distribution.replace(/^.*\//s, '')}`,
    heading: name,
    paragraphs: [{ text: sizeText(text, profile) }],
    table: columnTable(text, profile.columns, text.t('preview.columnsOf', { name })),
    ...(href === undefined ? {} : { more: { href, text: text.t('preview.see', { name }) } }),
  };
}

/** 1 243 rader og 5 kolonner. */
export function sizeText(text: Translator, { rows, isWhole, columns }: PreviewProfile): string {
  const size = {
    rows: text.count('preview.rows', rows),
    columns: text.count('preview.columns', columns.length),
  };
  return text.t(isWhole ? 'preview.size' : 'preview.sizeAtLeast', size);
}

const HEADINGS = ['column', 'type', 'empty', 'distinct', 'range', 'example'] as const;

export function columnTable(
  text: Translator,
  columns: readonly PreviewColumn[],
  caption: string,
): Table {
  return {
    caption,
    columns: HEADINGS.map((one) => text.t(`preview.head.${one}`)),
    rows: columns.map((one, at) => columnRow(text, one, at)),
  };
}

function columnRow(text: Translator, column: PreviewColumn, at: number): TableRow {
  const { type, empty, distinct, min, max, example } = column;
  const missing = text.t('preview.none');
  const cell = (value: string | undefined): TableRow['cells'][number] => ({
    values: value === undefined ? [] : [{ text: value }],
    missing,
  });
  const written = (value: string): string => cellText(text, column, value).text;
  const range =
    min === undefined || max === undefined
      ? undefined
      : text.t('preview.range', { min: written(min), max: written(max) });
  return {
    head: [{ text: columnName(text, column, at) }],
    cells: [
      cell(text.t(`preview.type.${type}`)),
      cell(text.number(empty)),
      cell(text.number(distinct)),
      cell(range),
      cell(example === undefined ? undefined : written(example)),
    ],
  };
}

export function columnName(text: Translator, { name }: PreviewColumn, at: number): string {
  return name === '' ? text.t('preview.unnamed', { number: at + 1 }) : name;
}

export interface CellText {
  readonly text: string;
  readonly isNumber: boolean;
}

/** Numbers as the language writes them, with the decimals that the file has; all else as it stands there. */
export function cellText(text: Translator, { type }: PreviewColumn, cell: string): CellText {
  const isNumber = type === 'integer' || type === 'number';
  const number = isNumber ? Number(cell.replace(/\s/g, '').replace(',', '.')) : NaN;
  const decimals = cell.trim().split(/[.,]/)[1]?.length ?? 0;
  return Number.isFinite(number) && cell.trim() !== ''
    ? { text: text.number(number, decimals), isNumber }
    : { text: cell, isNumber };
}
