/** Reads a catalogue's folder: catalog.yaml, sources/*.yaml, identity.csv, successors.csv, tables/*.csv. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { CatalogError } from '../model/errors.js';
import { classScheme, type ClassScheme } from '../model/classification.js';
import { iri, tryIri, type Iri } from '../model/iri.js';
import type { PersonsWords } from '../model/persons-word.js';
import {
  catalogSchema,
  sourceSchema,
  type CatalogSettings,
  type SourceSettings,
} from './schema.js';
import { personsWords } from './persons-words.js';
import { configError, readYaml, registerKeys, type Located } from './yaml-file.js';
import { z } from 'zod';
import { resolveSecrets, type Environment } from './secrets.js';

export type MappingTable = ReadonlyMap<string, Readonly<Record<string, string>>>;

export interface SourceConfig extends SourceSettings {
  readonly id: string;
  /** Secrets filled in, then checked by the harvester; throws CONFIG_INVALID with file, line and column. */
  parseOptions<O>(parse: (input: unknown) => O, environment: Environment): O;
}

export interface CatalogueConfig {
  readonly id: string;
  readonly folder: string;
  readonly settings: CatalogSettings;
  readonly base: Iri;
  readonly scheme: ClassScheme;
  readonly sources: readonly SourceConfig[];
  /** Alias → key: identity is ours, a source's number is one alias (H10). */
  readonly identities: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, MappingTable>;
  /** successors.csv. */
  readonly words: PersonsWords;
}

registerKeys(catalogSchema);
registerKeys(sourceSchema);

/** Throws CatalogError CATALOGUE_UNKNOWN or CONFIG_INVALID. */
export function loadCatalogue(dataFolder: string, id: string): CatalogueConfig {
  const folder = join(dataFolder, id);
  const known = catalogueIds(dataFolder);
  if (!known.includes(id))
    throw new CatalogError('CATALOGUE_UNKNOWN', { catalogue: id, known: known.join(', ') });
  const main = readLocated(folder, 'catalog.yaml', catalogSchema);
  const sources = listYaml(join(folder, 'sources')).map((file) => loadSource(folder, file));
  const { classification } = main.value;
  let scheme: ClassScheme;
  try {
    scheme = classScheme(classification.classes, classification.open);
  } catch (error) {
    throw new CatalogError(
      'CONFIG_INVALID',
      { place: main.place(['classification']), cause: String(error) },
      error,
    );
  }
  for (const source of sources) checkClasses(source, scheme, folder);
  return {
    id,
    folder,
    settings: main.value,
    base: iri(main.value.base),
    scheme,
    sources,
    identities: loadIdentities(folder),
    tables: loadTables(folder),
    words: loadWords(folder, main.value),
  };
}

export function catalogueIds(dataFolder: string): string[] {
  if (!existsSync(dataFolder)) return [];
  return readdirSync(dataFolder)
    .filter((name) => existsSync(join(dataFolder, name, 'catalog.yaml')))
    .sort();
}

function loadSource(folder: string, file: string): SourceConfig {
  const name = join('sources', file);
  const id = basename(file, '.yaml');
  // The id names files and graphs: with a dot in it, one source's files would look like another's.
  if (!/^[a-z0-9-]+$/.test(id)) {
    const cause = `kilde-id «${id}»: bare små bokstaver, tall og bindestrek`;
    throw new CatalogError('CONFIG_INVALID', { place: join(folder, name), cause });
  }
  const located = readLocated(folder, name, sourceSchema);
  return {
    ...located.value,
    id,
    parseOptions(parse, environment) {
      try {
        return parse(resolveSecrets(located.value.options, environment, folder));
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error;
        throw configError(error, (path) => located.place(['options', ...path]), name);
      }
    },
  };
}

function checkClasses(source: SourceConfig, scheme: ClassScheme, folder: string): void {
  const used = [source.recordClass.default, ...source.recordClass.rules.map((rule) => rule.class)];
  for (const code of used) {
    if (scheme.byCode(code)) continue;
    const known = scheme.classes.map((one) => one.code).join(', ');
    throw new CatalogError('CONFIG_INVALID', {
      place: join(folder, 'sources', `${source.id}.yaml`),
      cause: `klassen «${code}» finnes ikke; velg en av ${known}`,
    });
  }
}

function readLocated<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
): Located<z.output<S>> {
  const path = join(folder, name);
  return readYaml(readFileSync(path, 'utf8'), path, schema);
}

function listYaml(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
}

export interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** Throws CatalogError CONFIG_INVALID with the line for a row that is not whole. */
function readCsv(path: string): CsvRow[] {
  try {
    // With `info` the rows come with their lines; the library's types know only the rows.
    return parseCsv(readFileSync(path, 'utf8'), {
      columns: true,
      delimiter: ';',
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as CsvRow[];
  } catch (error) {
    const line =
      error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : 1;
    const cause = error instanceof Error ? error.message : String(error);
    throw new CatalogError('CONFIG_INVALID', { place: `${path}:${line}`, cause }, error);
  }
}

/** An alias of identity.csv is written as aliases are: in small letters. */
function loadIdentities(folder: string): ReadonlyMap<string, string> {
  const path = join(folder, 'identity.csv');
  const identities = new Map<string, string>();
  if (!existsSync(path)) return identities;
  for (const { record, info } of readCsv(path)) {
    const alias = (record['alias'] ?? '').normalize('NFC').toLowerCase();
    const target = tryIri(record['iri'] ?? '');
    const refuse = (cause: string): never => {
      throw new CatalogError('CONFIG_INVALID', { place: `${path}:${info.lines}`, cause });
    };
    if (alias === '') return refuse('kolonnen «alias» er tom');
    if (target === undefined) return refuse(`«${record['iri'] ?? ''}» er ikke en IRI`);
    if ((identities.get(alias) ?? target) !== target)
      return refuse(`«${alias}» viser til to IRI-er`);
    identities.set(alias, target);
  }
  return identities;
}

function loadWords(folder: string, { base, internalHosts }: CatalogSettings): PersonsWords {
  const path = join(folder, 'successors.csv');
  return existsSync(path) ? personsWords(readCsv(path), { path, base, internalHosts }) : new Map();
}

/** tables/{name}.csv: first column → row, matched without regard to case. */
function loadTables(folder: string): ReadonlyMap<string, MappingTable> {
  const tables = join(folder, 'tables');
  if (!existsSync(tables)) return new Map();
  return new Map(
    readdirSync(tables)
      .filter((name) => name.endsWith('.csv'))
      .sort()
      .map((name) => [
        basename(name, '.csv'),
        new Map(
          readCsv(join(tables, name)).map(({ record }) => [
            (Object.values(record)[0] ?? '').normalize('NFC').toLowerCase(),
            record,
          ]),
        ),
      ]),
  );
}
