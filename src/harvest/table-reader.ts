/**
 * The one reader of CSV and XLSX (sources.md 3). Rows leave it as plain text cells with their place in the file, so that
 * no harvester knows a spreadsheet library. Formulas are their stored value, links are never followed (P5).
 */
import { CatalogError } from '../model/errors.js';
import { readCsv } from './table-reader-csv.js';
import { readXlsx } from './table-reader-xlsx.js';
import { TABLE_LIMITS, type Sheet, type TableLimits } from './sheet.js';

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
