/**
 * Immutable revisions and one pointer (architecture.md 3, promise 2). A revision is built aside, synced, renamed into place,
 * then `current` is replaced by rename: a reader sees revision N or N+1, never a mixture.
 */
import { mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CatalogError, isCatalogError } from '../model/errors.js';
import { contentHash } from '../rdf/canonical.js';
import { PRIVATE_MODE, PUBLIC_MODE, syncFolder, writeSynced } from './atomic-file.js';
import { buildSnapshot } from './snapshot-build.js';

export type ZoneFiles = ReadonlyMap<string, string | Uint8Array>;

export interface ZoneManifest {
  /** SHA-256 over all files of the zone but the compressed ones: equal content, equal hash. */
  readonly hash: string;
  readonly files: Readonly<Record<string, string>>;
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

/** The zone's own list of files and hashes, in the zone: the public process can check what it opens. */
export const ZONE_FILE = 'zone.json';
/** The zone's graphs as canonical N-Quads, and the index file made from them (snapshot.ts). */
export const QUADS_FILE = 'quads.nq';
export const SNAPSHOT_FILE = 'quads.snapshot';

/** Compressed forms lie apart: `fil/x.csv.gz` may be a file of the municipality's own. */
const CODED = 'coded/';

export function codedName(path: string, coding: 'br' | 'gzip'): string {
  return `${CODED}${path}.${coding}`;
}

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
  async publish(
    input: string,
    zones: { internal: ZoneFiles; public: ZoneFiles },
    sources: readonly unknown[],
  ): Promise<Revision> {
    const number = ((await this.current())?.number ?? 0) + 1;
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
      internal: await writeZone(join(aside, 'internal'), zones.internal, PRIVATE_MODE),
      public: await writeZone(join(aside, 'public'), zones.public, PUBLIC_MODE),
      sources,
    };
    await writeSynced(
      join(aside, 'manifest.json'),
      `${JSON.stringify(manifest, null, 1)}\n`,
      PRIVATE_MODE,
    );
    await syncFolder(aside);
    // Left over when a run died between the rename and the swap: no pointer names it.
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
    await syncFolder(this.#folder);
    await this.#swap(name);
    await this.#prune(number);
    return { number, folder, manifest };
  }

  async #swap(name: string): Promise<void> {
    const pointer = join(this.#varFolder, 'current');
    await rm(`${pointer}.new`, { force: true });
    await symlink(join('revisions', name), `${pointer}.new`);
    await rename(`${pointer}.new`, pointer);
    await syncFolder(this.#varFolder);
  }

  async #prune(current: number): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const number = Number(name);
      if (!Number.isInteger(number) || number === current) continue;
      if (number < current - 1)
        await rm(join(this.#folder, name, 'public'), { recursive: true, force: true });
      if (number <= current - KEPT_REVISIONS)
        await rm(join(this.#folder, name), { recursive: true, force: true });
    }
  }
}

async function writeZone(folder: string, files: ZoneFiles, mode: number): Promise<ZoneManifest> {
  const hashes: Record<string, string> = {};
  const folders = new Set([folder]);
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path) ?? '';
    hashes[path] = contentHash(content);
    await writeSynced(join(folder, path), content, mode);
    folders.add(dirname(join(folder, path)));
  }
  // Made from the quads and checking itself, so the zone is the same zone with and without it: not among the hashes.
  const quads = files.get(QUADS_FILE);
  if (quads !== undefined)
    await writeSynced(join(folder, SNAPSHOT_FILE), buildSnapshot(quads), mode);
  const plain = Object.entries(hashes).filter(([path]) => !path.startsWith(CODED));
  const hash = contentHash(JSON.stringify(Object.fromEntries(plain)));
  const manifest = { hash, files: hashes };
  await writeSynced(join(folder, ZONE_FILE), `${JSON.stringify(manifest, null, 1)}\n`, mode);
  for (const one of folders) await syncFolder(one);
  return manifest;
}

/** Checks every file of a zone against the hashes. Throws CatalogError REVISION_DAMAGED. */
export async function verifyZone(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, hash] of Object.entries(files)) {
    const content = await readFile(join(folder, path)).catch((error: unknown) => {
      throw new CatalogError('REVISION_DAMAGED', { folder, cause: `${path} mangler` }, error);
    });
    if (contentHash(content) !== hash)
      throw new CatalogError('REVISION_DAMAGED', { folder, cause: `${path} er endret` });
  }
}
