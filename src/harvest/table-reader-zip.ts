/**
 * Limits of a zip before a library unpacks it (safety S3): entries, paths, ratio and bytes, each entry really inflated,
 * since the sizes in the directory may lie. PKWARE APPNOTE 4.3.
 */
import { inflateRawSync } from 'node:zlib';
import { CatalogError } from '../model/errors.js';
import type { TableLimits } from './sheet.js';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
/** Below this a high ratio is ordinary: an empty style sheet packs well. */
const RATIO_FROM_BYTES = 1_000_000;
const ENCRYPTED = 1;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** Throws CatalogError FILE_UNREADABLE when the zip is cut, has a password or exceeds a limit. */
export function checkZip(bytes: Uint8Array, file: string, limits: TableLimits): void {
  const refuse = (cause: string): CatalogError =>
    new CatalogError('FILE_UNREADABLE', { file, cause });
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let budget = limits.decompressedBytes;
  try {
    const entries = directory(view, limits, refuse);
    for (const entry of entries) {
      checkName(entry.name, refuse);
      if (entry.flags & ENCRYPTED) throw refuse('filen har passord');
      if (entry.unpacked > budget) throw refuse('for stor når den pakkes ut');
      budget -= inflatedSize(view, entry, refuse);
    }
    const total = limits.decompressedBytes - budget;
    if (total > RATIO_FROM_BYTES && total > limits.ratio * bytes.length)
      throw refuse(`pakket mer enn ${limits.ratio} ganger`);
  } catch (error) {
    if (error instanceof RangeError) throw refuse('filen er kuttet eller skadet');
    throw error;
  }
}

type Refuse = (cause: string) => CatalogError;

/** Reading past the end throws RangeError, which means a cut file. */
function directory(view: Buffer, limits: TableLimits, refuse: Refuse): Entry[] {
  const end = findEnd(view);
  if (end === undefined) throw refuse('filen er kuttet eller skadet');
  const count = view.readUInt16LE(end + 10);
  if (count > limits.entries) throw refuse(`mer enn ${limits.entries} filer i arkivet`);
  let at = view.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (view.readUInt32LE(at) !== ENTRY_SIGNATURE) throw refuse('filen er kuttet eller skadet');
    const nameLength = view.readUInt16LE(at + 28);
    entries.push({
      name: view.toString('utf8', at + 46, at + 46 + nameLength),
      flags: view.readUInt16LE(at + 8),
      method: view.readUInt16LE(at + 10),
      packed: view.readUInt32LE(at + 20),
      unpacked: view.readUInt32LE(at + 24),
      offset: view.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(view: Buffer): number | undefined {
  const lowest = Math.max(0, view.length - END_SIZE - MAX_COMMENT);
  for (let at = view.length - END_SIZE; at >= lowest; at -= 1) {
    if (view.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return undefined;
}

function checkName(name: string, refuse: Refuse): void {
  const parts = name.split('/');
  if (name.startsWith('/') || name.includes('\\') || parts.includes('..'))
    throw refuse('ulovlig filsti i arkivet');
}

function inflatedSize(view: Buffer, entry: Entry, refuse: Refuse): number {
  if (view.readUInt32LE(entry.offset) !== LOCAL_SIGNATURE)
    throw refuse('filen er kuttet eller skadet');
  const names = view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28);
  const start = entry.offset + 30 + names;
  const packed = view.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw refuse('filen er kuttet eller skadet');
  if (entry.method === 0) return packed.length;
  if (entry.method !== 8) throw refuse('ukjent pakkemåte i arkivet');
  const size = inflate(packed, entry.unpacked, refuse);
  if (size !== entry.unpacked) throw refuse('størrelsene i arkivet stemmer ikke');
  return size;
}

function inflate(packed: Uint8Array, maxBytes: number, refuse: Refuse): number {
  if (maxBytes === 0) return 0;
  try {
    return inflateRawSync(packed, { maxOutputLength: maxBytes }).length;
  } catch (error) {
    const tooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw refuse(tooLarge ? 'størrelsene i arkivet stemmer ikke' : 'filen er kuttet eller skadet');
  }
}
