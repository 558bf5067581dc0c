/**
 * What is downloaded most, compressed once for all (performance.md PF5.3): brotli and gzip beside the plain files. A file whose
 * content is that of the revision before keeps its compressed bytes.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { link, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
  type BrotliOptions,
  type ZlibOptions,
} from 'node:zlib';
import { contentHash } from '../rdf/canonical.js';
import { PUBLIC_MODE, writeUnsynced, type WrittenFile } from './atomic-file.js';

/** Compressed forms lie apart: `fil/x.csv.gz` may be a file of the municipality's own. */
export const CODED = 'coded/';
const CODINGS = ['br', 'gzip'] as const;
type Coding = (typeof CODINGS)[number];

export function codedName(path: string, coding: Coding): string {
  return `${CODED}${path}.${coding}`;
}

const TEXT = /\.(ttl|trig|nt|nq|rdf|jsonld|json|geojson|csv|tsv|txt|xml|gml)$/i;
/** Read by the public process itself, and sent to nobody. */
const NOT_SENT = new Set(['site.json', 'funn.json', 'sok.json']);
const MIN_BYTES = 1_024;
const CHUNK = 256 * 1024;

/**
 * The smaller the file, the more pains are taken. Of feeds brotli makes at quality 11 half a megabyte a second, at 3 some 450 MB and
 * 6.6 % of the size, at 1 a thousand and 7.5 %: catalogues of 20 000 datasets are more than a gigabyte of text.
 */
function brotliOptions(bytes: number): BrotliOptions {
  let quality = 1;
  if (bytes <= 32 * 1024) quality = 11;
  else if (bytes <= 256 * 1024) quality = 9;
  return {
    chunkSize: CHUNK,
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
    },
  };
}

function gzipOptions(bytes: number): ZlibOptions {
  return { chunkSize: CHUNK, level: bytes <= 256 * 1024 ? 9 : 3 };
}

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

export interface FolderOfFiles {
  readonly folder: string;
  /** Path below the folder → SHA-256. */
  readonly files: Readonly<Record<string, string>>;
}

export function hasCodings(path: string, { bytes }: WrittenFile): boolean {
  return TEXT.test(path) && !NOT_SENT.has(path) && bytes >= MIN_BYTES;
}

/** Writes the compressed forms of a file that is written: their paths and hashes. The folders must be there. */
export async function writeCodings(
  folder: string,
  path: string,
  { file, before }: { readonly file: WrittenFile; readonly before: FolderOfFiles | undefined },
): Promise<[path: string, hash: string][]> {
  const known = before?.files[path] === file.hash ? before : undefined;
  return Promise.all(
    CODINGS.map(async (coding): Promise<[string, string]> => {
      const place = codedName(path, coding);
      const kept = known && (await linkCoded(known, place, folder));
      return [
        place,
        kept ?? (await compress(join(folder, path), join(folder, place), { coding, file })),
      ];
    }),
  );
}

/** Undefined for one that is not there, not as it was written, or on a file system without hard links. */
async function linkCoded(
  before: FolderOfFiles,
  place: string,
  folder: string,
): Promise<string | undefined> {
  const hash = before.files[place];
  const content = await readFile(join(before.folder, place)).catch(() => undefined);
  if (content === undefined || contentHash(content) !== hash) return undefined;
  return link(join(before.folder, place), join(folder, place)).then(
    () => hash,
    () => undefined,
  );
}

async function compress(
  from: string,
  to: string,
  { coding, file }: { readonly coding: Coding; readonly file: WrittenFile },
): Promise<string> {
  const { bytes, whole } = file;
  // Of a file that is too large for memory.
  if (!whole) {
    const coder =
      coding === 'br' ? createBrotliCompress(brotliOptions(bytes)) : createGzip(gzipOptions(bytes));
    await pipeline(
      createReadStream(from, { highWaterMark: CHUNK }),
      coder,
      createWriteStream(to, { mode: PUBLIC_MODE }),
    );
    return contentHash(await readFile(to));
  }
  const coded = await (coding === 'br'
    ? brotliOf(whole, brotliOptions(bytes))
    : gzipOf(whole, gzipOptions(bytes)));
  return writeUnsynced(to, coded, PUBLIC_MODE).hash;
}
