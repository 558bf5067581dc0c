/** Arguments by node:util parseArgs, with the options every command shares; a wrong one is a usage error (exit 2). */
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { openCatalogue, PROJECT_ROOT, type Catalogue } from '../compose.js';
import { nearest } from '../config/nearest.js';
import { CatalogError } from '../model/errors.js';
import type { Lang } from '../model/lang-text.js';
import { languageOf, type Io } from './io.js';

type Options = NonNullable<ParseArgsConfig['options']>;
export interface Arguments {
  readonly positionals: readonly string[];
  readonly language: Lang;
  flag(name: string): boolean;
  text(name: string): string | undefined;
}

const SHARED: Options = {
  catalogue: { type: 'string', short: 'c' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/** Throws CatalogError USAGE, naming the nearest option. */
export function parseArguments(
  argv: readonly string[],
  options: Options,
  command: string,
  io: Io,
): Arguments {
  const known = { ...SHARED, ...options };
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: known,
      allowPositionals: true,
    });
    const all: Record<string, unknown> = values;
    return {
      positionals,
      language: languageOf(typeof all['lang'] === 'string' ? all['lang'] : undefined, io),
      flag: (name) => all[name] === true,
      text: (name) => (typeof all[name] === 'string' ? all[name] : undefined),
    };
  } catch (error) {
    if (error instanceof CatalogError) throw error;
    const wrong = /'(--?[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const suggestion = nearest(wrong.replace(/^-+/, ''), Object.keys(known));
    const cause = `ukjent valg ${wrong}${suggestion ? `; mente du --${suggestion}?` : ''}`;
    throw new CatalogError('USAGE', { cause, command }, error);
  }
}

export function openFrom(arguments_: Arguments, io: Io): Promise<Catalogue> {
  return openCatalogue({
    id: arguments_.text('catalogue') ?? io.environment['DATAVEV_CATALOGUE'] ?? 'oslo',
    dataFolder: dataFolder(io),
    varFolder: io.environment['DATAVEV_VAR'] ?? join(PROJECT_ROOT, 'var'),
    environment: io.environment,
    clock: io.clock,
  });
}

export function dataFolder(io: Io): string {
  return io.environment['DATAVEV_DATA'] ?? join(PROJECT_ROOT, 'catalog-data');
}
