/** Index files of the tests' data, in a folder that goes with the test file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { SnapshotSpec } from '../../src/query/query-backend.js';
import { buildSnapshot } from '../../src/store/snapshot-build.js';

const folder = mkdtempSync(join(tmpdir(), 'datavev-query-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let written = 0;

/** Writes the index of these N-Quads to a file of its own. */
export function snapshotSpec(nquads: string): SnapshotSpec {
  written += 1;
  const file = join(folder, `${written}.snapshot`);
  writeFileSync(file, buildSnapshot(nquads));
  return { kind: 'snapshot', file };
}

/** Three graphs of sample data: texts in three languages, typed literals, characters that formats must escape. */
export const TWENTY_NQUADS = readFileSync(
  fileURLToPath(new URL('./fixtures/twenty.nq', import.meta.url)),
  'utf8',
);

let twentySpec: SnapshotSpec | undefined;
export function twenty(): SnapshotSpec {
  return (twentySpec ??= snapshotSpec(TWENTY_NQUADS));
}
