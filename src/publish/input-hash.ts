/** Everything a revision depends on, as one hash: accepted states, catalogue files, vocabularies, shapes and the program. */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReviewedSource } from '../review/accepted-states.js';

/** Paths below each root go into the hash by their relative name, so that the same input hashes alike on every machine. */
export function inputHash(
  reviewed: readonly ReviewedSource[],
  roots: readonly (readonly [root: string, paths: readonly string[]])[],
): string {
  const hash = createHash('sha256');
  for (const { source, accepted } of reviewed) {
    hash.update(
      `${source} ${accepted?.raw ?? ''} ${accepted?.quads ?? ''} ${accepted?.changedAt ?? ''}\n`,
    );
  }
  for (const [root, paths] of roots) hashFiles(hash, root, paths);
  return hash.digest('hex');
}

/** The files of a folder as one hash: another version of a program gives another. */
export function folderHash(folder: string): string {
  const hash = createHash('sha256');
  hashFiles(hash, folder, ['.']);
  return hash.digest('hex');
}

function hashFiles(hash: Hash, root: string, paths: readonly string[]): void {
  for (const name of paths.flatMap((path) => filesAt(root, path))) {
    const content = readFileSync(join(root, name));
    hash.update(`${name}\n${content.byteLength}\n`).update(content);
  }
}

function filesAt(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
}
