/**
 * Header recognition (sources.md 2.1, 3): column names in any case and punctuation, among the first 20 rows.
 * A column nobody knows is named in the report and its cells are not kept.
 */
import { CatalogError } from '../model/errors.js';
import { issue, type Issue } from '../model/issue.js';
import type { Sheet, SheetRow } from './sheet.js';

/** Field → other names of the same column; the field's own name counts too. */
export type Columns<Field extends string> = Readonly<Record<Field, readonly string[]>>;
export type Cells<Field extends string> = Readonly<Partial<Record<Field, string>>>;

export interface TableRow<Field extends string> {
  /** Trimmed, filled cells of known columns only. */
  readonly cells: Cells<Field>;
  readonly origin: string;
  /** True for a row of the wrong width: its cells cannot be trusted to stand under their headers. */
  readonly isRagged: boolean;
}

/** Field → the heading of its column in this file, where it is another word than the field's own name. */
export type Headings<Field extends string = string> = Readonly<Partial<Record<Field, string>>>;

export interface Table<Field extends string> {
  readonly fields: readonly Field[];
  readonly headings: Headings<Field>;
  readonly rows: readonly TableRow<Field>[];
  readonly unknown: readonly string[];
}

export interface ColumnRule<Field extends string> {
  readonly columns: Columns<Field>;
  readonly required: readonly Field[];
  /** How many of the required columns make a row the header; all of them when left out. */
  readonly atLeast?: number;
  /** Headings that are known and never read: nobody is told of them, and they may stand twice. */
  readonly ignored?: readonly string[];
}

const HEADER_WITHIN = 20;
const MAX_RAGGED_SHARE = 0.01;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** Throws CatalogError TABLE_HEADER_MISSING, TABLE_RAGGED, or PARSE_FAILED for a header that stands twice. */
export function recogniseTable<Field extends string>(
  sheet: Sheet,
  rule: ColumnRule<Field>,
): Table<Field> {
  const names = fieldNames(rule.columns);
  const candidates = sheet.rows.slice(0, HEADER_WITHIN);
  const matches = candidates.map((row) => matched(row, names, rule.required));
  const at = matches.findIndex((count) => count >= (rule.atLeast ?? rule.required.length));
  const header = candidates[at];
  if (!header) throw headerMissing(sheet, candidates[matches.indexOf(Math.max(...matches))], rule);
  const fields = header.cells.map((cell) => names.get(foldHeader(cell)));
  const ignored = new Set((rule.ignored ?? []).map(foldHeader));
  const read = header.cells.map((cell) => (ignored.has(foldHeader(cell)) ? '' : cell));
  checkHeader(sheet, { ...header, cells: read }, fields);
  const width = trimmedWidth(header.cells);
  const rows = sheet.rows.slice(at + 1).map((row) => ({
    cells: cellsOf(row, fields),
    origin: row.origin,
    isRagged: sheet.hasWidth && isWrongWidth(row.cells, header.cells.length, width),
  }));
  checkRagged(sheet, rows);
  const unknown = read.filter((cell, index) => cell.trim() !== '' && !fields[index]);
  return {
    fields: fields.filter((field) => field !== undefined),
    headings: headingsOf(header.cells, fields),
    rows,
    unknown: unknown.map(oneLine),
  };
}

/** Fields as a finding lists them, `tilgang, hjemmel`, by the headings that the record's own file has. */
export function asHeaded(fields: string, headings: Headings = {}): string {
  return fields
    .split(', ')
    .map((field) => headings[field] ?? field)
    .join(', ');
}

/** One finding per unknown column. */
export function unknownColumns(sheet: Sheet, table: Table<string>): Issue[] {
  return table.unknown.map((field) =>
    issue('HEADER_UNKNOWN', 'warning', { field }, { origin: `${sheet.file}#${sheet.name}` }),
  );
}

/** NFC, lower case, letters and digits only: "Behov for\nDPIA?" and "behov_for_dpia" are one name. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function fieldNames<Field extends string>(columns: Columns<Field>): Map<string, Field> {
  const names = new Map<string, Field>();
  for (const field of Object.keys(columns) as Field[]) {
    for (const name of [field, ...columns[field]]) names.set(foldHeader(name), field);
  }
  return names;
}

function matched<Field extends string>(
  row: SheetRow,
  names: ReadonlyMap<string, Field>,
  required: readonly Field[],
): number {
  const found = new Set(row.cells.map((cell) => names.get(foldHeader(cell))));
  return required.filter((field) => found.has(field)).length;
}

function headingsOf<Field extends string>(
  cells: readonly string[],
  fields: readonly (Field | undefined)[],
): Headings<Field> {
  const other = fields.flatMap((field, index): [Field, string][] => {
    const heading = oneLine(cells[index] ?? '');
    return field && heading !== field ? [[field, heading]] : [];
  });
  return Object.fromEntries(other) as Headings<Field>;
}

function oneLine(heading: string): string {
  return heading.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function checkHeader(
  sheet: Sheet,
  header: SheetRow,
  fields: readonly (string | undefined)[],
): void {
  const seen = new Set<string>();
  header.cells.forEach((cell, index) => {
    const text = cell.trim();
    if (text === '') return;
    const name = fields[index] ?? `?${foldHeader(text)}`;
    const cause = FORBIDDEN.includes(text.toLowerCase())
      ? `overskriften «${text}» er ikke tillatt`
      : seen.has(name)
        ? `overskriften «${text}» står to ganger`
        : undefined;
    seen.add(name);
    if (cause)
      throw new CatalogError('PARSE_FAILED', { file: sheet.file, line: header.line, cause });
  });
}

function cellsOf<Field extends string>(
  row: SheetRow,
  fields: readonly (Field | undefined)[],
): Cells<Field> {
  const filled = fields.flatMap((field, index): [Field, string][] => {
    const text = row.cells[index]?.normalize('NFC').trim();
    return field && text ? [[field, text]] : [];
  });
  return Object.fromEntries(filled) as Cells<Field>;
}

/** Cells left over at the end of a row count only when something stands in them. */
function isWrongWidth(cells: readonly string[], full: number, trimmed: number): boolean {
  if (cells.length === full) return false;
  return cells.length < trimmed || trimmedWidth(cells) > full;
}
function trimmedWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function checkRagged(sheet: Sheet, rows: readonly TableRow<string>[]): void {
  const count = rows.filter((row) => row.isRagged).length;
  if (count > rows.length * MAX_RAGGED_SHARE)
    throw new CatalogError('TABLE_RAGGED', { file: sheet.file, count, total: rows.length });
}

function headerMissing<Field extends string>(
  sheet: Sheet,
  nearest: SheetRow | undefined,
  rule: ColumnRule<Field>,
): CatalogError {
  const names = fieldNames(rule.columns);
  const found = new Set(nearest?.cells.map((cell) => names.get(foldHeader(cell))));
  const columns = rule.required.filter((field) => !found.has(field)).join(', ');
  const place = sheet.hasWidth ? sheet.file : `${sheet.file} (${sheet.name})`;
  return new CatalogError('TABLE_HEADER_MISSING', { file: place, columns });
}
