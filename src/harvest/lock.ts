/** One run at a time on a catalogue (H11). A lock whose process is gone is taken over at once. */
import { createHash } from 'node:crypto';
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

/**
 * Makes `own` the lock. A stale lock is replaced only by who holds the lock on replacing it, which goes the same way: so a run
 * that dies in between is itself taken over, and two runs that saw one stale lock never both get it.
 */
async function take(path: string, own: string): Promise<void> {
  if (await linked(own, path)) return;
  const holder = await readFile(path, 'utf8').catch(() => '');
  if (isAlive(holder)) throw lockedBy(holder);
  const replacing = `${path}.after.${createHash('sha256').update(holder).digest('hex').slice(0, 16)}`;
  await take(replacing, own);
  // Another run may have replaced it, or worked and ended, between our look and our turn: then we look again.
  const now = await readFile(path, 'utf8').catch(() => undefined);
  // The rename gives `replacing` up as well: to remove it afterwards could remove the next run's.
  if (now === holder) return rename(replacing, path);
  await rm(replacing, { force: true });
  return take(path, own);
}

/** Whether `path` is now this run's; false if it exists. */
async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function lockedBy(holder: string): CatalogError {
  return new CatalogError('LOCKED', { pid: holder.split(' ')[0] ?? '' });
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
