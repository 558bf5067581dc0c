/**
 * Wiring of the public process: one path in, the open zone and its query engine out (C1). Nothing else of the catalogue is
 * opened, and nothing of what harvests and publishes is imported.
 */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { QueryEngine } from './query/query-engine.js';
import { createProcessPool } from './query/process-pool.js';
import { openPublicZone, publicHash, type PublicZone } from './store/public-zone.js';

export interface SiteZones<Prepared> {
  /** What `prepare` made of the zone that is served now. */
  current(): Prepared;
  readonly engine: QueryEngine;
  /** Serves the pointer's revision when its public content has changed; true when it had. A rejection leaves the old one. */
  refresh(): Promise<boolean>;
  /** Refreshes on and on; a failure is told, and tried again next time. */
  watch(intervalMs: number, onError: (error: unknown) => void): void;
  close(): Promise<void>;
}

/**
 * `pointer` is a revision's public folder or a link to it that moves. Throws CatalogError REVISION_MISSING or
 * REVISION_DAMAGED. Query children start at the first query.
 */
export async function openSite<Prepared>(
  pointer: string,
  prepare: (zone: PublicZone) => Prepared,
): Promise<SiteZones<Prepared>> {
  let zone = await openPublicZone(pointer);
  let prepared = prepare(zone);
  let timer: NodeJS.Timeout | undefined;
  let refreshing: Promise<boolean> | undefined;
  const quads = (one: PublicZone): string => join(one.folder, 'quads.nq');
  const pool = createProcessPool({ file: quads(zone), size: zone.settings.sparql.children });

  const load = async (): Promise<boolean> => {
    const folder = await realpath(pointer);
    const isSame = (await publicHash(folder)) === zone.hash;
    if (isSame && folder === zone.folder) return false;
    // Equal content in a later revision: only the folder moves, since the older one will be deleted (C8).
    const next = isSame ? { ...zone, folder } : await openPublicZone(folder);
    const made = prepare(next);
    await pool.reload(quads(next));
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
