/** The snapshot of a generated catalogue, made anew for each run: what is measured is what the program makes now. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSnapshot } from '../../src/store/snapshot-build.js';
import type { CatalogueFile } from '../data/catalogue-file.js';

export function snapshotFile(catalogue: CatalogueFile, folder: string): string {
  const file = join(folder, `snapshot-${catalogue.size}.bin`);
  writeFileSync(file, buildSnapshot(readFileSync(catalogue.path)));
  return file;
}
