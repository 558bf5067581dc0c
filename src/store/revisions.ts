/**
 * Immutable revisions and one pointer (architecture.md 3, promise 2). A revision is built aside, synced, renamed into place,
 * then `current` is replaced by rename: a reader sees revision N or N+1, never a mixture.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CatalogError, isCatalogError } from '../model/errors.js';
import { PRIVATE_MODE, PUBLIC_MODE, syncPath, writeSynced } from './atomic-file.js';
import { buildSnapshot } from './snapshot-build.js';
import {
  writeZone,
  type AcceptSizes,
  type WriteAside,
  type ZoneFiles,
  type ZoneManifest,
  type ZonePlace,
} from './zone-writer.js';

export interface Zones {
  readonly internal: ZoneFiles;
  /** Its compressed forms are made when it is written. */
  readonly public: ZoneFiles;
  /** Of the public quads, where it is made already. */
  readonly snapshot?: Uint8Array;
  /** Told the sizes of the public files before they are published; what it throws keeps the revision back. */
  readonly accept?: AcceptSizes;
  /** Writes more of the public files meanwhile. */
  readonly aside?: WriteAside;
  /** Older revisions tell what may be told no longer: none stays (safety C8, 3.1). */
  readonly isOnly?: boolean;
}
export interface RevisionManifest {
  readonly format: 1;
  /** SHA-256 of everything the revision was made from. */
  readonly input: string;
  readonly internal: ZoneManifest;
  readonly public: ZoneManifest;
  readonly sources: readonly unknown[];
}
export interface Revision {
  readonly number: number;
  readonly folder: string;
  readonly manifest: RevisionManifest;
}

/** The zone's graphs as canonical N-Quads, and the index file made from them (snapshot.ts). */
export const QUADS_FILE = 'quads.nq';
export const SNAPSHOT_FILE = 'quads.snapshot';

/** Old revisions that stay on disk; their `public/` goes first (safety C8). */
const KEPT_REVISIONS = 3;

export class Revisions {
  readonly #varFolder: string;
  readonly #folder: string;

  constructor(varFolder: string) {
    this.#varFolder = varFolder;
    this.#folder = join(varFolder, 'revisions');
  }

  async current(): Promise<Revision | undefined> {
    const target = await readlink(join(this.#varFolder, 'current')).catch(() => undefined);
    if (target === undefined) return undefined;
    const folder = join(this.#varFolder, target);
    const manifest = JSON.parse(
      await readFile(join(folder, 'manifest.json'), 'utf8'),
    ) as RevisionManifest;
    return { number: Number(target.split('/').at(-1)), folder, manifest };
  }

  /** True when every file of the revision is as it was written. */
  async isWhole({ folder, manifest }: Revision): Promise<boolean> {
    try {
      await verifyZone(join(folder, 'internal'), manifest.internal.files);
      await verifyZone(join(folder, 'public'), manifest.public.files);
      return true;
    } catch (error) {
      if (isCatalogError(error, 'REVISION_DAMAGED')) return false;
      throw error;
    }
  }

  /** Writes the next revision and swaps the pointer. */
  async publish(input: string, zones: Zones, sources: readonly unknown[]): Promise<Revision> {
    const current = await this.current();
    const number = (current?.number ?? 0) + 1;
    const name = String(number).padStart(6, '0');
    const aside = join(this.#folder, `.building`);
    const folder = join(this.#folder, name);
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true });
    // Only this folder is closed: another user may serve `public/` (C1).
    await mkdir(join(aside, 'internal'), { mode: 0o700 });
    const manifest: RevisionManifest = {
      format: 1,
      input,
      internal: await withSnapshot(
        { folder: join(aside, 'internal'), mode: PRIVATE_MODE },
        zones.internal,
      ),
      public: await withSnapshot(
        {
          folder: join(aside, 'public'),
          mode: PUBLIC_MODE,
          accept: zones.accept,
          aside: zones.aside,
          coded: {
            before: current && {
              folder: join(current.folder, 'public'),
              files: current.manifest.public.files,
            },
          },
        },
        zones.public,
        zones.snapshot,
      ),
      sources,
    };
    await writeSynced(
      join(aside, 'manifest.json'),
      `${JSON.stringify(manifest, null, 1)}\n`,
      PRIVATE_MODE,
    );
    await syncPath(aside);
    // Left over when a run died between the rename and the swap: no pointer names it.
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
    await syncPath(this.#folder);
    await this.#swap(name);
    await this.#prune(number, zones.isOnly === true);
    return { number, folder, manifest };
  }

  async #swap(name: string): Promise<void> {
    const pointer = join(this.#varFolder, 'current');
    await rm(`${pointer}.new`, { force: true });
    await symlink(join('revisions', name), `${pointer}.new`);
    await rename(`${pointer}.new`, pointer);
    await syncPath(this.#varFolder);
  }

  /** A site that has not looked yet answers 503 for files of a folder that is gone: portals come again, and remove nothing. */
  async #prune(current: number, isOnly: boolean): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const number = Number(name);
      if (!Number.isInteger(number) || number === current) continue;
      if (number < current - 1)
        await rm(join(this.#folder, name, 'public'), { recursive: true, force: true });
      if (isOnly || number <= current - KEPT_REVISIONS)
        await rm(join(this.#folder, name), { recursive: true, force: true });
    }
  }
}

/** The index file is made of the quads and checks itself: the zone is the same zone with and without it, so no hash counts it. */
async function withSnapshot(
  place: ZonePlace,
  files: ZoneFiles,
  made?: Uint8Array,
): Promise<ZoneManifest> {
  let snapshot = made;
  const watched = function* (): ZoneFiles {
    for (const [path, content] of files) {
      if (path === QUADS_FILE && typeof content !== 'function') snapshot ??= buildSnapshot(content);
      yield [path, content];
    }
  };
  const manifest = await writeZone(place, watched());
  if (!snapshot) return manifest;
  await writeSynced(join(place.folder, SNAPSHOT_FILE), snapshot, place.mode);
  await syncPath(place.folder);
  return manifest;
}

/** Checks every file of a zone against the hashes. Throws CatalogError REVISION_DAMAGED. */
export async function verifyZone(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, hash] of Object.entries(files)) {
    const found = await hashOf(join(folder, path)).catch((error: unknown) => {
      throw new CatalogError('REVISION_DAMAGED', { folder, cause: `${path} mangler` }, error);
    });
    if (found !== hash)
      throw new CatalogError('REVISION_DAMAGED', { folder, cause: `${path} er endret` });
  }
}

/** Piece by piece: a feed may be larger than what memory is for. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: READ_AT_ONCE }))
    hash.update(piece as Buffer);
  return hash.digest('hex');
}
const READ_AT_ONCE = 1 << 20;
