/** The preview of a data file (site.md 3.4): first rows, chart and map where they fit, columns. Pure. */
import type { Preview } from '../../src/model/preview.js';
import { dcat, dct, rdfs } from '../../src/rdf/vocabularies.js';
import { chartPicture, chartTable, chartTitle } from './preview-chart.js';
import { mapPicture } from '../pictures/data-map.js';
import { cellText, columnName, columnTable, PREVIEW, type CellText } from './preview-section.js';
import type { Link, Section, Table, Value } from './page-model.js';
import { pointingHere } from './related.js';
import { nodeValue, paragraphsOf, valuesOf, type ViewContext } from './values.js';

export interface PreviewPage {
  readonly heading: string;
  /** The file and its datasets. */
  readonly back: readonly Value[];
  /** How much is shown of what; or that there is no preview. */
  readonly lead: string;
  readonly notes: readonly string[];
  readonly download?: Link;
  readonly contents: readonly Link[];
  readonly table?: PreviewTable;
  readonly chart?: ChartPart;
  readonly map?: Section;
  readonly columns?: Section;
  readonly files: readonly Link[];
}

export interface ChartPart {
  readonly section: Section;
  /** Whose numbers they are. */
  readonly source: string;
  /** The same numbers. */
  readonly table: Table;
}
export interface PreviewTable {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly rows: readonly { readonly number: string; readonly cells: readonly PreviewCell[] }[];
}
export interface PreviewCell extends CellText {
  readonly isEmpty: boolean;
}

/** `hasCsvw`: the columns are described for machines as well. */
export function previewPage(
  context: ViewContext,
  iri: string,
  found?: { readonly preview: Preview; readonly hasCsvw: boolean },
): PreviewPage {
  const { text } = context;
  const back = [...pointingHere(context, iri, 'datasett', [dcat.distribution]), iri].map((one) =>
    nodeValue(context, one),
  );
  if (!found) return { ...unavailable(context, iri), back };
  const { preview, hasCsvw } = found;
  const { chart, map } = preview;
  const parts = {
    table: tableOf(context, preview),
    ...(chart ? { chart: chartPart(context, iri, chart) } : {}),
    ...(map ? { map: mapSection(context, map) } : {}),
    columns: columnSection(context, preview),
  };
  const path = context.catalogue.pathOf(iri) ?? '';
  const name = preview.path.split('/').at(-1) ?? preview.path;
  return {
    ...{ back, ...parts },
    heading: name,
    lead: leadOf(context, preview),
    notes: notesOf(context, preview),
    download: {
      href: `/fil/${preview.path.split('/').map(encodeURIComponent).join('/')}`,
      text: text.t('preview.download', { size: text.bytes(preview.bytes) }),
    },
    contents: [
      { href: '#tabell', text: text.t('preview.table') },
      ...[parts.chart?.section, parts.map, parts.columns].flatMap((one) =>
        one ? [{ href: `#${one.id}`, text: one.heading }] : [],
      ),
    ],
    files: [
      { href: `${path}/${PREVIEW}.json`, text: text.t('preview.json') },
      ...(hasCsvw ? [{ href: `${path}/${PREVIEW}.csvw.json`, text: text.t('preview.csvw') }] : []),
    ],
  };
}

/** The same words whatever the reason (ADR 0027): one of them is that the file holds what it should not. */
function unavailable({ catalogue, text }: ViewContext, iri: string): Omit<PreviewPage, 'back'> {
  return {
    heading: catalogue.label(iri, text.lang).text,
    lead: text.t('preview.unavailable'),
    notes: [text.t('preview.unavailableWhy')],
    contents: [],
    files: [],
  };
}

const DELIMITERS: Readonly<Record<string, string | undefined>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
};
const ENCODINGS: Readonly<Record<string, string | undefined>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

function leadOf({ text }: ViewContext, preview: Preview): string {
  const { rows, head, isWhole } = preview;
  const params = { shown: text.number(head.length), rows: text.number(rows) };
  if (rows === 0) return text.t('preview.noRows');
  if (!isWhole) return text.t('preview.leadPart', params);
  return rows > head.length
    ? text.t('preview.lead', params)
    : text.t('preview.leadAll', { rows: text.count('preview.rows', rows) });
}

function notesOf({ text }: ViewContext, preview: Preview): string[] {
  const { encoding = '', delimiter = '', sheet, warnings } = preview;
  const key = DELIMITERS[delimiter];
  const name = ENCODINGS[encoding];
  return [
    ...(name && key
      ? [text.t('preview.encodedWith', { encoding: name, delimiter: text.t(`preview.${key}`) })]
      : name
        ? [text.t('preview.encoded', { encoding: name })]
        : []),
    ...(sheet === undefined ? [] : [text.t('preview.sheet', { sheet })]),
    ...warnings.map((one) =>
      one.code === 'ragged'
        ? text.t('preview.ragged', {
            rows: text.count('preview.rows', one.rows),
            line: text.number(one.line),
          })
        : text.t('preview.wide', { columns: text.count('preview.columns', one.columns) }),
    ),
  ];
}

function tableOf({ text }: ViewContext, { path, columns, head }: Preview): PreviewTable {
  return {
    caption: text.t('preview.caption', { file: path }),
    columns: columns.map((one, at) => ({
      name: columnName(text, one, at),
      isNumber: one.type === 'integer' || one.type === 'number',
    })),
    rows: head.map((row, index) => ({
      number: text.number(index + 1),
      cells: columns.map((column, at) => {
        const cell = row[at] ?? '';
        return { ...cellText(text, column, cell), isEmpty: cell.trim() === '' };
      }),
    })),
  };
}

function chartPart(
  context: ViewContext,
  iri: string,
  chart: NonNullable<Preview['chart']>,
): ChartPart {
  const { text } = context;
  const datasets = pointingHere(context, iri, 'datasett', [dcat.distribution]);
  // What breaks a series or was guessed is said before the picture is seen.
  const caveats = [...datasets, iri].flatMap((one) => paragraphsOf(context, one, rdfs.comment));
  const owners = datasets.flatMap((one) => valuesOf(context, one, dct.publisher));
  const source = [...owners, ...datasets.map((one) => nodeValue(context, one))];
  return {
    section: {
      id: 'diagram',
      heading: text.t('preview.chart'),
      paragraphs: [...caveats, { text: chartTitle(text, chart) }],
      picture: chartPicture(text, chart),
    },
    source: text.t('preview.source', { source: source.map((one) => one.text).join(', ') }),
    table: chartTable(text, chart),
  };
}

function mapSection({ text }: ViewContext, map: NonNullable<Preview['map']>): Section {
  const shown = map.shapes.length;
  return {
    id: 'kart',
    heading: text.t('preview.map'),
    paragraphs: [
      {
        text:
          map.count > shown
            ? text.t('preview.map.some', { count: text.number(map.count) })
            : text.count('preview.map.all', map.count),
      },
    ],
    picture: mapPicture(text, map),
  };
}

function columnSection({ text }: ViewContext, { columns, path }: Preview): Section {
  return {
    id: 'kolonner',
    heading: text.t('preview.profile'),
    table: columnTable(text, columns, text.t('preview.columnsOf', { name: path })),
  };
}
