/** `var/<catalogue>/held.json`: the revision that waits for a person, and what would go with it. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../store/atomic-file.js';
import type { Removal } from './portal-guard.js';

export interface HeldRevision {
  /** What it would be made from. */
  readonly input: string;
  readonly removed: readonly Removal[];
  /** Datasets and series that the portals have now. */
  readonly served: number;
}

export const HELD_FILE = 'held.json';

export async function readHeld(varFolder: string): Promise<HeldRevision | undefined> {
  const text = await readFile(join(varFolder, HELD_FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as HeldRevision);
}

/** Undefined: nothing waits. */
export async function noteHeld(varFolder: string, held: HeldRevision | undefined): Promise<void> {
  const path = join(varFolder, HELD_FILE);
  if (held) await writeAtomically(path, `${JSON.stringify(held, null, 1)}\n`);
  else await rm(path, { force: true });
}
