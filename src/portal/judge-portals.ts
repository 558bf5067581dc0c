/** One run of the twin over several portals: each reads its own address and compares with what it holds. */
import type { Instant } from '../model/instant.js';
import type { PortalId, PortalReport, PortalVerdict } from '../model/portal-report.js';
import { judgeEu } from './eu/judge.js';
import { FDK_KINDS, type FdkKind } from './fdk/contract.js';
import { judgeFdk } from './fdk/judge.js';
import { judgeGoogle } from './google/judge.js';
import {
  heldElsewhere,
  heldFrom,
  remembered,
  type Harvested,
  type PortalMemories,
} from './memory.js';
import { judgeRegister } from './register/judge.js';
import { scorer, type ScoreRules } from './score.js';
import type { Source } from './source.js';

/** What a portal has registered; undefined where there is nothing for it. */
export type PortalAddresses = Readonly<Partial<Record<PortalId | 'oai', string>>>;

export interface PortalRun {
  readonly source: Source;
  readonly addresses: PortalAddresses;
  readonly portals: readonly PortalId[];
  readonly memories: PortalMemories;
  /** The portals have these addresses: another one with the same catalogue would be in conflict with them. */
  readonly isRegistered: boolean;
  /** Nothing is fetched for the score: what is known of addresses and conformity is part of it. */
  readonly rules: ScoreRules;
  readonly now: Instant;
  /** Only what answers on this machine: no portal can reach it, so it is in nobody's way. */
  readonly isLocal?: boolean;
}
export interface PortalOutcome {
  readonly report: PortalReport;
  readonly memories: PortalMemories;
}

export async function judgePortals(run: PortalRun): Promise<PortalOutcome> {
  const portals: PortalVerdict[] = [];
  let memories = run.memories;
  for (const portal of run.portals) {
    const url = run.addresses[portal];
    if (url === undefined) continue;
    const { verdict, found } = await judgeOne(portal, url, run);
    portals.push(verdict);
    if (!found) continue;
    const { isRegistered } = run;
    const memory = remembered(memories[portal] ?? {}, url, { found, isRegistered });
    memories = { ...memories, [portal]: memory };
  }
  return { report: { portals }, memories };
}

interface Judged {
  readonly verdict: PortalVerdict;
  /** What the portal will hold; undefined for those that keep nothing, and when it could not read. */
  readonly found?: Harvested;
}

async function judgeOne(portal: PortalId, url: string, run: PortalRun): Promise<Judged> {
  const { source, addresses, now } = run;
  switch (portal) {
    case 'fdk':
    case 'fdk-services':
      return judgeFdk(source, fdkRun(FDK_KINDS[portal], url, run));
    case 'eu':
      return judgeEu(source, {
        ...{ url, now, held: heldFrom(run.memories.eu ?? {}, url, now) },
        ...(addresses.oai === undefined ? {} : { oai: addresses.oai }),
        score: scorer('eu', run.rules),
      });
    case 'google':
      return { verdict: await judgeGoogle(source, { url, isDatasetPage }) };
    case 'register':
      return { verdict: await judgeRegister(source, url) };
  }
}

function fdkRun(kind: FdkKind, url: string, run: PortalRun): Parameters<typeof judgeFdk>[1] {
  const memory = run.memories[kind.portal] ?? {};
  const elsewhere = run.isLocal ? [] : heldElsewhere(memory, url, run.now);
  return {
    ...{ kind, url, now: run.now },
    accept: 'text/turtle',
    history: { held: heldFrom(memory, url, run.now), elsewhere },
    ...(kind.portal === 'fdk' ? { score: scorer('no', run.rules) } : {}),
  };
}

/** As catalogues name them in their addresses, ours and others'. */
function isDatasetPage(url: string): boolean {
  return /\/(datasett?|datasets)\/[^/]/i.test(url);
}

/** The addresses of a catalogue of this program. */
export function addressesBelow(base: string): Required<PortalAddresses> {
  return {
    fdk: `${base}feed/fdk.ttl`,
    'fdk-services': `${base}feed/fdk-tjenester.ttl`,
    eu: `${base}katalog?side=1`,
    oai: `${base}oai`,
    google: `${base}sitemap.xml`,
    register: `${base}katalog`,
  };
}

/**
 * Of any address: one that ends with a slash is a catalogue like ours; another is one document, registered with all that read RDF,
 * or a sitemap, with the search engine.
 */
export function addressesOf(url: string): PortalAddresses {
  if (url.endsWith('/')) return addressesBelow(url);
  if (/\.xml(\?|$)/i.test(url)) return { google: url };
  return { fdk: url, eu: url, register: url };
}
