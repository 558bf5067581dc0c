/** The part of shacl-engine 1.1.2 that tests and bench/ use; the package has no types of its own. */
declare module 'shacl-engine' {
  import type { DatasetCore, Literal, NamedNode, Term } from '@rdfjs/types';

  export interface PathStep {
    readonly quantifier: 'one' | 'oneOrMore' | 'zeroOrMore' | 'zeroOrOne';
    readonly start: 'subject' | 'object';
    readonly predicates: readonly NamedNode[];
  }
  export interface Pointer {
    readonly term: Term | undefined;
  }
  export interface EngineResult {
    readonly focusNode: Pointer;
    readonly path: readonly PathStep[] | null | undefined;
    readonly value: Pointer | undefined;
    readonly severity: NamedNode;
    readonly constraintComponent: NamedNode;
    readonly shape: { readonly ptr: Pointer };
    readonly message: readonly Literal[];
  }
  export interface EngineReport {
    /** False on Info and Warning too: never decide a state from it. */
    readonly conforms: boolean;
    readonly results: readonly EngineResult[];
  }
  export interface EngineFactory {
    literal(value: string, languageOrDatatype?: string | NamedNode): Literal;
    namedNode(value: string): NamedNode;
    blankNode(name?: string): Term;
    defaultGraph(): Term;
    quad(subject: Term, predicate: Term, object: Term, graph?: Term): unknown;
    dataset(): DatasetCore;
  }
  export class Validator {
    constructor(shapes: DatasetCore, options: { factory: EngineFactory; validations?: unknown });
    validate(data: { dataset: DatasetCore }): Promise<EngineReport>;
  }
}

declare module 'shacl-engine/sparql.js' {
  /** Adds `sh:sparql`. */
  export const validations: unknown;
}
