/** Constraints on all value nodes of a focus node together (SHACL 4.2, 4.4.5, 4.5, 4.7.3, 4.8), by the parameter that declares them. */
import { isNamedNode, type NamedNode } from '../../rdf/terms.js';
import { NONE, type TermId } from '../../store/snapshot.js';
import { Span, type DataGraph } from './data-graph.js';
import type { Findings } from './findings.js';
import type { Binding, SetConstraint, SetTest, Shape, ValueTest } from './shapes.js';
import type { Parameter } from './value-constraints.js';

export interface SetParameter extends Parameter {
  readonly hasPath: boolean;
  /** Predicates of `sh:property / sh:path`. */
  readonly allowed: () => readonly NamedNode[];
  readonly listOf: (parameter: string) => readonly NamedNode[];
  /** Value shapes of the other qualified shapes beside this one (SHACL 4.7.3: sibling shapes). */
  readonly siblings: () => readonly Shape[];
}
type Declaration = (parameter: SetParameter) => SetConstraint | undefined;

export const SET_CONSTRAINTS: Readonly<Record<string, Declaration>> = {
  minCount: count('MinCount', (found, limit) => found >= limit),
  maxCount: count('MaxCount', (found, limit) => found <= limit),
  uniqueLang: ({ value, hasPath }) =>
    hasPath && value.value === 'true'
      ? set('UniqueLang', ({ data }) => uniqueLang(data))
      : undefined,
  hasValue: ({ value }) =>
    set('HasValue', ({ data }) => {
      const wanted = data.idOf(value);
      return (_focus, values, findings) => values.has(wanted) || fails(findings);
    }),
  equals: pair('Equals', (data, predicate) => equals(data, predicate)),
  disjoint: pair('Disjoint', (data, predicate) => disjoint(data, predicate)),
  lessThan: pair('LessThan', (data, predicate) => lessThan(data, predicate, (order) => order < 0)),
  lessThanOrEquals: pair('LessThanOrEquals', (data, predicate) =>
    lessThan(data, predicate, (order) => order <= 0),
  ),
  qualifiedMinCount: qualified('QualifiedMinCount', (found, limit) => found >= limit),
  qualifiedMaxCount: qualified('QualifiedMaxCount', (found, limit) => found <= limit),
  closed: ({ value, allowed, listOf }) => {
    if (value.value !== 'true') return undefined;
    const open = [...allowed(), ...listOf('ignoredProperties')];
    return { ...set('Closed', ({ data }) => closed(data, open)), reads: 'values' };
  },
};

function set(
  component: string,
  bind: (binding: Binding) => SetTest,
  shapes: readonly Shape[] = [],
): SetConstraint {
  return { kind: 'set', component, shapes, bind };
}

function fails(findings: Findings | undefined, value?: TermId, predicate?: TermId): false {
  findings?.fault(value, predicate);
  return false;
}

function count(component: string, allows: (found: number, limit: number) => boolean): Declaration {
  return ({ value, hasPath }) => {
    if (!hasPath) return undefined;
    const limit = Number.parseInt(value.value, 10);
    return set(
      component,
      () =>
        (_focus, { from, to }, findings) =>
          allows(to - from, limit) || fails(findings),
    );
  };
}

function pair(
  component: string,
  make: (data: DataGraph, predicate: TermId) => SetTest,
): Declaration {
  return ({ value, hasPath }) => {
    // Only `sh:equals` and `sh:disjoint` may stand in a node shape (SHACL 4.5.3, 4.5.4).
    if (!isNamedNode(value) || (!hasPath && component.startsWith('LessThan'))) return undefined;
    return { ...set(component, ({ data }) => make(data, data.predicate(value))), reads: 'focus' };
  };
}

function uniqueLang(data: DataGraph): SetTest {
  return (_focus, { ids, from, to }, findings) => {
    if (to - from < 2) return true;
    const once = new Set<string>();
    const twice = new Set<string>();
    for (let at = from; at < to; at += 1) {
      const language = data.terms.language(ids[at] ?? 0).toLowerCase();
      if (language !== '') (once.has(language) ? twice : once).add(language);
    }
    twice.forEach(() => findings?.fault());
    return twice.size === 0;
  };
}

function equals(data: DataGraph, predicate: TermId): SetTest {
  const others = new Span();
  return (focus, values, findings) => {
    data.objects(focus, predicate, others);
    const missing = notIn(values, others, findings);
    return notIn(others, values, findings) && missing;
  };
}

function notIn(these: Span, those: Span, findings: Findings | undefined): boolean {
  let holds = true;
  for (let at = these.from; at < these.to; at += 1) {
    const id = these.ids[at] ?? 0;
    if (!those.has(id)) holds = fails(findings, id);
  }
  return holds;
}

function disjoint(data: DataGraph, predicate: TermId): SetTest {
  const others = new Span();
  return (focus, { ids, from, to }, findings) => {
    data.objects(focus, predicate, others);
    let holds = true;
    for (let at = from; at < to; at += 1) {
      const id = ids[at] ?? 0;
      if (others.has(id)) holds = fails(findings, id);
    }
    return holds;
  };
}

function lessThan(data: DataGraph, predicate: TermId, allows: (order: number) => boolean): SetTest {
  const others = new Span();
  return (focus, { ids, from, to }, findings) => {
    data.objects(focus, predicate, others);
    let holds = true;
    for (let at = from; at < to; at += 1) {
      const id = ids[at] ?? 0;
      for (let other = others.from; other < others.to; other += 1) {
        if (!allows(data.order(id, others.ids[other] ?? 0))) holds = fails(findings, id);
      }
    }
    return holds;
  };
}

function qualified(
  component: string,
  allows: (found: number, limit: number) => boolean,
): Declaration {
  return ({ value, hasPath, other, shapeOf, siblings }) => {
    const node = other('qualifiedValueShape');
    if (!node || !hasPath) return undefined;
    const limit = Number.parseInt(value.value, 10);
    const shape = shapeOf(node);
    const isDisjoint = other('qualifiedValueShapesDisjoint')?.value === 'true';
    const rivals = isDisjoint ? siblings().filter((one) => one !== shape) : [];
    const bind = ({ conforms }: Binding): SetTest => {
      const test = conforms(shape);
      const against = rivals.map(conforms);
      const counts: ValueTest = (id) => test(id) && !against.some((one) => one(id));
      return (_focus, { ids, from, to }, findings) => {
        let found = 0;
        for (let at = from; at < to; at += 1) if (counts(ids[at] ?? 0)) found += 1;
        return allows(found, limit) || fails(findings);
      };
    };
    return set(component, bind, [shape, ...rivals]);
  };
}

/** A fault for each statement about a value node whose predicate is not among the allowed ones. */
function closed(data: DataGraph, open: readonly NamedNode[]): SetTest {
  const allowed = new Set(open.map((one) => data.predicate(one)));
  const { offsets, second, third } = data.snapshot.spo;
  return (_focus, { ids, from, to }, findings) => {
    let holds = true;
    for (let at = from; at < to; at += 1) {
      const subject = ids[at] ?? 0;
      if (subject >= data.size || !data.isVisible(subject)) continue;
      const end = offsets[subject + 1] ?? 0;
      for (let row = offsets[subject] ?? 0; row < end; row += 1) {
        const predicate = second[row] ?? NONE;
        if (!allowed.has(predicate)) holds = fails(findings, third[row], predicate);
      }
    }
    return holds;
  };
}
