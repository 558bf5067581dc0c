/** Writes the files of a zone, their compressed forms, and the list of their hashes; all of it is on disk when it is done. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentHash } from '../rdf/canonical.js';
import { syncPath, writeSynced, writeUnsynced, type FileContent } from './atomic-file.js';
import { CODED, hasCodings, writeCodings, type FolderOfFiles } from './coded-files.js';

/** In the order they are written. Names may come while others are written, as may the pieces of a file that is too large for memory. */
export type ZoneFiles = Iterable<readonly [path: string, content: FileContent]>;

export interface ZoneManifest {
  /** SHA-256 over all files of the zone but the compressed ones: equal content, equal hash. */
  readonly hash: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The zone's own list of files and hashes, in the zone: the public process can check what it opens. */
export const ZONE_FILE = 'zone.json';

/** Path → bytes. */
export type AcceptSizes = (bytes: ReadonlyMap<string, number>) => void;

export interface ZonePlace {
  readonly folder: string;
  readonly mode: number;
  /** Compressed forms are made too, or taken over from the zone before. */
  readonly coded?: { readonly before: FolderOfFiles | undefined };
  /** Told the size of each file; may throw. */
  readonly accept?: AcceptSizes | undefined;
  /** Writes more files of the zone meanwhile, on a thread of its own. */
  readonly aside?: WriteAside | undefined;
}

export interface WrittenFiles {
  /** Path → SHA-256, the compressed forms among them. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Path → bytes, of the plain files. */
  readonly sizes: ReadonlyMap<string, number>;
}
export type FilesPlace = Pick<ZonePlace, 'folder' | 'mode' | 'coded'>;
export type WriteAside = (place: FilesPlace) => Promise<WrittenFiles>;

/** Files that are compressed or synced at once: the threads of libuv's pool. */
const AT_ONCE = 4;

/** Rejects when a file cannot be written, and with what `accept` throws. */
export async function writeZone(place: ZonePlace, files: ZoneFiles): Promise<ZoneManifest> {
  const { folder, mode, coded, aside } = place;
  // Both are waited for, whatever becomes of one: nobody writes in the folder when this is over.
  const parts = await Promise.allSettled([
    ...(aside ? [aside({ folder, mode, ...(coded ? { coded } : {}) })] : []),
    writeFiles(place, files),
  ]);
  const written = parts.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  const hashes = new Map(written.flatMap((part) => [...part.hashes]));
  place.accept?.(new Map(written.flatMap((part) => [...part.sizes])));
  const manifest = manifestOf(hashes);
  await writeSynced(join(folder, ZONE_FILE), `${JSON.stringify(manifest, null, 1)}\n`, mode);
  for (const one of foldersOf(folder, hashes.keys())) await syncPath(one);
  return manifest;
}

/** Written and synced; the folders that name them are not. */
export async function writeFiles(place: FilesPlace, files: ZoneFiles): Promise<WrittenFiles> {
  const { folder, mode, coded } = place;
  const hashes = new Map<string, string>();
  const sizes = new Map<string, number>();
  const codings = new Jobs(AT_ONCE / 2);
  const folders = new Set<string>();
  for (const [path, content] of files) {
    await makeFolders(place, dirname(path), folders);
    const file = writeUnsynced(join(folder, path), content, mode);
    hashes.set(path, file.hash);
    sizes.set(path, file.bytes);
    if (!coded || !hasCodings(path, file)) continue;
    // The next file is written meanwhile.
    await codings.add(async () => {
      const written = await writeCodings(folder, path, { file, before: coded.before });
      for (const [name, hash] of written) hashes.set(name, hash);
    });
  }
  await codings.done();
  const syncs = new Jobs(AT_ONCE);
  for (const path of hashes.keys()) await syncs.add(() => syncPath(join(folder, path)));
  await syncs.done();
  return { hashes, sizes };
}

function manifestOf(hashes: ReadonlyMap<string, string>): ZoneManifest {
  const sorted = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
  const plain = sorted.filter(([path]) => !path.startsWith(CODED));
  return {
    hash: contentHash(JSON.stringify(Object.fromEntries(plain))),
    files: Object.fromEntries(sorted),
  };
}

async function makeFolders(
  { folder, coded }: FilesPlace,
  name: string,
  made: Set<string>,
): Promise<void> {
  if (made.has(name)) return;
  made.add(name);
  await mkdir(join(folder, name), { recursive: true });
  if (coded) await mkdir(join(folder, CODED, name), { recursive: true });
}

function foldersOf(folder: string, paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set([folder]);
  for (const path of paths)
    for (let at = dirname(join(folder, path)); !folders.has(at); at = dirname(at)) folders.add(at);
  return folders;
}

/** Work that goes on beside the caller's, so much at once. */
class Jobs {
  readonly #limit: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Waits for room. Rejects when a job before it failed. */
  async add(work: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#limit) await Promise.race(this.#running);
    if (this.#failure) throw this.#failure.error;
    const job = work()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#running.delete(job));
    this.#running.add(job);
  }

  async done(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#failure) throw this.#failure.error;
  }
}
