/**
 * Preview of a data file (site.md 3.4): its first rows and what its columns hold, made when the file is published and kept beside
 * it. One file of the public zone for each distribution, and one with what is known of the columns of them all.
 */
export const PREVIEW_FORMATS = ['csv', 'tsv', 'json', 'geojson', 'xlsx'] as const;
export type PreviewFormat = (typeof PREVIEW_FORMATS)[number];

/** `code`: digits or letters that name something, and that nobody adds up. `period`: a month, quarter or week. */
export type ColumnType =
  'integer' | 'number' | 'year' | 'period' | 'date' | 'boolean' | 'code' | 'text';

export interface PreviewColumn {
  /** As it stands in the file; '' where the heading is empty. */
  readonly name: string;
  readonly type: ColumnType;
  /** Cells with nothing, or with one of the standard signs for no value. */
  readonly empty: number;
  readonly distinct: number;
  /** Of numbers and times, as the file writes them. */
  readonly min?: string;
  readonly max?: string;
  readonly example?: string;
  /** Its decimals follow a comma. */
  readonly hasDecimalComma?: true;
}

export type PreviewWarning =
  /** Rows with more or fewer cells than the heading, and the line of the first of them. */
  | { readonly code: 'ragged'; readonly rows: number; readonly line: number }
  /** Columns that are left out. */
  | { readonly code: 'wide'; readonly columns: number };

export interface PreviewProfile {
  /** IRI. */
  readonly distribution: string;
  /** Path of the file below `fil/`. */
  readonly path: string;
  readonly format: PreviewFormat;
  readonly bytes: number;
  readonly sha256: string;
  /** Label of the Encoding Standard. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Name of the sheet in a workbook. */
  readonly sheet?: string;
  /** Of the part that was read. */
  readonly rows: number;
  /** False when the file is so large that only its first part was read. */
  readonly isWhole: boolean;
  readonly columns: readonly PreviewColumn[];
  readonly warnings: readonly PreviewWarning[];
}

export interface PreviewShown {
  /** The first rows; each as wide as `columns`. */
  readonly head: readonly (readonly string[])[];
  readonly chart?: PreviewChart;
  readonly map?: PreviewMap;
}
export type Preview = PreviewProfile & PreviewShown;

export interface PreviewChart {
  readonly kind: 'lines' | 'bars';
  /** Names of columns: along the bottom, up the side, and what tells the lines apart. */
  readonly x: string;
  readonly y: string;
  readonly by?: string;
  /** Values of `x` in order, as written. */
  readonly labels: readonly string[];
  /** Where each lies in time, in milliseconds. Of lines only. */
  readonly times?: readonly number[];
  readonly series: readonly PreviewSeries[];
}
export interface PreviewSeries {
  /** '' for the only one. */
  readonly name: string;
  /** One for each label; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface PreviewMap {
  readonly shapes: readonly MapShape[];
  /** How many things have a place; `shapes` may be fewer. */
  readonly count: number;
}
/** Longitude and latitude, WGS 84 (RFC 7946 §4). */
export type Position = readonly [number, number];
export interface MapShape {
  readonly kind: 'point' | 'line' | 'area';
  /** The point; the lines; the rings. */
  readonly lines: readonly (readonly Position[])[];
}
