/** Reading files below the catalogue's own folder; a path that leaves it is refused (X4). */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { CatalogError } from '../model/errors.js';

export interface CatalogueFiles {
  /** Throws CatalogError FILE_MISSING or FILE_UNREADABLE. */
  read(path: string): Promise<Uint8Array>;
  /** Paths of files in a folder with one of the endings, sorted; the path itself when it is a file. */
  list(path: string, endings: readonly string[]): Promise<string[]>;
}

export function catalogueFiles(root: string): CatalogueFiles {
  const inside = (path: string): string => {
    const full = resolve(root, path);
    if (full !== resolve(root) && !full.startsWith(resolve(root) + sep)) {
      throw new CatalogError('FILE_UNREADABLE', { file: path, cause: 'utenfor katalogmappen' });
    }
    return full;
  };
  const failure = (path: string, error: unknown): CatalogError =>
    isMissing(error)
      ? new CatalogError('FILE_MISSING', { file: path }, error)
      : new CatalogError('FILE_UNREADABLE', { file: path, cause: String(error) }, error);

  return {
    async read(path) {
      const full = inside(path);
      return readFile(full).catch((error: unknown) => {
        throw failure(path, error);
      });
    },
    async list(path, endings) {
      const full = inside(path);
      const found = await stat(full).catch((error: unknown) => {
        throw failure(path, error);
      });
      if (found.isFile()) return [path];
      const names = await readdir(full, { recursive: true });
      return names
        .filter((name) => endings.some((ending) => name.endsWith(ending)))
        .map((name) => relative(root, join(full, name)).split(sep).join('/'))
        .sort();
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
