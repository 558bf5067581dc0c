/** A copy of a sample catalogue in a folder of its own, opened through the real composition, with a fixed clock. */
import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openCatalogue, PROJECT_ROOT, type Catalogue } from '../../src/compose.js';
import type { HarvestReport } from '../../src/harvest/harvest-report.js';
import { instant, type Instant } from '../../src/model/instant.js';
import { contentHash } from '../../src/rdf/canonical.js';

export const NOON = instant('2026-11-22T12:00:00Z');

export interface TempCatalogue extends AsyncDisposable {
  readonly catalogue: Catalogue;
  /** Folder that holds catalog-data. */
  readonly dataFolder: string;
  /** The catalogue's own folder: catalog.yaml, sources, samples … */
  readonly folder: string;
  readonly varFolder: string;
  harvest(only?: readonly string[], accept?: boolean): Promise<HarvestReport[]>;
  publish(): Promise<void>;
  /** Path → content of every file below the published folder. */
  publicTree(): Promise<Map<string, Buffer>>;
  setClock(now: Instant): void;
}

export async function tempCatalogue(
  id: 'oslo' | 'trondheim',
  edit: (folder: string) => Promise<void> = () => Promise.resolve(),
  environment: Readonly<Record<string, string>> = {},
): Promise<TempCatalogue> {
  const root = await mkdtemp(join(tmpdir(), 'datavev-'));
  const dataFolder = join(root, 'catalog-data');
  const folder = join(dataFolder, id);
  await cp(join(PROJECT_ROOT, 'catalog-data', id), folder, { recursive: true });
  await edit(folder);
  let now = NOON;
  const catalogue = await openCatalogue({
    id,
    dataFolder,
    varFolder: join(root, 'var'),
    environment,
    clock: () => now,
    retry: { wait: () => Promise.resolve(), random: () => 0, now: () => Date.parse(now) },
  });
  const { signal } = new AbortController();
  return {
    catalogue,
    dataFolder,
    folder,
    varFolder: catalogue.varFolder,
    harvest: (only = [], accept = false) =>
      catalogue.harvest({ only, dryRun: false, accept, signal }),
    publish: async () => {
      await catalogue.publish({ force: false, accept: [], signal });
    },
    publicTree: () => filesBelow(join(catalogue.varFolder, 'current', 'public')),
    setClock: (next) => {
      now = next;
    },
    async [Symbol.asyncDispose]() {
      await catalogue.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export async function filesBelow(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) files.set(relative(folder, path), await readFile(path));
  }
  return files;
}

/** Path → SHA-256: comparing these is exact, and says which file differs without walking through megabytes. */
export function digests(tree: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries([...tree].map(([path, content]) => [path, contentHash(content)]));
}
