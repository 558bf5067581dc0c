/** Writing that survives a crash (H1, H2): aside, synced, renamed, folder synced. A reader sees the old file or the new one. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Owner may read and write; nothing in var/ is for others unless it is public. */
export const PRIVATE_MODE = 0o600;
export const PUBLIC_MODE = 0o644;

/** Whole, or made in pieces while it is written. */
export type FileContent = string | Uint8Array | (() => Iterable<string | Uint8Array>);

export interface WrittenFile {
  /** SHA-256 as 64 hexadecimal digits. */
  readonly hash: string;
  readonly bytes: number;
  /** The content itself, of a file that was written in one piece. */
  readonly whole?: Uint8Array;
}

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
  await syncPath(dirname(path));
}

/** Writes a file that no pointer names yet, and syncs it; the caller syncs the folder. */
export async function writeSynced(
  path: string,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  writeUnsynced(path, content, mode);
  await syncPath(path);
}

/** For many files: the caller syncs each, and then the folder (`syncPath`). The folder must be there. */
export function writeUnsynced(path: string, content: FileContent, mode: number): WrittenFile {
  const file = openSync(path, 'w', mode);
  try {
    return writeHashed(file, content);
  } finally {
    closeSync(file);
  }
}

/** Pieces are gathered to this many bytes before they are written. */
const PIECE = 4 << 20;

/** Synchronous: else each piece would stand in line with the files that are compressed meanwhile (libuv's pool has four threads). */
function writeHashed(file: number, content: FileContent): WrittenFile {
  const hash = createHash('sha256');
  let bytes = 0;
  let whole: Uint8Array | undefined;
  for (const body of typeof content === 'function' ? gathered(content()) : [bytesOf(content)]) {
    hash.update(body);
    whole = bytes === 0 ? body : undefined;
    bytes += body.byteLength;
    for (let from = 0; from < body.byteLength;) from += writeSync(file, body, from);
  }
  return { hash: hash.digest('hex'), bytes, ...(whole ? { whole } : {}) };
}

function* gathered(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    const body = bytesOf(piece);
    waiting.push(body);
    bytes += body.byteLength;
    if (bytes < PIECE) continue;
    yield Buffer.concat(waiting, bytes);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting, bytes);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

/** A file or a folder. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
