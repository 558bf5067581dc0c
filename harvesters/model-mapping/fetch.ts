/** Reads the mapping sheets: a record for each column that is mapped, and one for each object type of an application. */
import {
  recogniseTable,
  unknownColumns,
  type Cells,
  type Table,
  type TableRow,
} from '../../src/harvest/columns.js';
import type { FetchContext, Fetched, Source } from '../../src/harvest/harvester.js';
import { foldModelName } from '../../src/harvest/model-names.js';
import type { Sheet } from '../../src/harvest/sheet.js';
import { readTables } from '../../src/harvest/table-reader.js';
import { CatalogError } from '../../src/model/errors.js';
import { issue, type Issue } from '../../src/model/issue.js';
import type { Mapping, ModelMappingOptions } from './options.js';
import {
  COLUMNS,
  isAuthoritative,
  reduceColumn,
  type Field,
  type MappingPayload,
  type Share,
} from './reduce.js';

export const ELEMENT = 'dataelement';
export const REALISATION = 'realisering';

/** Throws CatalogError FILE_MISSING, FILE_UNREADABLE, TABLE_HEADER_MISSING, TABLE_RAGGED or PARSE_FAILED. */
export async function* fetchMappings(
  { options: { mappings } }: Source<ModelMappingOptions>,
  context: FetchContext,
): AsyncIterable<Fetched<MappingPayload>> {
  const realisations = new Map<string, Realised>();
  for (const mapping of mappings) {
    const sheets = await readTables(await context.files.read(mapping.file), mapping.file);
    for (const table of recognised(sheets, context)) {
      context.signal.throwIfAborted();
      yield* elementsOf(table, mapping, { context, realisations });
    }
  }
  for (const [key, { whole, origin, share }] of realisations)
    yield { key, type: REALISATION, origin, payload: { ...whole, share } };
  for (const file of await unusedSheets(mappings, context))
    context.report(issue('SHEET_UNUSED', 'warning', { file }, { origin: file }));
}

/** Sheets beside those of the source that nobody has tied to a dataset: whoever put them there thinks that they count. */
async function unusedSheets(
  mappings: readonly Mapping[],
  { files }: FetchContext,
): Promise<string[]> {
  const named = new Set(mappings.map(({ file }) => file));
  const folders = new Set([...named].map((file) => file.slice(0, file.lastIndexOf('/') + 1)));
  const found = await Promise.all(
    [...folders]
      .filter((folder) => folder !== '')
      .map((folder) => files.list(folder.slice(0, -1), ['.csv', '.xlsx'])),
  );
  return found.flat().filter((file) => !named.has(file));
}

/** The template's workbook has sheets beside the mapping; a file without any mapping is no good. */
function recognised(sheets: readonly Sheet[], context: FetchContext): Table<Field>[] {
  const tables: Table<Field>[] = [];
  const missing: CatalogError[] = [];
  for (const sheet of sheets) {
    try {
      const table = recogniseTable(sheet, COLUMNS);
      for (const one of unknownColumns(sheet, table)) context.report(one);
      tables.push(table);
    } catch (error) {
      if (!(error instanceof CatalogError) || error.code !== 'TABLE_HEADER_MISSING') throw error;
      missing.push(error);
    }
  }
  if (tables.length === 0 && missing[0]) throw missing[0];
  return tables;
}

function* elementsOf(
  table: Table<Field>,
  mapping: Mapping,
  { context, realisations }: { context: FetchContext; realisations: Map<string, Realised> },
): Iterable<Fetched<MappingPayload>> {
  for (const { row, objectType, sourceTable } of withHeadings(table.rows)) {
    const { cells, origin } = row;
    if (!row.isRagged && !cells.column && !sourceTable) continue; // an attribute that nothing fills
    const rejected = refusal(row, objectType, context);
    if (rejected || !objectType) {
      yield { key: origin, type: ELEMENT, origin, rejected: rejected ?? malformed('objekttype') };
      continue;
    }
    const whole = wholeOf(mapping, cells, objectType);
    const column = reduceColumn(cells, sourceTable);
    const key = keyOf(whole);
    const known = realisations.get(key) ?? { whole, origin, share: { file: mapping.file } };
    realisations.set(key, isAuthoritative(cells) ? asAuthoritative(known) : known);
    if (!column) continue;
    const place = `${column.table ?? ''}.${column.column} ${foldModelName(column.attribute)}`;
    yield { key: `${key} ${place}`, type: ELEMENT, origin, payload: { ...whole, column } };
  }
}

function wholeOf(
  { dataset, application: known }: Mapping,
  cells: Cells<Field>,
  objectType: string,
): Whole {
  const application = cells.application ?? known;
  return { dataset, objectType, ...(application ? { application } : {}) };
}

function keyOf({ dataset, application = '', objectType }: Whole): string {
  return `${dataset} ${foldModelName(application)} ${foldModelName(objectType)}`;
}

/** One row speaks for its object type as a whole when it calls the source authoritative. */
function asAuthoritative(realised: Realised): Realised {
  return { ...realised, share: { ...realised.share, authoritative: true } };
}

type Whole = Pick<MappingPayload, 'dataset' | 'application' | 'objectType'>;

interface Realised {
  readonly whole: Whole;
  /** The first row that says so. */
  readonly origin: string;
  readonly share: Share;
}

interface Placed {
  readonly row: TableRow<Field>;
  readonly objectType: string | undefined;
  readonly sourceTable: string | undefined;
}

/** A row with an object type and no attribute stands over the rows below it, until another names an object type. */
function* withHeadings(rows: readonly TableRow<Field>[]): Iterable<Placed> {
  let heading: Pick<Placed, 'objectType' | 'sourceTable'> | undefined;
  for (const row of rows) {
    const { objectType, attribute, table } = row.cells;
    if (objectType) heading = attribute ? undefined : { objectType, sourceTable: table };
    yield {
      row,
      objectType: objectType ?? heading?.objectType,
      sourceTable: table ?? heading?.sourceTable,
    };
  }
}

function refusal(
  { cells, isRagged }: TableRow<Field>,
  objectType: string | undefined,
  { scheme }: FetchContext,
): Issue | undefined {
  if (scheme.resolve(cells.confidentiality).found === 'graded') return issue('GRADED', 'violation');
  if (isRagged) return issue('RECORD_MALFORMED', 'violation', { cause: 'feil antall kolonner' });
  if (!objectType) return malformed('objekttype');
  return cells.column && !cells.attribute ? malformed('attributt') : undefined;
}

function malformed(field: string): Issue {
  return issue('RECORD_MALFORMED', 'warning', { cause: `${field} mangler` });
}
