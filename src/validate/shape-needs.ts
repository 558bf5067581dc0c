/**
 * "Not checked" is not "missing" (model.md 5.1): a rule marked `kdms:needs` waits until some thing of its class has the
 * property, that is, until a source delivers it at all.
 */
import type { GraphIndex } from '../rdf/graph-index.js';
import type { Quad } from '../rdf/terms.js';
import { rdf, sh } from '../rdf/vocabularies.js';
import { kdms } from './shape-terms.js';

export interface Need {
  readonly shape: string;
  readonly property: string;
  /** What makes a thing a target of the rule: its class, or a property it has. */
  readonly targets: ReadonlySet<string>;
}

export function readNeeds(index: GraphIndex): readonly Need[] {
  return index.withPredicate(kdms.needs).map(({ subject, object }) => {
    const users = index.pointingTo(subject).map((one) => one.subject);
    const targets = [subject, ...users].flatMap((shape) => [
      ...index.nodes(shape, sh.targetClass),
      ...index.nodes(shape, sh.targetSubjectsOf),
    ]);
    return {
      shape: subject.value,
      property: object.value,
      targets: new Set(targets.map((one) => one.value)),
    };
  });
}

export function unfulfilled(needs: readonly Need[], quads: readonly Quad[]): ReadonlySet<string> {
  if (needs.length === 0) return new Set();
  const kinds = new Map<string, Set<string>>();
  const targets = new Set(needs.flatMap((need) => [...need.targets]));
  for (const { subject, predicate, object } of quads) {
    const kind = predicate.equals(rdf.type) ? object.value : predicate.value;
    if (!targets.has(kind)) continue;
    const known = kinds.get(subject.value) ?? new Set<string>();
    kinds.set(subject.value, known.add(kind));
  }
  const delivered = new Set<string>();
  const wanted = new Set(needs.map(({ property }) => property));
  for (const { subject, predicate } of quads) {
    if (!wanted.has(predicate.value)) continue;
    for (const kind of kinds.get(subject.value) ?? []) delivered.add(`${kind} ${predicate.value}`);
  }
  const isDelivered = (need: Need): boolean =>
    [...need.targets].some((kind) => delivered.has(`${kind} ${need.property}`));
  return new Set(needs.filter((need) => !isDelivered(need)).map(({ shape }) => shape));
}
