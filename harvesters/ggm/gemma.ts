/** GEMMA's list of GGM objects: it names the domain of each, also of those that lie outside every domain package. */
import { recogniseTable, type Columns } from '../../src/harvest/columns.js';
import type { FetchContext } from '../../src/harvest/harvester.js';
import { readTables } from '../../src/harvest/table-reader.js';
import { foldId } from './ids.js';

const COLUMNS: Columns<'GGM-guid' | 'domein-iv3-guid'> = {
  'GGM-guid': [],
  'domein-iv3-guid': [],
};

/** Folded id of an element → folded id of its domain package. */
export async function readDomains(
  file: string | undefined,
  context: FetchContext,
): Promise<ReadonlyMap<string, string>> {
  if (file === undefined) return new Map();
  const [sheet] = await readTables(await context.files.read(file), file);
  if (!sheet) return new Map();
  const { rows } = recogniseTable(sheet, {
    columns: COLUMNS,
    required: ['GGM-guid', 'domein-iv3-guid'],
  });
  return new Map(
    rows.map(({ cells }) => [
      foldId(cells['GGM-guid'] ?? ''),
      foldId(cells['domein-iv3-guid'] ?? ''),
    ]),
  );
}
