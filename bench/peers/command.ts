/** A command as people start it, with the memory that Node.js gives it by itself. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_FOLDER } from '../../site/site-folder.js';

export interface CommandAnswer {
  readonly ms: number;
  /** Most that was resident at any time. */
  readonly peakBytes: number;
}

const PROGRAM = join(PROJECT_FOLDER, 'dist', 'src', 'cli', 'bin.js');
const TELL_PEAK = join(import.meta.dirname, '..', 'children', 'tell-peak.js');

/** `folder`: for its answer. Rejects when the command fails. */
export async function command(
  name: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<CommandAnswer> {
  const peak = join(folder, `${name}.peak`);
  const start = performance.now();
  await promisify(execFile)(process.execPath, ['--import', TELL_PEAK, PROGRAM, name], {
    env: { ...process.env, ...environment, BENCH_PEAK: peak },
    maxBuffer: Infinity,
  });
  return { ms: performance.now() - start, peakBytes: Number(readFileSync(peak, 'utf8')) };
}
