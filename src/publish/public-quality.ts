/**
 * The quality of what is public (`kvalitet.json`), as the portals would score it: data.norge.no by the FDK view, data.europa.eu by
 * the full view (portals.md 4.2). Nothing is fetched: our own data files answer because we serve them; other addresses count as
 * not checked. Conformity is judged on each dataset's own description.
 */
import { decoded } from './data-files.js';
import type { LangText } from '../model/lang-text.js';
import type { QualityReport, ScoreId } from '../model/quality-report.js';
import { bridged, type Bridge } from '../feed/bridge.js';
import { FeedDescriptions } from '../feed/feed-descriptions.js';
import { closureOf, type FeedGraph } from '../feed/feed-graph.js';
import type { Compliance, Evidence } from '../quality/check.js';
import { measurementsTurtle } from '../quality/dqv.js';
import { complianceChecks, type ComplianceCheck, type Metrics } from '../quality/metrics.js';
import { assessQuality } from '../quality/report.js';
import type { Descriptions, Graph } from '../rdf/graph.js';
import type { Quad } from '../rdf/terms.js';
import { dcat } from '../rdf/vocabularies.js';
import type { ValidationReport, Validator } from '../validate/validator.js';

export interface PublicQualitySetup {
  readonly metrics: Metrics;
  readonly validator: Validator;
  readonly base: string;
  /** Our own data files: paths below `fil/`. */
  readonly files: ReadonlyMap<string, unknown>;
  readonly signal: AbortSignal;
}
export interface PublicQuality {
  readonly report: QualityReport;
  /** The measurements in Turtle, in pieces. */
  readonly measurements: () => Iterable<string>;
  readonly conformity: Conformity;
}
/** `profile dataset` → how it stands. Kept beside the revision, so that it can be scored again without validating. */
export type Conformity = Readonly<Record<string, Compliance>>;

/** Each portal's view of the catalogue. */
export type PortalViews = Readonly<Record<ScoreId, FeedGraph>>;

export function portalViews(full: FeedGraph, bridge: Bridge): PortalViews {
  return { no: bridged(full, bridge), eu: full };
}

/** `graph` is all that is public, code lists included. */
export async function publicQuality(
  graph: Graph,
  views: PortalViews,
  setup: PublicQualitySetup,
): Promise<PublicQuality> {
  const { metrics, base, files } = setup;
  const datasets = graph.instances(dcat.Dataset).map(({ value }) => value);
  const conformity = await judgeAll(datasets, views, setup);
  const evidence = publicEvidence(conformity, ownFiles(base, files));
  const received = receivedBy(views);
  const { report, scored } = assessQuality({ graph, received, metrics, evidence });
  return { report, measurements: () => measurementsTurtle(metrics, scored), conformity };
}

/** What the portals get, asked node by node. */
export function receivedBy(views: PortalViews): Readonly<Record<ScoreId, Descriptions>> {
  return { no: new FeedDescriptions(views.no), eu: new FeedDescriptions(views.eu) };
}

export function publicEvidence(conformity: Conformity, status: Evidence['status']): Evidence {
  return { status, compliance: (dataset, { profile }) => conformity[keyOf(dataset, profile)] };
}

/** 200 for a file that lies in the revision: the address is ours, and we answer. Undefined for every other address. */
export function ownFiles(
  base: string,
  files: Pick<ReadonlyMap<string, unknown>, 'has'>,
): (url: string) => number | undefined {
  const prefix = `${base}fil/`;
  return (url) =>
    url.startsWith(prefix) && files.has(decoded(url.slice(prefix.length))) ? 200 : undefined;
}

/** As many descriptions are in memory at a time. */
const BATCH = 1000;

/** A profile that this program does not have leaves conformity unchecked. */
async function judgeAll(
  datasets: readonly string[],
  views: PortalViews,
  { metrics, validator, signal }: PublicQualitySetup,
): Promise<Conformity> {
  const checks = complianceChecks(metrics).filter(({ profile }) => validator.profiles.has(profile));
  const conformity: Record<string, Compliance> = {};
  for (let start = 0; start < datasets.length; start += BATCH) {
    const some = datasets.slice(start, start + BATCH);
    for (const check of checks) {
      const { all, parts } = descriptions(views[check.score], some);
      const reports = await validator.validateParts(all, parts, check.profile, signal);
      for (const [at, dataset] of some.entries()) {
        const report = reports[at];
        if (report) conformity[keyOf(dataset, check.profile)] = verdict(report, check);
      }
    }
  }
  return conformity;
}

/** Each dataset's description, and what they say together, each node once. */
function descriptions(
  view: FeedGraph,
  datasets: readonly string[],
): { all: readonly Quad[]; parts: readonly (readonly Quad[])[] } {
  const known = new Map<string, readonly Quad[]>();
  const about = (node: string): readonly Quad[] => {
    const made = known.get(node) ?? view.about(node);
    known.set(node, made);
    return made;
  };
  const parts = datasets.map((dataset) => closureOf(view, dataset).flatMap(about));
  return { all: [...known.values()].flat(), parts };
}

const MAX_CAUSES = 3;

function verdict(report: ValidationReport, { tolerates }: ComplianceCheck): Compliance {
  if (report.state === 'no-targets') return { conforms: true, causes: [] };
  const counted = report.results.filter(
    ({ severity }) => tolerates === 'nothing' || severity === 'violation',
  );
  const causes = new Map<string, LangText>(counted.map(({ message }) => [message.nb, message]));
  return { conforms: counted.length === 0, causes: [...causes.values()].slice(0, MAX_CAUSES) };
}

function keyOf(dataset: string, profile: string): string {
  return `${profile} ${dataset}`;
}
