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
  readonly classes: ReadonlySet<string>;
}

export function readNeeds(index: GraphIndex): readonly Need[] {
  return index.withPredicate(kdms.needs).map(({ subject, object }) => {
    const users = index.pointingTo(subject).map((one) => one.subject);
    const classes = [subject, ...users].flatMap((shape) => index.nodes(shape, sh.targetClass));
    return {
      shape: subject.value,
      property: object.value,
      classes: new Set(classes.map((one) => one.value)),
    };
  });
}

export function unfulfilled(needs: readonly Need[], quads: readonly Quad[]): ReadonlySet<string> {
  if (needs.length === 0) return new Set();
  const types = new Map<string, Set<string>>();
  for (const { subject, predicate, object } of quads) {
    if (!predicate.equals(rdf.type)) continue;
    const known = types.get(subject.value) ?? new Set<string>();
    types.set(subject.value, known.add(object.value));
  }
  const delivered = new Set<string>();
  const wanted = new Set(needs.map(({ property }) => property));
  for (const { subject, predicate } of quads) {
    if (!wanted.has(predicate.value)) continue;
    for (const type of types.get(subject.value) ?? []) delivered.add(`${type} ${predicate.value}`);
  }
  const isDelivered = ({ classes, property }: Need): boolean =>
    [...classes].some((type) => delivered.has(`${type} ${property}`));
  return new Set(needs.filter((need) => !isDelivered(need)).map(({ shape }) => shape));
}
