/** Arguments by node:util parseArgs, with the options every command shares; a wrong one is a usage error (exit 2). */
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { openCatalogue, PROJECT_ROOT, type Catalogue } from '../compose.js';
import { nearest } from '../model/nearest.js';
import { CatalogError } from '../model/errors.js';
import type { Lang } from '../model/lang-text.js';
import { guessLanguage, languageOf, type Io } from './io.js';
import { say } from './texts.js';

type Options = NonNullable<ParseArgsConfig['options']>;
export interface Arguments {
  readonly positionals: readonly string[];
  readonly language: Lang;
  flag(name: string): boolean;
  text(name: string): string | undefined;
  /** Of an option that may be given several times. */
  texts(name: string): readonly string[];
}

const SHARED: Options = {
  catalogue: { type: 'string', short: 'c' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/** Commands that take names besides options. */
const TAKES_NAMES = new Set(['harvest', 'shacl', 'portal', 'query']);

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
      allowPositionals: TAKES_NAMES.has(command),
    });
    const all: Record<string, unknown> = values;
    return {
      positionals,
      language: languageOf(typeof all['lang'] === 'string' ? all['lang'] : undefined, io, command),
      flag: (name) => all[name] === true,
      text: (name) => (typeof all[name] === 'string' ? all[name] : undefined),
      texts: (name) => (Array.isArray(all[name]) ? (all[name] as string[]) : []),
    };
  } catch (error) {
    if (error instanceof CatalogError) throw error;
    const cause = usageFault(error, Object.keys(known), guessLanguage(argv, io));
    throw new CatalogError('USAGE', { cause, command }, error);
  }
}

/** What parseArgs says in English and in the words of a programmer. */
function usageFault(error: unknown, known: readonly string[], language: Lang): string {
  const { message, code } = error as Error & { readonly code?: string };
  const [, word = ''] = /'([^' ]+)/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return say('argumentUnexpected', language, { word });
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const takesNone = message.includes('does not take');
    const option = /--[a-z-]+/.exec(message)?.[0] ?? word;
    return say(takesNone ? 'optionTakesNoValue' : 'optionNeedsValue', language, { option });
  }
  const close = nearest(word.replace(/^-+/, ''), known);
  const suggestion = close ? say('didYouMean', language, { word: `--${close}` }) : '';
  return say('optionUnknown', language, { option: word, suggestion });
}

/** Throws CatalogError USAGE for a source that the catalogue does not have. */
export function checkSources(
  catalogue: Catalogue,
  wanted: readonly string[],
  { language, command }: { language: Lang; command: string },
): void {
  const known = catalogue.config.sources.map(({ id }) => id);
  const source = wanted.find((one) => !known.includes(one));
  if (source === undefined) return;
  const cause = say('sourceUnknown', language, { source, known: known.join(', ') });
  throw new CatalogError('USAGE', { cause, command });
}

export function openFrom(arguments_: Arguments, io: Io): Promise<Catalogue> {
  return openCatalogue({
    ...catalogueFolders(arguments_, io),
    environment: io.environment,
    clock: io.clock,
  });
}

/** Which catalogue is meant, and where everything lies. */
export function catalogueFolders(
  arguments_: Arguments,
  io: Io,
): { readonly id: string; readonly dataFolder: string; readonly varFolder: string } {
  return {
    id: arguments_.text('catalogue') ?? io.environment['DATAVEV_CATALOGUE'] ?? 'oslo',
    dataFolder: dataFolder(io),
    varFolder: io.environment['DATAVEV_VAR'] ?? join(PROJECT_ROOT, 'var'),
  };
}

export function dataFolder(io: Io): string {
  return io.environment['DATAVEV_DATA'] ?? join(PROJECT_ROOT, 'catalog-data');
}
