/** One cold validation by one of today's libraries, its data loaded before: shapes are compiled and the data checked. */
import zazuko from '@zazuko/env';
import RdfValidator from 'rdf-validate-shacl';
import { Validator, type EngineFactory, type EngineResult } from 'shacl-engine';
import type { DatasetCore, Term } from '../../src/rdf/terms.js';
import type { RawResult } from '../../src/validate/shacl-jobs.js';
import { rdfStore } from '../peers/load-quads.js';
import { resultOfTerms, writeResults } from '../peers/result-lines.js';
import { shapeDataset } from '../peers/shapes.js';
import { answer } from './answer.js';

export interface ValidateTask {
  readonly validator: 'shacl-engine' | 'rdf-validate-shacl';
  readonly data: string;
  /** Where the results go. */
  readonly results: string;
}
export interface ValidateAnswer {
  readonly ms: number;
}

await answer(async ({ validator, data, results }: ValidateTask): Promise<ValidateAnswer> => {
  const store = (await rdfStore(data, false)).asDataset() as unknown as DatasetCore;
  const shapes = shapeDataset();
  globalThis.gc?.();
  const start = performance.now();
  const run = validator === 'shacl-engine' ? byShaclEngine : byRdfValidate;
  const report = await run(shapes, store);
  const ms = performance.now() - start;
  writeResults(results, report());
  return { ms };
});

/** Writes the report down: asked for once the clock has stopped. */
type Report = () => RawResult[];

async function byShaclEngine(shapes: DatasetCore, dataset: DatasetCore): Promise<Report> {
  const factory = zazuko as unknown as EngineFactory;
  const { results } = await new Validator(shapes, { factory }).validate({ dataset });
  return () => results.map(engineResult);
}

function engineResult(result: EngineResult): RawResult {
  return resultOfTerms({
    focus: result.focusNode.term,
    path: pathOf(result),
    component: result.constraintComponent,
    value: result.value?.term,
    severity: result.severity,
    shape: result.shape.ptr.term,
  });
}

/** A blank node stands for a path that is not one property. */
function pathOf({ path }: EngineResult): Term | undefined {
  const [step, ...others] = path ?? [];
  if (!step) return undefined;
  const isPlain = step.start === 'subject' && step.quantifier === 'one' && others.length === 0;
  return isPlain && step.predicates.length === 1 ? step.predicates[0] : zazuko.blankNode();
}

async function byRdfValidate(shapes: DatasetCore, dataset: DatasetCore): Promise<Report> {
  const { results } = await new RdfValidator(shapes, { factory: zazuko }).validate(dataset);
  return () =>
    results.map((result) =>
      resultOfTerms({
        focus: result.focusNode,
        path: result.path,
        component: result.sourceConstraintComponent,
        value: result.value,
        severity: result.severity,
        shape: result.sourceShape,
      }),
    );
}
