/**
 * `npm start`: the main job. Harvest, publish, and serve the public folder in a process of its own, which is handed that one
 * path (safety C1). A failing source or a failing publish does not take down what was published before.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { CatalogError } from '../model/errors.js';
import type { Lang } from '../model/lang-text.js';
import type { Catalogue } from '../compose.js';
import { SITE_PROGRAM } from '../compose.js';
import { openFrom, parseArguments } from './arguments.js';
import { harvestAll, reportsText, standpoint } from './harvest.js';
import type { Command, ExitCode, Io } from './io.js';
import { publishAll } from './publish.js';
import { say } from './texts.js';

export const start: Command = {
  name: 'start',
  summary: {
    nb: 'Høster, publiserer og viser katalogen på http://localhost:8080',
    nn: 'Haustar, publiserer og viser katalogen på http://localhost:8080',
    en: 'Harvests, publishes and serves the catalogue on http://localhost:8080',
  },
  usage: `npm start -- [--catalogue oslo] [--port 8080] [--serve-only] [--lang nb|nn|en]

  --port        also PORT in the environment
  --serve-only  serve what is published; harvest nothing

Exit codes: 0 stopped, 2 usage or configuration, 3 internal error`,
  async run(argv, io) {
    const args = parseArguments(
      argv,
      { port: { type: 'string' }, 'serve-only': { type: 'boolean' } },
      'start',
      io,
    );
    const catalogue = await openFrom(args, io);
    const port = portOf(
      args.text('port') ?? io.environment['PORT'],
      catalogue.config.settings.site.port,
      args.language,
    );
    try {
      if (!args.flag('serve-only')) await refresh(catalogue, { io, language: args.language });
    } finally {
      await catalogue.close();
    }
    if (!(await catalogue.current())) throw new CatalogError('REVISION_MISSING');
    return serve(catalogue, port, { io, language: args.language });
  },
};

async function refresh(
  catalogue: Catalogue,
  { io, language }: { io: Io; language: Lang },
): Promise<void> {
  const reports = await harvestAll(
    catalogue,
    { only: [], dryRun: false, accept: false },
    { io, language },
  );
  io.err(reportsText(reports, standpoint(catalogue, io, language)));
  try {
    await publishAll(catalogue, { force: false, accept: [] }, { io, language });
  } catch (error) {
    // Promise 2: what was published stays. Without an earlier revision there is nothing to show.
    if (!(error instanceof CatalogError) || !(await catalogue.current())) throw error;
    const standing = error.code.startsWith('STORE_') ? 'engineKept' : 'servingOld';
    io.err(`✖ ${error.text[language]}\n${say(standing, language)}\n`);
  }
}

function portOf(text: string | undefined, fallback: number, language: Lang): number {
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new CatalogError('USAGE', {
    cause: say('portInvalid', language, { port: text }),
    command: 'start',
  });
}

interface SiteMessage {
  readonly ready?: boolean;
  readonly port?: number;
  readonly error?: string;
}

function serve(
  catalogue: Catalogue,
  port: number,
  { io, language }: { io: Io; language: Lang },
): Promise<ExitCode> {
  const { host, trustedProxies } = catalogue.config.settings.site;
  const proxies = trustedProxies.flatMap((one) => ['--trusted-proxy', one]);
  const { store } = catalogue.config.settings;
  // Its address and no user: who serves the public must not be able to write.
  const engine = store.kind === 'remote' ? ['--engine', store.query] : [];
  const pointer = join(catalogue.varFolder, 'current', 'public');
  const child: ChildProcess = fork(
    SITE_PROGRAM.file,
    ['--public', pointer, '--port', String(port), '--host', host, ...proxies, ...engine],
    {
      execArgv: [...SITE_PROGRAM.execArgv],
      // Nothing of the operator's environment: source keys stay out of the public process (promise 1, W5).
      env: {},
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const stop = (): void => void child.kill('SIGTERM');
  io.signal.addEventListener('abort', stop);
  return new Promise((resolve, reject) => {
    child.on('message', (message: SiteMessage) => {
      if (message.ready) {
        const url = `http://localhost:${message.port ?? port}/`;
        io.out(`${say('ready', language, { url })}\n${say('readyLinks', language, { url })}\n`);
      } else if (message.error === 'EADDRINUSE') {
        reject(
          new CatalogError('USAGE', {
            cause: say('portTaken', language, { port }),
            command: 'start',
          }),
        );
      }
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      io.signal.removeEventListener('abort', stop);
      resolve(code === 0 || io.signal.aborted ? 0 : 3);
    });
  });
}
