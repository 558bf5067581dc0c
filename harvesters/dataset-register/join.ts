/** Lends each row what it needs of the other tables; sorted, so that the order of rows changes nothing (H10). */
import { manyValues } from '../../src/harvest/cell-values.js';
import type { TableRow } from '../../src/harvest/columns.js';
import type { RawRecord } from '../../src/harvest/harvester.js';
import { TABLES, TABLE_NAMES, type Field, type RegisterCells, type TableName } from './columns.js';
import type { RegisterPayload } from './payload.js';

type Row = TableRow<Field>;
export type RegisterRows = Readonly<Record<TableName, readonly Row[]>>;
type Lent = Omit<RegisterPayload, 'cells'>;

export function* join(tables: RegisterRows): Iterable<RawRecord<RegisterPayload>> {
  const lend = lender(tables);
  for (const name of TABLE_NAMES) {
    const { key, type } = TABLES[name];
    for (const { cells, origin } of tables[name]) {
      yield { key: cells[key] ?? origin, type, origin, payload: { cells, ...lend[name](cells) } };
    }
  }
}

export function keysOf(rows: readonly Row[], field: Field): Set<string> {
  return new Set(rows.flatMap(({ cells }) => cells[field] ?? []));
}

function lender(tables: RegisterRows): Record<TableName, (cells: RegisterCells) => Lent> {
  const datasets = byKey(tables.datasett, 'datasett_id');
  const services = byKey(tables.apier, 'api_id');
  const distributions = new Map<string, string[]>();
  for (const { cells } of tables.distribusjoner) {
    const dataset = cells.datasett_id ?? '';
    const ids = distributions.get(dataset) ?? [];
    distributions.set(dataset, ids);
    if (cells.distribusjon_id) ids.push(cells.distribusjon_id);
  }
  const categories = (ids: readonly string[]): Lent => {
    const found = ids.flatMap((id) => manyValues(datasets.get(id)?.hvd_kategori));
    return found.length > 0 ? { hvdCategories: [...new Set(found)].sort() } : {};
  };
  return {
    kontakter: () => ({}),
    serier: () => ({}),
    datasett: ({ datasett_id = '' }) => ({
      distributions: [...new Set(distributions.get(datasett_id))].sort(),
    }),
    distribusjoner: ({ datasett_id = '', tjeneste }) => {
      const label = datasets.get(datasett_id)?.postklasse;
      const endpoint = services.get(manyValues(tjeneste)[0] ?? '')?.endepunkt;
      return {
        dataset: { id: datasett_id, ...(label ? { recordClass: label } : {}) },
        ...categories([datasett_id]),
        ...(endpoint ? { serviceEndpoint: endpoint } : {}),
      };
    },
    apier: ({ datasett }) => categories(manyValues(datasett)),
  };
}

function byKey(rows: readonly Row[], field: Field): Map<string, RegisterCells> {
  const found = new Map<string, RegisterCells>();
  for (const { cells } of rows) {
    const key = cells[field];
    if (key && !found.has(key)) found.set(key, cells);
  }
  return found;
}
