/** Opens the public folder of a revision: checked file by file, then loaded. The public process opens nothing else (C1). */
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { CatalogError } from '../model/errors.js';
import type { ApiDescriptions } from '../model/api-description.js';
import type { Change } from '../model/change.js';
import type { CoverageReport } from '../model/coverage-report.js';
import type { PublicFinding } from '../model/finding.js';
import type { HvdReport } from '../model/hvd-report.js';
import type { PortalReport } from '../model/portal-report.js';
import type { PreviewProfile } from '../model/preview.js';
import type { QualityReport } from '../model/quality-report.js';
import type { QualityDay } from '../model/quality-trend.js';
import type { SearchFile } from '../model/search-file.js';
import { PUBLIC_GRAPHS, type SiteSettings } from '../model/site-settings.js';
import { SNAPSHOT_FILE, verifyZone } from './revisions.js';
import { SnapshotGraph } from './snapshot-graph.js';
import { loadSnapshot, type OnRebuild } from './snapshot-load.js';
import { DEFAULT_GRAPH_ID, graphMask, type Snapshot } from './snapshot.js';
import { ZONE_FILE, type ZoneManifest } from './zone-writer.js';

export interface PublicZone {
  /** Real path: it does not move when the pointer does, so a reader keeps the revision it began with. */
  readonly folder: string;
  /** SHA-256 of the public content; the same content in a later revision has the same hash. */
  readonly hash: string;
  /** Path below the folder → SHA-256. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings: SiteSettings;
  /** Of all its graphs; it lives as long as somebody reads it (PF1.9). */
  readonly snapshot: Snapshot;
  /** Absent in a revision that an older version wrote. */
  readonly quality?: QualityReport;
  readonly trend?: readonly QualityDay[];
  readonly coverage?: CoverageReport;
  readonly findings?: readonly PublicFinding[];
  readonly hvd?: HvdReport;
  readonly portals?: PortalReport;
  /** What descriptions of data services say, for their explorers. */
  readonly apis?: ApiDescriptions;
  /** What is known of the columns of data files, by distribution. */
  readonly previews?: readonly PreviewProfile[];
  /** The change log as far as it is public, oldest first. */
  readonly changes: readonly Change[];
  /** What the search index is loaded from. */
  readonly search?: SearchFile;
}

/** One change a line. */
export const CHANGES_FILE = 'endringer.ndjson';
/** What the search index is loaded from. */
export const SEARCH_FILE = 'sok.json';
/** High-value datasets: what is ready, and what the Commission's queries find. */
export const HVD_FILE = 'hvd.json';
/** What descriptions of data services say. */
export const APIS_FILE = 'api.json';
/** What is known of the columns of data files; the rows that are shown are each in a file of their own. */
export const PREVIEWS_FILE = 'forhandsvisninger.json';
/** How quality has moved. */
export const TREND_DAYS_FILE = 'kvalitet-utvikling.json';
/** What the portals make of the feeds. */
export const PORTALS_FILE = 'portaler.json';

/** Where the preview of a distribution is, below the zone; undefined for what has an unusual name. */
export function previewFile(
  base: string,
  distribution: string,
  extension: 'json' | 'csvw.json',
): string | undefined {
  const prefix = `${base}id/distribusjon/`;
  const key = distribution.startsWith(prefix) ? distribution.slice(prefix.length) : '';
  return /^[\w~%-][\w.~%-]{0,199}$/.test(key) ? `forhandsvisning/${key}.${extension}` : undefined;
}

/** Throws CatalogError REVISION_MISSING or REVISION_DAMAGED. Told of an index file that was of no use. */
export async function openPublicZone(pointer: string, onRebuild?: OnRebuild): Promise<PublicZone> {
  const folder = await realpath(pointer).catch((error: unknown) => {
    throw new CatalogError('REVISION_MISSING', {}, error);
  });
  const manifest = await readZoneManifest(folder);
  await verifyZone(folder, manifest.files);
  const json = async (name: string): Promise<unknown> =>
    Object.hasOwn(manifest.files, name)
      ? JSON.parse(await readFile(join(folder, name), 'utf8'))
      : undefined;
  const quality = (await json('kvalitet.json')) as QualityReport | undefined;
  const trend = (await json(TREND_DAYS_FILE)) as readonly QualityDay[] | undefined;
  const findings = (await json('funn.json')) as readonly PublicFinding[] | undefined;
  const coverage = (await json('dekning.json')) as CoverageReport | undefined;
  const search = (await json(SEARCH_FILE)) as SearchFile | undefined;
  const hvd = (await json(HVD_FILE)) as HvdReport | undefined;
  const previews = (await json(PREVIEWS_FILE)) as readonly PreviewProfile[] | undefined;
  const portals = (await json(PORTALS_FILE)) as PortalReport | undefined;
  const apis = (await json(APIS_FILE)) as ApiDescriptions | undefined;
  const log = Object.hasOwn(manifest.files, CHANGES_FILE)
    ? await readFile(join(folder, CHANGES_FILE), 'utf8')
    : '';
  return {
    folder,
    hash: manifest.hash,
    files: manifest.files,
    settings: (await json('site.json')) as SiteSettings,
    snapshot: await loadSnapshot(join(folder, SNAPSHOT_FILE), onRebuild),
    changes: parseChanges(log),
    ...(quality ? { quality } : {}),
    ...(trend ? { trend } : {}),
    ...(coverage ? { coverage } : {}),
    ...(findings ? { findings } : {}),
    ...(search ? { search } : {}),
    ...(hvd ? { hvd } : {}),
    ...(portals ? { portals } : {}),
    ...(previews ? { previews } : {}),
    ...(apis ? { apis } : {}),
  };
}

export function parseChanges(text: string): Change[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Change);
}

export function formatChanges(changes: readonly Change[]): string {
  return changes.map((change) => `${JSON.stringify(change)}\n`).join('');
}

type Graphs = Pick<PublicZone, 'snapshot' | 'settings'>;

/** Everything public but the tombstones. */
export function livingGraph({ snapshot, settings }: Graphs): SnapshotGraph {
  const dead = snapshot.terms.idOfIri(settings.base + PUBLIC_GRAPHS.tombstones);
  const living = new Set([...snapshot.graphs, DEFAULT_GRAPH_ID].filter((id) => id !== dead));
  return new SnapshotGraph(snapshot, graphMask(snapshot, living));
}

/** The catalogue and its information models, without codes and terms. */
export function catalogueGraph({ snapshot, settings }: Graphs): SnapshotGraph {
  const models = `${settings.base}${PUBLIC_GRAPHS.models}/`;
  const catalogue = snapshot.terms.idOfIri(settings.base + PUBLIC_GRAPHS.catalogue);
  const ids = snapshot.graphs.filter(
    (id) => id === catalogue || snapshot.terms.value(id).startsWith(models),
  );
  return new SnapshotGraph(snapshot, graphMask(snapshot, new Set(ids)));
}

/** One of the graphs; empty when the zone does not have it. */
export function publicGraph(
  { snapshot, settings }: Graphs,
  name: (typeof PUBLIC_GRAPHS)[keyof typeof PUBLIC_GRAPHS],
): SnapshotGraph {
  const id = snapshot.terms.idOfIri(settings.base + name);
  return new SnapshotGraph(snapshot, graphMask(snapshot, new Set([id])));
}

/** The hash alone, to see whether anything public has changed. */
export async function publicHash(pointer: string): Promise<string> {
  return (await readZoneManifest(pointer)).hash;
}

async function readZoneManifest(folder: string): Promise<ZoneManifest> {
  try {
    return JSON.parse(await readFile(join(folder, ZONE_FILE), 'utf8')) as ZoneManifest;
  } catch (error) {
    throw new CatalogError(
      'REVISION_DAMAGED',
      { folder, cause: `${ZONE_FILE} kan ikke leses` },
      error,
    );
  }
}
