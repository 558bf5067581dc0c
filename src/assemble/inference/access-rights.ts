/**
 * I5: access rights follow the class of the data where the source states none. Where it states another one, the stricter
 * of the two holds and the difference is kept for a person to settle (model.md 4.11, rule CLS-03).
 */
import type { ClassDefinition } from '../../model/classification.js';
import type { Graph } from '../../rdf/graph.js';
import { isNamedNode, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { accessRight, dcat, dct, kdm } from '../../rdf/vocabularies.js';
import type { InferenceContext } from './rule.js';

type Right = ClassDefinition['accessRights'];
const BY_STRICTNESS: readonly Right[] = ['PUBLIC', 'RESTRICTED', 'NON_PUBLIC'];

export function* accessRights(graph: Graph, context: InferenceContext): Iterable<Quad> {
  const rights = new Map(
    context.scheme.classes.map((one) => [
      context.classIri(one.code) as string,
      accessRight[one.accessRights],
    ]),
  );
  for (const type of [dcat.Dataset, dcat.DataService]) {
    for (const subject of graph.instances(type)) {
      const [only, ...more] = graph.nodes(subject, kdm.confidentialityClass);
      const ofClass = only && more.length === 0 ? rights.get(only.value) : undefined;
      if (ofClass) yield* decided(subject, ofClass, graph.nodes(subject, dct.accessRights));
    }
  }
}

function* decided(
  subject: NamedNode,
  ofClass: NamedNode,
  stated: readonly NamedNode[],
): Iterable<Quad> {
  const [only] = stated;
  if (!only) yield quad(subject, dct.accessRights, ofClass);
  // Two stated rights, and one that is none of the three, are faults of their own (DCAT-AP-NO).
  else if (stated.length === 1 && strictness(only) >= 0 && !only.equals(ofClass)) {
    yield quad(subject, kdm.differingAccessRights, only);
    if (strictness(ofClass) > strictness(only)) yield quad(subject, dct.accessRights, ofClass);
  }
}

function strictness(right: NamedNode): number {
  return BY_STRICTNESS.findIndex((one) => accessRight[one].equals(right));
}

/** What is stated, without the access rights that a stricter class sets aside. */
export function withoutOverruled(stated: readonly Quad[], inferred: readonly Quad[]): Quad[] {
  const overruled = new Set(
    inferred
      .filter(({ predicate }) => predicate.equals(dct.accessRights))
      .map(({ subject }) => subject.value),
  );
  return stated.filter(
    ({ subject, predicate, object }) =>
      !(predicate.equals(dct.accessRights) && isNamedNode(object) && overruled.has(subject.value)),
  );
}
