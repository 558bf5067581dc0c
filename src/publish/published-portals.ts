/**
 * What the portals will do with the feeds of a revision that is about to be published: the same judgement as `npm run portal`,
 * on the files themselves. What of it depends on the public content alone is published too (`portaler.json`, C6).
 */
import type { FeedFiles, FeedInput } from '../feed/feed-files.js';
import { pageFile } from '../feed/pages.js';
import type { Instant } from '../model/instant.js';
import type { PortalReport } from '../model/portal-report.js';
import { addressesBelow, judgePortals, type PortalOutcome } from '../portal/judge-portals.js';
import type { PortalMemories } from '../portal/memory.js';
import { turtleSource } from '../portal/other-sources.js';
import type { ScoreRules } from '../portal/score.js';
import { HISTORY_TRAPS } from '../portal/traps/table.js';

/** Google and the register read what the site makes of the files. */
export const PUBLISHED_PORTALS = ['fdk', 'fdk-services', 'eu'] as const;

export interface PublishedPortalsSetup {
  readonly rules: ScoreRules;
  readonly memories: PortalMemories;
  readonly now: Instant;
}

export async function publishedPortals(
  { base, view }: FeedInput,
  feeds: () => FeedFiles,
  { rules, memories, now }: PublishedPortalsSetup,
): Promise<PortalOutcome> {
  const files = feeds();
  const read = (path: string): Promise<Uint8Array | undefined> => {
    const content = files.get(fileOf(path));
    return Promise.resolve(content && Buffer.concat([...content()].map(bytesOf)));
  };
  const { 'fdk-services': services, ...others } = addressesBelow(base);
  const hasServices = view.services.length > 0;
  return judgePortals({
    ...{ portals: PUBLISHED_PORTALS, memories, rules, now, isRegistered: true },
    source: turtleSource(base, read),
    // Without the network there is no OAI-PMH to ask.
    addresses: {
      fdk: others.fdk,
      eu: others.eu,
      ...(hasServices ? { 'fdk-services': services } : {}),
    },
  });
}

function bytesOf(piece: string | Uint8Array): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece) : piece;
}

/** A page as Turtle, whatever else it is offered in. */
function fileOf(path: string): string {
  const page = /^katalog\?side=(\d+)$/.exec(path)?.[1];
  return page === undefined ? path : pageFile(Number(page), 'ttl');
}

/** Without what hangs on the past of this installation. */
export function publicPortals({ portals }: PortalReport): PortalReport {
  return {
    portals: portals.map(({ portal, title, url, isRead, members, empty, shared, traps }) => ({
      ...{ portal, title, url, isRead, members, empty, shared },
      traps: traps.filter(({ id }) => !HISTORY_TRAPS.has(id)),
    })),
  };
}
