/** Reads the tables, joins what a record needs of other rows, and turns away rows that may not or cannot be kept. */
import {
  recogniseTable,
  unknownColumns,
  type Table,
  type TableRow,
} from '../../src/harvest/columns.js';
import type { FetchContext, Fetched, Rejection, Source } from '../../src/harvest/harvester.js';
import type { Sheet } from '../../src/harvest/sheet.js';
import { readTables } from '../../src/harvest/table-reader.js';
import { CatalogError } from '../../src/model/errors.js';
import { issue, type Issue } from '../../src/model/issue.js';
import {
  TABLES,
  TABLE_NAMES,
  type Field,
  type RegisterCells,
  type TableDefinition,
  type TableName,
} from './columns.js';
import { join, keysOf, type RegisterRows } from './join.js';
import type { DatasetRegisterOptions } from './options.js';
import type { RegisterPayload } from './payload.js';

type Row = TableRow<Field>;

/** Throws CatalogError FILE_MISSING, FILE_UNREADABLE, TABLE_HEADER_MISSING, TABLE_RAGGED or PARSE_FAILED. */
export async function* fetchRegister(
  source: Source<DatasetRegisterOptions>,
  context: FetchContext,
): AsyncIterable<Fetched<RegisterPayload>> {
  const tables = await readRegister(source.options, context);
  const graded = gradedDatasets(tables.datasett, context);
  const good: Record<TableName, Row[]> = emptyRows();
  const rejections: Rejection[] = [];
  for (const name of TABLE_NAMES) {
    for (const row of tables[name]) {
      const rejected = refusal(name, row, { context, graded });
      if (rejected) rejections.push(rejection(TABLES[name], row, rejected));
      else good[name].push(row);
    }
  }
  const orphans = good.distribusjoner.filter(orphanOf(good.datasett));
  good.distribusjoner = good.distribusjoner.filter((row) => !orphans.includes(row));
  yield* rejections;
  yield* orphans.map((row) => rejection(TABLES.distribusjoner, row, orphanIssue(row.cells)));
  yield* join(good);
}

async function readRegister(
  { folder, file }: DatasetRegisterOptions,
  context: FetchContext,
): Promise<RegisterRows> {
  const sheets = file === undefined ? [] : await readTables(await context.files.read(file), file);
  const known = new Set<string>(TABLE_NAMES);
  for (const sheet of sheets.filter(({ name }) => !known.has(name))) {
    context.report(
      issue('HEADER_UNKNOWN', 'warning', { field: sheet.name }, { origin: sheet.file }),
    );
  }
  const paths = folder === undefined ? [] : await context.files.list(folder, ['.csv']);
  const tables = emptyRows();
  for (const name of TABLE_NAMES) {
    context.signal.throwIfAborted();
    const path = paths.find((one) => one.split('/').at(-1) === `${name}.csv`);
    const sheet = path
      ? (await readTables(await context.files.read(path), path))[0]
      : sheets.find((one) => one.name === name);
    tables[name] = rowsOf(name, sheet, { place: file ?? `${folder ?? ''}/${name}.csv`, context });
  }
  return tables;
}

function rowsOf(
  name: TableName,
  sheet: Sheet | undefined,
  { place, context }: { readonly place: string; readonly context: FetchContext },
): Row[] {
  const definition = TABLES[name];
  if (!sheet) {
    if (definition.isRequired)
      throw new CatalogError('FILE_MISSING', { file: `${place} (${name})` });
    return [];
  }
  const table: Table<Field> = recogniseTable(sheet, definition.columns);
  unknownColumns(sheet, table).forEach((one) => context.report(one));
  if (table.rows.length === 0 && definition.isRequired)
    throw new CatalogError('FILE_UNREADABLE', { file: place, cause: 'tabellen har ingen rader' });
  return [...table.rows];
}

function isGraded(cells: RegisterCells, context: FetchContext): boolean {
  return [cells.konfidensialitet, cells.postklasse].some(
    (label) => context.scheme.resolve(label).found === 'graded',
  );
}

/** What describes a graded dataset is as graded as the dataset. */
function gradedDatasets(rows: readonly Row[], context: FetchContext): ReadonlySet<string> {
  return keysOf(
    rows.filter(({ cells }) => isGraded(cells, context)),
    'datasett_id',
  );
}

function refusal(
  name: TableName,
  row: Row,
  { context, graded }: { readonly context: FetchContext; readonly graded: ReadonlySet<string> },
): Issue | undefined {
  const { cells } = row;
  if (isGraded(cells, context) || graded.has(cells.datasett_id ?? ''))
    return issue('GRADED', 'violation');
  if (row.isRagged)
    return issue('RECORD_MALFORMED', 'violation', { cause: 'feil antall kolonner' });
  if (!cells[TABLES[name].key])
    return issue('RECORD_MALFORMED', 'violation', { cause: `${TABLES[name].key} mangler` });
  return undefined;
}

function orphanOf(datasets: readonly Row[]): (row: Row) => boolean {
  const known = keysOf(datasets, 'datasett_id');
  return ({ cells }) => !known.has(cells.datasett_id ?? '');
}
function orphanIssue(cells: RegisterCells): Issue {
  const found = cells.datasett_id ?? '–';
  return issue('REFERENCE_DANGLING', 'violation', { field: 'datasett_id', found });
}

function rejection({ type, key }: TableDefinition, row: Row, rejected: Issue): Rejection {
  return { key: row.cells[key] ?? row.origin, type, origin: row.origin, rejected };
}

function emptyRows(): Record<TableName, Row[]> {
  return { kontakter: [], serier: [], datasett: [], distribusjoner: [], apier: [] };
}
