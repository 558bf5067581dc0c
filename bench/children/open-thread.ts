/** A worker thread that opens the snapshot it is sent, keeps it, and says so. */
import { parentPort } from 'node:worker_threads';
import { openSnapshot } from '../../src/store/snapshot-open.js';
import type { Snapshot } from '../../src/store/snapshot.js';

let kept: Snapshot | undefined;
parentPort?.on('message', (buffer: SharedArrayBuffer) => {
  kept = openSnapshot(buffer);
  parentPort?.postMessage(kept.tripleCount);
});
parentPort?.postMessage('ready');
