/**
 * Shapes with one constraint taken away. A constraint that can go without any fixture noticing is a check that nobody
 * knows to work.
 */
import { sh } from '../../src/rdf/vocabularies.js';
import type { Quad } from '../../src/rdf/terms.js';
import { localName, shName, TARGETS } from '../../src/validate/shape-terms.js';

const CONSTRAINTS = new Set(
  (
    'minCount maxCount nodeKind datatype class pattern flags in hasValue not or xone and node minLength maxLength languageIn ' +
    'uniqueLang equals disjoint lessThan lessThanOrEquals minInclusive maxInclusive minExclusive maxExclusive ' +
    'qualifiedValueShape closed ignoredProperties'
  ).split(' '),
);

export interface Mutant {
  /** `SYS-01-manager: without sh:minCount 1`. */
  readonly name: string;
  /** The shapes that give results and that the constraint bears upon. */
  readonly shapes: readonly string[];
  readonly whole: readonly Quad[];
  readonly mutated: readonly Quad[];
}

/** One mutant for each constraint that something with a target reaches; only the shapes concerned are in it. */
export function mutants(quads: readonly Quad[]): readonly Mutant[] {
  const about = new Map<string, Quad[]>();
  for (const one of quads)
    about.set(one.subject.value, [...(about.get(one.subject.value) ?? []), one]);
  const targeted = [
    ...new Set(
      quads.filter((one) => TARGETS.includes(one.predicate.value)).map((one) => one.subject.value),
    ),
  ];
  const reach = new Map(targeted.map((shape) => [shape, reachable(shape, about)]));
  return quads.filter(isConstraint).flatMap((constraint) => {
    const owners = targeted.filter((shape) => reach.get(shape)?.has(constraint.subject.value));
    if (owners.length === 0) return [];
    const nodes = new Set(owners.flatMap((shape) => [...(reach.get(shape) ?? [])]));
    const whole = [...nodes].flatMap((node) => about.get(node) ?? []);
    const holders = [...nodes].filter(
      (node) => !isBlank(node) && reachable(node, about).has(constraint.subject.value),
    );
    const size = (shape: string): number => reachable(shape, about).size;
    const nearest = holders.reduce((a, b) => (size(b) < size(a) ? b : a));
    return [
      {
        name: `${localName(nearest)}: without sh:${shName(constraint.predicate.value) ?? ''} ${localName(constraint.object.value)}`,
        shapes: holders,
        whole,
        mutated: whole.filter((one) => one !== constraint),
      },
    ];
  });
}

function isConstraint({ predicate }: Quad): boolean {
  const name = shName(predicate.value);
  return name !== undefined && CONSTRAINTS.has(name);
}

function isBlank(node: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(node);
}

/** The shape, what it asks and the lists it names; a shape named by `sh:path` or as a clause is none of them. */
function reachable(shape: string, about: ReadonlyMap<string, readonly Quad[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [shape];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next) || !about.has(next)) continue;
    found.add(next);
    for (const { predicate, object } of about.get(next) ?? []) {
      const isShape = predicate.value.startsWith(sh.$.base) || isBlank(next);
      if (isShape && object.termType !== 'Literal') queue.push(object.value);
    }
  }
  return found;
}
