/** A generated catalogue as publishing has it: a graph over its snapshot in shared memory. */
import { readFileSync } from 'node:fs';
import { SnapshotGraph } from '../../src/store/snapshot-graph.js';
import { openSnapshot } from '../../src/store/snapshot-open.js';

export function graphOfSnapshot(file: string): SnapshotGraph {
  const bytes = readFileSync(file);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  shared.set(bytes);
  return new SnapshotGraph(openSnapshot(shared.buffer));
}

/** What it returned, and how long it took. */
export function timed<T>(run: () => T): readonly [ms: number, result: T] {
  const start = performance.now();
  const result = run();
  return [performance.now() - start, result];
}
