/** A dataset and one distribution, with what a test adds to each; and evidence that the test decides. */
import { join } from 'node:path';
import type { Compliance, Evidence } from '../../src/quality/check.js';
import { readMetrics } from '../../src/quality/metrics.js';
import { scoreDataset, type ScoredDataset } from '../../src/quality/score.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { id, turtle } from '../support/turtle.js';

export const METRICS = readMetrics(join(import.meta.dirname, '..', '..', 'ontology'));

const PREFIXES = `
@prefix filetype: <http://publications.europa.eu/resource/authority/file-type/> .
@prefix licence: <http://publications.europa.eu/resource/authority/licence/> .
@prefix table: <http://publications.europa.eu/resource/authority/> .
@prefix iana: <https://www.iana.org/assignments/media-types/> .
`;
/** The codes that tests use, as the pinned lists describe them. */
const CODES = `
filetype:CSV skos:inScheme table:file-type . filetype:PDF skos:inScheme table:file-type .
filetype:XLSX skos:inScheme table:file-type .
licence:CC_BY_4_0 skos:inScheme table:licence . licence:NLOD_1_0 skos:inScheme table:licence .
right:PUBLIC skos:inScheme table:access-right . right:NON_PUBLIC skos:inScheme table:access-right .
`;
export const DATASET = id('datasett/a');

export function graphOf(text: string): GraphIndex {
  return new GraphIndex(turtle(`${PREFIXES}${CODES}${text}`));
}

/** The dataset `a`, with a distribution `a-1` unless that is null. */
export function world(dataset: string, distribution: string | null = ''): GraphIndex {
  const part =
    distribution === null
      ? ''
      : `<datasett/a> dcat:distribution <distribusjon/a-1> .
         <distribusjon/a-1> a dcat:Distribution . ${distribution}`;
  return graphOf(`<datasett/a> a dcat:Dataset . ${dataset} ${part}`);
}

export interface Known {
  readonly statuses?: Readonly<Record<string, number>>;
  readonly compliance?: boolean;
}

export function evidence({ statuses = {}, compliance }: Known = {}): Evidence {
  const judged: Compliance | undefined =
    compliance === undefined ? undefined : { conforms: compliance, causes: [] };
  return { status: (url) => statuses[url], compliance: () => judged };
}

export function scored(graph: GraphIndex, known: Known = {}): ScoredDataset {
  return scoreDataset({ graph, metrics: METRICS, evidence: evidence(known) }, DATASET);
}

/** The sure points: Norwegian, European. */
export function points({ scores }: ScoredDataset): [number, number] {
  return [scores.no.tally.points, scores.eu.tally.points];
}
