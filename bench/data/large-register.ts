/** Oslo's sample with its dataset register made as large as is asked: copies of its own datasets, whose files lie with others. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, string>>;

const FILES = 'https://filer.oslo.example/';
const SEPARATOR = ';';
/** Of what belongs to a chain of datasets, there is one. */
const CHAINED = ['serie', 'forrige', 'avledet_av'];

export interface LargeRegister {
  /** Stands for `catalog-data`. */
  readonly folder: string;
  /** Of the register, of all its tables. */
  readonly records: number;
}

/** `samples`: the project's `catalog-data`; `folder` is made. */
export function largeRegister(samples: string, folder: string, datasets: number): LargeRegister {
  cpSync(samples, folder, { recursive: true });
  const tables = join(folder, 'oslo', 'samples', 'datasets');
  const own = read(tables, 'datasett.csv');
  const distributions = read(tables, 'distribusjoner.csv');
  const offered = [...distributions];
  const copied = own.filter((row) => CHAINED.every((column) => row[column] === ''));
  const all = [...own];
  for (let at = 0; all.length < datasets; at += 1) {
    const row = copied[at % copied.length] as Row;
    const end = String(Math.floor(at / copied.length) + 1);
    const copy = numbered(row, 'datasett_id', end);
    all.push(copy);
    for (const one of offered.filter((each) => each['datasett_id'] === row['datasett_id']))
      distributions.push(elsewhere(numbered(one, 'distribusjon_id', end), copy));
  }
  write(tables, 'datasett.csv', all);
  write(tables, 'distribusjoner.csv', distributions);
  const names = readdirSync(tables).filter((name) => name.endsWith('.csv'));
  const records = names.reduce((sum, name) => sum + read(tables, name).length, 0);
  return { folder, records };
}

/** Another name in every language, and another id. */
function numbered(row: Row, id: string, end: string): Row {
  const cells = Object.entries(row).map(([column, value]) => {
    if (column === id) return [column, `${value}-${end}`];
    const isTitle = column.startsWith('tittel_') && value !== '';
    return [column, isTitle ? `${value} ${end}` : value];
  });
  return Object.fromEntries(cells) as Row;
}

function elsewhere(row: Row, { datasett_id }: Row): Row {
  const url = FILES + (row['distribusjon_id'] ?? '');
  const at = row['fil'] ? { fil: '', tilgangs_url: url, nedlastings_url: url } : {};
  return { ...row, datasett_id: datasett_id ?? '', ...at };
}

function read(folder: string, name: string): Row[] {
  const text = readFileSync(join(folder, name), 'utf8');
  return parse<Row>(text, { columns: true, delimiter: SEPARATOR, bom: true });
}

function write(folder: string, name: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(SEPARATOR);
  const lines = [line(columns), ...rows.map((row) => line(columns.map((one) => row[one] ?? '')))];
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
}
