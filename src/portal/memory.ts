/**
 * What a portal holds, as far as we know: `var/<catalogue>/portal/<portal>.json`. Portals harvest at night, so what was last
 * published on an earlier day is what they have, however often it was published.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../model/instant.js';
import type { PortalId } from '../model/portal-report.js';
import { writeAtomically } from '../store/atomic-file.js';

export interface Harvested {
  readonly at: Instant;
  readonly catalogues: readonly string[];
  /** Member → hash of its description. */
  readonly members: Readonly<Record<string, string>>;
  /** Members that were here once. */
  readonly gone: readonly string[];
  /** Member → its `dct:identifier`, where it has one: to tell a renamed member from a new one. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** Node that several share → hash of what is said of it. */
  readonly shared: Readonly<Record<string, string>>;
  readonly score?: number;
}
interface Remembered {
  /** The portal has this address, and so others may conflict with it; else it was only tried. */
  readonly isRegistered: boolean;
  readonly latest: Harvested;
  /** As of the last night before `latest`. */
  readonly before?: Harvested;
}

/** Address → what was found there. */
export type PortalMemory = Readonly<Record<string, Remembered>>;

/** What the portal holds from the address at this moment; undefined before its first night. */
export function heldFrom(memory: PortalMemory, url: string, now: Instant): Harvested | undefined {
  const entry = memory[url];
  if (!entry) return undefined;
  return dayOf(entry.latest.at) < dayOf(now) ? entry.latest : entry.before;
}

/** What it holds from other registered addresses. */
export function heldElsewhere(
  memory: PortalMemory,
  url: string,
  now: Instant,
): { readonly url: string; readonly held: Harvested }[] {
  return Object.keys(memory)
    .filter((other) => other !== url && memory[other]?.isRegistered)
    .sort()
    .flatMap((other) => {
      const held = heldFrom(memory, other, now);
      return held ? [{ url: other, held }] : [];
    });
}

export function remembered(
  memory: PortalMemory,
  url: string,
  { found, isRegistered }: { found: Harvested; isRegistered: boolean },
): PortalMemory {
  const before = heldFrom(memory, url, found.at);
  const entry = { isRegistered, latest: found, ...(before ? { before } : {}) };
  return { ...memory, [url]: entry };
}

export type PortalMemories = Readonly<Partial<Record<PortalId, PortalMemory>>>;

/** Empty where there is none yet; a file that cannot be read is none. */
export async function readMemories(
  varFolder: string,
  portals: readonly PortalId[],
): Promise<PortalMemories> {
  const read = async (portal: PortalId): Promise<PortalMemory> => {
    try {
      return JSON.parse(await readFile(fileOf(varFolder, portal), 'utf8')) as PortalMemory;
    } catch {
      return {};
    }
  };
  return Object.fromEntries(
    await Promise.all(portals.map(async (portal) => [portal, await read(portal)] as const)),
  );
}

export async function writeMemories(varFolder: string, memories: PortalMemories): Promise<void> {
  for (const [portal, memory] of Object.entries(memories))
    if (Object.keys(memory).length > 0)
      await writeAtomically(fileOf(varFolder, portal), `${JSON.stringify(memory)}\n`);
}

function fileOf(varFolder: string, portal: string): string {
  return join(varFolder, 'portal', `${portal}.json`);
}

function dayOf(at: Instant): string {
  return at.slice(0, 10);
}
