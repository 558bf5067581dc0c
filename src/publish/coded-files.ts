/**
 * What is downloaded most, compressed once for all (performance.md PF5.3): brotli and gzip beside the plain files. A file whose
 * content is that of the revision before keeps its compressed bytes.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentHash } from '../rdf/canonical.js';
import { codedName, type Revision, type ZoneFiles } from '../store/revisions.js';

const TEXT = /\.(ttl|nt|rdf|jsonld|json|geojson|csv|tsv|txt|xml|gml)$/i;
/** Read by the public process itself, and sent to nobody. */
const NOT_SENT = new Set(['site.json', 'funn.json', 'sok.json']);
const MIN_BYTES = 1_024;
/** Quality 11 takes 16 s for 9 MB, and saves 8 % over 9 (performance.md 7). */
const LARGE = 262_144;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const CODERS = {
  br: (body: Uint8Array) =>
    brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: body.byteLength > LARGE ? 9 : 11 },
    }),
  gzip: (body: Uint8Array) => gzipped(body, { level: 9 }),
} as const;

/** The files with their compressed forms. */
export async function withCodings(files: ZoneFiles, before?: Revision): Promise<ZoneFiles> {
  const coded = new Map<string, Uint8Array>();
  for (const [name, content] of files) {
    const body = Buffer.from(content as string);
    if (!TEXT.test(name) || NOT_SENT.has(name) || body.byteLength < MIN_BYTES) continue;
    const isUnchanged = before?.manifest.public.files[name] === contentHash(body);
    for (const coding of ['br', 'gzip'] as const) {
      const place = codedName(name, coding);
      const known = isUnchanged ? await readCoded(before, place) : undefined;
      coded.set(place, known ?? (await CODERS[coding](body)));
    }
  }
  return new Map([...files, ...coded]);
}

/** Undefined for one that is not there, or not as it was written. */
async function readCoded(
  { folder, manifest }: Revision,
  place: string,
): Promise<Uint8Array | undefined> {
  const content = await readFile(join(folder, 'public', place)).catch(() => undefined);
  const isWhole = content !== undefined && manifest.public.files[place] === contentHash(content);
  return isWhole ? content : undefined;
}
