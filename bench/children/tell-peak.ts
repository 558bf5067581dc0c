/** Loaded before a command: at its end it writes the most memory that was resident, in bytes, to the file BENCH_PEAK. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env['BENCH_PEAK'];
if (isMainThread && file !== undefined)
  process.once('exit', () => writeFileSync(file, `${process.resourceUsage().maxRSS * 1024}`));
