/**
 * Wiring of the public process: one path in, the open zone and its query engine out (C1). Nothing else of the catalogue is
 * opened, and nothing of what harvests and publishes is imported.
 */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackendSpec } from './query/query-backend.js';
import type { QueryEngine } from './query/query-engine.js';
import { createProcessPool } from './query/process-pool.js';
import { PREFIXES } from './rdf/vocabularies.js';
import { openPublicZone, publicHash, type PublicZone } from './store/public-zone.js';
import { controlGraph } from './store/remote-control.js';
import { QUADS_FILE, SNAPSHOT_FILE } from './store/revisions.js';
import type { OnRebuild } from './store/snapshot-load.js';

export interface SiteZones<Prepared> {
  /** What `prepare` made of the zone that is served now. */
  current(): Prepared;
  readonly engine: QueryEngine;
  /** Loads the query processes now, not at the first query. Rejects with QUERY_FAILED. */
  warm(): Promise<void>;
  /** Serves the pointer's revision when its public content has changed; true when it had. A rejection leaves the old one. */
  refresh(): Promise<boolean>;
  /** Refreshes on and on; a failure is told, and tried again next time. */
  watch(intervalMs: number, onError: (error: unknown) => void): void;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** Told of an index file that was of no use. */
  readonly onRebuild?: OnRebuild;
  /** SPARQL endpoint of the engine that the revisions are loaded into. */
  readonly engine?: string | undefined;
}

/**
 * `pointer` is a revision's public folder or a link to it that moves. Throws CatalogError REVISION_MISSING or
 * REVISION_DAMAGED. Query children start at the first query.
 */
export async function openSite<Prepared>(
  pointer: string,
  prepare: (zone: PublicZone) => Prepared,
  { onRebuild, engine }: SiteOptions = {},
): Promise<SiteZones<Prepared>> {
  let zone = await openPublicZone(pointer, onRebuild);
  let prepared = prepare(zone);
  let timer: NodeJS.Timeout | undefined;
  let refreshing: Promise<boolean> | undefined;
  const backend = (one: PublicZone): BackendSpec => backendOf(one, engine);
  const pool = createProcessPool({
    backend: backend(zone),
    size: zone.settings.sparql.children,
    prefixes: PREFIXES,
  });

  const load = async (): Promise<boolean> => {
    const folder = await realpath(pointer);
    const isSame = (await publicHash(folder)) === zone.hash;
    if (isSame && folder === zone.folder) return false;
    // Equal content in a later revision: only the folder moves, since the older one will be deleted (C8).
    const next = isSame ? { ...zone, folder } : await openPublicZone(folder, onRebuild);
    const made = prepare(next);
    await pool.reload(backend(next));
    [zone, prepared] = [next, made];
    return !isSame;
  };
  const refresh = (): Promise<boolean> =>
    (refreshing ??= load().finally(() => {
      refreshing = undefined;
    }));

  return {
    current: () => prepared,
    engine: pool,
    warm: () => pool.warm(),
    refresh,
    watch(intervalMs, onError) {
      clearInterval(timer);
      timer = setInterval(() => void refresh().catch(onError), intervalMs);
      timer.unref();
    },
    async close() {
      clearInterval(timer);
      await pool.close();
    },
  };
}

function backendOf(
  { folder, files, settings }: PublicZone,
  engine: string | undefined,
): BackendSpec {
  const file = join(folder, SNAPSHOT_FILE);
  const revision = files[QUADS_FILE];
  if (engine === undefined || revision === undefined) return { kind: 'snapshot', file };
  return { kind: 'remote', query: engine, control: controlGraph(settings.base), revision, file };
}
