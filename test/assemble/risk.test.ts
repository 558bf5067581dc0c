/** Risk that remains, and the grid (model.md 4.8). */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differingLevels, gridLevel, remainingRisk } from '../../src/assemble/inference/risk.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { dpv, risk } from '../../src/rdf/vocabularies.js';
import { facts, found } from '../support/inference.js';

const RISK = '@prefix risk: <https://w3id.org/dpv/risk#> .\n';
const remaining = (graph: string): string[] => found(remainingRisk, RISK + graph);
const differing = (graph: string): string[] => found(differingLevels, RISK + graph);

const STEPS = ['VeryLow', 'Low', 'Moderate', 'High', 'VeryHigh'];
const SHORT = ['VL', 'L', 'M', 'H', 'VH'];

test.each([
  ['VeryLow', 'VL VL VL L L'],
  ['Low', 'VL L M M H'],
  ['Moderate', 'VL M M H VH'],
  ['High', 'L M H VH VH'],
  ['VeryHigh', 'L H H VH VH'],
])('the levels of severity %s are %s, from the least to the most likely', (severity, levels) => {
  const row = STEPS.map((likelihood) => {
    const level = gridLevel(
      risk.$.term(`${severity}Severity`),
      risk.$.term(`${likelihood}Likelihood`),
    );
    return SHORT[STEPS.findIndex((step) => level?.equals(risk.$.term(`${step}Risk`)))];
  });
  expect(row.join(' ')).toBe(levels);
});

test('what is not on the scales has no level', () => {
  expect(
    gridLevel(risk.$.term('HighSeverity'), risk.$.term('ExtremelyHighLikelihood')),
  ).toBeUndefined();
  expect(gridLevel(risk.$.term('HighLikelihood'), risk.$.term('HighSeverity'))).toBeUndefined();
});

const DPV = '../shared/spec/dpv-2.3/risk.ttl';
describe.skipIf(!existsSync(DPV))('the published grid', () => {
  test('says the same in all its 25 cells', () => {
    const graph = new GraphIndex(parseTurtle(readFileSync(DPV, 'utf8'), { file: DPV }).quads);
    const cells = STEPS.flatMap((_, s) =>
      STEPS.map((__, l) => risk.$.term(`RM5x5S${s + 1}L${l + 1}`)),
    );
    const levels = cells.map((cell) => [cell.value, graph.node(cell, dpv.hasRiskLevel)?.value]);
    expect(
      cells.map((cell) => {
        const severity = graph.node(cell, dpv.hasSeverity)!;
        const likelihood = graph.node(cell, dpv.hasLikelihood)!;
        return [cell.value, gridLevel(severity, likelihood)?.value];
      }),
    ).toEqual(levels);
  });
});

test('the risk that remains is the residual one', () => {
  expect(
    remaining(`<risiko/a> a kdm:RiskScenario ; dpv:hasRiskLevel risk:HighRisk ; dpv:hasResidualRisk <risiko/a-rest> .
      <risiko/a-rest> dpv:hasRiskLevel risk:LowRisk .`),
  ).toEqual(facts(`${RISK} <risiko/a> kdm:remainingRiskLevel risk:LowRisk .`));
});

test('until somebody has assessed the residual risk, the risk itself remains', () => {
  const high = facts(`${RISK} <risiko/a> kdm:remainingRiskLevel risk:HighRisk .`);
  const scenario = '<risiko/a> a kdm:RiskScenario ; dpv:hasRiskLevel risk:HighRisk .';
  expect(remaining(scenario)).toEqual(high);
  expect(remaining(`${scenario} <risiko/a> dpv:hasResidualRisk <risiko/a-rest> .`)).toEqual(high);
  expect(remaining('<risiko/a> a kdm:RiskScenario .')).toEqual([]);
});

const chosen = (level: string): string =>
  `<risiko/a> dpv:hasSeverity risk:HighSeverity ; dpv:hasLikelihood risk:LowLikelihood ; dpv:hasRiskLevel risk:${level} .`;

test('a level that differs from the grid is pointed out, one that follows it is not', () => {
  expect(differing(chosen('LowRisk'))).toEqual(
    facts(`${RISK} <risiko/a> kdm:expectedRiskLevel risk:ModerateRisk .`),
  );
  expect(differing(chosen('ModerateRisk'))).toEqual([]);
});

test('without likelihood or severity there is nothing to compare with', () => {
  expect(
    differing('<risiko/a> dpv:hasSeverity risk:HighSeverity ; dpv:hasRiskLevel risk:LowRisk .'),
  ).toEqual([]);
  expect(
    differing('<risiko/a> dpv:hasLikelihood risk:LowLikelihood ; dpv:hasRiskLevel risk:LowRisk .'),
  ).toEqual([]);
});
