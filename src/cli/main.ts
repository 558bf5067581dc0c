/** The dispatcher: one command, its exit code. Expected failures are told in plain words, faults of ours with their stack. */
import { CatalogError } from '../model/errors.js';
import { instant } from '../model/instant.js';
import type { Lang } from '../model/lang-text.js';
import { nearest } from '../model/nearest.js';
import { doctor } from './doctor.js';
import { harvest } from './harvest.js';
import { guessLanguage, type Command, type ExitCode, type Io } from './io.js';
import { portal } from './portal.js';
import { publish } from './publish.js';
import { quality } from './quality.js';
import { query } from './query.js';
import { shacl } from './shacl.js';
import { start } from './start.js';
import { say } from './texts.js';

const COMMANDS: readonly Command[] = [
  start,
  harvest,
  shacl,
  publish,
  portal,
  quality,
  query,
  doctor,
];

/** Failures that mean the user or the configuration is wrong, not the data. */
const USAGE_CODES = new Set([
  'USAGE',
  'CONFIG_INVALID',
  'CATALOGUE_UNKNOWN',
  'PROFILE_UNKNOWN',
  'LOCKED',
  'REVISION_MISSING',
]);

export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name = 'help', ...rest] = argv;
  const language = guessLanguage(rest, io);
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    const isHelp = ['help', '--help', '-h'].includes(name);
    if (isHelp) io.out(overview(language));
    else {
      const close = nearest(
        name,
        COMMANDS.map((one) => one.name),
      );
      io.err(
        `${say('commandUnknown', language, { command: name, suggestion: close ? ` (${close}?)` : '' })}\n${overview(language)}`,
      );
    }
    return isHelp ? 0 : 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(`${command.summary[language]}\n\n${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    return tell(error, language, io);
  }
}

function tell(error: unknown, language: Lang, io: Io): ExitCode {
  if (!(error instanceof CatalogError)) {
    io.err(
      `${say('internalError', language)}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 3;
  }
  io.err(`✖ ${error.text[language]}\n${error.hint ? `  → ${error.hint[language]}\n` : ''}`);
  return USAGE_CODES.has(error.code) ? 2 : 3;
}

function overview(language: Lang): string {
  return COMMANDS.map(
    ({ name, summary }) => `  npm run -s ${name.padEnd(8)} ${summary[language]}\n`,
  ).join('');
}

/** Real standard streams, clock and signals. SOURCE_DATE_EPOCH fixes the clock (reproducible-builds.org). */
export function processIo(abort: AbortController): Io {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  // A closed pipe (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    onInput: (listener) => {
      const listen = (piece: Buffer): void => listener(piece.toString('utf8'));
      process.stdin.on('data', listen);
      return () => {
        process.stdin.off('data', listen);
        process.stdin.pause();
      };
    },
    input: async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of process.stdin) pieces.push(piece as Uint8Array);
      return Buffer.concat(pieces).toString('utf8');
    },
    environment: process.env,
    clock: () =>
      instant(
        epoch === undefined
          ? new Date().toISOString()
          : new Date(Number(epoch) * 1000).toISOString(),
      ),
    signal: abort.signal,
    pid: process.pid,
  };
}
