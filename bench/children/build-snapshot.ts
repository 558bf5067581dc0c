/** N-Quads on disk → snapshot file on disk, synced. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { buildSnapshot } from '../../src/store/snapshot-build.js';
import { answer } from './answer.js';

export interface PublishTask {
  readonly data: string;
  readonly file: string;
}
export interface PublishAnswer {
  readonly ms: number;
}

await answer(({ data, file }: PublishTask): PublishAnswer => {
  const start = performance.now();
  const bytes = buildSnapshot(readFileSync(data));
  const descriptor = openSync(file, 'w');
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  fsyncSync(descriptor);
  closeSync(descriptor);
  return { ms: performance.now() - start };
});
