/** The coverage of everything that is accepted, public or not: a work list for the municipality itself, never written into a zone. */
import type { Assembly } from '../assemble/assembly.js';
import { MEASURES, type CoverageReport, type Labelled } from '../model/coverage-report.js';
import { coverage, unclassifiedElements } from '../quality/coverage.js';
import { GraphIndex } from '../rdf/graph-index.js';

export interface InternalCoverage {
  readonly report: CoverageReport;
  /** Data elements that nobody has given a privacy level. */
  readonly unclassified: readonly Labelled[];
}

export function internalCoverage({ stated, inferred, reference }: Assembly): InternalCoverage {
  const graph = new GraphIndex([...stated, ...inferred]);
  return {
    report: coverage({ graph, reference: new GraphIndex(reference), measures: MEASURES }),
    unclassified: unclassifiedElements(graph),
  };
}
