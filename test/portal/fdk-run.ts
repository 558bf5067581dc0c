/** One harvest by data.norge.no of a text or an answer, over HTTP. */
import { instant } from '../../src/model/instant.js';
import { FDK_KINDS, type FdkKind, type FdkLimits } from '../../src/portal/fdk/contract.js';
import { judgeFdk, type FdkOutcome } from '../../src/portal/fdk/judge.js';
import type { History } from '../../src/portal/fdk/history.js';
import { portalServer, type Respond } from './portal-server.js';

export const NOW = instant('2026-11-22T12:00:00Z');
export const NO_HISTORY: History = { held: undefined, elsewhere: [] };

export interface Harvest {
  readonly accept?: string;
  readonly portal?: FdkKind['portal'];
  readonly history?: History;
  readonly limits?: FdkLimits;
}

export async function harvest(
  answer: string | Respond,
  options: Harvest = {},
): Promise<FdkOutcome> {
  const server = await portalServer({ '/feed': answer });
  const { accept = 'text/turtle', portal = 'fdk', history = NO_HISTORY, limits } = options;
  try {
    return await judgeFdk(server.source, {
      ...{ kind: FDK_KINDS[portal], url: `${server.origin}/feed`, accept, history, now: NOW },
      ...(limits ? { limits } : {}),
    });
  } finally {
    await server.close();
  }
}

/** Ids of the traps, most hurtful first. */
export async function trapsOf(answer: string | Respond, options?: Harvest): Promise<string[]> {
  return (await harvest(answer, options)).verdict.traps.map(({ id }) => id);
}
