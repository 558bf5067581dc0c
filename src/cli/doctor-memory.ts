/** Does the pool of queries fit into this machine (safety D1, performance.md PF2.2)? */
import { totalmem } from 'node:os';
import type { Catalogue } from '../compose.js';
import { siteQueryMemory } from '../compose-query.js';
import type { Check } from './doctor.js';

/** Pages, harvests and the rest of the machine have the other half. */
const SHARE = 1 / 2;

export async function queryMemory(catalogue: Catalogue, folder: string): Promise<Check> {
  const { children } = catalogue.config.settings.sparql;
  const { idleBytes, mostBytes } = await siteQueryMemory(folder, children);
  const room = (process.constrainedMemory() || totalmem()) * SHARE;
  return {
    name: 'sparql.children',
    ok: mostBytes <= room,
    found: `${children} (+ 1): ${gigabytes(idleBytes)} – ${gigabytes(mostBytes)} / ${gigabytes(room)}`,
    advice: 'Velg færre i catalog.yaml / Choose fewer in catalog.yaml',
  };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}
