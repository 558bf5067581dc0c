/** I6: how old things are (model.md 4.11). The day of the run comes in by context, so a run can be repeated. */
import type { Graph } from '../../rdf/graph.js';
import { literal, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dct, dpv, kdm, xsd } from '../../rdf/vocabularies.js';
import { daysBetween } from './days.js';
import type { InferenceContext } from './rule.js';

/** Class, and the date that is counted from. */
const SINCE = [
  [kdm.System, dct.modified],
  [dpv.Process, dct.modified],
  [kdm.RiskAssessment, dct.date],
] as const;

export function* ages(graph: Graph, { today }: InferenceContext): Iterable<Quad> {
  for (const [type, date] of SINCE) {
    for (const subject of graph.instances(type))
      yield* age(subject, kdm.ageInDays, [newest(graph, [subject], date), today]);
  }
  for (const system of graph.instances(kdm.System))
    yield* age(system, kdm.riskAssessmentAge, [lastAssessed(graph, system), today]);
}

/** As the register says, or as an assessment that covers the system says: the newest. */
function lastAssessed(graph: Graph, system: NamedNode): string | undefined {
  const assessments = graph
    .pointingTo(system)
    .filter(({ predicate }) => predicate.equals(kdm.coversSystem))
    .map(({ subject }) => subject as NamedNode)
    .filter((subject) => graph.types(subject).includes(kdm.RiskAssessment.value));
  const dates = [
    newest(graph, [system], kdm.lastRiskAssessment),
    newest(graph, assessments, dct.date),
  ];
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}

function newest(
  graph: Graph,
  subjects: readonly NamedNode[],
  property: NamedNode,
): string | undefined {
  return subjects
    .flatMap((subject) => graph.literals(subject, property))
    .map(({ value }) => value.slice(0, 'YYYY-MM-DD'.length))
    .filter((date) => !Number.isNaN(Date.parse(date)))
    .sort()
    .at(-1);
}

function* age(
  subject: NamedNode,
  property: NamedNode,
  [from, today]: readonly [string | undefined, string],
): Iterable<Quad> {
  const days = from === undefined ? undefined : daysBetween(from, today);
  if (days !== undefined) yield quad(subject, property, literal(String(days), xsd.integer));
}
