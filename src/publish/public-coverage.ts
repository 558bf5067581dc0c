/**
 * The coverage that everybody may see (`dekning.json`): of the projection alone, so that what is not public is neither named nor
 * counted. Which object types are in scope is taken from what is inferred of open descriptions.
 */
import type { CoverageReport, Measure } from '../model/coverage-report.js';
import { coverage } from '../quality/coverage.js';
import { GraphIndex } from '../rdf/graph-index.js';
import type { Quad } from '../rdf/terms.js';
import { kdm } from '../rdf/vocabularies.js';

/** The others are about elements, levels and risk, which are never public. */
const PUBLIC_MEASURES: readonly Measure[] = ['objectTypes', 'linkedDatasets'];

export function publicCoverage(
  projected: readonly Quad[],
  openInferred: readonly Quad[],
  reference: GraphIndex,
): CoverageReport {
  const known = new GraphIndex(projected);
  const scope = openInferred.filter(
    ({ subject, predicate }) => predicate.equals(kdm.inCoverageScope) && known.has(subject.value),
  );
  const graph = new GraphIndex([...projected, ...scope]);
  return coverage({ graph, reference, measures: PUBLIC_MEASURES });
}
