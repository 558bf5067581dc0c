/** The sample's sources with hostile values in every text that makers of catalogues write: each value somewhere, each field many. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { edit } from './hidden-records.js';
import { HOSTILE_VALUES } from './hostile-values.js';

/** A source with other letters of control in it is refused whole: none of them comes to be published (P2). */
const VALUES = HOSTILE_VALUES.filter(
  (one) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(one),
);

/** Of the registers in CSV: a row that is copied, the column of its key, and the columns whose texts are replaced. */
const REGISTERS = [
  {
    file: 'datasett.csv',
    key: 'datasett_id',
    texts: [
      ...['tittel_nb', 'tittel_nn', 'tittel_en', 'beskrivelse_nb', 'beskrivelse_en'],
      ...['nokkelord_nb', 'nokkelord_en', 'landingsside', 'dokumentasjon', 'samsvar', 'geografi'],
      ...['vilkar_nb', 'gebyr_nb', 'hjemmel'],
    ],
  },
  {
    file: 'distribusjoner.csv',
    key: 'distribusjon_id',
    texts: ['tittel_nb', 'tittel_en', 'beskrivelse_nb', 'medietype', 'tilgangs_url'],
  },
  {
    file: 'serier.csv',
    key: 'serie_id',
    texts: ['tittel_nb', 'tittel_en', 'beskrivelse_nb', 'beskrivelse_en'],
  },
  {
    file: 'apier.csv',
    key: 'api_id',
    texts: ['tittel_nb', 'beskrivelse_nb', 'nokkelord_nb', 'endepunkt', 'dokumentasjon'],
  },
  { file: 'kontakter.csv', key: 'kontakt_id', texts: ['navn', 'url'] },
] as const;

/** Of the dumps in JSON. */
const DUMPS = [
  { file: 'kartoteket/systemer.json', texts: ['navn', 'alias', 'beskrivelse'] },
  { file: 'kartoteket/leverandorer.json', texts: ['navn'] },
  { file: 'kartoteket/virksomheter.json', texts: ['virksomhetsnavn', 'www_url'] },
  {
    file: 'processing/behandlinger.json',
    texts: [
      ...['behandlingen', 'formaal', 'internt_ansvarlig', 'opplysningskilde'],
      ...['planlagte_slettefrister', 'behandlingsgrunnlag_utdyping', 'krav_slettefrister'],
      ...['utlevering_ekstern_myndighet_utdyping', 'personopplysninger_utdyping'],
    ],
  },
] as const;

/** Whose columns and cells are hostile. */
export const HOSTILE_FILE = 'bibliotekutlan.csv';
const COLUMNS = 24;

export async function plantHostile(folder: string): Promise<void> {
  for (const { file, key, texts } of REGISTERS)
    await plantRows(join(folder, 'samples/datasets', file), key, texts);
  for (const { file, texts } of DUMPS)
    await edit(folder, join('samples', file), (rows) => {
      for (const [at, row] of rows.entries())
        for (const [field, name] of texts.entries()) row[name] = valueAt(at, field, texts.length);
    });
  await writeFile(join(folder, 'files', HOSTILE_FILE), hostileTable());
}

/** Every value comes once in as few rows as that takes, each time in another column. */
function valueAt(row: number, field: number, fields: number): string {
  return VALUES[(row * fields + field) % VALUES.length] ?? '';
}

async function plantRows(file: string, key: string, texts: readonly string[]): Promise<void> {
  const [header = '', first = ''] = (await readFile(file, 'utf8')).split(/\r?\n/);
  const names = header.replace(/^\uFEFF/, '').split(';');
  const model = first.split(';');
  const count = Math.ceil(VALUES.length / texts.length);
  const rows = Array.from({ length: count }, (_, at) =>
    names.map((name, column) => {
      const field = texts.indexOf(name);
      if (name === key) return `ond-${at}`;
      return field === -1 ? (model[column] ?? '') : valueAt(at, field, texts.length);
    }),
  );
  const lines = rows.map((row) => row.map(quoted).join(';'));
  await writeFile(file, `${(await readFile(file, 'utf8')).trimEnd()}\n${lines.join('\n')}\n`);
}

function hostileTable(): string {
  const rows = Array.from({ length: Math.ceil(VALUES.length / COLUMNS) }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => valueAt(row, column, COLUMNS).slice(0, 2_000)),
  );
  return rows.map((row) => row.map(quoted).join(';')).join('\n');
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
