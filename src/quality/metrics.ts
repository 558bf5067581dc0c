/**
 * The two portals' metrics as data: what each looks at (`ontology/quality/metrics.ttl`), and how many points data.norge.no and
 * data.europa.eu give for it, checked how (`score-no.ttl`, `score-eu.ttl`). Facts and dates: portals.md 4.1.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Points } from '../model/finding.js';
import { LANGUAGES, type LangText } from '../model/lang-text.js';
import { SCORE_IDS, type ScoreId, type ScoreTable, type Step } from '../model/quality-report.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { parseTurtle } from '../rdf/parse.js';
import type { NamedNode } from '../rdf/terms.js';
import { dcat, dct, skos } from '../rdf/vocabularies.js';
import { readCheck, type Check } from './check.js';
import { dqv, kdmq, mqa } from './quality-terms.js';

export type Level = 'dataset' | 'distribution';

export interface Metric extends Step {
  readonly dimension: string;
  readonly levels: readonly Level[];
  /** The metric whose mending mends this one too. */
  readonly givenWith?: string;
}
export interface ScoredMetric {
  readonly points: number;
  /** What the portal's code can give: nothing where it has no checker. */
  readonly attainable: number;
  readonly check: Check;
}
export interface Score extends ScoreTable {
  readonly metrics: ReadonlyMap<string, ScoredMetric>;
}
export interface Metrics {
  readonly dimensions: readonly { readonly id: string; readonly label: LangText }[];
  /** In the order of the table. */
  readonly metrics: readonly Metric[];
  /** What a dataset lacks that has nothing to fetch. */
  readonly noDistribution: Step;
  readonly scores: Readonly<Record<ScoreId, Score>>;
}

/** Reads `quality/` of the ontology folder. Throws CatalogError PARSE_FAILED, RangeError for a file that lacks what it must have. */
export function readMetrics(ontologyFolder: string): Metrics {
  const read = (name: string): GraphIndex => {
    const file = join(ontologyFolder, 'quality', name);
    return new GraphIndex(parseTurtle(readFileSync(file, 'utf8'), { file }).quads);
  };
  const graph = read('metrics.ttl');
  return {
    dimensions: ranked(graph, dqv.Dimension).map((one) => ({
      id: localName(one.value),
      label: langText(graph, one.value, skos.prefLabel),
    })),
    metrics: ranked(graph, dqv.Metric).map((one) => readMetric(graph, one.value)),
    noDistribution: readStep(graph, kdmq.distribution.value),
    scores: {
      no: readScore(read('score-no.ttl')),
      eu: readScore(read('score-eu.ttl')),
    },
  };
}

const LEVELS: readonly Level[] = ['dataset', 'distribution'];
const CLASSES: Readonly<Record<Level, string>> = {
  dataset: dcat.Dataset.value,
  distribution: dcat.Distribution.value,
};

/**
 * What a finding on this property may cost: the attainable points of the metrics that it decides, those given with them
 * included. Undefined when it costs none. `type` is the class of the thing; without it, either level counts.
 */
export function pointsLost(
  { metrics, scores }: Metrics,
  path: string,
  type?: string,
): Points | undefined {
  const isAsked = (one: Metric): boolean =>
    one.path === path &&
    (type === undefined || one.levels.some((level) => CLASSES[level] === type));
  const lost = metrics.filter(isAsked);
  const sum = (id: ScoreId): number =>
    lost.reduce((total, one) => total + (scores[id].metrics.get(one.id)?.attainable ?? 0), 0);
  const points = { no: sum('no'), eu: sum('eu') };
  return points.no + points.eu > 0 ? points : undefined;
}

export type ComplianceCheck = Extract<Check, { kind: 'Complies' }> & { readonly score: ScoreId };

/** The profiles that somebody has to judge each dataset by, for which score. */
export function complianceChecks({ scores }: Metrics): ComplianceCheck[] {
  return SCORE_IDS.flatMap((score) =>
    [...scores[score].metrics.values()]
      .map(({ check }) => check)
      .filter((check) => check.kind === 'Complies')
      .map((check) => ({ ...check, score })),
  );
}

/** A portal that never gets some properties can give no points for them. */
export function withoutProperties(
  metrics: Metrics,
  id: ScoreId,
  properties: ReadonlySet<string>,
): Metrics {
  const score = metrics.scores[id];
  const isLost = ({ check }: ScoredMetric): boolean =>
    check.kind === 'Present' && check.paths.every((path) => properties.has(path.value));
  const changed = new Map(
    [...score.metrics].map(([metric, one]) => [
      metric,
      isLost(one) ? { ...one, attainable: 0 } : one,
    ]),
  );
  const attainable = [...changed.values()].reduce((sum, one) => sum + one.attainable, 0);
  return {
    ...metrics,
    scores: { ...metrics.scores, [id]: { ...score, metrics: changed, attainable } },
  };
}

function readMetric(graph: GraphIndex, iri: string): Metric {
  const levels = graph.nodes(iri, kdmq.level).map((one) => localName(one.value));
  const givenWith = graph.node(iri, kdmq.givenWith);
  return {
    ...readStep(graph, iri),
    dimension: localName(needed(graph.node(iri, dqv.inDimension)?.value, iri)),
    levels: LEVELS.filter((level) =>
      levels.includes(level === 'dataset' ? 'onDataset' : 'onDistribution'),
    ),
    ...(givenWith ? { givenWith: localName(givenWith.value) } : {}),
  };
}

function readStep(graph: GraphIndex, iri: string): Step {
  const path = graph.node(iri, kdmq.path)?.value;
  const example = graph.text(iri, kdmq.example);
  return {
    id: localName(iri),
    label: langText(graph, iri, skos.prefLabel),
    action: langText(graph, iri, kdmq.action),
    fix: langText(graph, iri, kdmq.fix),
    ...(example === undefined ? {} : { example }),
    ...(path === undefined ? {} : { path }),
  };
}

function readScore(graph: GraphIndex): Score {
  const head = needed(graph.instances(kdmq.Score)[0]?.value, 'score');
  const metrics = new Map<string, ScoredMetric>();
  for (const { subject, object } of graph.withPredicate(mqa.trueScore)) {
    const points = Number(object.value);
    const attainable = graph.text(subject, kdmq.attainable);
    metrics.set(localName(subject.value), {
      points,
      attainable: attainable === undefined ? points : Number(attainable),
      check: readCheck(graph, subject.value),
    });
  }
  const sum = (pick: (one: ScoredMetric) => number): number =>
    [...metrics.values()].reduce((total, one) => total + pick(one), 0);
  return {
    title: langText(graph, head, dct.title),
    date: needed(graph.text(head, dct.modified), head),
    source: needed(graph.node(head, dct.source)?.value, head),
    nominal: sum((one) => one.points),
    attainable: sum((one) => one.attainable),
    bands: graph
      .nodes(head, kdmq.band)
      .map(({ value }) => ({
        from: Number(needed(graph.text(value, kdmq.from), value)),
        label: langText(graph, value, skos.prefLabel),
      }))
      .sort((a, b) => a.from - b.from),
    metrics,
  };
}

function ranked(graph: GraphIndex, type: NamedNode): readonly NamedNode[] {
  const rank = (one: NamedNode): number => Number(graph.text(one, kdmq.rank));
  return [...graph.instances(type)].sort((a, b) => rank(a) - rank(b));
}

function langText(graph: GraphIndex, subject: string, property: NamedNode): LangText {
  const texts = graph.literals(subject, property);
  const entries = LANGUAGES.map((lang) => [
    lang,
    needed(
      texts.find(({ language }) => language === lang)?.value,
      `${subject} ${property.value}@${lang}`,
    ),
  ]);
  return Object.fromEntries(entries) as LangText;
}

function needed(value: string | undefined, where: string): string {
  if (value === undefined) throw new RangeError(`the quality data lack something of ${where}`);
  return value;
}

export function localName(iri: string): string {
  return iri.replace(/^.*[/#]/s, '');
}
