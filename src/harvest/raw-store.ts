/** Raw records, content-addressed: what a source said after `reduce`, so that a run can be replayed offline. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../model/instant.js';
import { writeAtomically } from '../store/atomic-file.js';
import { isRejection, type Fetched, type RawRecord } from './harvester.js';

export type KeptRecord = RawRecord & { readonly missingSince?: Instant };
export type Kept = Fetched & { readonly missingSince?: Instant };

export class RawStore {
  readonly #folder: string;

  constructor(varFolder: string) {
    this.#folder = join(varFolder, 'raw');
  }

  /** Keeps the records and returns their hash. The same records in another order give the same hash. */
  async keep(records: readonly Kept[], write = true): Promise<string> {
    const text = inOrder(records)
      .map((record) => `${JSON.stringify(record)}\n`)
      .join('');
    const hash = createHash('sha256').update(text).digest('hex');
    if (write) await writeAtomically(join(this.#folder, `${hash}.ndjson`), text);
    return hash;
  }

  /** Drops what no state names any more: raw records hold more than is published, so none lies about (safety N4). */
  async prune(named: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      if (!named.has(name.replace(/\.ndjson$/, '')))
        await rm(join(this.#folder, name), { force: true });
    }
  }

  async read(hash: string): Promise<Kept[]> {
    const text = await readFile(join(this.#folder, `${hash}.ndjson`), 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Kept);
  }
}

/** The order in which records are kept, and therefore mapped: by type and key, whatever order the source gave (H10). */
export function inOrder(records: readonly Kept[]): Kept[] {
  return [...records].sort(
    (a, b) =>
      compare(a.type, b.type) ||
      compare(a.key, b.key) ||
      Number(isRejection(a)) - Number(isRejection(b)),
  );
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
