/** What an inference rule is: a pure function from what is known to what follows from it (model.md 4.11). */
import type { ClassScheme } from '../../model/classification.js';
import type { Iri } from '../../model/iri.js';
import type { Graph } from '../../rdf/graph.js';
import type { Quad } from '../../rdf/terms.js';
import type { TermCheck } from '../known-terms.js';

export interface InferenceContext {
  readonly base: Iri;
  readonly scheme: ClassScheme;
  readonly classIri: (code: string) => Iri;
  readonly ropaIri: (organisation: Iri) => Iri;
  /** The day of the run, `YYYY-MM-DD`: ages are counted from it. */
  readonly today: string;
  /** Whether a name exists in the vocabularies we keep lists of. */
  readonly checkTerm: TermCheck;
  /** Codes of the list `relevans`: the modules whose object types the catalogue is meant to cover. */
  readonly coverage: readonly string[];
  /** Code lists, pinned vocabularies and the class scheme. */
  readonly reference: Graph;
}

/** `graph` is what the sources state and what the rules before this one have found. */
export type InferenceRule = (graph: Graph, context: InferenceContext) => Iterable<Quad>;
