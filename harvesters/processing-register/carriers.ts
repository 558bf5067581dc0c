/** The forms in which rows arrive: the JSON carrier, and tables. Each gives reduced rows with their place. */
import {
  recogniseTable,
  unknownColumns,
  type Headings,
  type TableRow,
} from '../../src/harvest/columns.js';
import { isJsonObject, member, parseJsonFile } from '../../src/harvest/json-document.js';
import type { FetchContext } from '../../src/harvest/harvester.js';
import type { Sheet } from '../../src/harvest/sheet.js';
import { readTables } from '../../src/harvest/table-reader.js';
import { CatalogError } from '../../src/model/errors.js';
import { issue } from '../../src/model/issue.js';
import { COLUMNS, REQUIRED } from './fields.js';
import type { Processing } from './payload.js';
import { FieldOfWrongType, reduceCells, reduceJson } from './reduce.js';

export interface ReadRow {
  readonly origin: string;
  readonly headings?: Headings;
  /** Undefined for a row that is none: `fault` says why. */
  readonly processing?: Processing;
  readonly fault?: string;
  /** The field whose value cannot be read. */
  readonly misformed?: string;
}

const HEADERS_TO_MATCH = 3;

/** Throws CatalogError FILE_*, SOURCE_INCONSISTENT, TABLE_* or PARSE_FAILED. */
export async function readRows(
  file: string,
  hasOwner: boolean,
  context: FetchContext,
): Promise<ReadRow[]> {
  const bytes = await context.files.read(file);
  const rows = file.toLowerCase().endsWith('.json')
    ? jsonRows(bytes, file, context)
    : tableRows(await readTables(bytes, file), hasOwner, context);
  if (rows.length === 0)
    throw new CatalogError('FILE_UNREADABLE', { file, cause: 'ingen behandlinger' });
  return rows;
}

/** The carrier's envelope: `data` is the list, `antall` how many there should be. */
export function carrierData(bytes: Uint8Array, file: string): readonly unknown[] {
  const document = parseJsonFile(bytes, file);
  const inconsistent = (cause: string): CatalogError =>
    new CatalogError('SOURCE_INCONSISTENT', { url: file, cause });
  if (!isJsonObject(document)) throw inconsistent('ikke et objekt med listen «data»');
  const data: unknown = member(document, 'data');
  if (!Array.isArray(data)) throw inconsistent('listen «data» mangler');
  const stated = member(document, 'antall');
  if (typeof stated === 'number' && stated !== data.length)
    throw inconsistent(`«antall» er ${stated}, men listen har ${data.length}`);
  return data;
}

function jsonRows(bytes: Uint8Array, file: string, context: FetchContext): ReadRow[] {
  const drift = new Map<string, number>();
  const note = (field: string): void => void drift.set(field, (drift.get(field) ?? 0) + 1);
  const rows = carrierData(bytes, file).map((row, index): ReadRow => {
    const origin = `${file}#/data/${index}`;
    if (!isJsonObject(row)) return { origin, fault: 'ikke et objekt' };
    try {
      return { origin, processing: reduceJson(row, note) };
    } catch (error) {
      if (!(error instanceof FieldOfWrongType)) throw error;
      return { origin, misformed: error.field };
    }
  });
  for (const [field, count] of [...drift].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const params = { field, count, type: 'behandling' };
    context.report(issue('FIELD_UNKNOWN', 'warning', params, { origin: file }));
  }
  return rows;
}

function tableRows(sheets: readonly Sheet[], hasOwner: boolean, context: FetchContext): ReadRow[] {
  return sheets.filter(isTable).flatMap((sheet) => {
    const required = hasOwner ? REQUIRED.filter((one) => one !== 'behandlingsansvarlig') : REQUIRED;
    const table = recogniseTable(sheet, {
      columns: COLUMNS,
      required,
      atLeast: HEADERS_TO_MATCH,
    });
    unknownColumns(sheet, table).forEach((one) => context.report(one));
    return table.rows.map((row) => ({ ...tableRow(row), headings: table.headings }));
  });
}

/** A sheet too narrow for the header is a note to the reader, not a table that lost its header. */
function isTable(sheet: Sheet): boolean {
  return sheet.rows.some(
    ({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= HEADERS_TO_MATCH,
  );
}

function tableRow({ cells, origin, isRagged }: TableRow<string>): ReadRow {
  return isRagged
    ? { origin, fault: 'feil antall kolonner' }
    : { origin, processing: reduceCells(cells) };
}
