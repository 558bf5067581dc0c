/** The high-value report, wired: over the current revision, another one, or the RDF at any address; and what it was last time. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT, type Catalogue } from './compose.js';
import { networkSource, publicFolder, type PortalRequest } from './compose-portal.js';
import type { HvdReport } from './model/hvd-report.js';
import type { LangText } from './model/lang-text.js';
import { EU_ACCEPT, READABLE } from './portal/eu/contract.js';
import { hvdFaults, hvdUnread } from './portal/hvd/hvd-text.js';
import { judgeHvd } from './portal/hvd/judge-hvd.js';
import { addressesOf } from './portal/judge-portals.js';
import { readPage } from './portal/rdf-page.js';
import { REGISTER_LIMITS } from './portal/register/judge.js';
import { GraphIndex } from './rdf/graph-index.js';
import { parseTurtle } from './rdf/parse.js';
import { writeAtomically } from './store/atomic-file.js';
import { openPublicZone } from './store/public-zone.js';
import { snapshotOf } from './store/snapshot-build.js';
import type { Snapshot } from './store/snapshot.js';

export interface HvdOutcome {
  /** Undefined when the address could not be read. */
  readonly report?: HvdReport;
  /** What the Commission's queries miss, and what was better the last time; or why nothing could be read. */
  readonly faults: readonly LangText[];
}

/** Throws CatalogError REVISION_MISSING. */
export async function hvdOf(
  catalogue: Catalogue,
  { against, remembers, signal }: Omit<PortalRequest, 'portals' | 'now'>,
): Promise<HvdOutcome> {
  if (against !== undefined && URL.canParse(against)) {
    const found = await fetched(catalogue, against, signal);
    return 'unread' in found
      ? { faults: [found.unread] }
      : outcomeOf(await reportOf(found.snapshot));
  }
  const { snapshot } = await openPublicZone(await publicFolder(catalogue, against));
  const report = await reportOf(snapshot);
  if (against !== undefined) return outcomeOf(report);
  const file = join(catalogue.varFolder, 'portal', 'hvd.json');
  const before = await readBefore(file);
  if (remembers) await writeAtomically(file, `${JSON.stringify(report)}\n`);
  return outcomeOf(report, before);
}

function outcomeOf(report: HvdReport, before?: HvdReport): HvdOutcome {
  return { report, faults: hvdFaults(report, before) };
}

async function reportOf(snapshot: Snapshot): Promise<HvdReport> {
  return judgeHvd({ snapshot, categories: await categories() });
}

/** The whole catalogue, as a register reads it. */
async function fetched(
  catalogue: Catalogue,
  address: string,
  signal: AbortSignal,
): Promise<{ readonly snapshot: Snapshot } | { readonly unread: LangText }> {
  const url = addressesOf(address).register ?? address;
  const { timeoutMs, maxBytes } = REGISTER_LIMITS;
  const page = await readPage(networkSource(url, catalogue.config.base, signal), url, {
    request: { accept: EU_ACCEPT, timeoutMs, maxBytes },
    readable: READABLE,
    isAccepted: (status) => status === 200,
    traps: { unreachable: '', status: '', type: '', syntax: '' },
  });
  if ('trap' in page) return { unread: hvdUnread(page.evidence) };
  const { graph } = page;
  return { snapshot: snapshotOf([...graph.subjects()].flatMap((subject) => graph.about(subject))) };
}

async function categories(): Promise<GraphIndex> {
  const file = join(PROJECT_ROOT, 'ontology', 'vocab', 'hvd-categories.ttl');
  return new GraphIndex(parseTurtle(await readFile(file, 'utf8'), { file }).quads);
}

/** Undefined before the first run. */
async function readBefore(file: string): Promise<HvdReport | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as HvdReport;
  } catch {
    return undefined;
  }
}
