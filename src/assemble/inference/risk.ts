/** Risk that remains, and the level that the 5 × 5 grid gives (DPV 2.3 risk:RiskMatrix5x5; model.md 4.8). */
import type { Graph } from '../../rdf/graph.js';
import { quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dpv, kdm, risk } from '../../rdf/vocabularies.js';

/** From the least to the most, the same words for likelihood, severity and level. */
const STEPS = ['VeryLow', 'Low', 'Moderate', 'High', 'VeryHigh'] as const;

/** One row a severity, one column a likelihood: index of the level. */
const GRID = [
  [0, 0, 0, 1, 1],
  [0, 1, 2, 2, 3],
  [0, 2, 2, 3, 4],
  [1, 2, 3, 4, 4],
  [1, 3, 3, 4, 4],
] as const;

/** Undefined when either is not one of the five steps. */
export function gridLevel(severity: NamedNode, likelihood: NamedNode): NamedNode | undefined {
  const level = GRID[stepOf(severity, 'Severity')]?.[stepOf(likelihood, 'Likelihood')];
  return level === undefined ? undefined : risk.$.term(`${STEPS[level]}Risk`);
}

function stepOf(term: NamedNode, scale: 'Severity' | 'Likelihood'): number {
  return STEPS.findIndex((step) => term.equals(risk.$.term(step + scale)));
}

/** What is left after the measures: the residual risk, else, as long as nobody has assessed one, the risk itself. */
export function* remainingRisk(graph: Graph): Iterable<Quad> {
  for (const scenario of graph.instances(kdm.RiskScenario)) {
    const residual = graph
      .nodes(scenario, dpv.hasResidualRisk)
      .flatMap((one) => graph.nodes(one, dpv.hasRiskLevel));
    const levels = residual.length > 0 ? residual : graph.nodes(scenario, dpv.hasRiskLevel);
    for (const level of levels) yield quad(scenario, kdm.remainingRiskLevel, level);
  }
}

/** People choose the level; where the grid gives another, that is pointed out and nothing is changed. */
export function* differingLevels(graph: Graph): Iterable<Quad> {
  for (const { subject, object: chosen } of graph.withPredicate(dpv.hasRiskLevel)) {
    const severity = graph.node(subject, dpv.hasSeverity);
    const likelihood = graph.node(subject, dpv.hasLikelihood);
    const expected = severity && likelihood && gridLevel(severity, likelihood);
    if (expected && !expected.equals(chosen))
      yield quad(subject as NamedNode, kdm.expectedRiskLevel, expected);
  }
}
