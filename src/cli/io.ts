/** What a command gets from outside, so that tests call functions and not processes (style.md 5). */
import type { Environment } from '../config/secrets.js';
import type { Clock } from '../model/instant.js';
import { isLang, type Lang, type LangText } from '../model/lang-text.js';
import { CatalogError } from '../model/errors.js';

export interface Io {
  /** Data. */
  out(text: string): void;
  /** Progress and messages. */
  err(text: string): void;
  readonly isTerminal: boolean;
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

export function languageOf(value: string | undefined, io: Io): Lang {
  const wanted = value ?? io.environment['DATAVEV_LANG'] ?? 'nb';
  if (!isLang(wanted))
    throw new CatalogError('USAGE', {
      cause: `ukjent språk «${wanted}»; velg nb, nn eller en`,
      command: 'doctor',
    });
  return wanted;
}
