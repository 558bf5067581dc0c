/** The two validators side by side, as results that can be compared one by one. */
import type { Quad } from '../../../src/rdf/terms.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';
import type { Snapshot } from '../../../src/store/snapshot.js';
import { BoundShapes } from '../../../src/validate/compiled/check.js';
import { compileShapes } from '../../../src/validate/compiled/compile.js';
import { rawResults } from '../../../src/validate/compiled/raw-results.js';
import type { RawResult } from '../../../src/validate/shacl-jobs.js';

export type Run = (data: readonly Quad[]) => readonly RawResult[];

const snapshots = new WeakMap<object, Snapshot>();

/** The array is not to be changed: its snapshot is kept for the next shapes. */
export function compiledRun(shapes: readonly Quad[]): Run {
  const compiled = compileShapes(shapes);
  return (data) => {
    const snapshot = snapshots.get(data) ?? snapshotOf(data);
    snapshots.set(data, snapshot);
    const bound = new BoundShapes(compiled, snapshot);
    return rawResults(bound, bound.check());
  };
}

/** Sorted, each as often as it was found. */
export function asLines(results: readonly RawResult[]): readonly string[] {
  return results
    .map((one) =>
      [
        one.focus,
        one.path ?? '-',
        one.component,
        one.valueTerm ?? '-',
        one.severity,
        one.shape,
      ].join(' '),
    )
    .sort();
}

const WITHOUT_VALUE =
  /^(?:MinCount|MaxCount|UniqueLang|HasValue|QualifiedMinCount|QualifiedMaxCount)$/;

/** shacl-engine gives what has no value (SHACL 4.2, 4.4.5, 4.7.3, 4.8.2) that of the shape around it. */
export function mended(results: readonly RawResult[]): readonly RawResult[] {
  return results.map((one) => {
    if (!WITHOUT_VALUE.test(one.component)) return one;
    const { focus, path, severity, component, shape } = one;
    return { focus, ...(path === undefined ? {} : { path }), severity, component, shape };
  });
}
