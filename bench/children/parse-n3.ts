/** n3 merely parsing N-Quads as a stream: what it makes is thrown away. */
import { readQuads } from '../peers/load-quads.js';
import { answer } from './answer.js';
import type { PublishAnswer, PublishTask } from './build-snapshot.js';

await answer(async ({ data }: PublishTask): Promise<PublishAnswer> => {
  let count = 0;
  const start = performance.now();
  await readQuads(data, () => (count += 1));
  const ms = performance.now() - start;
  if (count === 0) throw new Error('nothing was read');
  return { ms };
});
