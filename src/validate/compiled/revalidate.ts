/** Validation after a change: what the change cannot have touched keeps its results, the rest is checked anew (PF3.3). */
import { termText } from '../../rdf/nquads.js';
import type { Quad, Term } from '../../rdf/terms.js';
import { rdfs } from '../../rdf/vocabularies.js';
import type { TermId } from '../../store/snapshot.js';
import type { RawResult } from '../shacl-jobs.js';
import { affectedTargets } from './affected.js';
import type { BoundShapes } from './check.js';
import { Findings, type Finding } from './findings.js';
import { rawResults } from './raw-results.js';

/** Results by the shape and the target that they come from; what is fine is not in it. */
export type ResultsByTarget = ReadonlyMap<string, readonly RawResult[]>;

export interface Change {
  readonly added: readonly Quad[];
  readonly removed: readonly Quad[];
}

export function resultsByTarget(bound: BoundShapes, findings: Iterable<Finding>): ResultsByTarget {
  const byTarget = new Map<string, Finding[]>();
  for (const one of findings) {
    const key = keyOf(one.root, bound.data.terms.term(one.target));
    const known = byTarget.get(key);
    if (known) known.push(one);
    else byTarget.set(key, [one]);
  }
  return new Map([...byTarget].map(([key, some]) => [key, rawResults(bound, some)]));
}

/** `before`: results of the same shapes; `bound`: over the data after the change. Equal to a full check. */
export function revalidate(
  before: ResultsByTarget,
  bound: BoundShapes,
  { added, removed }: Change,
): ResultsByTarget {
  const all = [...added, ...removed];
  // Classes of everything may have changed, or the answers to queries.
  const isAnything = all.some(({ predicate }) => predicate.equals(rdfs.subClassOf));
  if (isAnything || bound.shapes.hasQueries) return resultsByTarget(bound, bound.check());
  const terms = new Map(
    all.flatMap(({ subject, object }) => [subject, object]).map((one) => [termText(one), one]),
  );
  const changed = [...terms.values()].map((one) => bound.data.idOf(one));
  const results = new Map(before);
  const findings = new Findings();
  for (const root of bound.shapes.roots) {
    // Some are no targets any more, or not there at all.
    for (const term of terms.values()) results.delete(keyOf(root.index, term));
    const affected: TermId[] = affectedTargets(bound, root, changed);
    for (const id of affected) results.delete(keyOf(root.index, bound.data.terms.term(id)));
    bound.checkFocus(root, affected, findings);
  }
  for (const [key, some] of resultsByTarget(bound, findings)) results.set(key, some);
  return results;
}

function keyOf(root: number, target: Term): string {
  return `${root} ${termText(target)}`;
}
