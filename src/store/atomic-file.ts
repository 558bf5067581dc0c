/** Writing that survives a crash (H1, H2): aside, synced, renamed, folder synced. A reader sees the old file or the new one. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Owner may read and write; nothing in var/ is for others unless it is public. */
export const PRIVATE_MODE = 0o600;
export const PUBLIC_MODE = 0o644;

export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  mode = PRIVATE_MODE,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.new`;
  await rm(aside, { force: true });
  await writeSynced(aside, content, mode);
  await rename(aside, path);
  await syncFolder(dirname(path));
}

/** Writes a file that no pointer names yet, and syncs it; the caller syncs the folder. */
export async function writeSynced(
  path: string,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
