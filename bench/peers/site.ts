/** The site itself, as `npm start` runs it, over a generated catalogue. */
import { fork } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { iri } from '../../src/model/iri.js';
import type { SiteSettings } from '../../src/model/site-settings.js';
import { blocksOf } from '../../src/feed/blocks.js';
import { fullView } from '../../src/feed/full-view.js';
import { wholeDocument } from '../../src/feed/whole-document.js';
import type { SearchFile } from '../../src/model/search-file.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import { searchFile } from '../../src/search/search-file.js';
import { searched } from '../../src/search/searched.js';
import { SEARCH_FILE } from '../../src/store/public-zone.js';
import type { FileContent } from '../../src/store/atomic-file.js';
import { QUADS_FILE, Revisions, type Zones } from '../../src/store/revisions.js';
import { buildSnapshot } from '../../src/store/snapshot-build.js';
import { SnapshotGraph } from '../../src/store/snapshot-graph.js';
import { openSnapshot } from '../../src/store/snapshot-open.js';
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

/** What is published besides the quads. */
export interface BenchSiteOptions {
  /** The document of the first part of the catalogue. */
  readonly withFeed?: boolean;
  readonly withSearch?: boolean;
}

/** Publishes the catalogue below `folder` and serves it on a free port. */
export async function startSite(
  catalogue: CatalogueFile,
  folder: string,
  options: BenchSiteOptions = {},
): Promise<BenchSite> {
  const varFolder = join(folder, `site-${process.pid}`);
  await new Revisions(varFolder).publish(
    'bench',
    { internal: [], ...publicZone(catalogue, options) },
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

function publicZone(
  catalogue: CatalogueFile,
  { withFeed = false, withSearch = false }: BenchSiteOptions,
): Pick<Zones, 'public' | 'snapshot'> {
  const quads = readFileSync(catalogue.path);
  const snapshot = buildSnapshot(quads);
  const files: [string, FileContent][] = [
    [QUADS_FILE, quads],
    ['site.json', JSON.stringify(SETTINGS)],
  ];
  if (withFeed) files.push(['katalog.ttl', () => documentOfFirstPart(snapshot)]);
  if (withSearch) files.push([SEARCH_FILE, JSON.stringify(searchOf(snapshot))]);
  return { public: files, snapshot };
}

/** Without code lists: what words mean is the same for all. */
function searchOf(snapshot: Uint8Array<SharedArrayBuffer>): SearchFile {
  const graph = new SnapshotGraph(openSnapshot(snapshot.buffer));
  return searchFile(searched(graph), BENCH_BASE, new GraphIndex([]));
}

function documentOfFirstPart(
  snapshot: Uint8Array<SharedArrayBuffer>,
): Iterable<string | Uint8Array> {
  const view = fullView(new SnapshotGraph(openSnapshot(snapshot.buffer)), CATALOG);
  const members = view
    .about(CATALOG)
    .filter(({ predicate }) => predicate.value === dcat.dataset.value)
    .map(({ object }) => object.value);
  return wholeDocument(blocksOf({ ...view, members }, ['ttl']).ttl);
}
