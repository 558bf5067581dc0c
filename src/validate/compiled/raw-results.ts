/** Findings in words: IRIs as text, paths as SPARQL writes them. */
import { termText } from '../../rdf/nquads.js';
import { NONE } from '../../store/snapshot.js';
import type { RawResult } from '../shacl-jobs.js';
import type { BoundShapes } from './check.js';
import type { Finding } from './findings.js';

export function rawResults(bound: BoundShapes, findings: Iterable<Finding>): RawResult[] {
  return Array.from(findings, (one) => rawResult(bound, one));
}

function rawResult({ data, shapes }: BoundShapes, one: Finding): RawResult {
  const shape = shapes.shapes[one.shape];
  const constraint = shape?.constraints[one.constraint];
  if (!shape || !constraint) throw new RangeError(`no constraint ${one.shape}/${one.constraint}`);
  const focus = data.terms.value(one.focus);
  const path = one.predicate === NONE ? shape.pathText : data.terms.value(one.predicate);
  const value = one.value === NONE ? undefined : data.terms.term(one.value);
  // A rule about the thing as a whole has the thing itself for its value, which says nothing new.
  const isSaid = value && (path !== undefined || value.value !== focus);
  return {
    focus,
    ...(path === undefined ? {} : { path }),
    ...(isSaid ? { value: value.value, valueTerm: termText(value) } : {}),
    severity: shape.severity,
    component: constraint.component,
    shape: shape.name.value,
  };
}
