/** One state of everything public, as the files of the next revision: graphs, change log, findings, quality and feeds. */
import type { Change } from '../model/change.js';
import type { Instant } from '../model/instant.js';
import { judgeHvd } from '../portal/hvd/judge-hvd.js';
import type { PortalOutcome } from '../portal/judge-portals.js';
import { GraphIndex } from '../rdf/graph-index.js';
import type { Quad } from '../rdf/terms.js';
import { searchFile } from '../search/search-file.js';
import { searched } from '../search/searched.js';
import type { Zones } from '../store/revisions.js';
import type { OwnApis } from './api-descriptions.js';
import { nextChanges } from './changes.js';
import { splitFeeds } from './feed-thread.js';
import type { Past } from './past.js';
import { publicChanges } from './public-changes.js';
import { publicContent } from './public-content.js';
import { publicCoverage } from './public-coverage.js';
import { publicFindings } from './public-findings.js';
import { publicGraphs } from './public-graphs.js';
import {
  ownFiles,
  portalViews,
  publicEvidence,
  publicQuality,
  type PublicQuality,
} from './public-quality.js';
import type { Previews } from './previews.js';
import type { PublishSetup } from './publish.js';
import { publicPortals, publishedPortals } from './published-portals.js';
import { nextTrend, type TrendPoint } from './quality-trend.js';
import type { RegistryEntry } from './registry.js';
import { tombstones } from './tombstones.js';
import { publicFiles } from './zone-files.js';

export interface PublicMatter {
  /** The projection, with what follows from it alone (catalogue-links.ts). */
  readonly linked: readonly Quad[];
  /** The municipality's own data files: path below `fil/` → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of those files. */
  readonly previews: Pick<Previews, 'files' | 'profiles'>;
  readonly apis: Pick<OwnApis, 'descriptions'>;
  readonly registry: readonly RegistryEntry[];
  /** Inferred of open descriptions alone. */
  readonly openInferred: readonly Quad[];
}

export interface NextPublic extends Pick<Zones, 'public' | 'snapshot' | 'aside'> {
  /** As far as it may be told. */
  readonly log: readonly Change[];
  readonly quality: PublicQuality;
  readonly trend: readonly TrendPoint[];
  readonly portals: PortalOutcome;
}

export async function nextPublic(
  matter: PublicMatter,
  setup: PublishSetup,
  past: Past,
  now: Instant,
): Promise<NextPublic> {
  const { linked, files, previews, apis, registry } = matter;
  const { base, site, vocabulary, bridge, rules, validator, signal } = setup;
  const content = publicContent(linked, base, rules.reference);
  const graphs = publicGraphs({
    settings: site,
    content,
    vocabulary,
    tombstones: tombstones(registry),
  });
  const happened = nextChanges({
    ...{ base, registry, now, log: past.log },
    ...{ before: past.state, after: graphs.state },
  });
  const log = publicChanges(happened, registry);
  const shown = [...content.catalogue, ...content.codes];
  const findings = await publicFindings(shown, {
    ...{ validator, signal, profile: setup.feedProfile },
    ...setup.findingOptions,
  });
  const views = portalViews(graphs.state.view, bridge);
  const quality = await publicQuality(new GraphIndex(shown), views, {
    ...{ validator, signal, base, files, metrics: setup.metrics },
  });
  const trend = await nextTrend(past.revision, quality.report, now);
  const evidence = publicEvidence(quality.conformity, ownFiles(base, files));
  const feedInput = { base, ...graphs.state, bridge, changes: log };
  const { feeds, aside } = splitFeeds(feedInput, { file: graphs.file, settings: site });
  const portals = await publishedPortals(feedInput, feeds, {
    rules: { metrics: setup.metrics, evidence, codes: rules.reference },
    ...{ memories: setup.portals, now },
  });
  return {
    public: publicFiles({
      ...{ site, content, graphs, vocabulary, feeds, files, findings, quality, trend },
      previews: previews.files,
      ...{ changes: log, portals: publicPortals(portals.report) },
      coverage: publicCoverage(linked, matter.openInferred, rules.reference),
      search: () =>
        searchFile(searched(graphs.state.graph, previews.profiles), base, rules.reference),
      apis: apis.descriptions,
      hvd: judgeHvd({ snapshot: graphs.snapshot, categories: rules.reference }),
    }),
    snapshot: graphs.file,
    ...(aside ? { aside } : {}),
    log,
    quality,
    trend,
    portals,
  };
}
