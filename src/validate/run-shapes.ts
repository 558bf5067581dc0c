/** The seam to shacl-engine: shapes are compiled once, then run over any number of data sets. */
import { Validator, type EngineFactory, type EngineResult, type PathStep } from 'shacl-engine';
import * as terms from '../rdf/terms.js';
import { iri } from '../model/iri.js';
import { termText } from '../rdf/nquads.js';
import { localName } from './shape-terms.js';
import type { RawResult } from './shacl-jobs.js';

const factory = {
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

export type ShapeRun = (quads: Iterable<terms.Quad>) => Promise<readonly RawResult[]>;

export function compileShapes(shapes: Iterable<terms.Quad>): ShapeRun {
  const run = compileForData(shapes);
  return (quads) => run(engineData(quads));
}

/** The same for data that is made ready once and checked against several sets of shapes. */
export function compileForData(
  shapes: Iterable<terms.Quad>,
): (data: terms.DatasetCore) => Promise<readonly RawResult[]> {
  const validator = new Validator(terms.dataset(shapes), { factory });
  return async (dataset) => {
    const report = await validator.validate({ dataset });
    return report.results.map(rawResult);
  };
}

export function engineData(quads: Iterable<terms.Quad>): terms.DatasetCore {
  return terms.dataset(withoutGraphs(quads));
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
