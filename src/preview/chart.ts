/**
 * The one chart that a table lends itself to, if any: one number over time, as lines, or by name, as bars. Nothing is added up:
 * each value stands in the table, since a sum of shares or of averages would be wrong. Pure.
 */
import type { PreviewChart, PreviewColumn } from '../model/preview.js';
import { isEmptyCell, numberOf, orderOf } from './cells.js';

const MAX_LINES = 6;
const MAX_BARS = 30;
const MAX_TIMES = 400;

type Rows = readonly (readonly string[])[];
interface Named {
  readonly column: PreviewColumn;
  readonly at: number;
}

/** Of a whole table; `places` are the columns that say where. */
export function chartOf(
  columns: readonly PreviewColumn[],
  rows: Rows,
  places: ReadonlySet<number> = new Set(),
): PreviewChart | undefined {
  const named = columns.map((column, at) => ({ column, at }));
  const ofType = (...types: readonly PreviewColumn['type'][]): Named[] =>
    named.filter(({ column }) => types.includes(column.type));
  const y = ofType('integer', 'number').find(
    ({ column, at }) => !places.has(at) && column.distinct > 1,
  );
  if (!y) return undefined;
  const names = [...ofType('text'), ...ofType('code', 'boolean')];
  const [time] = ofType('date', 'period', 'year');
  if (time && time.column.distinct > 1) return linesOf({ time, y, names }, rows);
  return places.size > 0 ? undefined : barsOf(y, names, rows);
}

interface Choice {
  readonly time: Named;
  readonly y: Named;
  readonly names: readonly Named[];
}

function linesOf({ time, y, names }: Choice, rows: Rows): PreviewChart | undefined {
  const dated = rows.filter((row) => !isEmptyCell(row[time.at] ?? ''));
  const orders = new Map(
    dated.map((row) => {
      const label = (row[time.at] ?? '').trim();
      return [label, orderOf(time.column.type, label) ?? 0] as const;
    }),
  );
  if (orders.size > MAX_TIMES) return undefined;
  const sorted = [...orders].sort((a, b) => a[1] - b[1]);
  const by = [
    undefined,
    ...names.filter(({ column }) => column.distinct > 1 && column.distinct <= MAX_LINES),
  ].find((one) => isUnique(dated, time, one));
  if (by === undefined && !isUnique(dated, time)) return undefined;
  const lines = new Map<string, Map<string, number>>();
  for (const row of dated) {
    const value = numberOf(row[y.at] ?? '');
    const name = by ? (row[by.at] ?? '').trim() : '';
    const line = lines.get(name) ?? new Map<string, number>();
    lines.set(name, line);
    if (value !== undefined) line.set((row[time.at] ?? '').trim(), value);
  }
  return {
    ...{ kind: 'lines', x: time.column.name, y: y.column.name },
    ...(by ? { by: by.column.name } : {}),
    labels: sorted.map(([label]) => label),
    times: sorted.map(([, order]) => order),
    series: [...lines].map(([name, line]) => ({
      name,
      values: sorted.map(([label]) => line.get(label) ?? null),
    })),
  };
}

/** No two rows speak of the same moment and name. */
function isUnique(rows: Rows, time: Named, by?: Named): boolean {
  const keys = rows.map((row) => JSON.stringify([row[time.at]?.trim(), by && row[by.at]?.trim()]));
  return new Set(keys).size === rows.length;
}

function barsOf(y: Named, names: readonly Named[], rows: Rows): PreviewChart | undefined {
  const x = names.find(
    ({ column }) => column.empty === 0 && column.distinct === rows.length && rows.length > 1,
  );
  if (!x || rows.length > MAX_BARS) return undefined;
  return {
    ...{ kind: 'bars', x: x.column.name, y: y.column.name },
    labels: rows.map((row) => (row[x.at] ?? '').trim()),
    series: [{ name: '', values: rows.map((row) => numberOf(row[y.at] ?? '') ?? null) }],
  };
}
