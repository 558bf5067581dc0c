/** The metadata score of what a portal received, on its own terms (portals.md 4). */
import type { PortalScore } from '../model/portal-report.js';
import type { ScoreId } from '../model/quality-report.js';
import type { Evidence } from '../quality/check.js';
import type { Metrics } from '../quality/metrics.js';
import { assessQuality } from '../quality/report.js';
import { Descriptions, type Graph, type Node } from '../rdf/graph.js';
import type { NamedNode, Quad, Term } from '../rdf/terms.js';

export type Scorer = (graph: Graph) => Omit<PortalScore, 'before'> | undefined;

export interface ScoreRules {
  readonly metrics: Metrics;
  readonly evidence: Evidence;
  /** The code lists: a portal has its own, whether the feed describes a code or not. */
  readonly codes: Descriptions;
}

/** The average over the datasets of the feed; nothing where it has none. */
export function scorer(id: ScoreId, { metrics, evidence, codes }: ScoreRules): Scorer {
  return (graph) => {
    const received = new WithCodes(graph, codes);
    const { report } = assessQuality({
      graph,
      received: { no: received, eu: received },
      metrics,
      evidence,
    });
    const { points, attainable } = report.catalogue.scores[id];
    return report.datasets.length === 0 ? undefined : { now: points, attainable };
  };
}

class WithCodes extends Descriptions {
  readonly #graph: Descriptions;
  readonly #codes: Descriptions;

  constructor(graph: Descriptions, codes: Descriptions) {
    super();
    this.#graph = graph;
    this.#codes = codes;
  }

  has(subject: Node): boolean {
    return this.#graph.has(subject) || this.#codes.has(subject);
  }
  about(subject: Node): readonly Quad[] {
    return [...this.#graph.about(subject), ...this.#codes.about(subject)];
  }
  objects(subject: Node, predicate: NamedNode): readonly Term[] {
    return [...this.#graph.objects(subject, predicate), ...this.#codes.objects(subject, predicate)];
  }
}
