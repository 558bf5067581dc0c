/** Which nodes a shape is aimed at (SHACL 2.1.3). */
import { rdf } from '../../rdf/vocabularies.js';
import { NONE, type TermId } from '../../store/snapshot.js';
import { Span, type DataGraph } from './data-graph.js';
import type { Shape } from './shapes.js';
import { subclasses } from './value-constraints.js';

export interface TargetFinder {
  /** Ascending. */
  all(): Uint32Array;
  has(node: TermId): boolean;
  /** Those that statements about these subjects make targets. */
  among(subjects: readonly TermId[]): Iterable<TermId>;
}

export function targetFinder({ targets }: Shape, data: DataGraph): TargetFinder {
  const nodes = (targets?.nodes ?? []).map((node) => data.idOf(node));
  const classes = new Set((targets?.classes ?? []).flatMap((type) => [...subclasses(data, type)]));
  const subjectsOf = (targets?.subjectsOf ?? []).map((one) => data.predicate(one));
  const objectsOf = (targets?.objectsOf ?? []).map((one) => data.predicate(one));
  const typeOf = data.predicate(rdf.type);
  const span = new Span();
  let found: Uint32Array | undefined;
  return {
    all: () => (found ??= sorted(gather())),
    has: (node) =>
      nodes.includes(node) ||
      isInstance(node) ||
      subjectsOf.some((predicate) => isSubject(node, predicate)) ||
      objectsOf.some((predicate) => isObject(node, predicate)),
    *among(subjects) {
      const met = new Set(nodes);
      for (const one of subjects) {
        if (isInstance(one) || subjectsOf.some((predicate) => isSubject(one, predicate)))
          met.add(one);
        for (const predicate of objectsOf) {
          data.objects(one, predicate, span);
          for (let at = span.from; at < span.to; at += 1) met.add(span.ids[at] ?? 0);
        }
      }
      yield* met;
    },
  };

  function gather(): Set<TermId> {
    const gathered = new Set(nodes);
    for (const type of classes) {
      data.subjects(type, typeOf, span);
      for (let at = span.from; at < span.to; at += 1) gathered.add(span.ids[at] ?? 0);
    }
    const { offsets, second, third } = data.snapshot.pos;
    const add = (predicates: readonly TermId[], column: Uint32Array): void => {
      for (const predicate of predicates) {
        if (predicate === NONE) continue;
        const end = offsets[predicate + 1] ?? 0;
        for (let row = offsets[predicate] ?? 0; row < end; row += 1) gathered.add(column[row] ?? 0);
      }
    };
    add(subjectsOf, third);
    add(objectsOf, second);
    return gathered;
  }

  function isInstance(subject: TermId): boolean {
    data.objects(subject, typeOf, span);
    for (let at = span.from; at < span.to; at += 1) if (classes.has(span.ids[at] ?? 0)) return true;
    return false;
  }

  function isObject(object: TermId, predicate: TermId): boolean {
    data.subjects(object, predicate, span);
    return span.to > span.from;
  }

  function isSubject(subject: TermId, predicate: TermId): boolean {
    data.objects(subject, predicate, span);
    return span.to > span.from;
  }
}

function sorted(ids: ReadonlySet<TermId>): Uint32Array {
  return Uint32Array.from(ids).sort();
}
