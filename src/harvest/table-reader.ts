/**
 * The one reader of CSV and XLSX (sources.md 3). Rows leave it as plain text cells with their place in the file, so that
 * no harvester knows a spreadsheet library. Formulas are their stored value, links are never followed (P5).
 */
import { CatalogError } from '../model/errors.js';
import { readCsv } from './table-reader-csv.js';
import { readXlsx } from './table-reader-xlsx.js';

export interface SheetRow {
  /** NFC text; an empty cell is ''. */
  readonly cells: readonly string[];
  /** `file.csv#L12`, `file.xlsx#Ark!R12`. */
  readonly origin: string;
  readonly line: number;
}

export interface Sheet {
  readonly name: string;
  readonly file: string;
  /** True where each row says how many cells it has (CSV), so that a row of wrong width is a fault. */
  readonly hasWidth: boolean;
  readonly rows: readonly SheetRow[];
}

/** S3 and H14. Decompressed bytes are held in memory, hence far below the 2 GB of a streamed body. */
export const TABLE_LIMITS = {
  entries: 1_000,
  ratio: 100,
  decompressedBytes: 200_000_000,
  rows: 1_000_000,
} as const;
export type TableLimits = Readonly<Record<keyof typeof TABLE_LIMITS, number>>;

/**
 * All sheets of a file with at least one filled cell; a CSV file is one sheet named after the file.
 * Throws CatalogError FILE_UNREADABLE or PARSE_FAILED.
 */
export async function readTables(
  bytes: Uint8Array,
  fileName: string,
  limits: TableLimits = TABLE_LIMITS,
): Promise<Sheet[]> {
  if (bytes.length === 0) throw unreadable(fileName, 'filen er tom');
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  const sheets = ending === 'csv' ? [readCsv(bytes, fileName)] : readBook(bytes, fileName, limits);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > limits.rows) throw unreadable(fileName, `mer enn ${limits.rows} rader`);
  return Promise.resolve(sheets.filter((sheet) => sheet.rows.length > 0));
}

function readBook(bytes: Uint8Array, fileName: string, limits: TableLimits): Sheet[] {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (ending === 'xls') {
    throw unreadable(fileName, 'gammelt Excel-format; lagre som .xlsx eller .csv og prøv igjen');
  }
  if (ending !== 'xlsx') throw unreadable(fileName, 'bare .csv og .xlsx leses');
  return readXlsx(bytes, fileName, limits);
}

function unreadable(file: string, cause: string): CatalogError {
  return new CatalogError('FILE_UNREADABLE', { file, cause });
}
