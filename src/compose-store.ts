/** The configured engine, wired: where a catalogue's public revision is loaded into besides its files. */
import { join } from 'node:path';
import type { CatalogueConfig } from './config/load-catalogue.js';
import { resolveSecrets, type Environment } from './config/secrets.js';
import type { Clock } from './model/instant.js';
import { loadRevision, type RevisionLoad } from './store/load-revision.js';
import { controlGraph } from './store/remote-control.js';
import type { EngineAuth } from './store/remote-http.js';
import { remoteGraphStore, type RemoteGraphStore } from './store/remote-graph-store.js';
import { QUADS_FILE, SNAPSHOT_FILE, type Revision } from './store/revisions.js';
import { loadSnapshot } from './store/snapshot-load.js';

export interface StoreTools {
  readonly environment: Environment;
  readonly clock: Clock;
}

/** Undefined where queries are answered from files alone. Throws CatalogError CONFIG_INVALID for a secret that is not there. */
function configuredStore(config: CatalogueConfig, tools: StoreTools): RemoteGraphStore | undefined {
  const { store } = config.settings;
  if (store.kind === 'embedded') return undefined;
  const { query, update, graphs, auth } = store;
  return remoteGraphStore({
    query,
    update,
    graphs,
    control: controlGraph(config.base),
    clock: tools.clock,
    ...(auth ? { auth: resolveSecrets(auth, tools.environment, config.folder) as EngineAuth } : {}),
  });
}

/** Loads the revision's public graphs, those alone, unless the engine has them. Undefined where there is no engine. */
export async function loadIntoEngine(
  config: CatalogueConfig,
  revision: Revision,
  tools: StoreTools,
): Promise<RevisionLoad | undefined> {
  const store = configuredStore(config, tools);
  if (!store) return undefined;
  try {
    return await loadRevision(
      store,
      await loadSnapshot(join(revision.folder, 'public', SNAPSHOT_FILE)),
    );
  } finally {
    await store.close();
  }
}

export interface EngineReport {
  /** What it holds; undefined when nothing was loaded. */
  readonly revision: string | undefined;
  readonly graphs: number;
  /** It holds what the files hold. */
  readonly isCurrent: boolean;
}

/** Tries everything that a load does. Undefined where there is no engine. */
export async function tryEngine(
  config: CatalogueConfig,
  current: Revision | undefined,
  tools: StoreTools,
): Promise<EngineReport | undefined> {
  const store = configuredStore(config, tools);
  if (!store) return undefined;
  try {
    await store.tryWriting();
    const { revision, graphs } = await store.state();
    const isCurrent = revision === current?.manifest.public.files[QUADS_FILE];
    return { revision, graphs: graphs.size, isCurrent };
  } finally {
    await store.close();
  }
}
