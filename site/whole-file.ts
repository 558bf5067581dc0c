/**
 * Files of the open zone, whole or not at all (F1, PR1): portals delete what a short or altered answer lacks. A file that is no
 * longer what the zone's list of hashes says is answered with 503, which makes them come again and remove nothing.
 */
import type { BigIntStats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PublicZone } from '../src/store/public-zone.js';
import { Problem } from './problem.js';

type Zone = Pick<PublicZone, 'folder' | 'files'>;

export interface WholeFile {
  readonly size: number;
  /** Throws Problem 503. */
  read(): Promise<Buffer>;
  /**
   * Its last piece comes only when all before it were right: who reads on while the file is damaged gets an answer that breaks
   * off, never one that looks whole.
   */
  pieces(): AsyncGenerator<Buffer>;
}

const PIECE_BYTES = 256 * 1024;

/** Zone → file → what its entry on disk looked like when its content was right. */
const checked = new WeakMap<Zone['files'], Map<string, string>>();

/** A file of the list. Throws Problem 503 when it is not there or not as it was written. */
export async function wholeFile(zone: Zone, name: string): Promise<WholeFile> {
  const file = await openFile(zone, name);
  try {
    const stats = await file.stat({ bigint: true });
    const known = checked.get(zone.files) ?? new Map<string, string>();
    checked.set(zone.files, known);
    if (known.get(name) !== marksOf(stats)) {
      const pieces = piecesOf(file, zone.files[name], Number(stats.size));
      while (!(await pieces.next()).done);
      known.set(name, marksOf(stats));
    }
    const size = Number(stats.size);
    return {
      size,
      read: async () => {
        const pieces: Buffer[] = [];
        for await (const piece of reopened(zone, name, size)) pieces.push(piece);
        return Buffer.concat(pieces, size);
      },
      pieces: () => reopened(zone, name, size),
    };
  } finally {
    await file.close();
  }
}

function marksOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

async function openFile({ folder }: Zone, name: string): Promise<FileHandle> {
  return open(join(folder, name)).catch(() => {
    throw damaged();
  });
}

async function* reopened(zone: Zone, name: string, size: number): AsyncGenerator<Buffer> {
  const file = await openFile(zone, name);
  try {
    yield* piecesOf(file, zone.files[name], size);
  } finally {
    await file.close();
  }
}

async function* piecesOf(
  file: FileHandle,
  expected: string | undefined,
  size: number,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let kept: Buffer | undefined;
  for (let at = 0; at < size;) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, size - at));
    const { bytesRead } = await file.read(piece, 0, piece.byteLength, at);
    if (bytesRead === 0) throw damaged();
    at += bytesRead;
    if (kept) yield kept;
    kept = piece.subarray(0, bytesRead);
    hash.update(kept);
  }
  if (hash.digest('hex') !== expected) throw damaged();
  if (kept) yield kept;
}

function damaged(): Problem {
  return new Problem('unavailable', {
    headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' },
  });
}
