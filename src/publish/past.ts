/** What publishing goes on from: the revision that is served, its registry and change log, and its public graphs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fullView } from '../feed/full-view.js';
import type { Change } from '../model/change.js';
import type { SiteSettings } from '../model/site-settings.js';
import type { Graph } from '../rdf/graph.js';
import { catalogueGraph, livingGraph, parseChanges } from '../store/public-zone.js';
import type { Revision } from '../store/revisions.js';
import { SNAPSHOT_FILE } from '../store/revisions.js';
import { loadSnapshot } from '../store/snapshot-load.js';
import type { PublicState } from './changes.js';
import { parseRegistry, type RegistryEntry } from './registry.js';

export const LOG_FILE = 'changes.ndjson';
export const REGISTRY_FILE = 'registry.ndjson';

export interface ServedState extends PublicState {
  /** What was projected: without codes and terms. */
  readonly catalogue: Graph;
}

export interface Past {
  /** Undefined before the first revision. */
  readonly revision: Revision | undefined;
  readonly registry: readonly RegistryEntry[];
  /** As far as it could be told then (public-changes.ts). */
  readonly log: readonly Change[];
  /** Undefined when the public folder is gone or damaged. */
  readonly state: ServedState | undefined;
}

export async function readPast(
  revision: Revision | undefined,
  settings: SiteSettings,
): Promise<Past> {
  if (!revision) return { revision, registry: [], log: [], state: undefined };
  const internal = async (name: string): Promise<string> =>
    Object.hasOwn(revision.manifest.internal.files, name)
      ? readFile(join(revision.folder, 'internal', name), 'utf8')
      : '';
  return {
    revision,
    registry: parseRegistry(await internal(REGISTRY_FILE)),
    log: parseChanges(await internal(LOG_FILE)),
    state: await servedState(revision, settings),
  };
}

async function servedState(
  { folder }: Revision,
  settings: SiteSettings,
): Promise<ServedState | undefined> {
  try {
    const snapshot = await loadSnapshot(join(folder, 'public', SNAPSHOT_FILE));
    const zone = { snapshot, settings };
    return { ...stateOf(livingGraph(zone), settings), catalogue: catalogueGraph(zone) };
  } catch {
    // A damaged revision is built again: what changed since is then not known, only that something did.
    return undefined;
  }
}

export function stateOf(graph: Graph, { catalog }: SiteSettings): PublicState {
  return { graph, view: fullView(graph, catalog) };
}

/** Datasets and series that the portals have now. */
export function servedMembers({ state, registry }: Past): readonly string[] {
  if (state) return state.view.members;
  const isMember = /\/id\/(?:datasett|serie)\/[^/]+$/;
  return registry
    .filter(({ iri, state: fate }) => fate === 'public' && isMember.test(iri))
    .map(({ iri }) => iri);
}
