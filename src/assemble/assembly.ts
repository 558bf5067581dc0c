/** Everything of a catalogue, side by side: one named graph a source, the reference graphs, what is inferred and where it came from. */
import type { Iri } from '../model/iri.js';
import type { Issue } from '../model/issue.js';
import type { RecordState, RejectionState, SourceState } from '../harvest/source-state.js';
import type { Quad } from '../rdf/terms.js';

export interface AssembledRecord extends RecordState {
  readonly source: string;
}

export interface AssembledSource {
  readonly id: string;
  readonly state: SourceState;
  readonly quads: readonly Quad[];
}

export interface Assembly {
  readonly sources: readonly AssembledSource[];
  /** What the sources state, without what they may not state about others' things. */
  readonly stated: readonly Quad[];
  readonly inferred: readonly Quad[];
  /** The same rules over open descriptions alone: what the projection may use. Never part of a graph of its own. */
  readonly openInferred: readonly Quad[];
  readonly provenance: readonly Quad[];
  /** Code lists and the municipality's class scheme. */
  readonly reference: readonly Quad[];
  readonly records: readonly AssembledRecord[];
  readonly rejections: readonly (RejectionState & { readonly source: string })[];
  readonly issues: readonly Issue[];
  /** The record that describes a subject; for a part, every record that does. */
  recordsOf(subject: string): readonly AssembledRecord[];
  readonly base: Iri;
}
