/** The files of a revision's two zones. `public/` holds all that the public process ever sees: nothing else is handed to it. */
import type { Assembly } from '../assemble/assembly.js';
import type { FeedFiles } from '../feed/feed-files.js';
import type { ApiDescriptions } from '../model/api-description.js';
import type { Change } from '../model/change.js';
import type { CoverageReport } from '../model/coverage-report.js';
import type { HvdReport } from '../model/hvd-report.js';
import type { PortalReport } from '../model/portal-report.js';
import type { SiteSettings } from '../model/site-settings.js';
import { hvdCsv } from '../portal/hvd/hvd-text.js';
import { coverageCsv } from '../quality/coverage-text.js';
import { canonicalBytes } from '../rdf/canonical.js';
import type { SearchFile } from '../model/search-file.js';
import { serialize } from '../rdf/serialize.js';
import type { FileContent } from '../store/atomic-file.js';
import {
  APIS_FILE,
  CHANGES_FILE,
  formatChanges,
  HVD_FILE,
  PORTALS_FILE,
  SEARCH_FILE,
  TREND_DAYS_FILE,
} from '../store/public-zone.js';
import { QUADS_FILE } from '../store/revisions.js';
import type { SourceAccount } from './accounting.js';
import type { PublicVocabulary } from './public-vocabulary.js';
import type { Finding, PublicFinding } from '../model/finding.js';
import type { Conformity, PublicQuality } from './public-quality.js';
import { LOG_FILE, REGISTRY_FILE } from './past.js';
import type { PublicContent, PublicGraphs } from './public-graphs.js';
import {
  formatTrend,
  publicTrend,
  TREND_FILE,
  trendCsv,
  type TrendPoint,
} from './quality-trend.js';
import { formatRegistry, type RegistryEntry } from './registry.js';
import { reportGraph } from './report-graph.js';

export interface InternalParts {
  readonly findings: readonly Finding[];
  readonly registry: readonly RegistryEntry[];
  /** A copy of the public one, which goes on when the public folder is lost. */
  readonly log: readonly Change[];
  readonly accounts: readonly SourceAccount[];
  readonly conformity: Conformity;
  readonly trend: readonly TrendPoint[];
}

/** Each is made when it is asked for, and in memory no longer than it takes to write it. */
export function* internalFiles(
  assembly: Assembly,
  parts: InternalParts,
): Generator<readonly [string, FileContent]> {
  const { stated, inferred, provenance, reference } = assembly;
  yield [QUADS_FILE, canonicalBytes([...stated, ...inferred, ...provenance, ...reference])];
  yield ['findings.json', `${JSON.stringify(parts.findings, null, 1)}\n`];
  yield ['validation-report.nq', canonicalBytes(reportGraph(assembly.base, parts.findings))];
  yield ['accounts.json', `${JSON.stringify(parts.accounts, null, 1)}\n`];
  yield [REGISTRY_FILE, formatRegistry(parts.registry)];
  yield [LOG_FILE, formatChanges(parts.log)];
  yield ['conformity.json', `${JSON.stringify(parts.conformity, null, 1)}\n`];
  yield [TREND_FILE, formatTrend(parts.trend)];
}

export interface PublicParts {
  readonly site: SiteSettings;
  readonly content: PublicContent;
  readonly graphs: PublicGraphs;
  readonly feeds: () => FeedFiles;
  readonly vocabulary: PublicVocabulary;
  /** As far as it may be told, oldest first. */
  readonly changes: readonly Change[];
  /** The municipality's own: path below `fil/` → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly PublicFinding[];
  readonly quality: PublicQuality;
  readonly trend: readonly TrendPoint[];
  readonly coverage: CoverageReport;
  readonly hvd: HvdReport;
  /** Made when it is written: it is as large as what it finds. */
  readonly search: () => SearchFile;
  readonly apis: ApiDescriptions;
  readonly portals?: PortalReport;
  /** Path → content. */
  readonly previews?: ReadonlyMap<string, string>;
}

export function* publicFiles(parts: PublicParts): Generator<readonly [string, FileContent]> {
  const { content, graphs, site, changes } = parts;
  yield* [
    [QUADS_FILE, graphs.quads],
    [CHANGES_FILE, formatChanges(changes)],
    ['funn.json', `${JSON.stringify(parts.findings, null, 1)}\n`],
    ['kvalitet.json', `${JSON.stringify(parts.quality.report)}\n`],
    ['kvalitet.ttl', parts.quality.measurements],
    [TREND_DAYS_FILE, `${JSON.stringify(publicTrend(parts.trend), null, 1)}\n`],
    ['kvalitet-utvikling.csv', trendCsv(publicTrend(parts.trend))],
    ['dekning.json', `${JSON.stringify(parts.coverage, null, 1)}\n`],
    ['dekning.csv', coverageCsv(parts.coverage)],
    [HVD_FILE, `${JSON.stringify(parts.hvd, null, 1)}\n`],
    ['hvd.csv', hvdCsv(parts.hvd)],
    ['context.jsonld', parts.vocabulary.context],
    [APIS_FILE, `${JSON.stringify(parts.apis, null, 1)}\n`],
    ['site.json', `${JSON.stringify(site, null, 1)}\n`],
  ] as const;
  yield [SEARCH_FILE, JSON.stringify(parts.search())];
  if (parts.portals) yield [PORTALS_FILE, `${JSON.stringify(parts.portals, null, 1)}\n`];
  yield* parts.previews ?? [];
  for (const [path, file] of parts.files) yield [`fil/${path}`, file];
  for (const { key, quads: own } of content.models)
    yield [`fil/modell/${key}.ttl`, serialize(own, 'ttl')];
  yield* parts.feeds();
}
