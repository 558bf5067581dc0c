/**
 * The need for a DPIA and its seven steps (GDPR art. 35; WP 248 rev. 01; model.md 4.8). What people state is kept; where it
 * differs from what the answers give, that is said beside it.
 */
import { iri } from '../../model/iri.js';
import { DPIA_CRITERIA, dpiaConclusion, type DpiaAnswer } from '../../model/dpia.js';
import type { Graph } from '../../rdf/graph.js';
import { literal, namedNode, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dpv, gdpr, kdm, VOCAB_BASE, xsd } from '../../rdf/vocabularies.js';

const LAST_STEP = 7;
const DONE = new Set(['ferdig', 'godkjent'].map((code) => `${VOCAB_BASE}kode/trinnstatus/${code}`));

export function dpiaCode(scheme: 'kriterium' | 'svar' | 'konklusjon', code: string): NamedNode {
  return namedNode(iri(`${VOCAB_BASE}kode/dpia-${scheme}/${code}`));
}

/** Each need: criteria without an answer, the conclusion by the counting rule, and whether a DPIA is required. */
export function* dpiaNeeds(graph: Graph): Iterable<Quad> {
  for (const need of graph.instances(kdm.DpiaNeed)) {
    const answers = DPIA_CRITERIA.map((code) => answerTo(graph, need, code));
    for (const [index, code] of DPIA_CRITERIA.entries()) {
      if (answers[index] === 'ikke-vurdert')
        yield quad(need, kdm.unansweredCriterion, dpiaCode('kriterium', code));
    }
    const computed = dpiaCode('konklusjon', dpiaConclusion(answers));
    const stated = graph.node(need, kdm.dpiaConclusion);
    yield quad(need, kdm.computedDpiaConclusion, computed);
    if (stated && !stated.equals(computed)) {
      yield quad(need, kdm.expectedDpiaConclusion, computed);
      continue;
    }
    yield* conclude(graph, need, computed);
  }
}

/** The one answer to a criterion; two answers are no answer, and neither is a word that is no code. */
export function answerTo(graph: Graph, need: NamedNode, code: string): DpiaAnswer {
  const criterion = dpiaCode('kriterium', code);
  const given = graph
    .nodes(need, kdm.criterionAnswer)
    .filter((one) => graph.nodes(one, kdm.criterion).some((found) => found.equals(criterion)))
    .flatMap((one) => graph.nodes(one, kdm.answer));
  const [only, ...more] = given;
  const word = (['ja', 'nei'] as const).find((one) => only?.equals(dpiaCode('svar', one)));
  return word && more.length === 0 ? word : 'ikke-vurdert';
}

/** The conclusion holds for the need and, where none is stated, for the processing it assesses. */
function* conclude(graph: Graph, need: NamedNode, conclusion: NamedNode): Iterable<Quad> {
  yield quad(need, kdm.dpiaConclusion, conclusion);
  for (const process of graph.nodes(need, kdm.assessesProcess)) {
    if (!graph.node(process, kdm.dpiaConclusion))
      yield quad(process, kdm.dpiaConclusion, conclusion);
  }
  // Only these two are conclusions in the sense of DPV; "maybe" and "probably" are work in progress.
  if (conclusion.equals(dpiaCode('konklusjon', 'ja')))
    yield quad(need, dpv.hasStatus, gdpr.DPIARequired);
  if (conclusion.equals(dpiaCode('konklusjon', 'nei')))
    yield quad(need, dpv.hasStatus, gdpr.DPIANotRequired);
}

/** Each DPIA: steps that are not there, and steps that were not finished when the last one was approved. */
export function* dpiaSteps(graph: Graph): Iterable<Quad> {
  for (const dpia of graph.instances(dpv.DPIA)) {
    const isDone = new Map(
      graph
        .nodes(dpia, kdm.dpiaStep)
        .map((step) => [
          Number(graph.text(step, kdm.stepNumber)),
          DONE.has(graph.node(step, kdm.stepStatus)?.value ?? ''),
        ]),
    );
    for (let number = 1; number <= LAST_STEP; number++) {
      const value = literal(String(number), xsd.integer);
      if (!isDone.has(number)) yield quad(dpia, kdm.missingDpiaStep, value);
      else if (!isDone.get(number) && isDone.get(LAST_STEP))
        yield quad(dpia, kdm.unfinishedBeforeApproval, value);
    }
  }
}
