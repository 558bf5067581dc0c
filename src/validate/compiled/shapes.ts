/**
 * Compiled shapes: what a shapes graph says, as a plain structure that knows nothing of any data (SHACL 2017, 2 and 4).
 * A constraint becomes a test when it is bound to the data of a snapshot.
 */
import type { TermId } from '../../store/snapshot.js';
import type { GraphIndex } from '../../rdf/graph-index.js';
import type { NamedNode, Term } from '../../rdf/terms.js';
import type { DataGraph, Span } from './data-graph.js';
import type { Path } from './paths.js';
import type { Findings } from './findings.js';

/** Whether one value node fulfils a constraint. */
export type ValueTest = (value: TermId) => boolean;

/** Whether all value nodes of a focus node together do. Notes each fault in `findings`, or stops at the first without them. */
export interface SetTest {
  (focus: TermId, values: Span, findings: Findings | undefined): boolean;
  /** Told beforehand of many focus nodes that will be asked about. */
  expect?: (nodes: readonly TermId[]) => void;
}

/** What constraints are bound to: the data, and the other shapes over the same data. */
export interface Binding {
  readonly data: DataGraph;
  readonly conforms: (shape: Shape) => ValueTest;
}

interface AnyConstraint {
  /** Local name of the component: `MinCount`. */
  readonly component: string;
  /** Whose statements it looks at besides following the path. */
  readonly reads?: 'focus' | 'values';
  /** The shapes it holds values against. */
  readonly shapes: readonly Shape[];
}
export interface ValueConstraint extends AnyConstraint {
  readonly kind: 'value';
  readonly bind: (binding: Binding) => ValueTest;
}
export interface SetConstraint extends AnyConstraint {
  readonly kind: 'set';
  /** It sees all of the data, and what it reads is not known. */
  readonly isQuery?: true;
  readonly bind: (binding: Binding) => SetTest;
}
export type Constraint = ValueConstraint | SetConstraint;

/** Compiles `sh:sparql`; loaded only where there is one, for a parser of queries is large. */
export type QueryCompiler = (
  graph: GraphIndex,
  node: Term,
  path: Path | undefined,
) => SetConstraint | undefined;

/** SHACL 2.1.3. */
export interface Targets {
  readonly nodes: readonly Term[];
  /** Of `sh:targetClass`, and the shape itself when it is a class. */
  readonly classes: readonly NamedNode[];
  readonly subjectsOf: readonly NamedNode[];
  readonly objectsOf: readonly NamedNode[];
}

export interface Shape {
  /** Place in `CompiledShapes.shapes`. */
  readonly index: number;
  readonly name: Term;
  /** IRI. */
  readonly severity: string;
  /** Of property shapes only. */
  readonly path: Path | undefined;
  readonly pathText: string | undefined;
  readonly targets: Targets | undefined;
  readonly constraints: readonly Constraint[];
  /** Values of `sh:property`: their findings count as the shape's own. */
  readonly properties: readonly Shape[];
  /** It leads back to itself: SHACL 3.4.3 leaves such shapes open; what is being asked already counts as fulfilled. */
  readonly isRecursive: boolean;
}

export interface CompiledShapes {
  readonly shapes: readonly Shape[];
  /** Those with a target. */
  readonly roots: readonly Shape[];
  /** Some have `sh:sparql`: parts of the data and changes cannot be looked at alone. */
  readonly hasQueries: boolean;
}
