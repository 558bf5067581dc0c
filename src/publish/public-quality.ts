/**
 * The quality of what is public (`kvalitet.json`), as the portals would score it. Nothing is fetched: our own data files answer
 * because we serve them; other addresses count as not checked. Conformity is judged on each dataset's own subgraph.
 */
import { decoded } from './data-files.js';
import type { LangText } from '../model/lang-text.js';
import type { QualityReport } from '../model/quality-report.js';
import { datasetClosure } from '../project/dataset-closure.js';
import type { Compliance, Evidence } from '../quality/check.js';
import { measurements } from '../quality/dqv.js';
import { complianceChecks, type ComplianceCheck, type Metrics } from '../quality/metrics.js';
import { assessQuality } from '../quality/report.js';
import { GraphIndex } from '../rdf/graph-index.js';
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
  /** The measurements as RDF. */
  readonly measurements: readonly Quad[];
  readonly conformity: Conformity;
}
/** `profile dataset` → how it stands. Kept beside the revision, so that it can be scored again without validating. */
export type Conformity = Readonly<Record<string, Compliance>>;

/** `quads` is all that is public, code lists included. */
export async function publicQuality(
  quads: readonly Quad[],
  setup: PublicQualitySetup,
): Promise<PublicQuality> {
  const { metrics, base, files } = setup;
  const graph = new GraphIndex(quads);
  const conformity = await judgeAll(quads, graph, setup);
  const evidence = publicEvidence(conformity, ownFiles(base, files));
  const { report, scored } = assessQuality({ graph, metrics, evidence });
  return { report, measurements: measurements(metrics, scored), conformity };
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

/** A profile that this program does not have leaves conformity unchecked. */
async function judgeAll(
  quads: readonly Quad[],
  graph: GraphIndex,
  { metrics, validator, signal }: PublicQualitySetup,
): Promise<Conformity> {
  const checks = complianceChecks(metrics).filter(({ profile }) => validator.profiles.has(profile));
  const datasets = graph.instances(dcat.Dataset).map(({ value }) => value);
  const closures = datasets.map((dataset) => datasetClosure(graph, dataset));
  const judged = await Promise.all(
    checks.map(async (check) => {
      const reports = await validator.validateParts(quads, closures, check.profile, signal);
      return reports.map(
        (report, at) => [keyOf(datasets[at] ?? '', check.profile), verdict(report, check)] as const,
      );
    }),
  );
  return Object.fromEntries(judged.flat());
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
