/** What the validator and its workers say to each other. Only text crosses: quads go as N-Quads. */
export interface Job {
  readonly profile: string;
  readonly data: JobData;
  /** Sent with the first job of a profile; the worker keeps it. */
  readonly load?: { readonly shapes: string; readonly beside: string };
}

/** A set of quads; a worker keeps the last one, so that several profiles over the same data read it once. */
export interface JobData {
  /** SHA-256 of the text. */
  readonly key: string;
  readonly text: string;
}

/** One result as the engine gives it; IRIs as text. */
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
  | { readonly done: true; readonly results: readonly RawResult[] }
  | { readonly done: false; readonly cause: string };
