/**
 * The bytes of a snapshot (docs/adr/0016-snapshot.md): a header of 32-bit words, then what `layOut` lays out. Numbers are in the
 * byte order of the machine: read on one of the other order, the version is another, and the file is made anew.
 */
import { crc32 } from 'node:zlib';
import type { TripleIndex } from './snapshot.js';

/** Of the layout and of the order of terms: raise it when either changes. */
export const FORMAT_VERSION = 1;

const WORD = 4;
/** "dvsn" */
const MAGIC = 0x6e737664;

// Words of the header: magic, version, checksum of everything behind it, length of the file in words, counts, source hash.
const CHECKED_FROM = 3;
const COUNTS_FROM = 4;
const COUNTS = [
  'size',
  'blankFrom',
  'literalFrom',
  'tripleCount',
  'quadCount',
  'graphCount',
  'graphSetCount',
  'graphSetMembers',
  'literalTypesBytes',
  'textBytes',
] as const;
const HASH_FROM = COUNTS_FROM + COUNTS.length;
const HEADER_WORDS = HASH_FROM + 8;

export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

/** Views of the buffer: nothing is copied. */
export interface Sections {
  /** `size + 1`: the value of term `id` is `termOffsets[id]` ≤ at < `termOffsets[id + 1]` of `text`. */
  readonly termOffsets: Uint32Array;
  readonly spo: TripleIndex;
  readonly pos: TripleIndex;
  readonly osp: TripleIndex;
  readonly graphs: Uint32Array;
  /** Members of set `i` are `graphSetOffsets[i]` ≤ at < `graphSetOffsets[i + 1]` of `graphSetMembers`. */
  readonly graphSetOffsets: Uint32Array;
  readonly graphSetMembers: Uint32Array;
  /** JSON: [datatype, language, from] of each. */
  readonly literalTypes: Uint8Array;
  /** UTF-8. */
  readonly text: Uint8Array;
}

export interface SnapshotParts {
  readonly buffer: SharedArrayBuffer;
  readonly counts: Counts;
  readonly sourceHash: string;
  readonly sections: Sections;
}

/** `stale`: sound, but of other quads. */
export type SnapshotFault = 'missing' | 'cut' | 'version' | 'damaged' | 'stale';

/** Why a file is no snapshot that can be used: the snapshot is made anew from the quads then (PF1.4). */
export class SnapshotError extends Error {
  readonly fault: SnapshotFault;
  constructor(fault: SnapshotFault, cause?: unknown) {
    super(`snapshot cannot be used: ${fault}`, cause === undefined ? undefined : { cause });
    this.name = 'SnapshotError';
    this.fault = fault;
  }
}

/** Room for a snapshot with its header: to be filled and then sealed. Throws RangeError above 4 G words or bytes of text. */
export function allocateSnapshot(counts: Counts, sourceHash: string): SnapshotParts {
  for (const name of COUNTS)
    if (counts[name] >= 2 ** 32) throw new RangeError(`too large for a snapshot: ${name}`);
  const words = wordsOf(counts);
  const buffer = new SharedArrayBuffer(words * WORD);
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  header.set([MAGIC, FORMAT_VERSION, 0, words]);
  header.set(
    COUNTS.map((name) => counts[name]),
    COUNTS_FROM,
  );
  hashBytes(buffer).write(sourceHash, 'hex');
  return { buffer, counts, sourceHash, sections: layOut(buffer, counts) };
}

/** Puts the checksum in: the bytes are final. */
export function sealSnapshot({ buffer }: SnapshotParts): void {
  new Uint32Array(buffer, 0, HEADER_WORDS)[2] = checksum(buffer);
}

/** Throws SnapshotError for bytes that are no whole, sound snapshot of this version. */
export function readParts(buffer: SharedArrayBuffer): SnapshotParts {
  if (buffer.byteLength < HEADER_WORDS * WORD) throw new SnapshotError('cut');
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  const [magic, version, sum, words] = header;
  if (magic !== MAGIC || version !== FORMAT_VERSION) throw new SnapshotError('version');
  if (words !== buffer.byteLength / WORD) throw new SnapshotError('cut');
  if (sum !== checksum(buffer)) throw new SnapshotError('damaged');
  const counts = Object.fromEntries(
    COUNTS.map((name, i) => [name, header[COUNTS_FROM + i]]),
  ) as Counts;
  const sourceHash = hashBytes(buffer).toString('hex');
  return { buffer, counts, sourceHash, sections: layOut(buffer, counts) };
}

function hashBytes(buffer: SharedArrayBuffer): Buffer {
  return Buffer.from(buffer, HASH_FROM * WORD, (HEADER_WORDS - HASH_FROM) * WORD);
}

/** CRC-32 of what follows the checksum: it finds accidents, and nobody but us writes this folder. */
function checksum(buffer: SharedArrayBuffer): number {
  return crc32(new Uint8Array(buffer, CHECKED_FROM * WORD));
}

function wordsOf(counts: Counts): number {
  const index = counts.size + 1 + 3 * counts.tripleCount;
  return (
    HEADER_WORDS +
    (counts.size + 1) +
    3 * index +
    counts.graphCount +
    (counts.graphSetCount + 1) +
    counts.graphSetMembers +
    Math.ceil(counts.literalTypesBytes / WORD) +
    Math.ceil(counts.textBytes / WORD)
  );
}

function layOut(buffer: SharedArrayBuffer, counts: Counts): Sections {
  let at = HEADER_WORDS * WORD;
  const words = (length: number): Uint32Array => {
    const view = new Uint32Array(buffer, at, length);
    at += view.byteLength;
    return view;
  };
  const bytes = (length: number): Uint8Array => {
    const view = new Uint8Array(buffer, at, length);
    at += Math.ceil(length / WORD) * WORD;
    return view;
  };
  const index = (): TripleIndex => ({
    offsets: words(counts.size + 1),
    second: words(counts.tripleCount),
    third: words(counts.tripleCount),
    graphSet: words(counts.tripleCount),
  });
  return {
    termOffsets: words(counts.size + 1),
    spo: index(),
    pos: index(),
    osp: index(),
    graphs: words(counts.graphCount),
    graphSetOffsets: words(counts.graphSetCount + 1),
    graphSetMembers: words(counts.graphSetMembers),
    literalTypes: bytes(counts.literalTypesBytes),
    text: bytes(counts.textBytes),
  };
}
