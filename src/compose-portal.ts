/**
 * The portal twin, wired: what is judged (the current revision, another one, any address), what is remembered of it, and the
 * site in a process of its own, so that our feeds are read as they are served.
 */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT, SITE_PROGRAM, type Catalogue } from './compose.js';
import { addressKind } from './harvest/address-guard.js';
import { nodeEgress } from './harvest/node-egress.js';
import { CatalogError } from './model/errors.js';
import type { Instant } from './model/instant.js';
import type { PortalId, PortalReport } from './model/portal-report.js';
import { egressSource } from './portal/egress-source.js';
import {
  addressesBelow,
  addressesOf,
  judgePortals,
  type PortalRun,
} from './portal/judge-portals.js';
import { readMemories, writeMemories } from './portal/memory.js';
import { relocated } from './portal/other-sources.js';
import type { Source } from './portal/source.js';
import { ownFiles, publicEvidence, type Conformity } from './publish/public-quality.js';
import type { Evidence } from './quality/check.js';
import { readMetrics, type Metrics } from './quality/metrics.js';
import { GraphIndex } from './rdf/graph-index.js';
import { parseTurtle } from './rdf/parse.js';
import { ZONE_FILE, type ZoneManifest } from './store/zone-writer.js';

export interface PortalRequest {
  readonly portals: readonly PortalId[];
  /** Number of a revision, or an address; the current revision without it. */
  readonly against?: string;
  /** False to leave the memory as it is. */
  readonly remembers: boolean;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

/** Throws CatalogError REVISION_MISSING. */
export async function portalReport(
  catalogue: Catalogue,
  request: PortalRequest,
): Promise<PortalReport> {
  const { against } = request;
  return against !== undefined && URL.canParse(against)
    ? judgeAddress(catalogue, against, request)
    : judgeRevision(catalogue, request);
}

/** Served by the site's own program for as long as the run takes, and read as if it were at its published address. */
async function judgeRevision(catalogue: Catalogue, request: PortalRequest): Promise<PortalReport> {
  const { base } = catalogue.config;
  const folder = await publicFolder(catalogue, request.against);
  const site = await startSite(folder, request.signal);
  try {
    const source = relocated(
      networkSource(site.origin, base, request.signal),
      base,
      `${site.origin}/`,
    );
    // What another revision would do is only asked: what is published is remembered.
    const remembers = request.remembers && request.against === undefined;
    return await judge(
      catalogue,
      { ...request, remembers },
      {
        source,
        addresses: addressesBelow(base),
        evidence: await evidenceOf(folder, base),
        metrics: catalogue.checker.metrics,
        isRegistered: true,
      },
    );
  } finally {
    site.stop();
  }
}

function judgeAddress(
  catalogue: Catalogue,
  address: string,
  request: PortalRequest,
): Promise<PortalReport> {
  const { hostname } = new URL(address);
  return judge(catalogue, request, {
    source: networkSource(address, catalogue.config.base, request.signal),
    addresses: addressesOf(address),
    evidence: NOTHING_KNOWN,
    metrics: readMetrics(ONTOLOGY),
    isRegistered: false,
    isLocal: hostname === 'localhost' || addressKind(hostname) === 'loopback',
  });
}

interface Target extends Pick<PortalRun, 'source' | 'addresses' | 'isRegistered' | 'isLocal'> {
  readonly evidence: Evidence;
  /** What can be attained: our own feed leaves out what the bridge takes away. */
  readonly metrics: Metrics;
}

async function judge(
  catalogue: Catalogue,
  { portals, remembers, now }: PortalRequest,
  { evidence, metrics, ...target }: Target,
): Promise<PortalReport> {
  const memories = await readMemories(catalogue.varFolder, portals);
  const rules = { metrics, evidence, codes: await codeLists() };
  const outcome = await judgePortals({ ...target, portals, memories, rules, now });
  if (remembers) await writeMemories(catalogue.varFolder, outcome.memories);
  return outcome.report;
}

const ONTOLOGY = join(PROJECT_ROOT, 'ontology');
/** The lists that points are given by. */
const CODE_LISTS = ['eu-access-right', 'eu-file-type', 'eu-licence'] as const;

async function codeLists(): Promise<GraphIndex> {
  const files = CODE_LISTS.map((name) => join(ONTOLOGY, 'vocab', `${name}.ttl`));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return new GraphIndex(
    texts.flatMap((text, at) => parseTurtle(text, { file: files[at] ?? '' }).quads),
  );
}

const NOTHING_KNOWN: Evidence = { status: () => undefined, compliance: () => undefined };

/** What is known of our own revision: which files answer, and how each dataset stood when it was published. */
async function evidenceOf(folder: string, base: string): Promise<Evidence> {
  const { files } = JSON.parse(await readFile(join(folder, ZONE_FILE), 'utf8')) as ZoneManifest;
  const paths = new Set(Object.keys(files).flatMap((path) => /^fil\/(.*)$/s.exec(path)?.[1] ?? []));
  const file = join(folder, '..', 'internal', 'conformity.json');
  const conformity = existsSync(file)
    ? (JSON.parse(await readFile(file, 'utf8')) as Conformity)
    : {};
  return publicEvidence(conformity, ownFiles(base, paths));
}

/** Any public host, since feeds lead on; of this machine and its network only the origin that is named. */
export function networkSource(address: string, base: string, signal: AbortSignal): Source {
  const { protocol, hostname, port } = new URL(address);
  const origin = `${protocol}//${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
  const limits = { connectMs: 10 * 60_000, idleMs: 10 * 60_000 };
  const egress = nodeEgress({
    origins: [origin],
    anyPublic: true,
    userAgent: `datavev (${base})`,
    limits,
  });
  return egressSource(egress, { signal, now: () => performance.now() });
}

/** Of the current revision, or of one that still lies on disk. Throws CatalogError REVISION_MISSING. */
export async function publicFolder(
  catalogue: Catalogue,
  number: string | undefined,
): Promise<string> {
  const current = await catalogue.current();
  if (!current) throw new CatalogError('REVISION_MISSING');
  const name = number?.padStart(6, '0');
  const folder = name === undefined ? current.folder : join(current.folder, '..', name);
  const zone = join(folder, 'public');
  if (!existsSync(zone)) throw new CatalogError('REVISION_MISSING');
  return zone;
}

interface RunningSite {
  readonly origin: string;
  stop(): void;
}

function startSite(folder: string, signal: AbortSignal): Promise<RunningSite> {
  const child = fork(
    SITE_PROGRAM.file,
    ['--public', folder, '--port', '0', '--host', '127.0.0.1'],
    {
      execArgv: [...SITE_PROGRAM.execArgv],
      // Nothing of the operator's environment (promise 1, W5).
      env: {},
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  return new Promise((resolve, reject) => {
    child.once('message', ({ port, error }: { port?: number; error?: string }) => {
      if (port === undefined) reject(new Error(`the site did not start: ${error ?? 'no port'}`));
      else resolve({ origin: `http://127.0.0.1:${port}`, stop });
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      reject(new Error(`the site ended with ${String(code)}`));
    });
  });
}
