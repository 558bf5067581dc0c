/** Reads the tables, from a folder of CSV files or one workbook, and sets aside the rows that cannot be used. */
import { recogniseTable, unknownColumns, type TableRow } from '../../src/harvest/columns.js';
import type { FetchContext } from '../../src/harvest/harvester.js';
import type { Sheet } from '../../src/harvest/sheet.js';
import { readTables } from '../../src/harvest/table-reader.js';
import { CatalogError } from '../../src/model/errors.js';
import { issue } from '../../src/model/issue.js';
import type { GgmOptions } from './options.js';
import {
  columnsOf,
  DRAWINGS,
  requiredOf,
  TABLE_NAMES,
  UNREAD,
  type Field,
  type TableName,
} from './tables.js';

export type Row = TableRow<Field>;
export type GgmTables = Readonly<Record<TableName, readonly Row[]>>;

/** Throws CatalogError FILE_MISSING, FILE_UNREADABLE, TABLE_HEADER_MISSING, TABLE_RAGGED or PARSE_FAILED. */
export async function readGgm(
  { folder, file }: Pick<GgmOptions, 'folder' | 'file'>,
  context: FetchContext,
): Promise<GgmTables> {
  const sheets = file === undefined ? [] : await readTables(await context.files.read(file), file);
  const known = new Set<string>([...TABLE_NAMES, ...DRAWINGS]);
  for (const { name, file: origin } of sheets.filter((sheet) => !known.has(sheet.name)))
    context.report(issue('HEADER_UNKNOWN', 'warning', { field: name }, { origin }));
  const tables = {} as Record<TableName, readonly Row[]>;
  for (const name of TABLE_NAMES) {
    context.signal.throwIfAborted();
    const path = `${folder ?? ''}/${name}.csv`;
    const sheet =
      folder === undefined
        ? sheets.find((one) => one.name === name)
        : (await readTables(await context.files.read(path), path))[0];
    if (!sheet) throw new CatalogError('FILE_MISSING', { file: `${file ?? path} (${name})` });
    tables[name] = usableRows(name, sheet, context);
  }
  return tables;
}

function usableRows(name: TableName, sheet: Sheet, context: FetchContext): readonly Row[] {
  const table = recogniseTable(sheet, { columns: columnsOf(name), required: requiredOf(name) });
  for (const one of unknownColumns(sheet, { ...table, unknown: table.unknown.filter(isNew) }))
    context.report(one);
  return table.rows.filter((row) => {
    if (!row.isRagged) return true;
    const params = { cause: 'feil antall kolonner' };
    context.report(issue('RECORD_MALFORMED', 'violation', params, { origin: row.origin }));
    return false;
  });
}

function isNew(column: string): boolean {
  return !UNREAD.has(column);
}
