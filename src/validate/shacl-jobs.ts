/** What the validator and its worker say to each other. Only text crosses: quads go as N-Quads. */
export interface Job {
  readonly profile: string;
  readonly data: string;
  /** Sent with the first job of a profile; the worker keeps it. */
  readonly load?: { readonly shapes: string; readonly beside: string };
}

/** One result as the engine gives it; IRIs as text. */
export interface RawResult {
  readonly focus: string;
  readonly path?: string;
  readonly value?: string;
  readonly severity: string;
  readonly component: string;
  readonly shape: string;
}

export type Answer =
  | { readonly done: true; readonly results: readonly RawResult[] }
  | { readonly done: false; readonly cause: string };
