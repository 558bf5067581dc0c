/** What a command gets from outside, so that tests call functions and not processes (style.md 5). */
import type { Environment } from '../config/secrets.js';
import type { Clock } from '../model/instant.js';
import { isLang, type Lang, type LangText } from '../model/lang-text.js';
import { CatalogError } from '../model/errors.js';
import { say } from './texts.js';

export interface Io {
  /** Data. */
  out(text: string): void;
  /** Progress and messages. */
  err(text: string): void;
  readonly isTerminal: boolean;
  /** Width of standard output when it is a terminal. */
  readonly columns?: number | undefined;
  /** What is typed, for a command that waits; called with each piece. Gives back how to stop listening. */
  onInput?(listener: (text: string) => void): () => void;
  /** Standard input, whole. */
  input?(): Promise<string>;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly pid: number;
}

/** 0 fine, 1 findings, 2 usage or configuration, 3 internal error. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  readonly name: string;
  readonly summary: LangText;
  readonly usage: string;
  run(argv: readonly string[], io: Io): Promise<ExitCode>;
}

/** npm runs its scripts in the project's folder and tells where the command was given. */
export function folderOf({ environment }: Io): string {
  return environment['INIT_CWD'] ?? process.cwd();
}

/** The language that is asked for, else the environment's, else nb. Throws CatalogError USAGE for one we do not speak. */
export function languageOf(value: string | undefined, io: Io, command: string): Lang {
  const wanted = value ?? io.environment['DATAVEV_LANG'] ?? 'nb';
  if (!isLang(wanted))
    throw new CatalogError('USAGE', { cause: say('languageUnknown', 'nb', { wanted }), command });
  return wanted;
}

/** The same before the arguments are read, for what must be said about them. */
export function guessLanguage(argv: readonly string[], io: Io): Lang {
  const at = argv.indexOf('--lang');
  const stated = argv.find((one) => one.startsWith('--lang='))?.slice('--lang='.length);
  const wanted =
    (at >= 0 ? argv[at + 1] : undefined) ?? stated ?? io.environment['DATAVEV_LANG'] ?? 'nb';
  return isLang(wanted) ? wanted : 'nb';
}
