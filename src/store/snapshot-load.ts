/**
 * The snapshot of a zone: its file when it is sound and of the zone's quads, else made anew from those quads, which are what
 * counts (PF1.4).
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CatalogError } from '../model/errors.js';
import { contentHash } from '../rdf/canonical.js';
import { QUADS_FILE } from './revisions.js';
import { buildSnapshot } from './snapshot-build.js';
import { SnapshotError } from './snapshot-format.js';
import { openSnapshot, readSnapshot } from './snapshot-open.js';
import type { Snapshot } from './snapshot.js';
import { ZONE_FILE, type ZoneManifest } from './zone-writer.js';

/** Told why the file was not used. */
export type OnRebuild = (error: SnapshotError) => void;

/**
 * The quads and the zone's list of hashes lie beside the file. Without such a list the quads are taken as they are. Rejects with
 * CatalogError REVISION_DAMAGED when the quads are needed and are not those of the list.
 */
export async function loadSnapshot(file: string, onRebuild?: OnRebuild): Promise<Snapshot> {
  const folder = dirname(file);
  const quadsHash = await quadsHashOf(folder);
  try {
    const snapshot = readSnapshot(file);
    if (quadsHash !== undefined && snapshot.sourceHash !== quadsHash)
      throw new SnapshotError('stale');
    return snapshot;
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    onRebuild?.(error);
  }
  const quads = await readFile(join(folder, QUADS_FILE));
  if (quadsHash !== undefined && contentHash(quads) !== quadsHash)
    throw new CatalogError('REVISION_DAMAGED', { folder, cause: `${QUADS_FILE} er endret` });
  return openSnapshot(buildSnapshot(quads).buffer);
}

async function quadsHashOf(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, ZONE_FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as ZoneManifest).files[QUADS_FILE];
}
