/** The high-value report, wired: over the current revision, another one, or the RDF at any address; and what it was last time. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT, type Catalogue } from './compose.js';
import { networkSource, publicFolder, type PortalRequest } from './compose-portal.js';
import { CatalogError } from './model/errors.js';
import type { HvdReport } from './model/hvd-report.js';
import type { LangText } from './model/lang-text.js';
import { EU_ACCEPT, EU_LIMITS, READABLE } from './portal/eu/contract.js';
import { hvdFaults } from './portal/hvd/hvd-text.js';
import { judgeHvd } from './portal/hvd/judge-hvd.js';
import { readPage } from './portal/rdf-page.js';
import { GraphIndex } from './rdf/graph-index.js';
import { parseTurtle } from './rdf/parse.js';
import { writeAtomically } from './store/atomic-file.js';
import { openPublicZone } from './store/public-zone.js';
import { snapshotOf } from './store/snapshot-build.js';
import type { Snapshot } from './store/snapshot.js';

export interface HvdOutcome {
  readonly report: HvdReport;
  /** What the Commission's queries miss, and what was better the last time. */
  readonly faults: readonly LangText[];
}

/** Throws CatalogError REVISION_MISSING, SOURCE_UNREACHABLE. */
export async function hvdOf(
  catalogue: Catalogue,
  { against, remembers, signal }: Omit<PortalRequest, 'portals' | 'now'>,
): Promise<HvdOutcome> {
  const isAddress = against !== undefined && URL.canParse(against);
  const snapshot = isAddress
    ? await fetched(catalogue, against, signal)
    : (await openPublicZone(await publicFolder(catalogue, against))).snapshot;
  const report = judgeHvd({ snapshot, categories: await categories() });
  if (against !== undefined) return { report, faults: hvdFaults(report) };
  const file = join(catalogue.varFolder, 'portal', 'hvd.json');
  const before = await readBefore(file);
  if (remembers) await writeAtomically(file, `${JSON.stringify(report)}\n`);
  return { report, faults: hvdFaults(report, before) };
}

async function fetched(catalogue: Catalogue, url: string, signal: AbortSignal): Promise<Snapshot> {
  const { timeoutMs, maxBytes } = EU_LIMITS;
  const page = await readPage(networkSource(url, catalogue.config.base, signal), url, {
    request: { accept: EU_ACCEPT, timeoutMs, maxBytes },
    readable: READABLE,
    isAccepted: (status) => status === 200,
    traps: { unreachable: '', status: '', type: '', syntax: '' },
  });
  if ('trap' in page) throw new CatalogError('SOURCE_UNREACHABLE', { url, cause: page.evidence });
  const { graph } = page;
  return snapshotOf([...graph.subjects()].flatMap((subject) => graph.about(subject)));
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
