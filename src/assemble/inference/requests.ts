/** Requests for data: the time limit, and how long the terms of a decision last (Regulation (EU) 2022/868; ODRL 2.2; model.md 4.9). */
import type { Graph } from '../../rdf/graph.js';
import { literal, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { kdm, odrl, xsd } from '../../rdf/vocabularies.js';
import { deadline } from './days.js';
import type { InferenceContext } from './rule.js';

/** Days to the time limit of each request that is not decided. */
export function* requestDays(graph: Graph, { today }: InferenceContext): Iterable<Quad> {
  for (const request of graph.instances(kdm.DataRequest)) {
    if (!graph.node(request, kdm.decision))
      yield* deadline(request, graph.text(request, kdm.due), today);
  }
}

/** The last day of a policy: the last of its permissions, as long as every one of them ends. */
export function* policyEnds(graph: Graph): Iterable<Quad> {
  for (const { object: policy } of graph.withPredicate(odrl.hasPolicy)) {
    const ends = graph.nodes(policy, odrl.permission).map((one) => endOf(graph, one));
    const last = ends.every((end) => end !== undefined) ? ends.sort().at(-1) : undefined;
    if (last !== undefined)
      yield quad(policy as NamedNode, kdm.policyEndDate, literal(last, xsd.date));
  }
}

/** The first day on which a permission stops: `dateTime` at most, or before, a date. */
function endOf(graph: Graph, permission: NamedNode): string | undefined {
  const ends = graph
    .nodes(permission, odrl.constraint)
    .filter((one) => graph.node(one, odrl.leftOperand)?.equals(odrl.dateTime))
    .filter((one) =>
      graph.nodes(one, odrl.operator).some((is) => is.equals(odrl.lteq) || is.equals(odrl.lt)),
    )
    .flatMap((one) => graph.text(one, odrl.rightOperand)?.slice(0, 10) ?? []);
  return ends.sort()[0];
}
