/** shacl-engine as the second opinion on compiled shapes: its results in the same words. */
import { Validator, type EngineFactory, type EngineResult, type PathStep } from 'shacl-engine';
import { iri } from '../../src/model/iri.js';
import { termText } from '../../src/rdf/nquads.js';
import * as terms from '../../src/rdf/terms.js';
import type { RawResult } from '../../src/validate/shacl-jobs.js';
import { localName } from '../../src/validate/shape-terms.js';

export const ENGINE_FACTORY = {
  namedNode: (value: string) => terms.namedNode(iri(value)),
  blankNode: (name?: string) => terms.blankNode(name),
  literal(value: string, kind?: string | terms.NamedNode) {
    return typeof kind === 'string' && kind !== ''
      ? terms.langLiteral(value, kind)
      : terms.literal(value, typeof kind === 'object' ? kind : undefined);
  },
  defaultGraph: () => terms.defaultGraph,
  quad: terms.quad,
  dataset: () => terms.dataset(),
} as unknown as EngineFactory;

export type EngineRun = (quads: Iterable<terms.Quad>) => Promise<readonly RawResult[]>;

/** `queries`: with `sh:sparql`, which it evaluates for each focus node by itself. */
export async function engineRun(
  shapes: Iterable<terms.Quad>,
  { queries = false } = {},
): Promise<EngineRun> {
  const options = queries ? await withQueries() : { factory: ENGINE_FACTORY };
  const validator = new Validator(terms.dataset(shapes), options);
  return async (quads) => {
    const report = await validator.validate({ dataset: terms.dataset(withoutGraphs(quads)) });
    return report.results.map(rawResult);
  };
}

/** Its queries want variables, which only a factory of another package makes; slow to load, so only when asked for. */
async function withQueries(): Promise<{ factory: EngineFactory; validations: unknown }> {
  const [{ default: factory }, { validations }] = await Promise.all([
    import('@zazuko/env'),
    import('shacl-engine/sparql.js'),
  ]);
  return { factory: factory as unknown as EngineFactory, validations };
}

/** The engine follows a path inside the graph of its first statement only: everything goes into one. */
function* withoutGraphs(quads: Iterable<terms.Quad>): Iterable<terms.Quad> {
  for (const one of quads) {
    yield one.graph.termType === 'DefaultGraph'
      ? one
      : terms.quad(one.subject as terms.Subject, one.predicate as terms.NamedNode, one.object);
  }
}

function rawResult(result: EngineResult): RawResult {
  const focus = result.focusNode.term?.value ?? '';
  const path = result.path?.length ? pathText(result.path) : undefined;
  const value = valueOf(result, path === undefined ? focus : undefined);
  return {
    focus,
    ...(path === undefined ? {} : { path }),
    ...(value === undefined ? {} : { value: value.value, valueTerm: termText(value) }),
    severity: result.severity.value,
    component: localName(result.constraintComponent.value).replace(/ConstraintComponent$/, ''),
    shape: result.shape.ptr.term?.value ?? '',
  };
}

/** A rule about the thing as a whole has the thing itself for its value, which says nothing new. */
function valueOf(result: EngineResult, focus: string | undefined): terms.Term | undefined {
  const value = result.value?.term;
  return value?.value === focus ? undefined : value;
}

const SIGNS = { one: '', oneOrMore: '+', zeroOrMore: '*', zeroOrOne: '?' } as const;

/** A plain property is its IRI; anything else is a SPARQL property path. */
function pathText(path: readonly PathStep[]): string {
  const [only] = path;
  const plain = only?.predicates[0];
  const isPlain = path.length === 1 && only?.quantifier === 'one' && only.start === 'subject';
  if (isPlain && plain && only.predicates.length === 1) return plain.value;
  return path.map(stepText).join('/');
}

function stepText(step: PathStep): string {
  const properties = step.predicates.map((one) => `<${one.value}>`).join('|');
  const group = step.predicates.length > 1 ? `(${properties})` : properties;
  return `${step.start === 'object' ? '^' : ''}${group}${SIGNS[step.quantifier]}`;
}
