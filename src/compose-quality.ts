/** The quality of what is published now, wired: the revision's public zone, what is known of it, and a way to ask addresses. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bridge } from './feed/bridge.js';
import { fullView } from './feed/full-view.js';
import { nodeEgress, type EgressPolicy } from './harvest/node-egress.js';
import { isCatalogError } from './model/errors.js';
import type { QualityReport } from './model/quality-report.js';
import {
  ownFiles,
  portalViews,
  publicEvidence,
  receivedBy,
  type Conformity,
} from './publish/public-quality.js';
import { measurementsTurtle } from './quality/dqv.js';
import { linkStatuses, type Ask } from './quality/links.js';
import type { Metrics } from './quality/metrics.js';
import { assessQuality, grouped } from './quality/report.js';
import type { Graph } from './rdf/graph.js';
import { parseNQuads } from './rdf/parse.js';
import { isNamedNode } from './rdf/terms.js';
import { dcat, rdf } from './rdf/vocabularies.js';
import { livingGraph, openPublicZone } from './store/public-zone.js';
import type { Revision } from './store/revisions.js';

export interface PublishedQuality {
  readonly revision: number;
  readonly report: QualityReport;
  /** Datasets that are described but not public: no portal sees them. */
  readonly heldBack: number;
  /** The report of these publishers' datasets alone. */
  readonly reportOf: (publishers: ReadonlySet<string | undefined>) => QualityReport;
  /** The measurements of a report's datasets, as Turtle. */
  readonly turtle: (report: QualityReport) => string;
}
export interface QualityRequest {
  readonly metrics: Metrics;
  readonly bridge: Bridge;
  /** Asks every address that is not ours; without it they count as not checked. */
  readonly ask?: Ask;
  readonly onAnswer?: (done: number, total: number) => void;
}

/** Throws CatalogError REVISION_DAMAGED. */
export async function publishedQuality(
  revision: Revision,
  { metrics, bridge, ask, onAnswer }: QualityRequest,
): Promise<PublishedQuality> {
  const zone = await openPublicZone(join(revision.folder, 'public'));
  const { base, catalog } = zone.settings;
  const graph = livingGraph(zone);
  const paths = new Set(
    Object.keys(zone.files).flatMap((path) => /^fil\/(.*)$/s.exec(path)?.[1] ?? []),
  );
  const own = ownFiles(base, paths);
  const others = addresses(graph).filter((url) => own(url) === undefined);
  const answers = ask ? await linkStatuses(others, ask, onAnswer) : undefined;
  const status = (url: string): number | undefined => own(url) ?? answers?.get(url);
  const evidence = publicEvidence(await readConformity(revision), status);
  const received = receivedBy(portalViews(fullView(graph, catalog), bridge));
  const { report, scored } = assessQuality({ graph, received, metrics, evidence });
  const described = await describedDatasets(revision);
  return {
    revision: revision.number,
    report,
    heldBack: [...described].filter((iri) => !graph.has(iri)).length,
    reportOf: (publishers) => {
      const datasets = report.datasets.filter(({ publisher }) => publishers.has(publisher));
      return { ...report, datasets, ...grouped(datasets, graph) };
    },
    turtle: ({ datasets }) => {
      const wanted = new Set(datasets.map(({ iri }) => iri));
      const those = scored.filter(({ iri }) => wanted.has(iri));
      return [...measurementsTurtle(metrics, those)].join('');
    },
  };
}

function addresses(graph: Graph): string[] {
  return [dcat.accessURL, dcat.downloadURL]
    .flatMap((property) => graph.withPredicate(property))
    .map(({ object }) => object)
    .filter(isNamedNode)
    .map(({ value }) => value)
    .filter((value) => /^https?:/i.test(value) && URL.canParse(value));
}

async function readConformity({ folder, manifest }: Revision): Promise<Conformity> {
  if (!Object.hasOwn(manifest.internal.files, 'conformity.json')) return {};
  return JSON.parse(
    await readFile(join(folder, 'internal', 'conformity.json'), 'utf8'),
  ) as Conformity;
}

/** Only the lines that type a dataset are read: the rest of the internal graph is many times larger. */
async function describedDatasets({ folder }: Revision): Promise<ReadonlySet<string>> {
  const typing = ` <${rdf.type.value}> <${dcat.Dataset.value}> `;
  const text = await readFile(join(folder, 'internal', 'quads.nq'), 'utf8');
  const lines = text.split('\n').filter((line) => line.includes(typing));
  return new Set(parseNQuads(`${lines.join('\n')}\n`).map(({ subject }) => subject.value));
}

/** data.norge.no's checker gives up after ten seconds (portals.md 4.4). */
const WAIT_MS = 10_000;
const MAX_BYTES = 20_000_000;

/** Asks through the one way out: public addresses of any host, others only where `origins` names them (S1, S2). */
export function askOverNetwork(policy: EgressPolicy, signal: AbortSignal): Ask {
  const egress = nodeEgress({ ...policy, anyPublic: true });
  const request = { signal, maxBytes: MAX_BYTES, firstByteMs: WAIT_MS };
  return async (url, method) => {
    try {
      return (await egress.get(url, { ...request, method })).status;
    } catch (error) {
      if (!isCatalogError(error) || signal.aborted) throw error;
      return 0;
    }
  };
}
