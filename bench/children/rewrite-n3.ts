/** n3 reading N-Quads and writing them as TriG, both as streams. */
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { StreamParser, StreamWriter } from 'n3';
import { answer } from './answer.js';
import type { PublishAnswer, PublishTask } from './build-snapshot.js';

await answer(async ({ data, file }: PublishTask): Promise<PublishAnswer> => {
  const start = performance.now();
  await pipeline(
    createReadStream(data, { highWaterMark: 1 << 20 }),
    new StreamParser({ format: 'N-Quads' }),
    new StreamWriter({ format: 'TriG' }),
    createWriteStream(file),
  );
  return { ms: performance.now() - start };
});
