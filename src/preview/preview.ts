/** The preview of one data file: read, looked through for what must not be shown, profiled. Pure. */
import { createHash } from 'node:crypto';
import type { Iri } from '../model/iri.js';
import type { PreviewFormat, PreviewMap, PreviewProfile, PreviewShown } from '../model/preview.js';
import { chartOf } from './chart.js';
import { profileColumns, shown } from './columns.js';
import { mapOfColumns, mapOfGeometries, placeColumns } from './map-shapes.js';
import { readDataTable, type DataTable } from './read-table.js';
import { screen, type Found } from './screen.js';

/** How many rows are shown. */
export const PREVIEW_ROWS = 100;

export interface DataFile {
  readonly distribution: Iri;
  /** Below `fil/`. */
  readonly path: string;
  readonly format: PreviewFormat;
  readonly bytes: Uint8Array;
}

export type PreviewOutcome =
  | { readonly state: 'made'; readonly profile: PreviewProfile; readonly shown: PreviewShown }
  | {
      readonly state: 'held';
      readonly found: Found;
      /** Its name, or its number where the name is what was found. */
      readonly column: string;
      /** Line or number of the row; 1 is the heading. */
      readonly line: number;
    };

/** Throws CatalogError PARSE_FAILED or FILE_UNREADABLE. */
export async function makePreview(file: DataFile): Promise<PreviewOutcome> {
  const { distribution, path, format, bytes } = file;
  const table = await readDataTable(bytes, path, format);
  const { header, rows, warnings, isWhole, encoding, delimiter, sheet } = table;
  const columns = profileColumns(header, rows);
  const found = screen(columns, rows);
  if (found) return { state: 'held', found, ...placeOf(found, table) };
  const places = placeColumns(columns);
  const map = mapOf(table);
  const chart = isWhole ? chartOf(columns, rows, new Set(places)) : undefined;
  return {
    state: 'made',
    profile: {
      ...{ distribution, path, format, bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(sheet === undefined ? {} : { sheet }),
      ...{ rows: rows.length, isWhole, warnings },
      columns: columns.map((one) => ({ ...one, name: shown(one.name) })),
    },
    shown: {
      head: rows.slice(0, PREVIEW_ROWS).map((row) => row.map(shown)),
      ...(chart ? { chart } : {}),
      ...(map ? { map } : {}),
    },
  };

  function mapOf({ geometries }: DataTable): PreviewMap | undefined {
    if (geometries) return mapOfGeometries(geometries);
    return places ? mapOfColumns(places, rows) : undefined;
  }
}

function placeOf(
  { column, row }: Found,
  { header, lines }: DataTable,
): { readonly column: string; readonly line: number } {
  const name = row === undefined ? '' : (header[column] ?? '');
  return {
    column: name === '' ? `${column + 1}` : name,
    line: row === undefined ? 1 : (lines[row] ?? 0),
  };
}
