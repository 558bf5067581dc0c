/** One run at a time on a catalogue (H11). A lock whose process is gone is taken over at once. */
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CatalogError } from '../model/errors.js';

/** Tells two runs of one process apart. */
let runs = 0;

/** Runs the work under the lock. Throws CatalogError LOCKED with the other process. */
export async function withLock<T>(
  varFolder: string,
  pid: number,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(varFolder, { recursive: true });
  const path = join(varFolder, 'lock');
  // link() of a file that already holds our pid: the lock is never seen without its owner.
  const own = `${path}.${pid}.${(runs += 1)}`;
  await writeFile(own, ownerText(pid));
  try {
    await take(path, own);
  } finally {
    await rm(own, { force: true });
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string, own: string): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    try {
      await link(own, path);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = await readFile(path, 'utf8').catch(() => '');
      if (isAlive(holder)) throw new CatalogError('LOCKED', { pid: holder.split(' ')[0] ?? '' });
      await discard(path, holder);
    }
  }
  throw new CatalogError('LOCKED', { pid: 0 });
}

/** Removes a stale lock; if another run took it over in between, its lock is put back. */
async function discard(path: string, stale: string): Promise<void> {
  const aside = `${path}.stale.${process.pid}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== stale) await link(aside, path);
  } catch (error) {
    if (!(
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EEXIST'].includes(String(error.code))
    ))
      throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** "pid start": the start tells a reused process number from the owner (Linux; elsewhere the number alone decides). */
function ownerText(pid: number): string {
  return `${pid} ${startOf(pid)}`;
}

function startOf(pid: number): string {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    );
  } catch {
    // No /proc on this system: an unknown start never contradicts.
    return '';
  }
}

function isAlive(holder: string): boolean {
  const [pid = '', start = ''] = holder.split(' ');
  if (!(Number(pid) > 0)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return startOf(Number(pid)) === start;
}
