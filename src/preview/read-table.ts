/**
 * A data file as one table, whatever its format: heading, rows as wide as the heading, and what was seen on the way. Only formats
 * that are tables by themselves: CSV, TSV, JSON arrays of objects, GeoJSON, the first sheet of a workbook.
 */
import { parseJsonFile } from '../harvest/json-document.js';
import { csvSheet, sniffDelimiter } from '../harvest/table-reader-csv.js';
import { readTables } from '../harvest/table-reader.js';
import { decodeKnown } from '../harvest/text-encoding.js';
import { CatalogError } from '../model/errors.js';
import type { PreviewFormat, PreviewWarning } from '../model/preview.js';
import { PREVIEW_FORMATS } from '../model/preview.js';
import { firstPart, wholeRecords } from './first-part.js';
import { jsonTable } from './json-table.js';

export interface DataTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of each row: the line, or the number, by which a person finds it. */
  readonly lines: readonly number[];
  /** False when only the first part was read. */
  readonly isWhole: boolean;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly warnings: readonly PreviewWarning[];
  /** One for each row, as the file has it. Of GeoJSON only. */
  readonly geometries?: readonly unknown[];
}

/** By the ending, as it is served by the ending too. */
export function formatOf(path: string): PreviewFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  return PREVIEW_FORMATS.find((one) => one === ending);
}

/** Read whole up to this; of a longer text file the first part, and no other. */
export const MAX_BYTES = 5_000_000;
const MAX_COLUMNS = 60;

/** Throws CatalogError PARSE_FAILED or FILE_UNREADABLE. */
export async function readDataTable(
  bytes: Uint8Array,
  path: string,
  format: PreviewFormat,
): Promise<DataTable> {
  if (bytes.length === 0) throw unreadable(path, 'filen er tom');
  const table = await readAs(bytes, path, format);
  const { header } = table;
  if (header.every((one) => one.trim() === '')) throw unreadable(path, 'ingen overskrifter');
  if (header.length <= MAX_COLUMNS) return table;
  return {
    ...table,
    header: header.slice(0, MAX_COLUMNS),
    rows: table.rows.map((row) => row.slice(0, MAX_COLUMNS)),
    warnings: [...table.warnings, { code: 'wide', columns: header.length - MAX_COLUMNS }],
  };
}

async function readAs(bytes: Uint8Array, path: string, format: PreviewFormat): Promise<DataTable> {
  if (format === 'csv' || format === 'tsv') return readDelimited(bytes, path);
  if (bytes.length > MAX_BYTES) throw unreadable(path, `større enn ${MAX_BYTES / 1_000_000} MB`);
  if (format === 'xlsx') return readWorkbook(bytes, path);
  return readJson(bytes, path, format);
}

function readDelimited(bytes: Uint8Array, path: string): DataTable {
  const part = firstPart(bytes, MAX_BYTES);
  const { text: decoded, encoding } = decodeKnown(part, path);
  const isWhole = part.length === bytes.length;
  const text = decoded.replace(/\r\n?/g, '\n');
  const delimiter = sniffDelimiter(text);
  // Excel's own first line is blanked, not cut: line numbers stay what an editor shows.
  const own = text.replace(/^sep=[;,\t](?=\n)/i, '');
  const sheet = csvSheet(isWhole ? own : wholeRecords(own), path, delimiter);
  const [head, ...rows] = sheet.rows;
  if (!head) throw unreadable(path, 'filen er tom');
  const uneven = rows.filter(({ cells }) => cells.length !== head.cells.length);
  const [first] = uneven;
  return {
    ...{ isWhole, encoding, delimiter, header: head.cells.map((one) => one.trim()) },
    rows: rows.map(({ cells }) => head.cells.map((_, at) => cells[at] ?? '')),
    lines: rows.map(({ line }) => line),
    warnings: first ? [{ code: 'ragged', rows: uneven.length, line: first.line }] : [],
  };
}

/** Rows of a sheet end where their cells end, so that a short one is no fault. */
async function readWorkbook(bytes: Uint8Array, path: string): Promise<DataTable> {
  const [sheet] = await readTables(bytes, path);
  const [head, ...rows] = sheet?.rows ?? [];
  if (!sheet || !head) throw unreadable(path, 'ingen celler er fylt ut');
  const width = Math.max(...sheet.rows.map(({ cells }) => cells.length));
  const padded = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, at) => cells[at] ?? '');
  return {
    ...{ isWhole: true, sheet: sheet.name, warnings: [] },
    header: padded(head.cells).map((one) => one.trim()),
    rows: rows.map(({ cells }) => padded(cells)),
    lines: rows.map(({ line }) => line),
  };
}

function readJson(bytes: Uint8Array, path: string, format: 'json' | 'geojson'): DataTable {
  const { encoding } = decodeKnown(bytes, path);
  const found = jsonTable(parseJsonFile(bytes, path), format);
  if (!found) throw unreadable(path, format === 'json' ? 'ikke en liste av objekter' : NO_FEATURES);
  const { header, rows, geometries } = found;
  return {
    ...{ header, rows, encoding, isWhole: true, warnings: [] },
    lines: rows.map((_, at) => at + 1),
    ...(geometries ? { geometries } : {}),
  };
}

const NO_FEATURES = 'ikke en FeatureCollection';

function unreadable(file: string, cause: string): CatalogError {
  return new CatalogError('FILE_UNREADABLE', { file, cause });
}
