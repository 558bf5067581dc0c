/** What the validator and its workers say to each other. The data cross as shared memory: nothing of them is copied. */
import type { TermId } from '../store/snapshot.js';
import type { Part } from './compiled/check.js';

export interface Job {
  readonly profile: string;
  /** The snapshot of the data. */
  readonly data: SharedArrayBuffer;
  readonly extent: Extent;
  /** Shapes as N-Quads: sent with the first job of a profile; the worker keeps them. */
  readonly load?: string;
}

/**
 * What of the data is checked: one of several slices of the targets, or parts of the data by themselves, each what is said of
 * some subjects.
 */
export type Extent = { readonly slice: Part } | { readonly parts: readonly (readonly TermId[])[] };

/** One result; IRIs as text. */
export interface RawResult {
  readonly focus: string;
  readonly path?: string;
  readonly value?: string;
  /** The value in N-Triples: tells an IRI from a text. */
  readonly valueTerm?: string;
  readonly severity: string;
  readonly component: string;
  readonly shape: string;
}

export type Answer =
  /** One list for each part, or the one of the slice. */
  | { readonly done: true; readonly results: readonly (readonly RawResult[])[] }
  | { readonly done: false; readonly cause: string };
