/** Wiring of `npm run query`: a zone of the current revision, and what a steward names besides, behind the port of queries. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCatalogue } from './config/load-catalogue.js';
import { CatalogError } from './model/errors.js';
import { poolMemory, type PoolMemory } from './query/pool-memory.js';
import { createProcessPool } from './query/process-pool.js';
import type { BackendSpec } from './query/query-backend.js';
import type { QueryEngine } from './query/query-engine.js';
import { PREFIXES } from './rdf/vocabularies.js';
import { Revisions, SNAPSHOT_FILE } from './store/revisions.js';

export interface StewardSources {
  readonly id: string;
  readonly dataFolder: string;
  readonly varFolder: string;
  readonly zone: 'public' | 'internal';
  /** Local files in an RDF syntax. */
  readonly files: readonly string[];
  /** SPARQL endpoints and documents. */
  readonly urls: readonly string[];
  /** SERVICE in the text asks others too. */
  readonly isFederated: boolean;
}

/** A steward's own machine: more than a stranger may take, less than would hurt. */
const MEMORY_BYTES = 4 * 1024 * 1024 * 1024;

/**
 * Rejects with CatalogError CATALOGUE_UNKNOWN, CONFIG_INVALID, and REVISION_MISSING when nothing is published and no other
 * source is named, QUERY_FAILED when the data cannot be opened. Close the engine.
 */
export async function openStewardQueries(sources: StewardSources): Promise<QueryEngine> {
  const { id } = loadCatalogue(sources.dataFolder, sources.id);
  const current = await new Revisions(join(sources.varFolder, id)).current();
  const file = current && join(current.folder, sources.zone, SNAPSHOT_FILE);
  const pool = createProcessPool({
    backend: backendOf(sources, file),
    prefixes: PREFIXES,
    size: 1,
    spares: 0,
    memoryBytes: MEMORY_BYTES,
    unreadBytes: Infinity, // the reader is a pipe or a file
  });
  await pool.warm(); // the time of a query is not that of opening the data
  return pool;
}

function backendOf({ files, urls, isFederated }: StewardSources, file?: string): BackendSpec {
  const hasOthers = files.length + urls.length > 0;
  if (file === undefined && !hasOthers) throw new CatalogError('REVISION_MISSING');
  if (!hasOthers && !isFederated && file !== undefined) return { kind: 'snapshot', file };
  return { kind: 'federation', snapshots: file === undefined ? [] : [file], files, urls };
}

/** What the public site's pool takes with the revision in this folder. */
export async function siteQueryMemory(folder: string, children: number): Promise<PoolMemory> {
  const file = join(folder, 'public', SNAPSHOT_FILE);
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  ); // made anew from the quads
  return poolMemory(size, children);
}
