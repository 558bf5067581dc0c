/** Validation after a change of some datasets, against the same data checked as a whole. */
import { readFileSync } from 'node:fs';
import { buildSnapshot } from '../../src/store/snapshot-build.js';
import { openSnapshot } from '../../src/store/snapshot-open.js';
import { BoundShapes } from '../../src/validate/compiled/check.js';
import { compileShapes } from '../../src/validate/compiled/compile.js';
import {
  resultsByTarget,
  revalidate,
  type ResultsByTarget,
} from '../../src/validate/compiled/revalidate.js';
import { changedCatalogue } from '../data/change.js';
import { resultLine } from '../peers/result-lines.js';
import { shapeQuads } from '../peers/shapes.js';
import { difference } from '../peers/answers.js';
import { answer } from './answer.js';

export interface RevalidateTask {
  readonly data: string;
  /** How many datasets change. */
  readonly datasets: number;
  readonly runs: number;
}
export interface RevalidateAnswer {
  readonly ms: readonly number[];
  /** What the whole says otherwise. */
  readonly fault?: string;
}

await answer(({ data, datasets, runs }: RevalidateTask): RevalidateAnswer => {
  const text = readFileSync(data, 'utf8');
  const shapes = compileShapes(shapeQuads());
  const bind = (nquads: string): BoundShapes =>
    new BoundShapes(shapes, openSnapshot(buildSnapshot(nquads).buffer));
  const before = bind(text);
  const known = resultsByTarget(before, before.check());
  const changed = changedCatalogue(text, datasets);
  const after = bind(changed.text);
  globalThis.gc?.();
  const results = revalidate(known, after, changed);
  const ms = Array.from({ length: runs }, () => {
    const start = performance.now();
    revalidate(known, after, changed);
    return performance.now() - start;
  });
  const fault = difference(lines(results), lines(resultsByTarget(after, after.check())));
  return { ms, ...(fault === undefined ? {} : { fault }) };
});

function lines(results: ResultsByTarget): string[] {
  return [...results.values()].flat().map(resultLine).sort();
}
