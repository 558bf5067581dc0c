/** The port that a portal reads through: one GET, the answer as the server gave it. */

export interface SourceRequest {
  readonly accept: string;
  /** Bytes after which the answer is refused. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** A redirect between http and https ends the request instead of being followed. */
  readonly sameScheme?: boolean;
}

export interface Answer {
  /** Where the answer came from after redirects. */
  readonly url: string;
  readonly status: number;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly milliseconds: number;
}

export interface Source {
  /** Rejects with FetchFailure; any status is an answer. */
  get(url: string, request: SourceRequest): Promise<Answer>;
}

export type FetchFault = 'unreachable' | 'timeout' | 'too-large' | 'redirects' | 'other-scheme';

export class FetchFailure extends Error {
  readonly fault: FetchFault;

  /** `detail` goes behind the address that was asked for. */
  constructor(fault: FetchFault, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.name = 'FetchFailure';
    this.fault = fault;
  }
}

/** Media type without parameters, in small letters. */
export function mediaTypeOf({ headers }: Pick<Answer, 'headers'>): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
