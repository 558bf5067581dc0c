/** A command as a function: its output, its exit code, a clock that stands still (style.md 5). */
import { main } from '../../src/cli/main.js';
import type { ExitCode } from '../../src/cli/io.js';
import { instant } from '../../src/model/instant.js';
import type { TinyCatalogue } from './tiny-catalogue.js';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly now?: string;
  readonly isTerminal?: boolean;
  /** Standard output is a terminal of this width. */
  readonly columns?: number;
  readonly input?: () => Promise<string>;
}

/** Runs `datavev <argv>` over a catalogue, or over none. */
export async function run(
  argv: readonly string[],
  catalogue?: TinyCatalogue,
  { environment = {}, now = '2026-11-22T12:00:00Z', isTerminal = false, ...more }: RunOptions = {},
): Promise<Ran> {
  const written = { out: '', err: '' };
  const code = await main(argv, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    isTerminal,
    ...more,
    environment: {
      ...(catalogue && {
        DATAVEV_DATA: catalogue.dataFolder,
        DATAVEV_VAR: catalogue.varFolder,
        DATAVEV_CATALOGUE: 'eksempel',
      }),
      ...environment,
    },
    clock: () => instant(now),
    signal: new AbortController().signal,
    pid: process.pid,
  });
  return { code, ...written };
}
