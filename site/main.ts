/**
 * The public process: `node site/main.js --public <folder> [--port 8080] [--host 127.0.0.1] [--trusted-proxy 10.0.0.1]…
 * [--engine <SPARQL endpoint>]`.
 * Silent; tells its parent over IPC when it is ready. Exit codes: 0 ended by signal, 2 usage, 3 fault.
 */
import { parseArgs } from 'node:util';
import { openSite } from '../src/compose-site.js';
import { createSite } from './app.js';
import { publicCatalogue } from './public-catalogue.js';
import { listen } from './server.js';

const REFRESH_MS = 5_000;
const GRACE_MS = 10_000;

interface Arguments {
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  readonly trustedProxies: readonly string[];
  /** Address of the engine that answers queries; without it they are answered from the folder alone. */
  readonly engine?: string;
}

function readArguments(): Arguments | undefined {
  try {
    const { values } = parseArgs({
      options: {
        public: { type: 'string' },
        port: { type: 'string', default: '8080' },
        host: { type: 'string', default: '127.0.0.1' },
        'trusted-proxy': { type: 'string', multiple: true, default: [] },
        engine: { type: 'string' },
      },
    });
    const port = Number(values.port);
    if (values.public === undefined || !Number.isInteger(port) || port < 0 || port > 65_535)
      return undefined;
    const trustedProxies = values['trusted-proxy'];
    const { host, engine } = values;
    return { folder: values.public, port, host, trustedProxies, ...(engine && { engine }) };
  } catch {
    return undefined; // an option that is not known
  }
}

/** Details go to the operator's log, never to a visitor (C9). */
function report(error: unknown): void {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}

async function main({
  folder,
  port,
  host,
  trustedProxies,
  engine: address,
}: Arguments): Promise<void> {
  const site = await openSite(folder, publicCatalogue, { onRebuild: report, engine: address });
  const { engine } = site;
  const app = createSite({ zones: site, engine, trustedProxies, onFault: report });
  const server = await listen(app, port, host);
  site.watch(REFRESH_MS, report);
  void site.warm().catch(report); // queries wait for it, pages do not
  const stop = (): void => {
    void server
      .close(GRACE_MS)
      .then(() => site.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop); // the parent is gone: nobody would end us
  process.send?.({ ready: true, port: server.port });
}

const given = readArguments();
if (!given) {
  process.stderr.write('usage: main --public <folder> [--port <number>] [--host <address>]\n');
  process.exitCode = 2;
} else {
  await main(given).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'fault';
    const end = (): never => process.exit(3);
    if (code !== 'EADDRINUSE') report(error);
    // The parent puts a taken port into words; the message must be out before the process ends.
    if (process.send) process.send({ error: code }, end);
    else end();
  });
}
