/** The site itself, as `npm start` runs it, over a generated catalogue. */
import { fork } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { iri } from '../../src/model/iri.js';
import type { SiteSettings } from '../../src/model/site-settings.js';
import { catalogueFeed } from '../../src/publish/catalogue-feed.js';
import { withCodings } from '../../src/publish/coded-files.js';
import { parseNQuads } from '../../src/rdf/parse-turtle.js';
import { serialize } from '../../src/rdf/serialize.js';
import { namedNode } from '../../src/rdf/terms.js';
import { QUADS_FILE, Revisions, type ZoneFiles } from '../../src/store/revisions.js';
import type { CatalogueFile } from '../data/catalogue-file.js';
import { BENCH_BASE, catalogOf } from '../data/names.js';

const SITE_PROGRAM = join(import.meta.dirname, '..', '..', 'site', 'main.js');
const CATALOG = iri(catalogOf(0));
const NAME = { nb: 'Målekatalog', nn: 'Målekatalog', en: 'Bench catalogue' };

const SETTINGS: SiteSettings = {
  base: BENCH_BASE,
  catalog: CATALOG,
  name: NAME,
  publisher: NAME,
  theme: 'standard',
  sparql: { timeoutSeconds: 60, children: 2, maxRows: 1_000_000 },
};

export interface BenchSite {
  readonly origin: string;
  readonly pid: number;
  close(): Promise<void>;
}

/** Publishes the catalogue below `folder`, with the document of its first part when `withFeed`, and serves it on a free port. */
export async function startSite(
  catalogue: CatalogueFile,
  folder: string,
  { withFeed = false } = {},
): Promise<BenchSite> {
  const varFolder = join(folder, `site-${process.pid}`);
  await new Revisions(varFolder).publish(
    'bench',
    { internal: new Map(), public: await publicFiles(catalogue, withFeed) },
    [],
  );
  const pointer = join(varFolder, 'current', 'public');
  const child = fork(SITE_PROGRAM, ['--public', pointer, '--port', '0'], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port?: number; error?: string }) => {
      if (message.port === undefined) reject(new Error(message.error ?? 'no port'));
      else resolve(message.port);
    });
    child.once('exit', (code) => reject(new Error(`the site ended with ${String(code)}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async close() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await ended;
      rmSync(varFolder, { recursive: true, force: true });
    },
  };
}

async function publicFiles(catalogue: CatalogueFile, withFeed: boolean): Promise<ZoneFiles> {
  const quads = readFileSync(catalogue.path);
  const files = new Map<string, string | Uint8Array>([
    [QUADS_FILE, quads],
    ['site.json', JSON.stringify(SETTINGS)],
  ]);
  if (!withFeed) return files;
  const feed = catalogueFeed(parseNQuads(quads.toString('utf8')), namedNode(CATALOG));
  files.set('katalog.ttl', serialize(feed, 'ttl'));
  return withCodings(files);
}
