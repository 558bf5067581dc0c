/** Compiled shapes against shacl-engine, and validation after a change against validation anew, on random graphs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ntriplesLine } from '../../../src/rdf/nquads.js';
import type { Quad } from '../../../src/rdf/terms.js';
import { NONE } from '../../../src/store/snapshot.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';
import { affectedTargets } from '../../../src/validate/compiled/affected.js';
import { BoundShapes } from '../../../src/validate/compiled/check.js';
import { compileShapes } from '../../../src/validate/compiled/compile.js';
import { rawResults } from '../../../src/validate/compiled/raw-results.js';
import { resultsByTarget, revalidate } from '../../../src/validate/compiled/revalidate.js';
import { engineRun } from '../../support/shacl-engine.js';
import { asLines, compiledRun, mended } from './runs.js';
import {
  NODES,
  anyShapes,
  dataOf,
  engineShapes,
  shapesGraph,
  statements,
  type Statement,
} from './random-graphs.js';

const EX = 'https://ex.example/';

test('random shapes find in random data what shacl-engine finds (PF3.1)', async () => {
  await fc.assert(
    fc.asyncProperty(engineShapes, statements, async (text, all) => {
      const [shapes, data] = [shapesGraph(text), dataOf(all)];
      expect(asLines(compiledRun(shapes)(data))).toEqual(
        asLines(mended(await (await engineRun(shapes))(data))),
      );
    }),
    { numRuns: 1500 },
  );
}, 300_000);

test('slices of the targets together are the whole', () => {
  fc.assert(
    fc.property(anyShapes, statements, fc.integer({ min: 1, max: 4 }), (text, all, count) => {
      const bound = new BoundShapes(compileShapes(shapesGraph(text)), snapshotOf(dataOf(all)));
      const slices = Array.from({ length: count }, (_, index) =>
        rawResults(bound, bound.check({ index, count })),
      );
      expect(asLines(slices.flat())).toEqual(asLines(rawResults(bound, bound.check())));
    }),
    { numRuns: 300 },
  );
});

test('parts of the data are checked as if they were alone', () => {
  fc.assert(
    fc.property(anyShapes, statements, fc.subarray([...NODES]), (text, all, subjects) => {
      const compiled = compileShapes(shapesGraph(text));
      const whole = dataOf(all);
      const names = new Set(subjects.map((one) => one.replace('ex:', EX)));
      const part = whole.filter(({ subject }) => names.has(subject.value));
      const bound = new BoundShapes(compiled, snapshotOf(whole));
      const ids = [...names].map((name) => bound.data.snapshot.terms.idOfIri(name));
      const alone = new BoundShapes(compiled, snapshotOf(part));
      expect(
        asLines(rawResults(bound, bound.checkWithin(ids.filter((id) => id !== NONE)))),
      ).toEqual(asLines(rawResults(alone, alone.check())));
    }),
    { numRuns: 1500 },
  );
});

test('after random changes the results are those of validation anew (PF3.3)', () => {
  fc.assert(
    fc.property(anyShapes, statements, statements, (text, before, edits) => {
      const compiled = compileShapes(shapesGraph(text));
      const [old, next] = [dataOf(before), dataOf(edited(before, edits))];
      const first = new BoundShapes(compiled, snapshotOf(old));
      const second = new BoundShapes(compiled, snapshotOf(next));
      const kept = revalidate(resultsByTarget(first, first.check()), second, {
        added: without(next, old),
        removed: without(old, next),
      });
      expect(asLines([...kept.values()].flat())).toEqual(
        asLines(rawResults(second, second.check())),
      );
    }),
    { numRuns: 1500 },
  );
}, 300_000);

test('a few edits leave most of a large catalogue alone, and a new class concerns all of it (PF3.3)', () => {
  const compiled = compileShapes(
    shapesGraph(`ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:class ex:D ] ;
      sh:property [ sh:path ( ex:q ex:r ) ; sh:minCount 1 ] .`),
  );
  const things = Array.from(
    { length: 50 },
    (_, at) => `ex:t${at} a ex:C ; ex:p ex:o${at} ; ex:q ex:u .`,
  );
  const bound = new BoundShapes(compiled, snapshotOf(shapesGraph(things.join('\n'))));
  const affected = (...names: string[]): string[] =>
    affectedTargets(
      bound,
      compiled.roots[0]!,
      names.map((name) => bound.data.snapshot.terms.idOfIri(`https://ex.example/${name}`)),
    ).map((id) => bound.data.terms.value(id).slice('https://ex.example/'.length));
  expect(affected('t7')).toEqual(['t7']);
  expect(affected('o7', 'o8')).toEqual(['t7', 't8']);
  expect(affected('u')).toHaveLength(50);
  expect(affected('C')).toEqual([]);
});

/** What is in both comes out, what is in the edits alone goes in. */
function edited(before: readonly Statement[], edits: readonly Statement[]): readonly Statement[] {
  const text = ({ subject, predicate, object }: Statement): string =>
    [subject, predicate, object].join(' ');
  const [old, changed] = [new Set(before.map(text)), new Set(edits.map(text))];
  return [
    ...before.filter((one) => !changed.has(text(one))),
    ...edits.filter((one) => !old.has(text(one))),
  ];
}

function without(these: readonly Quad[], those: readonly Quad[]): readonly Quad[] {
  const known = new Set(those.map(ntriplesLine));
  return these.filter((one) => !known.has(ntriplesLine(one)));
}
